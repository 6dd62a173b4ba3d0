import { z } from 'zod';
import { Meeting, Series } from '../meetings/meeting.ts';
import type { PrismaClient } from './generated/client.ts';

/** Reads about meetings that repeat. */
export function readSeries(db: PrismaClient) {
  return {
    /** What a pair repeats, or was asked to, latest first. */
    async standingOf(pairId: string): Promise<Series[]> {
      const rows = await db.series.findMany({
        where: { pairId, state: { not: 'ended' } },
        orderBy: { createdAt: 'desc' },
      });
      return z.array(Series).parse(rows);
    },
    /** The agreed meeting it was begun from; undefined when that was moved or called off meanwhile. */
    async begunFrom({ pairId, wall, zone }: Series): Promise<Meeting | undefined> {
      const row = await db.meeting.findFirst({ where: { pairId, wall, zone, state: 'confirmed' } });
      return row === null ? undefined : Meeting.parse(row);
    },
    /** The meetings it has made, and the one it was begun from, latest first. */
    async meetingsOf(seriesId: string, most: number): Promise<Meeting[]> {
      const rows = await db.meeting.findMany({
        where: { seriesId },
        orderBy: { startsAt: 'desc' },
        take: most,
      });
      return z.array(Meeting).parse(rows);
    },
  };
}
