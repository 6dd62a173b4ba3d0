import { z } from 'zod';
import { Code, Said } from './code.ts';

/** How a programme works: what kind it is, what two people agree to, how it ends, how its mentors are looked after. */
export const Manner = {
  /** Plain sentences on what it is, for somebody who has never heard of it (REC-06). */
  about: z.array(Said).max(6).default([]),
  /** "Would this help me?": a few short things somebody may recognise (REC-09). */
  wouldHelp: z.array(Said).max(8).default([]),
  /** What whoever sends somebody reads: who it is for, such as carers, and not only those who are cared for (REC-21). */
  forReferrers: z.array(Said).max(8).default([]),
  /** The three models of peer support, and one led by a professional (ELG-10). */
  model: z.enum(['informal', 'organised-unpaid', 'paid', 'facilitated']).default('organised-unpaid'),
  /** structured: gates and logs. light: ground rules and safety alone. */
  weight: z.enum(['structured', 'light']).default('structured'),
  /** Kinds of support somebody can choose from (PAC-04). */
  supports: z
    .array(z.enum(['one-to-one', 'group', 'mutual-pair', 'guest-talk', 'drop-in', 'taster']))
    .default(['one-to-one']),
  /** What both of a pair agree to, line by line; a new version is asked of running pairs, never put upon them. */
  agreement: z.strictObject({ lines: z.array(Said).max(12).default([]) }).prefault({}),
  ending: z
    .discriminatedUnion('policy', [
      z.strictObject({ policy: z.literal('date'), weeks: z.int().min(1).max(260) }),
      z.strictObject({ policy: z.literal('review'), everyWeeks: z.int().min(1).max(104) }),
      z.strictObject({ policy: z.literal('milestone'), milestones: z.array(Said).min(1).max(8) }),
      z.strictObject({ policy: z.literal('none') }),
    ])
    .default({ policy: 'none' }),
  /** Every how many days a mentor is offered supervision (our default). */
  supervision: z.strictObject({ everyDays: z.int().min(7).max(365).default(42) }).prefault({}),
  /** When somebody is noticed who may carry too much (our defaults). */
  care: z
    .strictObject({
      hoursAWeek: z.int().min(1).max(40).default(6),
      meetingsAWeek: z.int().min(1).max(20).default(4),
    })
    .prefault({}),
  /** Other things that somebody who is trained and has no match can take up (UNM-02). */
  roles: z
    .array(z.strictObject({ code: Code, name: z.string().min(1).max(60), says: Said }))
    .max(12)
    .default([]),
  /** From mentee to mentor: by which gate, and what the one soft invitation says (PRG-01, PRG-02). */
  becomingMentor: z.strictObject({ gate: Code, says: Said }).optional(),
};
