import { z } from 'zod';
import { instant } from '../kernel/instant.ts';
import { Availability, Meeting } from '../meetings/meeting.ts';
import { Pair } from '../pairs/pair.ts';
import { Person } from '../people/person.ts';
import { Programme } from '../programmes/programme.ts';

/** A pair with all that is needed to offer it times. */
export const PairToBook = z.object({
  pair: Pair,
  mentor: Person,
  mentee: Person,
  programme: Programme,
  mentorAvailability: Availability.nullable(),
  menteeAvailability: Availability.nullable(),
  /** When either is in a meeting, or was asked for one. */
  taken: z.array(z.object({ meetingId: z.uuid(), agreed: z.boolean(), from: instant, to: instant })),
  /** The meeting that was agreed last. */
  last: Meeting.nullable(),
});
export type PairToBook = z.infer<typeof PairToBook>;

/** More than any two people have before them; the latest count, because what is over is in nobody's way. */
const MOST = 300;

/** $1 the person, $2 one pair, or null for all of them. */
export const pairsToBook = `SELECT to_jsonb(p) AS pair, to_jsonb(r) AS mentor, to_jsonb(e) AS mentee, programme_as_agreed(g, p."agreedNumber") AS programme,
  to_jsonb(vr) AS "mentorAvailability", to_jsonb(ve) AS "menteeAvailability",
  (SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]') FROM (
    SELECT k.id AS "meetingId", k.state = 'confirmed' AS agreed, k."startsAt" AS "from",
      k."startsAt" + make_interval(mins => k.minutes + k."restMinutes") AS "to"
    FROM meeting k WHERE k.state IN ('proposed', 'confirmed')
      AND (k."mentorId" IN (p."mentorId", p."menteeId") OR k."menteeId" IN (p."mentorId", p."menteeId"))
    ORDER BY k."startsAt" DESC LIMIT ${MOST}) t) AS taken,
  (SELECT to_jsonb(l) FROM meeting l WHERE l."pairId" = p.id AND l.state = 'confirmed'
    ORDER BY l."createdAt" DESC LIMIT 1) AS last
  FROM pair p JOIN person r ON r.id = p."mentorId" JOIN person e ON e.id = p."menteeId"
  JOIN programme g ON g.id = p."programmeId"
  LEFT JOIN availability vr ON vr.id = p."mentorId" LEFT JOIN availability ve ON ve.id = p."menteeId"
  WHERE (p."mentorId" = $1 OR p."menteeId" = $1) AND p.state = 'active' AND ($2::uuid IS NULL OR p.id = $2::uuid)
  ORDER BY p."createdAt", p.id`;
