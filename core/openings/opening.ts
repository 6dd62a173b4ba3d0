import { z } from 'zod';
import { instant } from '../kernel/instant.ts';

/** How long what somebody wrote stays open, and how long a notice runs where no second person confirms; our defaults. */
export const OPEN_MINUTES = 60;
export const NOTICE_HOURS = 24;

/** Which sealed words of a person. */
export const OpenedWhat = z.enum(['reflections', 'messages', 'both']);
export type OpenedWhat = z.infer<typeof OpenedWhat>;

/**
 * That somebody who answers for safeguarding opens what one person wrote and did not share: asked for with a written reason,
 * confirmed by a second person or after a notice, for a short time, and told to the person unless that would not be safe.
 */
export const Opening = z.object({
  id: z.uuid(),
  version: z.int(),
  /** Whose words they are. */
  personId: z.uuid(),
  /** The lead or deputy who will read them. */
  readerId: z.uuid(),
  /** Who asked, for telling a second person from the first. */
  askedBy: z.string(),
  what: OpenedWhat,
  /** Sealed with the key of the person it is about. */
  reasonSealed: z.string(),
  how: z.enum(['second-person', 'notice']),
  state: z.enum(['asked', 'open', 'stopped', 'over']),
  safeToTell: z.boolean(),
  askedAt: instant,
  /** When a notice has run. */
  opensAt: instant.nullable(),
  confirmedBy: z.string().nullable(),
  openUntil: instant.nullable(),
  readAt: instant.nullable(),
  toldAt: instant.nullable(),
  endedAt: instant.nullable(),
});
export type Opening = z.infer<typeof Opening>;

export function reasonPlace(openingId: string) {
  return { table: 'opening', row: openingId, column: 'reasonSealed' } as const;
}

export function subjectOf({ id }: Pick<Opening, 'id'>): string {
  return `opening:${id}`;
}
