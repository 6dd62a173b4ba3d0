import type pg from 'pg';
import { z } from 'zod';
import { instant } from '../kernel/instant.ts';
import { Meeting } from '../meetings/meeting.ts';

const Said = z.object({ kind: z.string(), minutes: z.int(), startsAt: instant });
/** One thing that was said to somebody about a meeting, and which start it was about. */
export type Said = z.infer<typeof Said>;

const CalledOff = z.object({ at: instant, notice: z.int() });
/** When it was called off, and how many minutes before its start. */
export type CalledOff = z.infer<typeof CalledOff>;

const Standing = z.object({
  id: z.uuid(),
  wall: z.string(),
  zone: z.string(),
  startsAt: instant,
  offered: z.object({ wall: z.string().nullable(), startsAt: instant.nullable() }),
});
/** The time a meeting is at, and the one it was asked to be moved to. */
export type StandingTime = z.infer<typeof Standing>;

/** Reads about what was said and is due around meetings. */
export function readReminders(pool: pg.Pool) {
  return {
    /** What this person was told already about this meeting. `since` (ISO) is before all of it. */
    async said(meetingId: string, personId: string, since: string): Promise<Said[]> {
      const found = await pool.query({
        name: 'reminders-said',
        text: `SELECT ids FROM journal WHERE event = 'meeting.reminded' AND at >= $3::timestamptz
          AND ids->>'meetingId' = $1 AND ids->>'personId' = $2`,
        values: [meetingId, personId, since],
      });
      return z
        .array(z.object({ ids: Said }))
        .parse(found.rows)
        .map(({ ids }) => ids);
    },
    /** What was agreed or asked for of meetings that start after `from` (ISO), a page at a time, in the order of ids. */
    async standingTimes(from: string, after: string, most: number): Promise<StandingTime[]> {
      const found = await pool.query(
        `SELECT id, wall, zone, "startsAt",
          jsonb_build_object('wall', "offeredWall", 'startsAt', "offeredStartsAt") AS offered
          FROM meeting WHERE state IN ('proposed', 'confirmed') AND "startsAt" > $1::timestamptz
          AND id > $2::uuid ORDER BY id LIMIT $3`,
        [from, after, most],
      );
      return z.array(Standing).parse(found.rows);
    },
    /** Meetings of a pair that were asked for or agreed, latest first, whenever they are. */
    async standingOf(pairId: string, most: number): Promise<Meeting[]> {
      const found = await pool.query(
        `SELECT * FROM meeting WHERE "pairId" = $1 AND state IN ('proposed', 'confirmed')
          ORDER BY "startsAt" DESC, id LIMIT $2`,
        [pairId, most],
      );
      return z.array(Meeting).parse(found.rows);
    },
    /** The agreed meetings of a pair that one of the two called off, latest first. */
    async calledOff(pairId: string, most: number): Promise<CalledOff[]> {
      const found = await pool.query(
        `SELECT "cancelledAt" AS at, "noticeMinutes" AS notice FROM meeting WHERE "pairId" = $1
          AND state = 'cancelled' AND "cancelledBy" IS NOT NULL AND "noticeMinutes" IS NOT NULL
          ORDER BY "cancelledAt" DESC LIMIT $2`,
        [pairId, most],
      );
      return z.array(CalledOff).parse(found.rows);
    },
    /** The latest start of a pair's meetings of which one of the two said that it happened. */
    async lastHeld(pairId: string) {
      const found = await pool.query(
        `SELECT max("startsAt") AS at FROM meeting WHERE "pairId" = $1 AND state = 'confirmed'
          AND ("mentorAnswer" = 'happened' OR "menteeAnswer" = 'happened')`,
        [pairId],
      );
      return z.object({ at: instant.nullable() }).parse(found.rows[0]).at;
    },
  };
}
