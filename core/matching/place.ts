import type { Assignment } from './assignment.ts';
import { CheapestFirst } from './cheapest-first.ts';
import { lookAtAll, type NearSeats, newNearSeats } from './near-seats.ts';

/** What a search needs, made once for all searches. */
export type Search = {
  readonly near: NearSeats;
  /** What it costs to come to each seat on the best way found, and who comes to it on that way. */
  readonly cost: Float64Array;
  readonly by: Int32Array;
  /** By mentee: what the way up to them takes from the price of every seat. */
  readonly before: Float64Array;
  /** Seats that have a cost; those that were looked at come first in `seen`. */
  readonly found: number[];
  readonly seen: number[];
  /** Seats to look at; and mentees for whom more than their near seats is to be looked at, as -1 - mentee. */
  readonly open: CheapestFirst;
  /** Where the best way known ends: on an empty seat, or (-1) with a mentee who is left over. */
  end: { at: number; seat: number; mentee: number };
};

export function newSearch(mentees: number, seats: number): Search {
  return {
    near: newNearSeats(mentees, seats),
    cost: new Float64Array(seats).fill(Number.POSITIVE_INFINITY),
    by: new Int32Array(seats),
    before: new Float64Array(mentees),
    found: [],
    seen: [],
    open: new CheapestFirst(),
    end: { at: 0, seat: -1, mentee: 0 },
  };
}

/**
 * Finds a seat for one more mentee, or leaves one over, at the least cost for all together: the cheapest way on which each
 * takes the seat of the next, up to an empty seat or somebody who is left over. Prices rise so that everybody's seat stays
 * the cheapest there is for them, which is what makes the whole assignment the best one.
 */
export function place(state: Assignment, search: Search, mentee: number): void {
  explore(state, search, mentee);
  const { at, seat, mentee: leftOver } = search.end;
  if (seat >= 0) shift(state, search, mentee, seat);
  else if (leftOver !== mentee) {
    const given = state.seatOf[leftOver] ?? -1;
    state.seatOf[leftOver] = -1;
    shift(state, search, mentee, given);
  }
  for (const each of search.seen) {
    state.credit[each] = (state.credit[each] ?? 0) + (search.cost[each] ?? 0) - at;
  }
  for (const each of search.found) search.cost[each] = Number.POSITIVE_INFINITY;
}

function explore(state: Assignment, search: Search, mentee: number): void {
  const { open, near } = search;
  search.found.length = 0;
  search.seen.length = 0;
  open.clear();
  search.end = { at: state.alone[mentee] ?? 0, seat: -1, mentee };
  search.before[mentee] = 0;
  reachNear(state, search, mentee);
  while (open.least < search.end.at) {
    const least = open.least;
    const next = open.take();
    if (next < 0) {
      lookAtAll(state, near, -1 - next);
      reachAll(state, search, -1 - next);
      continue;
    }
    // Found more cheaply since it was put there.
    if (search.cost[next] !== least) continue;
    search.seen.push(next);
    const sits = state.onSeat[next] ?? 0;
    const before = priceOf(state, sits, next) - least;
    search.before[sits] = before;
    const alone = (state.alone[sits] ?? 0) - before;
    if (alone < search.end.at) search.end = { at: alone, seat: -1, mentee: sits };
    reachNear(state, search, sits);
  }
}

function priceOf({ scores, mentorOf, cost, credit }: Assignment, mentee: number, seat: number): number {
  const score = scores.of[mentee * scores.mentors + (mentorOf[seat] ?? 0)] ?? 0;
  return (cost[score] ?? 0) - (credit[seat] ?? 0);
}

function reachNear(state: Assignment, search: Search, mentee: number): void {
  const { near, open } = search;
  const before = search.before[mentee] ?? 0;
  const from = mentee * near.room;
  const to = from + (near.count[mentee] ?? 0);
  for (let n = from; n < to; n += 1) {
    const seat = near.seats[n] ?? 0;
    const cost = priceOf(state, mentee, seat) - before;
    if (cost < search.end.at && cost < (search.cost[seat] ?? 0)) find(state, search, { mentee, seat, cost });
  }
  const others = (near.othersFrom[mentee] ?? 0) - before;
  if (others < search.end.at) open.add(-1 - mentee, others);
}

/** The same for all seats, of which lookAtAll has just noted the prices. */
function reachAll(state: Assignment, search: Search, mentee: number): void {
  const { prices } = search.near;
  const before = search.before[mentee] ?? 0;
  for (let seat = 0; seat < prices.length; seat += 1) {
    const cost = (prices[seat] ?? 0) - before;
    if (cost < search.end.at && cost < (search.cost[seat] ?? 0)) find(state, search, { mentee, seat, cost });
  }
}

function find(state: Assignment, search: Search, way: { mentee: number; seat: number; cost: number }): void {
  const { mentee, seat, cost } = way;
  if (search.cost[seat] === Number.POSITIVE_INFINITY) search.found.push(seat);
  search.cost[seat] = cost;
  search.by[seat] = mentee;
  if ((state.onSeat[seat] ?? 0) < 0) search.end = { at: cost, seat, mentee: -1 };
  else search.open.add(seat, cost);
}

/** From the end of the way back to its beginning, each takes the seat before them. */
function shift(state: Assignment, search: Search, first: number, last: number): void {
  let seat = last;
  for (;;) {
    const mentee = search.by[seat] ?? 0;
    const given = state.seatOf[mentee] ?? -1;
    state.seatOf[mentee] = seat;
    state.onSeat[seat] = mentee;
    if (mentee === first) return;
    seat = given;
  }
}
