import { z } from 'zod';
import { Code, Said } from './code.ts';

/**
 * One thing that speaks for two people as a pair, between 0 and 1, times its weight. `says` is how it is told to people:
 * "You both support a parent". Questions are codes of the intake.
 */
export const Factor = z.strictObject({
  code: Code,
  weight: z.int().min(0).max(100),
  says: Said,
  /**
   * same: both gave the same answer. shared: how much of what the mentee named the mentor named too. near: two numbers,
   * nothing from `within` on. wish: the mentor is as the mentee wishes.
   */
  how: z.enum(['same', 'shared', 'near', 'wish']),
  /** The question both answered; of a wish, the one the mentee answered. */
  question: Code,
  /** Of a wish: the mentor's question that it speaks of; otherwise where the mentor's question has another code. */
  mentorQuestion: Code.optional(),
  /** Of a wish: the mentee's own answer to compare with, where the wish is "same", "older" or "younger" (MAT-04). */
  ownQuestion: Code.optional(),
  /** Of a wish: the yes-no question by which the mentee makes it firm; then it blocks (MAT-05). */
  firmQuestion: Code.optional(),
  /** Of near: the distance from which on nothing speaks for it. Of a wish for the same: less apart than this is the same. */
  within: z.number().positive().optional(),
  /** Whether it is about having lived through the same. Where none of these speaks, the match is a generic one (MAT-18). */
  experience: z.boolean().default(false),
});
export type Factor = z.infer<typeof Factor>;

/** Choices of a wish that mean something by themselves; every other is what the mentor is to have answered (MAT-04). */
export const NO_WISH = 'no-wish';
export const COMPARED: readonly string[] = ['same', 'older', 'younger'];

/** What a mentee cannot do without: each thing they named has to be among what the mentor named. */
export const HardNeed = z.strictObject({
  code: Code,
  says: Said,
  question: Code,
  mentorQuestion: Code,
});
export type HardNeed = z.infer<typeof HardNeed>;

/** How two people are found for one another. All numbers are our defaults: the handbook's sources give none. */
export const Matching = z
  .strictObject({
    factors: z.array(Factor).max(24).default([]),
    hardNeeds: z.array(HardNeed).max(12).default([]),
    /** Mentees that a mentor has at the most, unless a coordinator sets another number for them (MAT-14). */
    capacity: z.int().min(1).max(10).default(2),
    /** Mentors on a mentee's short list (MAT-06). */
    shortList: z.int().min(1).max(6).default(3),
    /**
     * Days until a request that nobody answers ends, with a word to both. Whoever was asked already has as long as there was
     * on that day: a newer number is for those who are asked from then on.
     */
    answerDays: z.int().min(1).max(60).default(5),
    /** Days of waiting after which a coordinator is told (MAT-10, UNM-01). */
    waitDays: z.int().min(1).max(365).default(28),
    /** Days between two words on how the waiting stands, until somebody chooses another rhythm (UNM-06). */
    newsDays: z.int().min(3).max(90).default(14),
    /** Meetings after which both are asked, each in private, how it is to meet with the other (MAT-11). */
    fitAfter: z.int().min(1).max(6).default(1),
    /** Whether a mentor without the same experience may be offered, said as such (MAT-18). */
    generic: z.boolean().default(true),
  })
  .prefault({});
export type Matching = z.infer<typeof Matching>;
