import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openCore } from '../../core/index.ts';
import { openKeys } from '../../core/store/keys.ts';
import { openStore } from '../../core/store/store.ts';
import { momentAt } from '../support/moved-clock.ts';
import { openPaperWorld, type PaperWorld, type Writer } from '../support/paper-world.ts';
import { aMatching, waitsForMatch } from '../support/waiting.ts';

const LIVED = { 'lives-with': ['dementia'] };
const by = { is: 'coordinator', name: 'test' } as const;
const ROUNDS = 30;

let world: PaperWorld;
beforeEach(async () => {
  world = await openPaperWorld();
  await world.core.perform({ command: 'load-programme', args: { slug: 'test', document: aMatching() }, by });
});
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

async function waits(as: 'mentee' | 'mentor', who: Writer): Promise<void> {
  const { store, clock, core, programmeId } = world;
  const settle = () => core.settle();
  const waiting = { personId: who.id, programmeId, as, answers: LIVED, words: 'Hello.' };
  await waitsForMatch({ store, clock, settle }, waiting);
}

/** A second program on the same database, as a charity that runs two would have it. */
function another() {
  const store = openStore({ url: world.url, keys: openKeys(randomBytes(32)), connections: 4 });
  const onFault = () => undefined;
  return { store, core: openCore({ store, channels: [], moment: () => momentAt(world.clock), onFault }) };
}

it('of two matches for one last place, confirmed in two programs at the same moment, one wins and the other is told (MAT-09, MAT-14)', async () => {
  const other = another();
  const outcomes: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const mentor = await world.person(`Ruth${round}`);
    const mentees = await Promise.all([world.person(`Aisha${round}`), world.person(`Ada${round}`)]);
    await waits('mentor', mentor);
    for (const mentee of mentees) await waits('mentee', mentee);
    // Both said yes to: as if two had asked at the same moment.
    await world.rows(
      `UPDATE match SET state = 'accepted', "askedAt" = "createdAt", "answeredAt" = "createdAt" WHERE "mentorId" = '${mentor.id}'`,
    );
    const found = await world.rows(`SELECT id FROM match WHERE "mentorId" = '${mentor.id}' ORDER BY id`);
    const confirmed = await Promise.all(
      [world.core, other.core].map((core, index) =>
        core.perform({ command: 'confirm-match', args: { matchId: found[index]?.['id'] }, by }),
      ),
    );
    const did = confirmed.map((each) => (each.did === 'refused' ? each.refusal.refused : each.did));
    outcomes.push(did.toSorted().join(' and '));
    const pairs = await world.rows(`SELECT id FROM pair WHERE "mentorId" = '${mentor.id}'`);
    expect(pairs).toHaveLength(1);
    await world.core.settle();
    // Nothing is half done: the one has a pair, the other waits on and nobody is asked for them.
    const left = await world.rows(
      `SELECT e.state, m.state AS match FROM match m JOIN enquiry e ON e."personId" = m."menteeId"
       WHERE m."mentorId" = '${mentor.id}' ORDER BY 1`,
    );
    expect(left).toEqual([
      { state: 'matched', match: 'confirmed' },
      { state: 'waiting', match: 'withdrawn' },
    ]);
    await world.rows(`UPDATE enquiry SET state = 'withdrawn'`);
  }
  expect(new Set(outcomes)).toEqual(new Set(['done and pair.no-place']));
  await other.store.close();
}, 60_000);
