import type { Assignment } from './assignment.ts';

/**
 * The seats that are cheapest for each mentee, and what the others cost at the least. Seats only ever become dearer, so
 * that bound stays true: a search need look at the others only when it has come to that cost, which is seldom.
 */
export type NearSeats = {
  /** `room` places for each mentee, of which the first `count` hold a seat. */
  readonly seats: Int32Array;
  readonly count: Int32Array;
  readonly room: number;
  /** The least that any other seat costs; -Infinity as long as nobody looked. */
  readonly othersFrom: Float64Array;
  readonly prices: Float64Array;
};

/** Measured: with half or twice as many it is not faster. */
const WANTED = 64;
const ROOM = 128;
const SAMPLE = 16;

export function newNearSeats(mentees: number, seats: number): NearSeats {
  return {
    seats: new Int32Array(mentees * ROOM),
    count: new Int32Array(mentees),
    room: ROOM,
    othersFrom: new Float64Array(mentees).fill(Number.NEGATIVE_INFINITY),
    prices: new Float64Array(seats),
  };
}

/** Looks at every seat for one mentee: fills `prices`, and notes anew which are the cheapest. */
export function lookAtAll(state: Assignment, near: NearSeats, mentee: number): void {
  priceAll(state, near.prices, mentee);
  const { prices, room, seats } = near;
  const limit = about(prices);
  let others = Number.POSITIVE_INFINITY;
  let count = 0;
  for (let seat = 0; seat < prices.length; seat += 1) {
    const price = prices[seat] ?? 0;
    if (price <= limit && count < room) {
      seats[mentee * room + count] = seat;
      count += 1;
    } else if (price < others) others = price;
  }
  near.count[mentee] = count;
  near.othersFrom[mentee] = others;
}

function priceAll(
  { scores, mentorOf, cost, credit }: Assignment,
  prices: Float64Array,
  mentee: number,
): void {
  const { mentors, of } = scores;
  const row = mentee * mentors;
  for (let seat = 0; seat < prices.length; seat += 1) {
    const lacks = cost[of[row + (mentorOf[seat] ?? 0)] ?? 0] ?? 0;
    prices[seat] = lacks - (credit[seat] ?? 0);
  }
}

/** About the price that WANTED seats do not cost more than, told from every SAMPLEth. */
function about(prices: Float64Array): number {
  if (prices.length <= ROOM) return Number.POSITIVE_INFINITY;
  const step = Math.min(SAMPLE, Math.floor(prices.length / ROOM) + 1);
  const some = new Float64Array(Math.floor(prices.length / step));
  for (let n = 0; n < some.length; n += 1) some[n] = prices[n * step] ?? 0;
  some.sort();
  return some[Math.min(some.length - 1, Math.floor(WANTED / step))] ?? 0;
}
