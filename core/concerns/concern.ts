import { z } from 'zod';
import { instant } from '../kernel/instant.ts';

export const ConcernKind = z.enum([
  'need-help',
  'tell-someone',
  'worried-about',
  'reported-message',
  'group-report',
]);
export type ConcernKind = z.infer<typeof ConcernKind>;

/** Why somebody reads a concern. */
export const WhyReadConcern = z.enum(['to-answer', 'to-follow-up', 'to-pass-on', 'asked-by-writer']);
export type WhyReadConcern = z.infer<typeof WhyReadConcern>;

/** What came of a concern in the end. */
export const ConcernOutcome = z.enum(['talked', 'passed-on', 'emergency-services', 'nothing-needed']);
export type ConcernOutcome = z.infer<typeof ConcernOutcome>;

/**
 * Something somebody told, for the safeguarding lead and deputies alone. Its words are sealed with a key of its own, so
 * that the record outlives an erasure of whoever wrote it.
 */
export const Concern = z.object({
  id: z.uuid(),
  version: z.int(),
  programmeId: z.uuid().nullable(),
  kind: ConcernKind,
  fromId: z.uuid(),
  about: z.enum(['me', 'partner', 'group', 'team', 'else']),
  aboutId: z.uuid().nullable(),
  pairId: z.uuid().nullable(),
  groupId: z.uuid().nullable(),
  messageId: z.uuid().nullable(),
  /** open: nobody has it in hand. taken: somebody does. */
  state: z.enum(['open', 'taken', 'closed']),
  /** Whom it never goes to, nor is shown to: whoever it may be about, and whoever wrote it. */
  notFor: z.array(z.uuid()),
  /** Who was asked so far, in order. */
  asked: z.array(z.uuid()),
  /** How often it has gone on to somebody. */
  level: z.int(),
  createdAt: instant,
  deliveredAt: instant.nullable(),
  seenAt: instant.nullable(),
  takenAt: instant.nullable(),
  takenById: z.uuid().nullable(),
  /** When all who answer had been asked, and a person was asked to ring them. */
  everybodyAt: instant.nullable(),
  closedAt: instant.nullable(),
  closedById: z.uuid().nullable(),
  outcome: ConcernOutcome.nullable(),
  textSealed: z.string().nullable(),
  /** The one message that was reported, as its reader had it. */
  messageSealed: z.string().nullable(),
  /** Whom of a group it is about, as its writer put it. */
  whomSealed: z.string().nullable(),
  wrappedKey: z.string(),
});
export type Concern = z.infer<typeof Concern>;

/** One step of a concern: codes, ids and a moment. Steps are added and never changed. */
export const ConcernStep = z.object({
  id: z.uuid(),
  version: z.int(),
  concernId: z.uuid(),
  at: instant,
  step: z.enum([
    'sent',
    'asked',
    'delivered',
    'not-delivered',
    'seen',
    'taken',
    'read',
    'everybody',
    'pair-paused',
    'pair-resumed',
    'given-back',
    'asked-in-hand',
    'in-hand',
    'closed',
  ]),
  byId: z.uuid().nullable(),
  code: z.string().nullable(),
});
export type ConcernStep = z.infer<typeof ConcernStep>;

/** Somebody who answers for safeguarding in a programme. */
export const Answerer = z.object({
  personId: z.uuid(),
  role: z.enum(['safeguarding-lead', 'safeguarding-deputy']),
  name: z.string().nullable(),
  since: instant,
  awayUntil: instant.nullable(),
  accounts: z.array(z.object({ id: z.uuid(), platform: z.string(), reachable: z.boolean() })),
});
export type Answerer = z.infer<typeof Answerer>;

export function textPlaceOf(concernId: string) {
  return { table: 'concern', row: concernId, column: 'textSealed' } as const;
}

export function messagePlaceOf(concernId: string) {
  return { table: 'concern', row: concernId, column: 'messageSealed' } as const;
}

export function whomPlaceOf(concernId: string) {
  return { table: 'concern', row: concernId, column: 'whomSealed' } as const;
}

/** Everything that is due about a concern. */
export function subjectOf(concernId: string): string {
  return `concern:${concernId}`;
}

/** The card that whoever wrote it has of it. */
export function cardOfWriter(concernId: string): string {
  return `concern:${concernId}`;
}

/** The card that those who answer have of it. */
export function cardOfAnswerers(concernId: string): string {
  return `concern-page:${concernId}`;
}
