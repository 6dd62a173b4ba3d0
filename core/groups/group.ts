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
  /** Counts changes of the ground rules. */
  rulesVersion: z.int().min(1),
  capacity: z.int().min(2).max(500),
  leadId: z.uuid(),
  /** The training of whoever led it when it opened, or took it over. */
  leadTrainedAt: instant.nullable(),
  leadTrainedBy: z.string().nullable(),
  leadAcceptedAt: instant.nullable(),
  /** Whom the lead is offered to, until they answer. */
  offeredTo: z.uuid().nullable(),
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
  /** The version of the ground rules that was accepted. */
  acceptedRules: z.int().nullable(),
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
  /** What may be hard, said by whoever planned it. */
  warning: z.string().nullable(),
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
