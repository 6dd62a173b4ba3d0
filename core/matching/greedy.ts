import { FORBIDDEN } from './assignment.ts';
import type { Numbers } from './cohort.ts';

/**
 * The draft that people would make one by one: who waited longest picks first, and takes the mentor with the best score of
 * those who have a place. Between mentors who are equal, whose turn it is: see seatsOf in cohort.ts.
 */
export function greedy({ scores, seats, mentees }: Numbers): Int32Array {
  const sits = new Uint8Array(seats.rank.length);
  return Int32Array.from(mentees, (_, mentee) => {
    let best = -1;
    let chosen = -1;
    for (let seat = 0; seat < sits.length; seat += 1) {
      const score = scores.of[mentee * scores.mentors + (seats.mentorOf[seat] ?? 0)] ?? FORBIDDEN;
      if (sits[seat] === 1 || score === FORBIDDEN || score <= best) continue;
      [best, chosen] = [score, seat];
    }
    if (chosen < 0) return -1;
    sits[chosen] = 1;
    return seats.mentorOf[chosen] ?? -1;
  });
}
