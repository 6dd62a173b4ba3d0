import type pg from 'pg';
import { z } from 'zod';
import { Availability, Meeting, Series } from '../meetings/meeting.ts';
import type { Programme } from '../programmes/programme.ts';
import type { PrismaClient } from './generated/client.ts';
import { knownProgrammes } from './known-programmes.ts';
import { MeetingInFull, meetingInFull, PairInFull, pairInFull } from './meeting-in-full.ts';
import { PairToBook, pairsToBook } from './pairs-to-book.ts';

const Listed = z.object({
  meeting: Meeting,
  mentorName: z.string().nullable(),
  menteeName: z.string().nullable(),
  mentorZone: z.string(),
  menteeZone: z.string(),
  /** Their pair has a pause. */
  rests: z.boolean(),
});
/** A meeting as a list shows it. */
export type ListedMeeting = z.infer<typeof Listed>;

const LISTED = `SELECT to_jsonb(k) AS meeting, r.name AS "mentorName", e.name AS "menteeName", r.zone AS "mentorZone", e.zone AS "menteeZone",
    p.state = 'paused' AS rests
  FROM meeting k JOIN pair p ON p.id = k."pairId" JOIN person r ON r.id = k."mentorId" JOIN person e ON e.id = k."menteeId"
  WHERE (k."mentorId" = $1 OR k."menteeId" = $1)`;

const ENDS = `k."startsAt" + make_interval(mins => k.minutes + k."restMinutes")`;

function rowsWith(programme: z.ZodType<Programme>) {
  return {
    meeting: MeetingInFull.extend({ programme }),
    pair: PairInFull.extend({ programme }),
    toBook: z.array(PairToBook.extend({ programme })),
  };
}

/** Reads about meetings and when people are free. */
export function readMeetings(db: PrismaClient, pool: pg.Pool) {
  const rows = rowsWith(knownProgrammes());
  return {
    async meeting(id: string): Promise<Meeting | undefined> {
      const row = await db.meeting.findUnique({ where: { id } });
      return row === null ? undefined : Meeting.parse(row);
    },
    /**
     * Everything a decision about one meeting needs, in one query. `startsAt` (ISO) is the time it may be moved to; what
     * the two have on then is among `busy`. Without it that is the time asked for, or the time agreed.
     */
    async forDecision(meetingId: string, startsAt?: string): Promise<MeetingInFull | undefined> {
      const found = await pool.query({
        name: 'meeting-in-full',
        text: meetingInFull,
        values: [meetingId, startsAt ?? null],
      });
      return found.rows[0] === undefined ? undefined : rows.meeting.parse(found.rows[0].value);
    },
    /** The same for a pair that has no such meeting yet. `sameAs`: an earlier meeting to take the manner from. */
    async forBooking(pairId: string, startsAt: string, sameAs?: string): Promise<PairInFull | undefined> {
      const values = [pairId, startsAt, sameAs ?? null];
      const found = await pool.query({ name: 'pair-in-full', text: pairInFull, values });
      return found.rows[0] === undefined ? undefined : rows.pair.parse(found.rows[0].value);
    },
    /** The pairs of a person that can book, with what is needed to offer them times. With `pairId` only that one. */
    async pairsToBook(personId: string, pairId?: string): Promise<PairToBook[]> {
      const found = await pool.query({
        name: 'pairs-to-book',
        text: pairsToBook,
        values: [personId, pairId ?? null],
      });
      return rows.toBook.parse(found.rows);
    },
    /** A person's meetings that are not over and still stand, soonest first. */
    async upcoming(personId: string, now: string, most: number): Promise<ListedMeeting[]> {
      const text = `${LISTED} AND k.state IN ('proposed', 'confirmed') AND ${ENDS} > $2::timestamptz ORDER BY k."startsAt", k.id LIMIT $3`;
      return z
        .array(Listed)
        .parse((await pool.query({ name: 'meetings-upcoming', text, values: [personId, now, most] })).rows);
    },
    /** A person's agreed meetings that are over, latest first. */
    async past(personId: string, now: string, most: number): Promise<ListedMeeting[]> {
      const text = `${LISTED} AND k.state = 'confirmed' AND ${ENDS} <= $2::timestamptz ORDER BY k."startsAt" DESC, k.id LIMIT $3`;
      return z
        .array(Listed)
        .parse((await pool.query({ name: 'meetings-past', text, values: [personId, now, most] })).rows);
    },
    /** A person's meetings that were asked for or agreed, latest first, whenever they are. */
    async standing(personId: string, most: number): Promise<Meeting[]> {
      const rows = await db.meeting.findMany({
        where: {
          state: { in: ['proposed', 'confirmed'] },
          OR: [{ mentorId: personId }, { menteeId: personId }],
        },
        orderBy: { startsAt: 'desc' },
        take: most,
      });
      return z.array(Meeting).parse(rows);
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
      const rows = await db.meeting.findMany({
        where: { pairId, startsAt: { gte: from } },
        orderBy: { startsAt: 'asc' },
      });
      return z.array(Meeting).parse(rows);
    },
  };
}
