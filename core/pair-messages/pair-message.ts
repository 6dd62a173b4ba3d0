import { z } from 'zod';
import { instant } from '../kernel/instant.ts';

/** "HH:mm" on somebody's clock. */
const Wall = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** How the two of a pair write to each other. The id is the pair's. */
export const PairContact = z.object({
  id: z.uuid(),
  version: z.int(),
  /** The hours they agreed, on the mentee's clock; two equal times mean any time. Null: none were agreed. */
  hoursFrom: Wall.nullable(),
  hoursTo: Wall.nullable(),
  /** Hours that one of them asked for and the other has not answered. */
  askedFrom: Wall.nullable(),
  askedTo: Wall.nullable(),
  askedBy: z.uuid().nullable(),
  /** Who does not want any for now. The other is not told which of the two it was. */
  mentorBlocked: z.boolean(),
  menteeBlocked: z.boolean(),
  /** Who was told who reads along and how long it is kept. */
  mentorTold: z.boolean(),
  menteeTold: z.boolean(),
  /** The safeguarding lead asked for a pause. The two are not told who did. */
  leadPaused: z.boolean(),
  /** Whose pause is one of their meetings too. */
  mentorPausedMeetings: z.boolean(),
  menteePausedMeetings: z.boolean(),
});
export type PairContact = z.infer<typeof PairContact>;

/**
 * waiting: for the hours they agreed, or for its reader. sending: on its way. sent: it has arrived. taken-back: its
 * writer thought better of it.
 */
export const PairMessage = z.object({
  id: z.uuid(),
  version: z.int(),
  pairId: z.uuid(),
  fromId: z.uuid(),
  toId: z.uuid(),
  state: z.enum(['waiting', 'sending', 'sent', 'taken-back']),
  /** Sealed with the keys of both, so that it is gone for good when either is erased. Empty when it was taken back. */
  textSealed: z.string(),
  createdAt: instant,
  sentAt: instant.nullable(),
  reportedAt: instant.nullable(),
});
export type PairMessage = z.infer<typeof PairMessage>;

/** One message that its reader opened to coordinators. The id is that of the task it made. */
export const MessageReport = z.object({
  id: z.uuid(),
  version: z.int(),
  messageId: z.uuid(),
  pairId: z.uuid(),
  reporterId: z.uuid(),
  createdAt: instant,
});
export type MessageReport = z.infer<typeof MessageReport>;
