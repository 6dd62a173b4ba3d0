import { emptyAssignment, FORBIDDEN, type Scores, type Seats } from '../../core/matching/assignment.ts';

/**
 * The costs that we reckon with, laid out as munkres wants them: a forbidden pair at the price of being left over, and as
 * many columns as there are mentees, because it says nothing of what a row costs that it gives no column.
 */
export function munkresCosts(scores: Scores, seats: Seats, rank: Int32Array): Float64Array[] {
  const state = emptyAssignment(scores, seats, rank);
  const width = Math.max(scores.mentees, seats.rank.length);
  return Array.from({ length: scores.mentees }, (_, mentee) => {
    const row = new Float64Array(width).fill(state.alone[mentee] ?? 0);
    for (const [seat, mentor] of seats.mentorOf.entries()) {
      const score = scores.of[mentee * scores.mentors + mentor] ?? FORBIDDEN;
      if (score !== FORBIDDEN) row[seat] = (state.cost[score] ?? 0) - (state.credit[seat] ?? 0);
    }
    return row;
  });
}
