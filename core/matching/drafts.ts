import { type Cohort, numbersOf } from './cohort.ts';
import { type DraftNumbers, draftNumbers } from './draft.ts';
import { greedy } from './greedy.ts';
import { optimum } from './optimum.ts';

/** How far a run has come: mentees scored, then mentees placed. */
export type Progress = { readonly at: 'scores' | 'places'; readonly done: number; readonly of: number };

/** Both drafts of a cohort: the best for all together, and the one where whoever waited longest picks first. */
export type BothDrafts = { readonly optimum: DraftNumbers; readonly greedy: DraftNumbers };

export function draftBoth(
  cohort: Cohort,
  onProgress: (progress: Progress) => void = () => undefined,
): BothDrafts {
  const of = cohort.mentees.length;
  const told = (at: Progress['at']) => (done: number) => {
    // A hundred words are enough, however many people there are.
    if (done === of || done % Math.ceil(of / 100) === 0) onProgress({ at, done, of });
  };
  const numbers = numbersOf(cohort, told('scores'));
  const best = optimum(numbers.scores, numbers.seats, numbers.rank, told('places'));
  return {
    optimum: draftNumbers(cohort, numbers, best),
    greedy: draftNumbers(cohort, numbers, greedy(numbers)),
  };
}
