import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { paced } from '../../bots/pacing.ts';
import type { Answer } from '../../bots/rehearsal/discord/interactions.ts';
import type { VirtualChannel } from '../../bots/rehearsal/discord/virtual-guild.ts';
import type { VirtualUser } from '../../bots/rehearsal/discord/virtual-user.ts';
import { type Change, change } from '../../core/kernel/change.ts';
import type { By } from '../../core/kernel/command.ts';
import { openLog } from '../../run/logger.ts';
import { type Loops, startLoops } from '../../run/loops.ts';
import { type DiscordWorld, openDiscordWorld, until } from '../support/discord-world.ts';
import { momentAt } from '../support/moved-clock.ts';
import { personRow } from '../support/person-row.ts';

const MEMBERS = 200;
/** All press within half of the ten seconds in which many do after a post. */
const WITHIN_MS = 5000;
/** As long as Discord waits for an answer before it says that the bot does not answer. */
const ACKNOWLEDGED_WITHIN_MS = 3000;
const SAYS = ['Coming', 'Maybe', 'Can’t this time', 'Just listening'] as const;
/** Until the card has to be true; on a machine that does nothing else it takes a second. */
const LONGEST_MS = 30_000;
/** What is pressed within so many seconds is one edit of the card. */
const GATHERED_SECONDS = 2;
const TOO_FAST = 429;
const CARD_EDITED = 'PATCH /channels/:channel/messages/:message';

let world: DiscordWorld;
let channel: VirtualChannel;
let people: readonly VirtualUser[];
/** The program's own, while time runs. */
let loops: Loops | undefined;

beforeAll(async () => {
  const clock = { now: () => 0 };
  world = await openDiscordWorld({
    standIn: { limits: 'realistic' },
    longestThoughtMs: 10_000,
    onReceived: () => loops?.wake(),
    around: (bot) => paced(bot, { overall: { calls: 50, seconds: 1 }, now: () => clock.now() }),
  });
  clock.now = () => world.clock.now().epochMilliseconds;
  channel = world.discord.guild({ name: 'Cafe' }).channel({ name: 'tea' });
  const programmeId = (await world.core.read.programmes.first())?.id ?? '';
  people = Array.from({ length: MEMBERS + 1 }, (_, n) =>
    world.discord.user({ id: String(8_000_000_000_000_000n + BigInt(n)), name: `M${n}` }),
  );
  const at = momentAt(world.clock);
  const rows = people.map((user) => {
    const id = at.newId();
    const person = personRow({
      id,
      name: user.name,
      wrappedKey: world.keys.newWrapped(id, at),
      createdAt: at.now,
    });
    const account = {
      ...{ id: at.newId(), version: 1, platform: 'discord', tenant: '', userId: user.id, chatId: user.id },
      ...{ personId: id, programmeId, actingForId: null, reachable: true, unreachableSince: null },
      ...{ unreachableWhy: null, createdAt: at.now },
    };
    return { person, account };
  });
  await commit({ saves: rows.map(({ person }) => ({ table: 'person', row: person })) });
  await commit({ saves: rows.map(({ account }) => ({ table: 'account', row: account })) });
  const [lead, ...members] = rows;
  if (lead === undefined) throw new Error('Nobody leads');
  await world.coordinate('give-role', { personId: lead.person.id, programmeId, role: 'mentor' });
  await world.coordinate('make-group', {
    ...{ programmeId, name: 'Tea', capacity: MEMBERS, leadId: lead.person.id, leadTrained: true },
    place: { platform: 'discord', tenant: world.discord.guild({ name: 'Cafe' }).id, chatId: channel.id },
  });
  const groupId = String((await world.rows('SELECT id FROM "group"'))[0]?.['id']);
  const does = async (command: string, args: object): Promise<void> => {
    const person = await world.core.read.people.person(lead.person.id);
    if (person === undefined) throw new Error('The lead is gone');
    const by: By = { is: 'person', person, account: lead.account };
    expect(await world.core.perform({ command, args, by })).toMatchObject({ did: 'done' });
    await world.settle();
  };
  await does('accept-as-lead', { groupId });
  await does('open-group', { groupId });
  const seated = {
    state: 'in',
    acceptedAt: at.now,
    acceptedRules: 1,
    joinedAt: at.now,
    waitingSince: null,
  } as const;
  await commit({
    saves: members.map(({ person }, seat) => ({
      table: 'group_member',
      row: {
        ...{ id: at.newId(), version: 1, groupId, personId: person.id, seat: seat + 1 },
        ...{ ...seated, askedUntil: null, leftAt: null, follows: null },
      },
    })),
  });
  await does('plan-group-meeting', { groupId, startsAt: '2026-11-26T18:00:00Z', minutes: 60 });
});
afterAll(async () => await world.close());

