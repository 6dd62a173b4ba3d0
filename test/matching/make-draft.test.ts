import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftFor } from '../../core/matching/draft-cohort.ts';
import { askedDraft } from '../support/drafting.ts';
import { openPaperWorld, type PaperWorld, type Writer } from '../support/paper-world.ts';
import { aMatching } from '../support/waiting.ts';
import { finders, LIVED } from './finders.ts';

const by = { is: 'coordinator', name: 'test' } as const;

let world: PaperWorld;
let mentor: Writer;
const { person, waits } = finders(() => world);

beforeEach(async () => {
  world = await openPaperWorld();
  await world.core.perform({ command: 'load-programme', args: { slug: 'test', document: aMatching() }, by });
  mentor = await person('Ruth');
  // Nobody agreed to be shown, so that nobody is offered before there is a draft.
  await waits('mentor', mentor, LIVED, false);
  await waits('mentee', await person('Aisha'), LIVED, false);
});
afterEach(async () => await world.close());

async function draft() {
  const found = await world.core.read.matches.draftOf(world.programmeId);
  if (found === undefined) throw new Error('There is no draft');
  return found;
}

async function byClock(command: string, args: object) {
  const done = await world.core.perform({ command, args, by: { is: 'clock' } });
  return done.did === 'done' ? done.happened.map(({ event }) => event) : [];
}

const drafted = () => world.core.read.matches.inState(world.programmeId, ['drafted']);
const worksOut = () =>
  draftFor(world.store.read, { programmeId: world.programmeId, seed: '1', now: world.clock.now() });

describe('a draft of everybody, as work of its own', () => {
  it('is asked for at once, looked at on the way, and made once however often it is asked for', async () => {
    const asked = await askedDraft(world, 'a');
    expect(await draft()).toMatchObject({ id: asked, state: 'queued', share: 0, seed: 'a' });
    expect(await world.core.draftsLeft()).toEqual([asked]);
    expect(await askedDraft(world, 'b')).toBe(asked);
    expect(await byClock('begin-draft', { draftId: asked })).toEqual(['draft.begun']);
    // While somebody is at it, it is nobody else's, and whoever asks has the same one.
    expect(await world.core.draftsLeft()).toEqual([]);
    expect(await world.core.draft(asked)).toBe('not-ours');
    expect(await askedDraft(world, 'c')).toBe(asked);
    await byClock('note-draft', { draftId: asked, run: 1, share: 40 });
    expect(await draft()).toMatchObject({ state: 'drafting', share: 40, seed: 'a', run: 1 });
    expect(await byClock('save-draft', { draftId: asked, run: 1, ...(await worksOut()) })).toEqual([
      'draft.made',
    ]);
    expect(await draft()).toMatchObject({ state: 'ready', share: 100 });
    expect(await drafted()).toHaveLength(1);
    expect(await world.core.draft(asked)).toBe('not-ours');
    expect(world.faults).toEqual([]);
  });

  it('keeps the last run alone, where two were at it', async () => {
    const draftId = await askedDraft(world);
    await byClock('begin-draft', { draftId });
    await world.later({ minutes: 2 });
    // Nobody heard of the first for long: another begins anew.
    expect(await world.core.draftsLeft()).toEqual([draftId]);
    await byClock('begin-draft', { draftId });
    const found = await worksOut();
    await byClock('note-draft', { draftId, run: 1, share: 99 });
    expect(await byClock('save-draft', { draftId, run: 1, ...found })).toEqual([]);
    expect(await draft()).toMatchObject({ state: 'drafting', share: 0, run: 2 });
    expect(await byClock('save-draft', { draftId, run: 2, ...found })).toEqual(['draft.made']);
  });

  it('is left for another by whoever is to end, and what was made before stays meanwhile', async () => {
    await world.core.draft(await askedDraft(world));
    const [before] = await drafted();
    const draftId = await askedDraft(world);
    const ending = new AbortController();
    ending.abort(new Error('to end'));
    expect(await world.core.draft(draftId, { signal: ending.signal })).toBe('left');
    expect(await draft()).toMatchObject({ state: 'queued', run: 0 });
    expect(await drafted()).toEqual([before]);
    expect((await draft()).summary).toMatchObject({ pairs: 1 });
    expect(await world.core.draftsLeft()).toEqual([draftId]);
    expect(await world.core.draft(draftId)).toBe('ready');
    expect(world.faults).toEqual([]);
  });

  it('that fails three times is not tried again by itself, and asked for again it is', async () => {
    // What somebody answered cannot be opened any more.
    const [{ sealed } = { sealed: '' }] = await world.rows(
      `SELECT "answersSealed" AS sealed FROM enquiry WHERE "personId" = '${mentor.id}'`,
    );
    await world.rows(`UPDATE enquiry SET "answersSealed" = 'broken' WHERE "personId" = '${mentor.id}'`);
    const draftId = await askedDraft(world);
    expect(await world.core.draft(draftId)).toBe('left');
    expect(await world.core.draft(draftId)).toBe('left');
    expect(await world.core.draft(draftId)).toBe('failed');
    expect(await draft()).toMatchObject({ state: 'failed', why: 'fault' });
    expect(await world.core.draftsLeft()).toEqual([]);
    expect(world.faults.map(({ fault }) => fault)).toEqual(['draft', 'draft', 'draft']);
    expect(JSON.stringify(world.faults)).not.toContain('broken');
    await world.rows(`UPDATE enquiry SET "answersSealed" = '${sealed}' WHERE "personId" = '${mentor.id}'`);
    expect(await world.core.draft(await askedDraft(world))).toBe('ready');
  });

  it('that nobody lives to make is begun three times and no more', async () => {
    const draftId = await askedDraft(world);
    for (let run = 0; run < 3; run += 1) {
      expect(await byClock('begin-draft', { draftId })).toEqual(['draft.begun']);
      await world.later({ minutes: 2 });
    }
    expect(await world.core.draft(draftId)).toBe('failed');
    expect(await draft()).toMatchObject({ state: 'failed', why: 'fault' });
  });

  it('is a coordinator’s to ask for, of their own programme', async () => {
    const args = { programmeId: world.programmeId };
    const own = await world.store.read.people.person(mentor.id);
    if (own === undefined) throw new Error('Nobody is there');
    const asked = await world.core.perform({
      command: 'ask-for-draft',
      args,
      by: { is: 'at-desk', person: own },
    });
    expect(asked.did).toBe('refused');
    expect(await world.core.read.matches.draftOf(world.programmeId)).toBeUndefined();
  });

  it('keeps no word of anybody in its row', async () => {
    await world.core.draft(await askedDraft(world));
    const [row] = await world.rows('SELECT to_jsonb(d)::text AS row FROM match_draft d');
    expect(String(row?.['row'])).not.toMatch(/Ruth|Aisha|dementia|I have been there/);
  });
});
