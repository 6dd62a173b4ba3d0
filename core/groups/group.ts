import { z } from 'zod';
import { instant } from '../kernel/instant.ts';

/** made: not open yet. open: people can join. closed: it has ended. */
export const GroupState = z.enum(['made', 'open', 'closed']);

/** A peer group in a shared place. What stands here is for everybody who reads there. */
export const Group = z.object({
  id: z.uuid(),
  version: z.int(),
  programmeId: z.uuid(),
  state: GroupState,
  name: z.string(),
  ownRule: z.string().nullable(),
  capacity: z.int().min(2).max(500),
  leadId: z.uuid(),
  leadTrainedAt: instant.nullable(),
  leadTrainedBy: z.string().nullable(),
  leadAcceptedAt: instant.nullable(),
  zone: z.string(),
  platform: z.string(),
  tenant: z.string(),
  chatId: z.string(),
  createdAt: instant,
  openedAt: instant.nullable(),
  closedAt: instant.nullable(),
});
export type Group = z.infer<typeof Group>;

/**
 * wishes: pressed "Join" and is still on their way in. in: a member, or the lead. waiting: for a place. asked: a place is kept
 * for them until they answer. left: no longer any of these.
 */
export const GroupMember = z.object({
  id: z.uuid(),
  version: z.int(),
  groupId: z.uuid(),
  personId: z.uuid(),
  state: z.enum(['wishes', 'in', 'waiting', 'asked', 'left']),
  /** From 1 to the capacity; 0 is the lead's. */
  seat: z.int().min(0).nullable(),
  acceptedAt: instant.nullable(),
  waitingSince: instant.nullable(),
  askedUntil: instant.nullable(),
  joinedAt: instant.nullable(),
  leftAt: instant.nullable(),
  follows: z.boolean().nullable(),
});
export type GroupMember = z.infer<typeof GroupMember>;

/** `wall` and `zone` are what was agreed; `startsAt` is the instant they name. */
export const GroupMeeting = z.object({
  id: z.uuid(),
  version: z.int(),
  groupId: z.uuid(),
  state: z.enum(['planned', 'cancelled']),
  startsAt: instant,
  wall: z.string(),
  zone: z.string(),
  minutes: z.int().min(5).max(480),
  where: z.string().nullable(),
  sequence: z.int(),
  movedFrom: instant.nullable(),
  createdAt: instant,
  cancelledAt: instant.nullable(),
  registerDoneAt: instant.nullable(),
});
export type GroupMeeting = z.infer<typeof GroupMeeting>;

/** What a member says of a meeting to come. */
export const Coming = z.enum(['coming', 'maybe', 'cannot', 'listening']);
export type Coming = z.infer<typeof Coming>;

export const GroupAnswer = z.object({
  id: z.uuid(),
  version: z.int(),
  meetingId: z.uuid(),
  personId: z.uuid(),
  answer: Coming.nullable(),
  /** What the lead noted afterwards. */
  attended: z.enum(['came', 'did-not']).nullable(),
  changedAt: instant,
});
export type GroupAnswer = z.infer<typeof GroupAnswer>;
