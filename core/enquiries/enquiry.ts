import { z } from 'zod';
import { instant } from '../kernel/instant.ts';
import { As } from '../programmes/intake.ts';

/**
 * Somebody's way into a programme, as a mentee or as a mentor. asking: the questions are not all answered. elsewhere: this
 * programme is not for them, and other help was named. not-yet: they asked for time, a taster or a drop-in. talking: a
 * coordinator speaks with them. training: on the way to being a mentor. waiting: for a match. matched: has one, or as many
 * as they take. withdrawn: they left it again.
 */
export const EnquiryState = z.enum([
  'asking',
  'elsewhere',
  'not-yet',
  'talking',
  'training',
  'waiting',
  'matched',
  'withdrawn',
]);
export type EnquiryState = z.infer<typeof EnquiryState>;

export const Enquiry = z.object({
  id: z.uuid(),
  version: z.int(),
  programmeId: z.uuid(),
  personId: z.uuid(),
  as: As,
  state: EnquiryState,
  /** Code of the site they belong to. */
  site: z.string().nullable(),
  /** How they came: by themselves, sent by an agency with their consent, by a service of the house, or through a coordinator. */
  route: z.enum(['self', 'agency', 'host', 'coordinator']),
  /** Code of where they heard of it, or of the agency. */
  source: z.string().nullable(),
  referralId: z.uuid().nullable(),
  /** What they answered, as JSON of `IntakeAnswers`, sealed with their own key. */
  answersSealed: z.string().nullable(),
  /** How they put it themselves, for whoever they may be matched with; sealed. */
  wordsSealed: z.string().nullable(),
  /** When they agreed that the other of a possible pair reads their words and outline. */
  outlineAgreedAt: instant.nullable(),
  /** Whether this is the first time they are supported (REC-15); null: not said. */
  firstSupported: z.boolean().nullable(),
  /** Since when they wait for a match; whoever waited longest goes first among equals. */
  waitingSince: instant.nullable(),
  /** Days between two words on how the waiting stands; 0: none. */
  newsDays: z.int().nullable(),
  newsAt: instant.nullable(),
  createdAt: instant,
  decidedAt: instant.nullable(),
  /** Since when they wait for a different match; they go before everybody else (MAT-13). */
  againSince: instant.nullable().optional(),
});
export type Enquiry = z.infer<typeof Enquiry>;

/** An agency or a service of the house sends somebody, who agreed; the person opens the chat themselves (REC-03, D41). */
export const Referral = z.object({
  id: z.uuid(),
  version: z.int(),
  programmeId: z.uuid(),
  /** Code of the source that sent them. */
  source: z.string(),
  route: z.enum(['agency', 'host']),
  /** The code in the link that was given to the person; only its hash. */
  codeHash: z.string(),
  state: z.enum(['sent', 'opened', 'in-touch', 'ended']),
  /** Whether the person agreed that the agency hears that they came. */
  tellsAgency: z.boolean(),
  consentAt: instant,
  createdAt: instant,
  openedAt: instant.nullable(),
  endsAt: instant,
});
export type Referral = z.infer<typeof Referral>;
