import { z } from 'zod';
import { instant } from '../kernel/instant.ts';

/** Something about a mentor's supervision, by the mentor or by somebody who supervises (SUP-13). */
export const SupervisionNote = z.object({
  id: z.uuid(),
  version: z.int(),
  programmeId: z.uuid(),
  mentorId: z.uuid(),
  /** Who wrote it; the mentor, or a coordinator or cover. */
  byId: z.uuid(),
  /** Sealed with the mentor's key. */
  textSealed: z.string(),
  createdAt: instant,
});
export type SupervisionNote = z.infer<typeof SupervisionNote>;

/** Most characters of a note. */
export const NOTE_MOST = 4000;

export function notePlace(noteId: string) {
  return { table: 'supervision_note', row: noteId, column: 'textSealed' } as const;
}

/** In this app no note is ever shown: whoever runs the workspace can read everything in it. */
export const NEVER_IN = 'slack';

/** A mentor, as far as it decides who may see what is said about their supervision. */
export type Supervised = {
  readonly id: string;
  /** Everybody whose mentor they are or ever were. */
  readonly mentees: readonly string[];
  /** The programmes in which they are or were a mentor or volunteer, and at which sites of each. */
  readonly sites: Readonly<Record<string, readonly string[]>>;
};
