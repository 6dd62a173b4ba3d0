import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Core, openCore } from '../../core/index.ts';
import type { Change } from '../../core/kernel/change.ts';
import { MatchDraft } from '../../core/matching/match.ts';
import type { Committed } from '../../core/store/commit.ts';
import { askedDraft, madeDraft } from '../support/drafting.ts';
import { momentAt } from '../support/moved-clock.ts';
import { openPaperWorld, type PaperWorld, type Writer } from '../support/paper-world.ts';
import { aMatching } from '../support/waiting.ts';
import { finders, LIVED } from './finders.ts';

const by = { is: 'coordinator', name: 'test' } as const;
const ROUNDS = 12;

let world: PaperWorld;
let [ruth, aisha]: Writer[] = [];
const { person, waits, perform } = finders(() => world);

beforeEach(async () => {
  world = await openPaperWorld();
  await world.core.perform({ command: 'load-programme', args: { slug: 'test', document: aMatching() }, by });
  ruth = await person('Ruth');
  aisha = await person('Aisha');
  await waits('mentor', ruth, LIVED, false);
  await waits('mentee', aisha, LIVED, false);
});
afterEach(async () => await world.close());

function keeps({ saves }: Change): boolean {
  return saves.some(({ table, row }) => table === 'match_draft' && MatchDraft.parse(row).state === 'ready');
}

/** A second program, in which something else comes between reading and writing a draft that is to be kept. */
function another(meanwhile: () => Promise<Committed | undefined>): Core {
  const { store } = world;
  return openCore({
    store: {
      ...store,
      async commit(change, cause, at) {
        const comes = keeps(change) ? await meanwhile() : undefined;
        return comes ?? (await store.commit(change, cause, at));
      },
    },
    channels: [],
    moment: () => momentAt(world.clock),
    onFault: () => undefined,
  });
}

const drafted = () => world.core.read.matches.inState(world.programmeId, ['drafted']);
const rows = () => world.rows(`SELECT state, score, reasons::text AS why FROM match WHERE state = 'drafted'`);
const draft = async () => await world.core.read.matches.draftOf(world.programmeId);
const apart = () =>
  perform('keep-apart', { programmeId: world.programmeId, menteeId: aisha?.id, mentorId: ruth?.id });
const erased = () => perform('erase-person', { personId: aisha?.id });

describe('in the very moment in which a draft is kept', () => {
  it.each([
    ['two are kept apart', apart],
    ['one of them is erased', erased],
  ])('%s: they do not come back in it', async (_, happens) => {
    let times = 0;
    const other = another(async () => {
      times += 1;
      if (times === 1) expect(await happens()).toBe('done');
      return undefined;
    });
    expect(await other.draft(await askedDraft(world))).toBe('ready');
    expect(times).toBe(2);
    expect(await rows()).toEqual([]);
    expect((await draft())?.summary).toMatchObject({ pairs: 0, total: 0, greedyPairs: 0 });
  });

  it.each([
    ['two are kept apart', apart],
    ['one of them is erased', erased],
  ])(
    'and in whatever order they come: %s',
    async (_, happens) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        ruth = await person(`Ruth ${round}`);
        aisha = await person(`Aisha ${round}`);
        await waits('mentor', ruth, LIVED, false);
        await waits('mentee', aisha, LIVED, false);
        const draftId = await askedDraft(world);
        let done: Promise<string> | undefined;
        const other = another(async () => {
          done ??= happens();
          // Now the one comes first, now the other.
          for (let turn = 0; turn < round * 3; turn += 1) await new Promise(setImmediate);
          return undefined;
        });
        expect(await other.draft(draftId)).toBe('ready');
        expect(await done).toBe('done');
        const two = await drafted();
        expect(
          two.filter(({ menteeId, mentorId }) => menteeId === aisha?.id && mentorId === ruth?.id),
        ).toEqual([]);
      }
      expect(world.faults).toEqual([]);
    },
    60_000,
  );

  it('a coordinator changes the one before: they are told, or it is in the new one', async () => {
    await madeDraft(world);
    const [match] = await drafted();
    const draftId = await askedDraft(world);
    expect(await perform('take-out-drafted', { matchId: match?.id })).toBe('draft.being-made');
    expect(await world.core.draft(draftId)).toBe('ready');
    expect(await perform('take-out-drafted', { matchId: match?.id })).toBe('done');
  });

  it('others write each time: it ends, and whoever asked reads why', async () => {
    const other = another(async () => 'stale');
    expect(await other.draft(await askedDraft(world))).toBe('failed');
    expect(await draft()).toMatchObject({ state: 'failed', why: 'overtaken' });
    expect(await drafted()).toEqual([]);
    // At a quieter moment it is made.
    expect(await madeDraft(world)).toBe('ready');
  });
});
