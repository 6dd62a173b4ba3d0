import munkres from 'munkres';
import { FORBIDDEN } from '../../core/matching/assignment.ts';
import { type Cohort, numbersOf } from '../../core/matching/cohort.ts';
import { draftNumbers, draftOf } from '../../core/matching/draft.ts';
import { optimum } from '../../core/matching/optimum.ts';
import { munkresCosts } from '../matching/munkres-costs.ts';
import { taggedCohort } from './tagged-cohort.ts';

export type Result = { readonly placed: number; readonly total: number };

/** All of it: everybody scored with everybody, the best draft, and the reasons of each pair. */
export function oursOn(cohort: Cohort): Result {
  const numbers = numbersOf(cohort);
  const mentorOf = optimum(numbers.scores, numbers.seats, numbers.rank);
  const draft = draftOf(cohort, draftNumbers(cohort, numbers, mentorOf));
  return { placed: draft.pairs.length, total: draft.total };
}

/** The costs are laid out beforehand: to solve them is all that munkres does. */
export function munkresOn(cohort: Cohort): () => Result {
  const { scores, seats, rank } = numbersOf(cohort);
  const costs = munkresCosts(scores, seats, rank);
  return () => {
    const found = munkres(costs).flatMap(([mentee, seat]) => {
      const score = scores.of[mentee * scores.mentors + (seats.mentorOf[seat] ?? 0)] ?? FORBIDDEN;
      return score === FORBIDDEN ? [] : [score];
    });
    return { placed: found.length, total: found.reduce((sum, score) => sum + score, 0) };
  };
}

/** In a process of its own: the CPU seconds of one run, and the most memory that the process ever had. */
if (process.argv[1] === import.meta.filename) {
  const cohort = taggedCohort(Number(process.argv[3]));
  const work = process.argv[2] === 'ours' ? () => oursOn(cohort) : munkresOn(cohort);
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  const most = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify({ ...result, seconds: (user + system) / 1e6, most }));
}
