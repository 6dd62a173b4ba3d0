import { z } from 'zod';
import { instant } from '../kernel/instant.ts';
import { Task } from '../tasks/task.ts';

/** Somebody by the name they chose, and whether the bot can write to them now. Nothing else of them is read. */
export const Named = z.object({ id: z.uuid(), name: z.string().nullable(), reachable: z.boolean() });
export type Named = z.infer<typeof Named>;

/** All that a board is made of, read at one moment. */
export const Board = z.object({
  tasks: z.array(
    Task.pick({ id: true, kind: true, programmeId: true, createdAt: true }).extend({
      person: Named.nullable(),
      /** The mentor and the mentee of the pair it is about. */
      two: z.tuple([Named, Named]).nullable(),
      takenBy: z.object({ id: z.uuid(), name: z.string().nullable() }).nullable(),
      /** The group it is about, by the name that everybody in its place can read. */
      group: z.object({ id: z.uuid(), name: z.string(), leadId: z.uuid() }).nullable(),
      /** The mentor of a possible pair that it is about, and that. */
      other: Named.nullable(),
      matchId: z.uuid().nullable(),
      /** Code of what they would like to take up. */
      what: z.string().nullable(),
      /** Since when nothing reaches this person. */
      unreachableSince: instant.nullable(),
    }),
  ),
  /** Asked for and not answered, or to be held today; soonest first. */
  meetings: z.array(
    z.object({
      id: z.uuid(),
      state: z.enum(['proposed', 'confirmed']),
      startsAt: instant,
      proposedBy: z.uuid(),
      mentor: Named,
      mentee: Named,
    }),
  ),
  /** Pairs that agreed a rhythm, have nothing planned, and were apart for twice as long. */
  quiet: z.array(
    z.object({ id: z.uuid(), rhythmDays: z.int(), since: instant, mentor: Named, mentee: Named }),
  ),
  /** Mentees without a mentor, and people without a role. */
  waiting: z.array(
    z.object({
      person: Named,
      since: instant,
      wants: z.enum(['mentor', 'role']),
      programmeId: z.uuid().nullable(),
    }),
  ),
  /** Sites at which more wait to support than to be supported (REC-14). */
  balance: z.array(z.object({ programme: z.string(), site: z.string(), mentors: z.int(), mentees: z.int() })),
  /** How many have begun to join. */
  arriving: z.int(),
  /** How many take part in a programme of several sites and are of none: only whoever coordinates all of it sees them. */
  noSite: z.int(),
});
export type Board = z.infer<typeof Board>;

/** Somebody who could be a mentee's mentor, with how many pairs they are in. */
export const MentorToChoose = z.object({ id: z.uuid(), name: z.string(), pairs: z.int() });
export type MentorToChoose = z.infer<typeof MentorToChoose>;
