import { FORBIDDEN, type OnStep, type Scores, type Seats } from './assignment.ts';
import { compileMatching } from './compile-matching.ts';
import type { Answering, Plan } from './score-pair.ts';

/** Somebody who waits for a match. */
export type Waiting = Answering & {
  /** Since when they wait, in milliseconds of the epoch. */
  readonly since: number;
};

export type WaitingMentor = Waiting & {
  /** Mentees they have already. */
  readonly has: number;
  /** How many more they can take. */
  readonly free: number;
};

/** Everybody who is to be matched at once, and by what. */
export type Cohort = {
  readonly plan: Plan;
  readonly mentees: readonly Waiting[];
  readonly mentors: readonly WaitingMentor[];
  /** Ids of two who are never put together, in any order. */
  readonly neverWith: readonly (readonly [string, string])[];
  /** Decides between people who wait since the same moment: the same seed gives the same draft. */
  readonly seed: string;
};

/** The same as numbers: people in the order in which it is their turn, whoever waited longest first. */
export type Numbers = {
  readonly mentees: readonly Waiting[];
  readonly mentors: readonly WaitingMentor[];
  readonly scores: Scores;
  readonly seats: Seats;
  /** Of each mentee: who waited longest has the highest. */
  readonly rank: Int32Array;
};

/** Scores everybody with everybody. In whatever order people are given, the numbers are the same. */
export function numbersOf(cohort: Cohort, onStep: OnStep = () => undefined): Numbers {
  const mentees = inTurn(cohort.mentees, cohort.seed);
  const mentors = inTurn(cohort.mentors, cohort.seed);
  const of = new Uint16Array(mentees.length * mentors.length);
  const scoreRow = compileMatching(cohort.plan, mentors);
  for (const [row, mentee] of mentees.entries()) {
    scoreRow(mentee, of.subarray(row * mentors.length, (row + 1) * mentors.length));
    onStep(row + 1);
  }
  keepApart(of, mentees, mentors, cohort.neverWith);
  return {
    mentees,
    mentors,
    scores: { mentees: mentees.length, mentors: mentors.length, of },
    seats: seatsOf(mentors, mentees.length),
    rank: Int32Array.from(mentees, (_, place) => mentees.length - 1 - place),
  };
}

/** Ids of all mentees, whose turn it is first. */
export function turnsOf({ mentees, seed }: Cohort): string[] {
  return inTurn(mentees, seed).map(({ id }) => id);
}

function keepApart(
  of: Uint16Array,
  mentees: readonly Waiting[],
  mentors: readonly WaitingMentor[],
  neverWith: Cohort['neverWith'],
): void {
  const rows = new Map(mentees.map(({ id }, row) => [id, row]));
  const columns = new Map(mentors.map(({ id }, column) => [id, column]));
  for (const [one, other] of neverWith) {
    for (const [mentee, mentor] of [
      [one, other],
      [other, one],
    ]) {
      const row = rows.get(mentee ?? '');
      const column = columns.get(mentor ?? '');
      if (row !== undefined && column !== undefined) of[row * mentors.length + column] = FORBIDDEN;
    }
  }
}

/**
 * A seat for each mentee that a mentor can take. Whose turn it is: first those who have nobody yet, whoever waited longest;
 * then a second mentee, and so on (MAT-15).
 */
function seatsOf(mentors: readonly WaitingMentor[], most: number): Seats {
  const seats = mentors
    .flatMap(({ has, free }, mentor) =>
      Array.from({ length: Math.max(0, Math.min(free, most)) }, (_, n) => ({ mentor, load: has + n })),
    )
    .sort((a, b) => a.load - b.load || a.mentor - b.mentor);
  return {
    mentorOf: Int32Array.from(seats, ({ mentor }) => mentor),
    rank: Int32Array.from(seats, (_, place) => place),
  };
}

function inTurn<Who extends Waiting>(people: readonly Who[], seed: string): Who[] {
  const drawn = new Map(people.map(({ id }) => [id, draw(`${seed}:${id}`)]));
  return people.toSorted(
    (a, b) => a.since - b.since || (drawn.get(a.id) ?? 0) - (drawn.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1),
  );
}

/** FNV-1a, and a last mixing, without which names that differ in their last letter alone stay neighbours. */
function draw(text: string): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < text.length; n += 1) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
