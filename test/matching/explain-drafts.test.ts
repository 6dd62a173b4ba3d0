import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cohort, turnsOf } from '../../core/matching/cohort.ts';
import { type Draft, draftOf } from '../../core/matching/draft.ts';
import { draftBoth } from '../../core/matching/drafts.ts';
import { differencesOf, sayThread, threadsOf } from '../../core/matching/explain-drafts.ts';
import { loadTexts } from '../../core/texts/say.ts';
import { cohorts } from './random-cohorts.ts';

const RUNS = { numRuns: 300 };
const texts = loadTexts();

function both(cohort: Cohort) {
  const made = draftBoth(cohort);
  const [here, there] = [draftOf(cohort, made.optimum), draftOf(cohort, made.greedy)];
  return { here, there, differs: differencesOf(here, there, turnsOf(cohort)) };
}

const names = ({ pairs }: Draft) => pairs.map(({ menteeId, mentorId }) => `${menteeId} ${mentorId}`);
const sum = (all: readonly number[]) => all.reduce((total, each) => total + each, 0);

describe('how a draft differs from the one in which whoever waited longest picks first', () => {
  it('adds up: what the threads gain is what the draft has more, in people and in points', () => {
    fc.assert(
      fc.property(cohorts(8), (cohort) => {
        const { here, there, differs } = both(cohort);
        const threads = threadsOf(differs);
        const people = sum(threads.map(({ pairs }) => pairs.here - pairs.there));
        const points = sum(threads.map((thread) => thread.points.here - thread.points.there));
        expect(people).toBe(here.pairs.length - there.pairs.length);
        expect(points).toBe(here.total - there.total);
      }),
      RUNS,
    );
  });

  it('names every pair that is in one of the two alone once, and no other', () => {
    fc.assert(
      fc.property(cohorts(8), (cohort) => {
        const { here, there, differs } = both(cohort);
        const named = (key: 'hereId' | 'thereId') =>
          differs.flatMap((each) => (each[key] === null ? [] : [`${each.menteeId} ${each[key]}`]));
        const [inHere, inThere] = [names(here), names(there)];
        expect(named('hereId').sort()).toEqual(inHere.filter((pair) => !inThere.includes(pair)).sort());
        expect(named('thereId').sort()).toEqual(inThere.filter((pair) => !inHere.includes(pair)).sort());
        expect(new Set(differs.map(({ menteeId }) => menteeId)).size).toBe(differs.length);
      }),
      RUNS,
    );
  });

  it('tells together what hangs together: no mentor is in two threads, nobody is before their turn', () => {
    fc.assert(
      fc.property(cohorts(8), (cohort) => {
        const { differs } = both(cohort);
        const turns = turnsOf(cohort);
        const threads = threadsOf(differs);
        const mentors = threads.map(
          (thread) =>
            new Set(thread.differs.flatMap(({ hereId, thereId }) => [hereId ?? [], thereId ?? []].flat())),
        );
        const all = mentors.flatMap((each) => [...each]);
        expect(new Set(all).size).toBe(all.length);
        for (const thread of threads) {
          const order = thread.differs.map(({ menteeId }) => turns.indexOf(menteeId));
          expect(order).toEqual(order.toSorted((a, b) => a - b));
        }
        const first = threads.map((thread) => turns.indexOf(thread.differs[0]?.menteeId ?? ''));
        expect(first).toEqual(first.toSorted((a, b) => a - b));
      }),
      RUNS,
    );
  });

  it('has a sentence for each who differs, and one for what it comes to', () => {
    fc.assert(
      fc.property(cohorts(8), (cohort) => {
        for (const thread of threadsOf(both(cohort).differs)) {
          const said = sayThread(thread, (id) => `<${id}>`).map((words) => texts.render('en', words));
          expect(said).toHaveLength(thread.differs.length + 1);
          for (const [index, { menteeId }] of thread.differs.entries())
            expect(said[index]).toContain(`<${menteeId}>`);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('says who would have had whom first, and who would then have nobody', () => {
    const two = (menteeId: string, mentorId: string, score: number) => ({
      menteeId,
      mentorId,
      score,
      reasons: { v: 1 as const, factors: [], unknown: [], generic: false },
    });
    const here: Draft = {
      pairs: [two('Ada', 'Dee', 12), two('Cas', 'Bram', 10)],
      mentees: [],
      mentors: [],
      total: 22,
    };
    const there: Draft = { pairs: [two('Ada', 'Bram', 15)], mentees: [], mentors: [], total: 15 };
    const threads = threadsOf(differencesOf(here, there, ['Ada', 'Cas']));
    expect(threads).toHaveLength(1);
    const said = threads.flatMap((thread) => sayThread(thread, (id) => id));
    expect(said.map((words) => texts.render('en', words).replaceAll(/[\u2068\u2069]/g, ''))).toEqual([
      'Ada would have Bram (15 points). In this draft it is Dee (12 points).',
      'Then Cas would have nobody. In this draft it is Bram (10 points).',
      'Together: 2 have somebody in this draft rather than 1, with 22 rather than 15 points.',
    ]);
  });
});
