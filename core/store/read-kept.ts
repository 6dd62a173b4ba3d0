import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instant } from '../kernel/instant.ts';
import type { PrismaClient } from './generated/client.ts';

/** Reads about how much is kept of a person; counts only, nothing they wrote. */
export function readKept(db: PrismaClient) {
  return {
    async counts(personId: string) {
      const [meetings, reflections, shared, nudges, drafts, groups] = await Promise.all([
        db.meeting.count({ where: { OR: [{ mentorId: personId }, { menteeId: personId }] } }),
        db.reflection.count({ where: { personId } }),
        db.reflection.count({
          where: { personId, OR: [{ sharedWithPartner: true }, { sharedWithCoordinator: true }] },
        }),
        db.nudge.count({ where: { personId } }),
        db.draft.count({ where: { personId } }),
        db.groupMember.count({ where: { personId } }),
      ]);
      return { meetings, reflections, shared, nudges, drafts, groups };
    },
    /** How many meetings of a person, agreed or proposed, are still to come. */
    async meetingsToCome(personId: string, now: Temporal.Instant): Promise<number> {
      return await db.meeting.count({
        where: {
          OR: [{ mentorId: personId }, { menteeId: personId }],
          state: { in: ['proposed', 'confirmed'] },
          startsAt: { gt: new Date(now.epochMilliseconds) },
        },
      });
    },
    /** When an event last happened to an id, newest first, from the journal. */
    async timesOf(event: string, idName: string, id: string, most: number): Promise<Temporal.Instant[]> {
      const rows = await db.journal.findMany({
        where: { event, ids: { path: [idName], equals: id } },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: most,
        select: { at: true },
      });
      return z
        .array(z.object({ at: instant }))
        .parse(rows)
        .map((row) => row.at);
    },
  };
}
