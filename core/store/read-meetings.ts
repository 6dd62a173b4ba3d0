import { z } from 'zod';
import { Availability, Meeting, Series } from '../meetings/meeting.ts';
import type { PrismaClient } from './generated/client.ts';

/** Reads about meetings and when people are free. */
export function readMeetings(db: PrismaClient) {
  return {
    async meeting(id: string): Promise<Meeting | undefined> {
      const row = await db.meeting.findUnique({ where: { id } });
      return row === null ? undefined : Meeting.parse(row);
    },
    async availability(personId: string): Promise<Availability | undefined> {
      const row = await db.availability.findUnique({ where: { id: personId } });
      return row === null ? undefined : Availability.parse(row);
    },
    async series(id: string): Promise<Series | undefined> {
      const row = await db.series.findUnique({ where: { id } });
      return row === null ? undefined : Series.parse(row);
    },
    /** Meetings of a pair that start at or after `from`, soonest first. */
    async ofPair(pairId: string, from: Date): Promise<Meeting[]> {
      const rows = await db.meeting.findMany({ where: { pairId, startsAt: { gte: from } }, orderBy: { startsAt: 'asc' } });
      return z.array(Meeting).parse(rows);
    },
  };
}
