import { z } from 'zod';
import { instant } from '../kernel/instant.ts';
import { words } from '../texts/words.ts';
import { Code } from './code.ts';
import { IntakeQuestion } from './intake.ts';
import { Manner } from './manner.ts';
import { Matching } from './matching-plan.ts';
import { Helplines } from './own-helplines.ts';
import { Remit } from './remit.ts';
import { Training } from './training-plan.ts';

export type { OwnHelpline } from './own-helplines.ts';

const Wording = z.int().min(1).max(1000).default(1);
const Days = z.int().min(1).max(3650);
/** Up to a month. */
const Minutes = z.int().min(0).max(43_200);
/** Somebody, and how they are reached; written out at each place in the schema, which editors show there. */
function reached() {
  return {
    name: z.string().trim().min(1).max(80),
    phone: z.string().trim().min(3).max(60),
    hours: z.string().trim().min(1).max(200),
  };
}

/** A programme's own definition: one JSON document. Numbers that the handbook's sources do not give are our defaults. */
export const ProgrammeDocument = z.strictObject({
  v: z.literal(1),
  name: z.string().trim().min(1).max(80),
  /** A plain name for calendars and previews that says nothing of the topic (ENR-07). */
  discreetName: z.string().trim().min(1).max(40).default('Meeting'),
  /** The adult age of this programme, in years. */
  adultAge: z.int().min(16).max(25).default(18),
  /** The human contact that is one word away. Hours are shown as written. */
  contact: z.strictObject({ ...reached(), email: z.string().trim().min(3).max(200).optional() }),
  youngContact: z.strictObject(reached()).optional(),
  /** The help card: who approved which version of it, and lines of the programme's own. */
  helplines: Helplines,
  /** What the programme calls people: "mentor", "buddy", "animator". */
  words: words.default({}),
  /** Where people hear of it, each with a code of its own for links and posters (REC-02, REC-12). */
  sources: z
    .array(
      z.strictObject({
        code: Code,
        name: z.string().min(1).max(80),
        /** An agency outside, a service of the house itself, an advert for mentors, or anything else. */
        kind: z.enum(['open', 'agency', 'host', 'advert']).default('open'),
      }),
    )
    .default([]),
  ...Manner,
  ...Remit,
  /** What is asked on the way in, in this order. */
  intake: z.array(IntakeQuestion).max(40).default([]),
  training: Training,
  matching: Matching,
  meetings: z
    .strictObject({
      minutes: z.int().min(15).max(240).default(30),
      /** Cancelled with less notice than this counts as short notice, in minutes (our default: a day). */
      shortNoticeMinutes: Minutes.default(1440),
      /** This many short-notice cancellations of one pair in `patternDays` days are "this pair may want a hand" (our default). */
      patternCount: z.int().min(2).max(100).default(3),
      patternDays: z.int().min(1).max(3650).default(60),
      /** How long before a slot that costs its mentor something the mentee is asked for a word, in minutes (our default). */
      costlyAskMinutes: Minutes.default(4320),
    })
    .prefault({}),
  /** Whether both of a pair are asked, each in private, if it is still helping; and every how many weeks (our default). */
  stillHelping: z
    .strictObject({ on: z.boolean().default(false), weeks: z.int().min(2).max(52).default(8) })
    .prefault({}),
  /** Every how many weeks a reminder also names other help, so that this does not stand in its place (our default). */
  remindsOfHelp: z.strictObject({ weeks: z.int().min(1).max(26).default(4) }).prefault({}),
  /** What the two of a pair write to each other through the bot (our defaults). */
  messages: z
    .strictObject({
      keptDays: z.int().min(1).max(90).default(30),
      /** The hours of the day in which it is passed on, on the reader's clock, until a pair agrees its own. */
      from: z.iso.time({ precision: -1 }).default('09:00'),
      to: z.iso.time({ precision: -1 }).default('20:00'),
    })
    .prefault({}),
  /** Those who answer when somebody says that they are worried: the safeguarding lead and deputies (our defaults). */
  safeguarding: z
    .strictObject({
      /** When they are there, shown as written. */
      hours: z.string().min(1).max(200).optional(),
      /** The same for the program, in the zone below; days are 1 (Monday) to 7. */
      times: z
        .array(
          z.strictObject({
            days: z.array(z.int().min(1).max(7)).min(1),
            from: z.iso.time({ precision: -1 }),
            to: z.iso.time({ precision: -1 }),
          }),
        )
        .default([]),
      zone: z.string().default('Europe/London'),
      /** Minutes until the next one is asked, when nobody says that they have seen it. */
      acknowledgeMinutes: z.int().min(1).max(1440).default(30),
      /** Minutes until they are asked again, when it was seen and nobody takes it, or when everybody was asked. */
      againMinutes: z.int().min(5).max(1440).default(60),
      /** Hours until whoever took it is asked whether it is in hand, when they have noted nothing. */
      inHandHours: z.int().min(1).max(336).default(24),
      /** Years that a concern is kept after it was closed. */
      keptYears: z.int().min(1).max(30).default(7),
    })
    .prefault({}),
  /** Other numbers of days than ours for how long a kind of data is kept: see docs/what-we-keep.md. */
  retention: z
    .strictObject({
      newcomers: Days,
      silent: Days,
      drafts: Days,
      nudges: Days,
      'meeting-words': Days,
      'intake-answers': Days,
      'group-answers': Days,
      supervision: Days,
      helpers: Days,
      tasks: Days,
      journal: Days,
      sent: Days,
      'sent-messages': Days,
      shown: Days,
      buttons: Days,
      updates: Days,
      'sign-ins': Days,
    })
    .partial()
    .default({}),
  /** The wording of each part of what is kept; when a number rises, people are asked again. */
  consent: z
    .strictObject({
      situation: Wording,
      answers: Wording,
      reflections: Wording,
      sharing: Wording,
      nudges: Wording,
    })
    .prefault({}),
  nudges: z.strictObject({ weeklyCap: z.int().min(1).max(7).default(2) }).prefault({}),
});
export type ProgrammeDocument = z.infer<typeof ProgrammeDocument>;

export const Programme = z.object({
  id: z.uuid(),
  version: z.int(),
  slug: z.string(),
  document: ProgrammeDocument,
  createdAt: instant,
  changedAt: instant,
  /** Since when it takes people in; before, only those who run it come in, by its code. */
  openedAt: instant.nullable().optional(),
  teamCodeHash: z.string().nullable().optional(),
  teamCodeUntil: instant.nullable().optional(),
});
export type Programme = z.infer<typeof Programme>;
