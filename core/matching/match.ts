import { z } from 'zod';
import { instant } from '../kernel/instant.ts';

/**
 * Why two people were brought together: points of each factor, which add up to the score, out of `of`. Codes and numbers
 * only; the sentences are the programme's.
 */
export const Reasons = z.object({
  v: z.literal(1),
  factors: z.array(z.object({ code: z.string(), points: z.int(), of: z.int() })),
  /** Factors that could not be asked, because one of them did not say. */
  unknown: z.array(z.string()),
  generic: z.boolean(),
});
export type Reasons = z.infer<typeof Reasons>;

/** What is left of them once one of the two is erased. */
export const NO_REASONS: Reasons = { v: 1, factors: [], unknown: [], generic: false };

/**
 * Two people who may become a pair. drafted: a coordinator's draft, nobody knows of it. offered: on the mentee's short list.
 * asked: the mentee picked, the mentor is asked. accepted: the mentor said yes, a coordinator is to confirm. confirmed: a
 * pair. declined: the mentor said no, of which the mentee hears only "not free just now". passed: the mentee asked for
 * others. expired: nobody answered. withdrawn: one of them left, or a coordinator took it back.
 */
export const MatchState = z.enum([
  'drafted',
  'offered',
  'asked',
  'accepted',
  'confirmed',
  'declined',
  'passed',
  'expired',
  'withdrawn',
]);
export type MatchState = z.infer<typeof MatchState>;

export const Match = z.object({
  id: z.uuid(),
  version: z.int(),
  programmeId: z.uuid(),
  menteeId: z.uuid(),
  mentorId: z.uuid(),
  state: MatchState,
  score: z.int(),
  reasons: Reasons,
  createdAt: instant,
  askedAt: instant.nullable(),
  answeredAt: instant.nullable(),
  /** When it ends by itself, as long as nobody answers. */
  endsAt: instant.nullable(),
  confirmedAt: instant.nullable(),
  pairId: z.uuid().nullable(),
  /** When a coordinator decided against it, so that it is not suggested again. */
  setAsideAt: instant.nullable().optional(),
  /** The draft of a whole cohort that it is in. */
  draftId: z.uuid().nullable().optional(),
});
export type Match = z.infer<typeof Match>;

/** Decided against, by a mentor or a coordinator. */
export function isOver({ state, setAsideAt }: Match): boolean {
  return state === 'declined' || setAsideAt != null;
}

/** Two who are never matched: they know each other, or one of them asked for that. Neither hears who asked. */
export const NeverWith = z.object({
  id: z.uuid(),
  version: z.int(),
  programmeId: z.uuid(),
  /** In the order of their ids, so that two people have one row. */
  firstId: z.uuid(),
  secondId: z.uuid(),
  createdAt: instant,
  by: z.string(),
});
export type NeverWith = z.infer<typeof NeverWith>;

/** Both drafts in sums: this one, and the one in which whoever waited longest picks first. */
export const DraftSummary = z.object({
  v: z.literal(1),
  pairs: z.int(),
  total: z.int(),
  greedyPairs: z.int(),
  greedyTotal: z.int(),
  /** How many have the same mentor in both, another one, somebody here alone, or there alone. */
  same: z.int(),
  another: z.int(),
  onlyHere: z.int(),
  onlyGreedy: z.int(),
  leftOver: z.int(),
});
export type DraftSummary = z.infer<typeof DraftSummary>;

/**
 * too-many: more people than can be worked out exactly. overtaken: others changed the same people each time it was to be
 * kept. fault: something went wrong here, more than once.
 */
export const WhyNoDraft = z.enum(['too-many', 'overtaken', 'fault']);
export type WhyNoDraft = z.infer<typeof WhyNoDraft>;

/**
 * Everybody of a programme who waits, brought together at once for a coordinator to look at. The pairs are matches; this is
 * what is said beside them. queued: asked for, not begun. drafting: being worked out. failed: it could not be. What was made
 * before stays until the new one is ready.
 */
export const MatchDraft = z.object({
  id: z.uuid(),
  version: z.int(),
  programmeId: z.uuid(),
  state: z.enum(['queued', 'drafting', 'ready', 'failed', 'gone']),
  /** Decides between people who wait since the same moment. */
  seed: z.string(),
  summary: DraftSummary.nullable(),
  createdAt: instant,
  by: z.string(),
  /** How often it was begun since it was asked for: only the last run is kept. */
  run: z.int(),
  /** Of a hundred, how much is done. */
  share: z.int().min(0).max(100),
  /** When it last came further. */
  movedAt: instant.nullable(),
  why: WhyNoDraft.nullable(),
});
export type MatchDraft = z.infer<typeof MatchDraft>;

/**
 * Where a draft differs from the one in which whoever waited longest picks first: whom somebody has here, and whom there.
 * Those who hang together, because one has whom the other would have, are one thread.
 */
export const DraftDifference = z.object({
  id: z.uuid(),
  version: z.int(),
  draftId: z.uuid(),
  programmeId: z.uuid(),
  thread: z.int(),
  /** Whose turn it is first comes first. */
  turn: z.int(),
  menteeId: z.uuid(),
  hereId: z.uuid().nullable(),
  herePoints: z.int(),
  thereId: z.uuid().nullable(),
  therePoints: z.int(),
});
export type DraftDifference = z.infer<typeof DraftDifference>;
