import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instant } from '../kernel/instant.ts';
import type { PrismaClient } from './generated/client.ts';

/** Reads about how much is kept of a person; counts only, nothing they wrote. */
export function readKept(db: PrismaClient) {
  return {
    async counts(personId: string) {
      const either = [{ mentorId: personId }, { menteeId: personId }];
      const [meetings, places, reasons, endedPairs, pairs] = await Promise.all([
        db.meeting.count({ where: { OR: either } }),
        db.meeting.count({ where: { placeBy: personId, placeSealed: { not: null } } }),
        db.meeting.count({ where: { cancelledBy: personId, reasonSealed: { not: null } } }),
        db.pair.count({ where: { OR: either, state: 'ended' } }),
        db.pair.findMany({ where: { OR: either }, select: { id: true } }),
      ]);
      const written = await writtenBy(db, personId);
      const [series, endedSupport, tasks, journal, passedOn, letters, answered] = await Promise.all([
        db.series.count({ where: { pairId: { in: pairs.map(({ id }) => id) } } }),
        db.supporter.count({ where: { OR: [{ personId }, { supporterId: personId }], state: 'ended' } }),
        db.task.count({ where: { personId } }),
        inJournal(db, personId),
        db.pairMessage.count({ where: { OR: [{ fromId: personId }, { toId: personId }] } }),
        db.letter.count({ where: { OR: [{ fromId: personId }, { toId: personId }] } }),
        db.enquiry.count({ where: { personId, answersSealed: { not: null } } }),
      ]);
      const meeting = { meetings, places, reasons, series, endedPairs };
      return {
        ...meeting,
        ...written,
        endedSupport,
        tasks,
        journal,
        passedOn,
        letters,
        answered,
      };
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

/** How many entries of the journal name a person: what they did, and what was done about them. */
async function inJournal(db: PrismaClient, personId: string): Promise<number> {
  const rows = await db.$queryRaw`SELECT count(*)::int AS count FROM journal
    WHERE position(${personId} IN "by") > 0 OR position(${personId} IN ids::text) > 0`;
  return z.tuple([z.object({ count: z.int() })]).parse(rows)[0].count;
}

/** What somebody wrote or was sent, and the groups they are in. */
async function writtenBy(db: PrismaClient, personId: string) {
  const [reflections, shared, nudges, drafts, groups] = await Promise.all([
    db.reflection.count({ where: { personId } }),
    db.reflection.count({
      where: { personId, OR: [{ sharedWithPartner: true }, { sharedWithCoordinator: true }] },
    }),
    db.nudge.count({ where: { personId } }),
    db.draft.count({ where: { personId } }),
    db.groupMember.count({ where: { personId } }),
  ]);
  return { reflections, shared, nudges, drafts, groups };
}
