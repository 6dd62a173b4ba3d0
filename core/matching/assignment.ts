/** In a matrix of scores: these two are never put together. */
export const FORBIDDEN = 0xffff;

/** Who could be put together: a row for each mentee, a column for each mentor, whole scores or FORBIDDEN. */
export type Scores = {
  readonly mentees: number;
  readonly mentors: number;
  /** Row by row. */
  readonly of: Uint16Array;
};

/** A place that a mentor has for one mentee. Where drafts are equal, the one with lower ranks is taken. */
export type Seats = {
  readonly mentorOf: Int32Array;
  /** Whole and not negative: whose turn it is first has 0. */
  readonly rank: Int32Array;
};

/** Tells how far a long run has come: mentees done. */
export type OnStep = (done: number) => void;

/** An assignment as it grows. Costs are whole numbers below 2^53, so every sum and every comparison is exact. */
export type Assignment = {
  readonly scores: Scores;
  readonly mentorOf: Int32Array;
  /** What a score costs, by score: what it lacks to the best one. */
  readonly cost: Float64Array;
  /** What it costs each mentee to be left over. */
  readonly alone: Float64Array;
  /** What a seat adds to each cost on it: its price, which rises as others want it, less its rank. At most 0. */
  readonly credit: Float64Array;
  /** The seat of each mentee, the mentee on each seat; -1: none. */
  readonly seatOf: Int32Array;
  readonly onSeat: Int32Array;
};

/** Why there is no assignment of so many: the sums would not be exact. */
export const TOO_MANY = 'Too many people for whole numbers';

/** Three of these are still below 2^53: a cost, a price and the way to it are added, and none is more than being left over. */
const MOST = 2 ** 51;

/**
 * Nobody sits anywhere yet. Three wishes become one cost: that one mentee more has somebody outweighs all scores together,
 * and one point of score outweighs all ranks together.
 *
 * @param rank of each mentee: who is to be left over last has the highest
 * @throws RangeError where the numbers would not be exact: from about 5,000 mentees with 25,000 places on
 */
export function emptyAssignment(scores: Scores, seats: Seats, rank: Int32Array): Assignment {
  const best = highest(scores.of);
  const pairs = Math.min(scores.mentees, seats.rank.length);
  const point = pairs * (greatest(seats.rank) + greatest(rank)) + 1;
  const somebody = pairs * (best + 1) * point;
  if (somebody + greatest(rank) > MOST) throw new RangeError(TOO_MANY);
  const cost = new Float64Array(FORBIDDEN + 1).fill(Number.POSITIVE_INFINITY);
  for (let score = 0; score <= best; score += 1) cost[score] = (best - score) * point;
  return {
    scores,
    mentorOf: seats.mentorOf,
    cost,
    alone: Float64Array.from(rank, (each) => somebody + each),
    credit: Float64Array.from(seats.rank, (each) => -each),
    seatOf: new Int32Array(scores.mentees).fill(-1),
    onSeat: new Int32Array(seats.rank.length).fill(-1),
  };
}

function highest(of: Uint16Array): number {
  let best = 0;
  for (const score of of) if (score !== FORBIDDEN && score > best) best = score;
  return best;
}

function greatest(ranks: Int32Array): number {
  return ranks.reduce((most, rank) => Math.max(most, rank), 0);
}
