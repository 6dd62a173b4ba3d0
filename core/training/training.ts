import { z } from 'zod';
import { instant } from '../kernel/instant.ts';

/**
 * Something of somebody's training that is on record: a module done, a check seen, a course or a qualification of elsewhere,
 * what they would like to learn one day, and that they read the material of a module again.
 */
export const TrainingRecord = z.object({
  id: z.uuid(),
  version: z.int(),
  personId: z.uuid(),
  programmeId: z.uuid(),
  kind: z.enum(['module', 'disclosure', 'course', 'qualification', 'interest', 'read']),
  /** Code of the module; of anything else what it is called. */
  what: z.string(),
  issuer: z.string().nullable(),
  doneAt: instant,
  /** When it is to be done again; null: never. */
  endsAt: instant.nullable(),
  /** Who put it on record. */
  by: z.string(),
  /** When it was taken back, as put down by mistake. */
  removedAt: instant.nullable(),
});
export type TrainingRecord = z.infer<typeof TrainingRecord>;

/** A meeting at which modules are taught. */
export const TrainingMeeting = z.object({
  id: z.uuid(),
  version: z.int(),
  programmeId: z.uuid(),
  /** Codes of the modules. */
  modules: z.array(z.string()),
  startsAt: instant,
  wall: z.string(),
  zone: z.string(),
  minutes: z.int(),
  /** Where, as a coordinator wrote it for those who come. */
  place: z.string(),
  capacity: z.int(),
  state: z.enum(['planned', 'cancelled', 'held']),
  createdAt: instant,
  /** Code of the site for whose people it is; null: for all of the programme. */
  site: z.string().nullable().optional(),
});
export type TrainingMeeting = z.infer<typeof TrainingMeeting>;

/** For the people of which site a meeting is; null: of all. */
export function siteOf({ site }: Pick<TrainingMeeting, 'site'>): string | null {
  return site ?? null;
}

/** Whether a meeting is for somebody who is of those sites. */
export function isForSites(meeting: Pick<TrainingMeeting, 'site'>, sites: readonly string[]): boolean {
  const site = siteOf(meeting);
  return site === null || sites.includes(site);
}

/** Somebody's place at it. */
export const TrainingPlace = z.object({
  id: z.uuid(),
  version: z.int(),
  trainingMeetingId: z.uuid(),
  personId: z.uuid(),
  /** The number of the seat, so that no seat is given twice; null where it was given back. */
  seat: z.int().nullable(),
  state: z.enum(['booked', 'called-off', 'came', 'did-not-come']),
  bookedAt: instant,
  askedAt: instant.nullable(),
  /** What they said of it afterwards; theirs, and counted (TRN-11). */
  surveySealed: z.string().nullable().optional(),
});
export type TrainingPlace = z.infer<typeof TrainingPlace>;
