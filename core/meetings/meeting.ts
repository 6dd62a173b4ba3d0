import { z } from 'zod';
import { instant } from '../kernel/instant.ts';

export const Mode = z.enum(['in-person', 'phone', 'video', 'text']);
export type Mode = z.infer<typeof Mode>;

/** What one side says afterwards. Two sides may differ; nobody is blamed. */
export const Answer = z.enum(['happened', 'moved', 'did-not-happen', 'rather-not-say']);
export type Answer = z.infer<typeof Answer>;

/**
 * One agreed contact of a pair. `wall` and `zone` are what was agreed; `startsAt` is the instant they name today.
 * A meeting is over when its end has passed: that is read from the clock, not stored.
 */
export const Meeting = z.object({
  id: z.uuid(),
  version: z.int(),
  programmeId: z.uuid(),
  pairId: z.uuid(),
  mentorId: z.uuid(),
  menteeId: z.uuid(),
  seriesId: z.uuid().nullable(),
  state: z.enum(['proposed', 'confirmed', 'declined', 'cancelled']),
  /** Whoever made the proposal that stands: the other one answers it. A coordinator's booking is confirmed at once. */
  proposedBy: z.uuid(),
  startsAt: instant,
  /** "YYYY-MM-DDTHH:mm" in `zone`. */
  wall: z.string(),
  zone: z.string(),
  /** Minutes of talking; with a rest it is split in two halves around `restMinutes`. */
  minutes: z.int().min(5).max(480),
  restMinutes: z.int().min(0).max(120),
  mode: Mode,
  placeSealed: z.string().nullable(),
  placeBy: z.uuid().nullable(),
  costly: z.boolean(),
  /** Counts changes, for calendars (RFC 5545 SEQUENCE). */
  sequence: z.int(),
  createdAt: instant,
  confirmedAt: instant.nullable(),
  cancelledAt: instant.nullable(),
  cancelledBy: z.uuid().nullable(),
  reasonSealed: z.string().nullable(),
  noticeMinutes: z.int().nullable(),
  movedFrom: instant.nullable(),
  mentorReady: z.boolean(),
  menteeReady: z.boolean(),
  mentorAnswer: Answer.nullable(),
  menteeAnswer: Answer.nullable(),
  /** Another time that one of the two asked for, in `zone`. What is agreed stands until the other one says yes. */
  offeredStartsAt: instant.nullable(),
  offeredWall: z.string().nullable(),
  offeredBy: z.uuid().nullable(),
  /** Somebody who acts beside one of the two had a hand in it. Shown to both. */
  arrangedWithHelp: z.boolean(),
});
export type Meeting = z.infer<typeof Meeting>;

export const Series = z.object({
  id: z.uuid(),
  version: z.int(),
  programmeId: z.uuid(),
  pairId: z.uuid(),
  state: z.enum(['proposed', 'agreed', 'ended']),
  proposedBy: z.uuid(),
  everyDays: z.int().min(1).max(92),
  wall: z.string(),
  zone: z.string(),
  minutes: z.int(),
  restMinutes: z.int(),
  mode: Mode,
  /** Wall date up to which meetings have been made. */
  madeUntil: z.string(),
  createdAt: instant,
});
export type Series = z.infer<typeof Series>;

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const Availability = z.object({
  /** The person's id. */
  id: z.uuid(),
  version: z.int(),
  weekly: z
    .array(
      z.object({
        day: z.literal([1, 2, 3, 4, 5, 6, 7]),
        from: clockTime,
        to: z.union([clockTime, z.literal('24:00')]),
        costly: z.boolean().exactOptional(),
      }),
    )
    .max(42),
  exceptions: z
    .array(
      z.object({
        date: z.iso.date(),
        kind: z.enum(['off', 'extra']),
        from: clockTime.exactOptional(),
        to: clockTime.exactOptional(),
      }),
    )
    .max(200),
  changedAt: instant,
});
export type Availability = z.infer<typeof Availability>;