async function commit(parts: Partial<Change>): Promise<void> {
  const done = await world.store.commit(change(parts), { by: 'test' }, momentAt(world.clock));
  expect(done).toBe('done');
}

/** Lets the world's clock go as fast as the real one, and does what becomes due, until told to stop. */
function letTimeRun(): () => Promise<void> {
  const from = world.clock.now();
  const begin = performance.now();
  const ticking = setInterval(() => {
    world.clock.set(from.add({ milliseconds: Math.floor(performance.now() - begin) }).toString());
  }, 5);
  loops = startLoops(world.core, openLog('silent'));
  return async () => {
    await loops?.stop();
    clearInterval(ticking);
  };
}

it('200 members answer in a few seconds: each counts once and hears at once, and one card is edited now and then', async () => {
  const card = channel.messages.findLast(({ text }) => text.includes('meets'));
  const messageId = card?.messageId ?? '';
  const before = world.discord.journal.requests().length;
  const from = world.clock.now().epochMilliseconds;
  const stop = letTimeRun();
  const latest = new Map<string, string>();
  const answers: Promise<{ readonly answer: Answer; readonly ms: number }>[] = [];
  const press = (user: VirtualUser, says: string): void => {
    const begin = performance.now();
    const { answered } = user.inChannel(channel.id).press(says, { message: messageId });
    answers.push(answered.then((answer) => ({ answer, ms: performance.now() - begin })));
    latest.set(user.id, says);
  };
  const begin = performance.now();
  for (const [n, user] of people.slice(1).entries()) {
    press(user, SAYS[n % SAYS.length] ?? 'Coming');
    // Some press twice, some think again.
    if (n % 5 === 0) press(user, SAYS[n % SAYS.length] ?? 'Coming');
    if (n % 7 === 0) press(user, 'Coming');
    const due = begin + ((n + 1) * WITHIN_MS) / MEMBERS;
    await pause(Math.max(0, due - performance.now()));
  }
  expect(performance.now() - begin).toBeLessThan(10_000);
  const heard = await Promise.all(answers);
  expect(new Set(heard.map(({ answer }) => answer.kind))).toEqual(new Set(['thinking']));
  expect(Math.max(...heard.map(({ ms }) => ms))).toBeLessThan(ACKNOWLEDGED_WITHIN_MS);
  const wanted = tallyOf([...latest.values()]);
  const shown = () => channel.messages.find((each) => each.messageId === messageId)?.text ?? '';
  const own = () => channel.messages.filter(({ onlyFor }) => onlyFor !== undefined);
  // By then everybody has their own answer too.
  await until(() => shown().includes(wanted) && own().every(({ isThinking }) => !isThinking), LONGEST_MS);
  await stop();
  const kept = await world.rows('SELECT answer, count(*)::int AS n FROM group_answer GROUP BY 1');
  expect(kept.reduce((sum, { n }) => sum + Number(n), 0)).toBe(MEMBERS);
  expect(new Set(own().map(({ onlyFor }) => onlyFor)).size).toBe(MEMBERS);
  const calls = world.discord.journal.requests().slice(before);
  expect(calls.filter(({ reply }) => reply?.status === TOO_FAST)).toEqual([]);
  const edits = calls.filter(({ route }) => route === CARD_EDITED);
  const seconds = (world.clock.now().epochMilliseconds - from) / 1000;
  expect(edits.length).toBeGreaterThan(0);
  expect(edits.length).toBeLessThanOrEqual(seconds / GATHERED_SECONDS + 1);
  expect(channel.messages.filter(({ onlyFor }) => onlyFor === undefined)).toHaveLength(2);
  expect(world.faults).toEqual([]);
});

function tallyOf(said: readonly string[]): string {
  const count = (label: string): number => said.filter((each) => each === label).length;
  const [coming, maybe, cannot, listening] = SAYS.map(count);
  return `Coming: ${coming}. Maybe: ${maybe}. Not this time: ${cannot}. Just listening: ${listening}.`;
}
