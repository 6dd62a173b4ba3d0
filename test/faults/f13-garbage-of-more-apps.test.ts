import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signatureOf } from '../../bots/rehearsal/slack/http-carrier.ts';
import type { Mode } from '../support/apps/app.ts';
import { type Pair, pairOn } from '../support/arrive.ts';
import { openWorld, type World } from '../support/world.ts';
import { chanceOf } from './chance.ts';
import { type Brought, garbled, shapeless, shapesSoFar } from './garbage.ts';
import { figure, LONGEST_MS, seed, sized } from './size.ts';
import { whatIsKept } from './what-is-kept.ts';

type Name = 'discord' | 'slack';

/** What an answer to anything at all writes, be it "I did not understand". */
const ANSWERS = [
  'outgoing',
  'button',
  'shown',
  'sent_message',
  'due',
  'journal',
  'draft',
  'person',
  'account',
];
/** How often somebody does something honest in between. */
const HONEST_EVERY = 100;
/** What is brought at once: Slack waits three seconds for the last of it too, however slow the machine. */
const TOGETHER = 10;

let world: World;
let two: Pair;
const uncaught: unknown[] = [];
const onUncaught = (why: unknown): void => {
  uncaught.push(why);
};

beforeEach(() => {
  uncaught.length = 0;
  process.on('unhandledRejection', onUncaught);
  process.on('uncaughtException', onUncaught);
});

afterEach(async () => {
  process.off('unhandledRejection', onUncaught);
  process.off('uncaughtException', onUncaught);
  await world.close();
});

const cases = (['discord', 'slack'] as const).flatMap((name) =>
  (['polling', 'webhook'] as const).map((mode) => [name, mode] as const),
);

describe('F13: what is brought is garbage', () => {
  it.each(cases)(
    'in %s, by %s: it ends nothing, changes nothing of anybody, and is answered 2xx; what is honest in between is done',
    async (name: Name, mode: Mode) => {
      await everythingOnce(name, mode);
      const chance = chanceOf(seed + mode.length);
      const shapes = shapesSoFar(world, name);
      const types = [...new Set(shapes.map(({ type }) => type))];
      const users = [two.mentee, two.mentor].map(({ phone }) => phone.userId);
      const before = await keptOfTheTwo();
      const count = sized(200, 5000);
      let honest = 0;
      const refused: unknown[] = [];
      for (let made = 1; made <= count; made += 1) {
        const brought =
          made % 4 === 0 ? shapeless(chance, types, made) : garbled(chance.of(shapes), chance, made, users);
        const status = await bring(name, mode, brought);
        if (status < 200 || status > 299)
          refused.push({ status, brought: JSON.stringify(brought).slice(0, 400) });
        if (name === 'slack' && made % TOGETHER === 0) await world.slack.idle();
        if (made % HONEST_EVERY !== 0) continue;
        await world.settle();
        await two.mentee.writes('help');
        if (two.mentee.news().some((text) => text.includes('999'))) honest += 1;
      }
      await world.settle();
      refused.push(...notTaken(name));
      const aside = world.faults.filter(({ fault = '' }) => /put-aside|handler|gateway/.test(fault));
      const wanted = Math.floor(count / HONEST_EVERY);
      figure('F13', `${name}, ${mode}: garbage brought, of so many shapes`, `${count}, ${shapes.length}`);
      figure('F13', `${name}, ${mode}: of it not answered 2xx`, refused.length, '0');
      figure('F13', `${name}, ${mode}: unhandled rejections and the like`, uncaught.length, '0');
      figure('F13', `${name}, ${mode}: had to be put aside`, aside.length, '0');
      figure('F13', `${name}, ${mode}: honest ones in between, done`, honest, `${wanted}`);
      expect(refused.slice(0, 5)).toEqual([]);
      expect(uncaught).toEqual([]);
      expect(aside).toEqual([]);
      expect(honest).toBe(wanted);
      expect(await keptOfTheTwo()).toEqual(before);
    },
    LONGEST_MS,
  );

  it.each(['discord', 'slack'] as const)(
    'on the web, from %s, and no JSON or nothing one could know again: it is answered 2xx however often it comes',
    async (name) => {
      world = await openWorld({ apps: [name], mode: 'webhook' });
      for (const body of [
        '',
        'x',
        'null',
        '[]',
        '"x"',
        '7',
        '{"a":',
        '{}',
        '{"b":1}',
        '{"id":{}}',
        '{"type":[]}',
      ])
        expect([body, await posted(name, body)]).toEqual([body, expect.toSatisfy((n: number) => n < 300)]);
    },
    LONGEST_MS,
  );
});

/** A pair who have written, pressed, used commands and filled in forms, so that all of that was on the line. */
async function everythingOnce(name: Name, mode: Mode): Promise<void> {
  world = await openWorld({ apps: [name], mode });
  two = await pairOn(world, { mentee: name, mentor: name });
  const { mentee, mentor } = two;
  await mentee.does(
    'book',
    '3 December at 3pm',
    { press: 'By phone' },
    { press: '30 minutes' },
    { press: 'Skip' },
  );
  await mentor.does({ press: 'Yes, that suits me' }, { press: 'Move it' }, '4 December at 2pm');
  await mentee.does({ press: 'Yes, move it' });
  mentee.phone.command('help');
  mentee.phone.sendVoice();
  mentee.phone.sendPhoto('look');
  await world.settle();
  await mentee.writes('home');
}

/** Brings it by the way that this mode has for it. What was answered, where there is an answer to be seen at once. */
async function bring(name: Name, mode: Mode, { type, payload }: Brought): Promise<number> {
  if (name === 'slack') {
    world.slack.inject(type === 'slash_commands' || type === 'interactive' ? type : 'events_api', payload);
    return 200;
  }
  // What people write comes by the gateway in either mode.
  if (mode === 'webhook' && type === 'INTERACTION_CREATE')
    return await posted('discord', JSON.stringify(payload));
  world.discord.inject({ name: type, data: JSON.parse(JSON.stringify(payload)), intents: 0 });
  return 200;
}

/** What the app would have to bring again. */
function notTaken(name: Name): unknown[] {
  if (name === 'discord') return [];
  const { entries } = world.slack.journal;
  const missed = entries.flatMap((each) =>
    each.kind === 'delivery' && each.outcome !== 'acknowledged' ? [each] : [],
  );
  return missed.map(({ id, outcome, attempt }) => {
    const brought = entries.find((each) => each.kind === 'envelope' && each.id === id);
    return { outcome, attempt, brought: JSON.stringify(brought).slice(0, 400) };
  });
}

/** The status with which something is answered that the app signed. */
async function posted(name: Name, body: string): Promise<number> {
  const { url = '', secret = '' } = world.hook ?? {};
  const timestamp = String(Math.floor(Date.now() / 1000));
  const headers =
    name === 'discord'
      ? world.discord.sign(body)
      : {
          'content-type': 'application/json',
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': signatureOf(secret, timestamp, body),
        };
  return (await fetch(url, { method: 'POST', headers, body })).status;
}

/** Everything, but for answers; somebody whom nobody knew, such as a changed number, is rightly greeted. */
async function keptOfTheTwo(): Promise<unknown> {
  const ours = [[two.menteeId, two.mentorId]];
  const rows = (table: string, column: string) =>
    world.rows(`SELECT to_jsonb(t) AS row FROM "${table}" t WHERE "${column}" = ANY($1) ORDER BY id`, ours);
  return [await rows('person', 'id'), await rows('account', 'personId'), await whatIsKept(world, ANSWERS)];
}
