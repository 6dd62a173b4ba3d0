import { z } from 'zod';
import { instant } from '../kernel/instant.ts';
import type { Moment } from '../moment.ts';

/** Something for a coordinator to do: codes and ids only. */
export const Task = z.object({
  id: z.uuid(),
  version: z.int(),
  programmeId: z.uuid().nullable(),
  kind: z.enum([
    'new-person',
    'under-age',
    'wants-a-call',
    'tell-by-phone',
    'cannot-be-reached',
    'may-want-a-hand',
    'shared-a-reflection',
    'clash',
    'reported-message',
    'group-to-open',
    'group-report',
    'group-out-of-reach',
    'partner-left',
    'two-records',
    'a-lot-just-now',
    'wants-a-change',
    'wants-to-end',
    'contact-out-of-hours',
    'ring-safeguarding',
    'training-ended',
    'training-register',
    'to-talk-with',
    'wants-to-mentor',
    'no-answers',
    'wants-taster',
    'wants-drop-in',
    'match-to-confirm',
    'mentor-not-free',
    'waits-for-mentor',
    'waits-for-mentee',
    'different-match',
    'wants-role',
    'may-mentor',
    'for-supervision',
  ]),
  personId: z.uuid().nullable(),
  pairId: z.uuid().nullable(),
  meetingId: z.uuid().nullable(),
  groupId: z.uuid().nullable().optional(),
  createdAt: instant,
  doneAt: instant.nullable(),
  doneBy: z.string().nullable(),
  /** The coordinator who has taken it on. */
  takenById: z.uuid().nullable().optional(),
  takenAt: instant.nullable().optional(),
  /** Whoever may be the same person, or the mentor of a possible pair, where it is about that. */
  otherPersonId: z.uuid().nullable().optional(),
  /** Code of what somebody would like, or as what they come in, where it is about that; of a register, the site it is of. */
  what: z.string().nullable().optional(),
});
export type Task = z.infer<typeof Task>;

type About = Pick<Task, 'programmeId'> &
  Partial<Pick<Task, 'personId' | 'pairId' | 'meetingId' | 'groupId' | 'otherPersonId' | 'what'>>;

/** A task about these, which nobody has taken or done yet. */
export function newTask(kind: Task['kind'], about: About, at: Moment): Task {
  return {
    id: at.newId(),
    version: 1,
    kind,
    personId: null,
    pairId: null,
    meetingId: null,
    ...about,
    createdAt: at.now,
    doneAt: null,
    doneBy: null,
  };
}

/** Who is behind what a task is about, as far as it can be a report. */
export type Behind = {
  /** The two of the pair it is about. */
  readonly two: readonly string[];
  /** Who leads the group it is about. */
  readonly leadId: string | undefined;
};
