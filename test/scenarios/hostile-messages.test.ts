import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { By } from '../../core/kernel/command.ts';
import { hostileWords } from '../bots/hostile-words.ts';
import { hostileInSlack } from '../bots/slack-seen.ts';
import { figure } from '../faults/size.ts';
import { APPS, type AppName } from '../support/apps/app.ts';
import { type Pair, pairOn } from '../support/arrive.ts';
import { openWorld, type World } from '../support/world.ts';

/** A message goes all the way from one of a pair to the other, so that a tenth of the strings goes that way. */
const HOW_MANY = Math.max(1, Math.floor(Number(process.env['HOSTILE_STRINGS'] ?? 100) / 10));
const SEED = 20261123;
const TIME_MS = 60_000 + HOW_MANY * 3000;

let world: World;
const pairs = new Map<AppName, Pair>();

beforeAll(async () => {
  world = await openWorld({ apps: APPS });
  for (const mentee of APPS) {
    const names = { mentee: `Mia ${mentee}`, mentor: `Max ${mentee}` };
    const pair = await pairOn(world, { mentee, mentor: 'telegram' }, names);
    await pair.mentee.does('settings', { press: 'Private previews off' });
    pairs.set(mentee, pair);
  }
});
afterAll(async () => await world.close());

it('what one of a pair writes to the other calls, links and formats nothing in any app', {
  timeout: TIME_MS,
}, async () => {
  const words = fc
    .sample(fc.oneof(hostileWords, hostileInSlack), { numRuns: HOW_MANY * 2, seed: SEED })
    .filter((each) => each.trim() !== '')
    .slice(0, HOW_MANY);
  for (const text of words) {
    for (const [app, { mentorId, pairId, mentee }] of pairs) {
      const before = mentee.phone.mark();
      await writes(mentorId, pairId, text);
      const news = mentee.phone.see().filter(({ revision }) => revision > before);
      expect([app, letters(news.map((each) => each.text).join(''))]).toEqual([
        app,
        expect.stringContaining(letters(text)),
      ]);
      expect([app, text, seenBy(app, mentee.phone.userId)]).toEqual([app, text, []]);
    }
  }
  expect(world.faults).toEqual([]);
  figure(
    'hostile',
    'messages from one of a pair to the other, in each app; what came of them',
    `${words.length}; 0`,
  );
});

async function writes(personId: string, pairId: string, text: string): Promise<void> {
  const { people } = world.core.read;
  const [person, [account]] = await Promise.all([people.person(personId), people.accountsOf(personId)]);
  if (person === undefined || account === undefined) throw new Error('The writer is gone');
  const by: By = { is: 'person', person, account };
  const written = await world.core.perform({ command: 'write-pair-message', args: { pairId, text }, by });
  expect([text, written.did]).toEqual([text, 'done']);
  await world.settle();
}

/** What is left of a text however it is laid out. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Whatever stands before somebody that does something besides being read, as their app has it. */
function seenBy(app: AppName, id: string): unknown[] {
  if (app === 'telegram') {
    const user = world.telegram.user({ id: Number(id), firstName: '' });
    const all = user.see().flatMap(({ from, entities }) => (from.isBot ? entities : []));
    // Ours: shown as it was typed.
    return all.filter(({ type }) => type !== 'code');
  }
  if (app === 'slack') {
    const seen = world.slack.user({ id, name: '' }).see();
    return seen.flatMap(({ from, mentions, links, formats }) =>
      from.isBot ? [...mentions, ...links, ...formats] : [],
    );
  }
  const seen = world.discord.user({ id, name: '' }).see();
  return seen.flatMap(({ from, marks, pings }) => {
    if (!from.isBot) return [];
    // A moment that each reader sees on their own clock is ours.
    const { users, roles, channels, links, others, formats, everyone } = marks;
    const called = everyone || pings.everyone ? ['everyone'] : [];
    return [...users, ...roles, ...channels, ...links, ...others, ...formats, ...called, ...pings.users];
  });
}
