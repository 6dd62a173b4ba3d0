import type { Enquiry } from '../enquiries/enquiry.ts';
import type { Pair } from '../pairs/pair.ts';
import type { Reader } from '../store/reader.ts';

/** How often the first match was not the one, and how long a different one took (MAT-13, MAT-22). Counts alone. */
export type MatchReport = {
  /** Mentees who ever had a match. */
  readonly first: number;
  /** Of these, those whose first ended and who had, or wait for, a different one. */
  readonly failed: number;
  /** Whole days from the end of the first to the next, for those who have it; the middle one. */
  readonly daysToNext: number | null;
  /** Those who wait for a different one now. */
  readonly waitAgain: number;
};

export async function matchReport(read: Reader, programmeId: string): Promise<MatchReport> {
  const [pairs, waiting] = await Promise.all([
    read.pairs.list(),
    read.enquiries.waiting(programmeId, 'mentee'),
  ]);
  return reported(
    pairs.filter((pair) => pair.programmeId === programmeId),
    waiting,
  );
}

/** Pure: `pairs` in the order in which they were made. */
export function reported(
  pairs: readonly Pick<Pair, 'menteeId' | 'createdAt' | 'endedAt'>[],
  waiting: readonly Pick<Enquiry, 'personId' | 'againSince'>[],
): MatchReport {
  const again = new Set(
    waiting.filter(({ againSince }) => againSince != null).map(({ personId }) => personId),
  );
  const byMentee = Map.groupBy(pairs, ({ menteeId }) => menteeId);
  const days: number[] = [];
  let failed = 0;
  for (const [menteeId, [first, second]] of byMentee) {
    if (first?.endedAt == null || (second === undefined && !again.has(menteeId))) continue;
    failed += 1;
    if (second !== undefined)
      days.push(Math.floor(first.endedAt.until(second.createdAt).total('hours') / 24));
  }
  const middle = days.toSorted((a, b) => a - b)[Math.floor((days.length - 1) / 2)];
  return { first: byMentee.size, failed, daysToNext: middle ?? null, waitAgain: again.size };
}
