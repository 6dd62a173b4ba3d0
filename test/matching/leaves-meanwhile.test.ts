import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Core, openCore } from '../../core/index.ts';
import { openKeys } from '../../core/store/keys.ts';
import { openStore } from '../../core/store/store.ts';
import { momentAt } from '../support/moved-clock.ts';
import { openPaperWorld, type PaperWorld, type Writer } from '../support/paper-world.ts';
import { aMatching } from '../support/waiting.ts';
import { finders } from './finders.ts';

const by = { is: 'coordinator', name: 'test' } as const;
const ROUNDS = 8;

let world: PaperWorld;
let other: { readonly core: Core; close(): Promise<void> };
const { person, waits } = finders(() => world);

beforeEach(async () => {
  world = await openPaperWorld();
  await world.core.perform({ command: 'load-programme', args: { slug: 'test', document: aMatching() }, by });
  // A second program on the same database, as a charity that runs two would have it.
  const store = openStore({ url: world.url, keys: openKeys(randomBytes(32)), connections: 4 });
  const onFault = () => undefined;
  const core = openCore({ store, channels: [], moment: () => momentAt(world.clock), onFault });
  other = { core, close: () => store.close() };
});
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await other.close();
  await world.close();
});

async function as(who: Writer) {
  const { read } = world.core;
  const [them, account] = [await read.people.person(who.id), await read.people.account(who.accountId)];
  if (them === undefined || account === undefined) throw new Error('Nobody is there');
  return { is: 'person', person: them, account } as const;
}

async function two(round: number) {
  const [ruth, aisha] = [await person(`Ruth${round}`), await person(`Aisha${round}`)];
  await waits('mentor', ruth);
  await waits('mentee', aisha);
  const [row] = await world.rows(`SELECT id FROM match WHERE "menteeId" = '${aisha.id}'`);
  return { ruth, aisha, matchId: String(row?.['id']) };
}

async function stands(matchId: string) {
  const [row] = await world.rows(
    `SELECT m.state AS match, e.state AS way,
        (SELECT count(*)::int FROM pair p WHERE p."menteeId" = m."menteeId" AND p.state <> 'ended') AS pairs
      FROM match m JOIN enquiry e ON e."personId" = m."menteeId" WHERE m.id = '${matchId}'`,
  );
  return row;
}

const did = (done: Awaited<ReturnType<Core['perform']>>): string =>
  done.did === 'refused' ? done.refusal.refused : done.did;

describe('a mentor who leaves at the very moment', () => {
  it('at which she is asked is asked no more, and whoever asked is told and waits on (MAT-07)', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const { ruth, aisha, matchId } = await two(round);
      const [mentee, mentor] = [await as(aisha), await as(ruth)];
      const [asked, left] = await Promise.all([
        world.core.perform({ command: 'pick-mentor', args: { matchId }, by: mentee }),
        other.core.perform({ command: 'stop', args: {}, by: mentor }),
      ]);
      outcomes.add(did(asked));
      expect(did(left)).toBe('done');
      await world.core.settle();
      expect(await stands(matchId)).toMatchObject({ match: 'withdrawn', way: 'waiting', pairs: 0 });
      const open = await world.rows(
        `SELECT key FROM due WHERE command = 'expire-match' AND args->>'matchId' = '${matchId}'`,
      );
      expect(open).toEqual([]);
      if (did(asked) !== 'done') continue;
      if (world.labels(aisha).includes('See it')) await world.press(aisha, 'See it');
      expect(world.said(aisha)).toMatch(/not free just now/);
    }
    for (const each of outcomes) expect(['done', 'match.not-free']).toContain(each);
  }, 60_000);

  it('at which a coordinator confirms has a pair whole or not at all (MAT-09)', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { ruth, matchId } = await two(round);
      await world.rows(
        `UPDATE match SET state = 'accepted', "askedAt" = "createdAt", "answeredAt" = "createdAt" WHERE id = '${matchId}'`,
      );
      const mentor = await as(ruth);
      const [confirmed, left] = await Promise.all([
        world.core.perform({ command: 'confirm-match', args: { matchId }, by }),
        other.core.perform({ command: 'stop', args: {}, by: mentor }),
      ]);
      expect(did(left)).toBe('done');
      await world.core.settle();
      const whole = { match: 'confirmed', way: 'matched', pairs: 1 };
      const none = { match: 'withdrawn', way: 'waiting', pairs: 0 };
      expect(await stands(matchId)).toEqual(did(confirmed) === 'done' ? whole : none);
    }
  }, 60_000);

  it('before whoever chose from the list presses is said to be not free, with who else there is', async () => {
    const { ruth, aisha, matchId } = await two(0);
    await world.press(aisha, 'See it');
    // What follows from her leaving has not been done yet.
    await world.rows(`UPDATE person SET state = 'stopped' WHERE id = '${ruth.id}'`);
    await world.press(aisha, 'Ask Ruth');
    expect(world.last(aisha)).toMatch(/not free just now|nobody here who truly fits/);
    expect(await stands(matchId)).toMatchObject({ match: 'offered', pairs: 0 });
    expect(world.messages(ruth)).toEqual([]);
  });
});
