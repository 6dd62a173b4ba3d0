import type { Factor, HardNeed } from '../programmes/matching-plan.ts';
import { FORBIDDEN } from './assignment.ts';
import { bitsOf, namedBy } from './bits.ts';
import { type Answering, howItSpeaks, isAgainstFirmWish, type Plan, pointsOf } from './score-pair.ts';
import { type Answer, keyOf, unsaid } from './speaks.ts';

/** What one mentee's scores with all mentors are gathered in. */
type Row = {
  /** Points so far; below 0 where the two are not put together. */
  readonly points: Int32Array;
  /** Of the experiences of life that were asked: KNOWN that both said, SPEAKS that they share one. */
  readonly experience: Uint8Array;
};
type Part = (mentee: Answering, row: Row) => void;

const BLOCKED = -(2 ** 20);
const KNOWN = 1;
const SPEAKS = 2;
/** Answers that are compared once for all who gave them, as long as they are not more than this in all. */
const REMEMBERED = 2 ** 20;

/**
 * The scores of one mentee with all mentors, for thousands of them: what scorePair says, a row at a time. What many answered
 * alike is compared once; what is named in lists is compared as bits.
 */
export type ScoreRow = (mentee: Answering, into: Uint16Array) => void;

export function compileMatching(plan: Plan, mentors: readonly Answering[]): ScoreRow {
  const parts = [
    ...plan.matching.factors.map((factor) => partOf(plan, factor, mentors)),
    ...plan.matching.hardNeeds.map((need) => needPart(need, mentors)),
  ];
  const points = new Int32Array(mentors.length);
  const row = { points, experience: new Uint8Array(mentors.length) };
  const places = new Map(mentors.map(({ id }, place) => [id, place]));
  return (mentee, into) => {
    points.fill(0);
    row.experience.fill(0);
    for (const part of parts) part(mentee, row);
    const own = places.get(mentee.id);
    if (own !== undefined) points[own] = BLOCKED;
    if (!plan.matching.generic) blockGeneric(row);
    for (let n = 0; n < points.length; n += 1) into[n] = (points[n] ?? 0) < 0 ? FORBIDDEN : (points[n] ?? 0);
  };
}

function blockGeneric({ points, experience }: Row): void {
  for (let n = 0; n < points.length; n += 1) if (experience[n] === KNOWN) points[n] = BLOCKED;
}

function partOf(plan: Plan, factor: Factor, mentors: readonly Answering[]): Part {
  if (factor.how === 'same') return samePart(factor, mentors);
  if (factor.how === 'shared') return sharedPart(factor, mentors);
  return comparedPart(plan, factor, mentors);
}

function theirs(factor: Factor, mentor: Answering): Answer {
  return mentor.answers[factor.mentorQuestion ?? factor.question];
}

function samePart(factor: Factor, mentors: readonly Answering[]): Part {
  const ids = new Map<string, number>();
  const given = Int32Array.from(mentors, (mentor) => {
    const answer = theirs(factor, mentor);
    if (unsaid(answer)) return -1;
    const key = keyOf(answer);
    const id = ids.get(key) ?? ids.size;
    ids.set(key, id);
    return id;
  });
  return (mentee, { points, experience }) => {
    const answer = mentee.answers[factor.question];
    if (unsaid(answer)) return;
    // -2: what no mentor answered, which is not what those said who said nothing.
    const id = ids.get(keyOf(answer)) ?? -2;
    for (let n = 0; n < given.length; n += 1) {
      if (given[n] === -1) continue;
      if (given[n] === id) points[n] = (points[n] ?? 0) + factor.weight;
      if (factor.experience)
        experience[n] = (experience[n] ?? 0) | (given[n] === id ? KNOWN | SPEAKS : KNOWN);
    }
  };
}

function sharedPart(factor: Factor, mentors: readonly Answering[]): Part {
  const answers = mentors.map((mentor) => theirs(factor, mentor));
  const said = Uint8Array.from(answers, (answer) => (unsaid(answer) ? 0 : 1));
  const named = namedBy(answers);
  return (mentee, { points, experience }) => {
    const answer = mentee.answers[factor.question];
    const wanted = bitsOf(named, answer);
    if (wanted.of === 0) return;
    const worth = Int32Array.from({ length: wanted.of + 1 }, (_, both) => pointsOf(factor, both / wanted.of));
    for (let n = 0; n < said.length; n += 1) {
      if (said[n] === 0) continue;
      const both = wanted.sharedWith(n);
      points[n] = (points[n] ?? 0) + (worth[both] ?? 0);
      if (factor.experience) experience[n] = (experience[n] ?? 0) | (both > 0 ? KNOWN | SPEAKS : KNOWN);
    }
  };
}

function needPart(need: HardNeed, mentors: readonly Answering[]): Part {
  const named = namedBy(mentors.map((mentor) => mentor.answers[need.mentorQuestion]));
  return (mentee, { points }) => {
    const wanted = bitsOf(named, mentee.answers[need.question]);
    if (wanted.of === 0) return;
    for (let n = 0; n < points.length; n += 1) if (wanted.sharedWith(n) < wanted.of) points[n] = BLOCKED;
  };
}

/** Near and wish: asked of the plain scorer, once for each two answers that somebody gave. */
function comparedPart(plan: Plan, factor: Factor, mentors: readonly Answering[]): Part {
  const kinds: Answering[] = [];
  const ids = new Map<string, number>();
  const kindOf = Int32Array.from(mentors, (mentor) => {
    const key = keyOf(theirs(factor, mentor)) ?? '';
    const id = ids.get(key) ?? kinds.push(mentor) - 1;
    ids.set(key, id);
    return id;
  });
  const remembered = new Map<string, Said>();
  return (mentee, { points, experience }) => {
    const key = JSON.stringify(
      [factor.question, factor.ownQuestion ?? '', factor.firmQuestion ?? ''].map(
        (code) => mentee.answers[code] ?? null,
      ),
    );
    const said = remembered.get(key) ?? compare(plan, factor, mentee, kinds);
    if (remembered.size * kinds.length < REMEMBERED) remembered.set(key, said);
    for (let n = 0; n < kindOf.length; n += 1) {
      const kind = kindOf[n] ?? 0;
      points[n] = (points[n] ?? 0) + (said.points[kind] ?? 0);
      if (factor.experience) experience[n] = (experience[n] ?? 0) | (said.experience[kind] ?? 0);
    }
  };
}

type Said = { readonly points: Int32Array; readonly experience: Uint8Array };

function compare(plan: Plan, factor: Factor, mentee: Answering, kinds: readonly Answering[]): Said {
  const said = { points: new Int32Array(kinds.length), experience: new Uint8Array(kinds.length) };
  for (const [kind, mentor] of kinds.entries()) {
    const speaks = howItSpeaks(plan, factor, mentee, mentor);
    const against = isAgainstFirmWish(factor, mentee.answers, speaks);
    said.points[kind] = against ? BLOCKED : pointsOf(factor, speaks);
    if (typeof speaks === 'number') said.experience[kind] = speaks > 0 ? KNOWN | SPEAKS : KNOWN;
  }
  return said;
}
