import type { Assignment } from './assignment.ts';

/**
 * Each of these mentees takes the seat that costs them least, and makes it dearer by what it is worth to them above the
 * next one; who sat there is to look again. Most people have their seat after a few rounds, and everybody's seat is the
 * cheapest there is for them at the prices that came of it. Those who are still without one are given back.
 */
export function bid(state: Assignment, mentees: readonly number[]): number[] {
  const open: number[] = [];
  const waiting = [...mentees].reverse();
  for (let mentee = waiting.pop(); mentee !== undefined; mentee = waiting.pop()) {
    const choice = chooseSeat(state, mentee);
    // Being left over is what costs this one least, whatever others do: prices only rise.
    if (choice === undefined) continue;
    const { seat, rise } = choice;
    const before = state.onSeat[seat] ?? -1;
    state.credit[seat] = (state.credit[seat] ?? 0) - rise;
    state.onSeat[seat] = mentee;
    state.seatOf[mentee] = seat;
    if (before < 0) continue;
    state.seatOf[before] = -1;
    // Without a rise the two could take it from one another for ever.
    (rise > 0 ? waiting : open).push(before);
  }
  return open;
}

type Choice = { readonly seat: number; readonly rise: number };

function chooseSeat(state: Assignment, mentee: number): Choice | undefined {
  const { cost, credit, mentorOf, onSeat } = state;
  const { mentors, of } = state.scores;
  const row = mentee * mentors;
  let least = state.alone[mentee] ?? 0;
  let next = least;
  let [seat, other] = [-1, -1];
  for (let each = 0; each < credit.length; each += 1) {
    const price = (cost[of[row + (mentorOf[each] ?? 0)] ?? 0] ?? 0) - (credit[each] ?? 0);
    if (price >= next) continue;
    if (price < least) {
      [next, other] = [least, seat];
      [least, seat] = [price, each];
    } else {
      [next, other] = [price, each];
    }
  }
  if (seat < 0) return undefined;
  const rise = next - least;
  // Two seats that are worth the same: rather the empty one.
  const taken = (onSeat[seat] ?? -1) >= 0;
  return rise === 0 && taken && other >= 0 ? { seat: other, rise } : { seat, rise };
}
