import { z } from 'zod';
import { instant } from '../kernel/instant.ts';
import { Availability, Meeting } from '../meetings/meeting.ts';
import { Pair } from '../pairs/pair.ts';
import { Person } from '../people/person.ts';
import { Programme } from '../programmes/programme.ts';
import { asOneValue } from './one-value.ts';

/** Time that a confirmed meeting takes from one person. */
export const Busy = z.object({ meetingId: z.uuid(), personId: z.uuid(), from: instant, to: instant });
export type Busy = z.infer<typeof Busy>;

/** The two of a pair and all that a decision about their time needs. */
export const PairInFull = z.object({
  pair: Pair,
  mentor: Person,
  mentee: Person,
  programme: Programme,
  mentorAvailability: Availability.nullable(),
  /** What either has on around the time in question, this meeting itself left out. */
  busy: z.array(Busy),
  /** Those of the two who can be written to in an app: not whoever asked for silence, who is rung about a change instead. */
  reachable: z.array(z.uuid()),
  /** Another meeting of this pair that was asked for, at the very same time. */
  askedAlready: z.uuid().nullable(),
  /** The earlier meeting that was asked for as an example. */
  example: Meeting.nullable(),
});
export type PairInFull = z.infer<typeof PairInFull>;

/** One meeting with its people. */
export const MeetingInFull = PairInFull.omit({ example: true }).extend({
  meeting: Meeting,
  /** Those whom a coordinator has yet to tell about it by telephone. */
  toBeTold: z.array(z.uuid()),
});
export type MeetingInFull = z.infer<typeof MeetingInFull>;

/** As long as any meeting can be, its rest included. */
const LONGEST = `interval '10 hours'`;

const PEOPLE = `to_jsonb(p) AS pair, to_jsonb(r) AS mentor, to_jsonb(e) AS mentee, programme_as_agreed(g, p."agreedNumber") AS programme,
  to_jsonb(v) AS "mentorAvailability",
  (SELECT coalesce(jsonb_agg(DISTINCT a."personId"), '[]') FROM account a
    WHERE a.reachable AND ((a."personId" = r.id AND r.state <> 'stopped')
      OR (a."personId" = e.id AND e.state <> 'stopped'))) AS reachable`;

const JOINS = `JOIN person r ON r.id = p."mentorId" JOIN person e ON e.id = p."menteeId"
  JOIN programme g ON g.id = p."programmeId" LEFT JOIN availability v ON v.id = p."mentorId"`;

/** SQL for the claims of both people from that moment on. */
function busyAt(moment: string, except: string): string {
  return `(SELECT coalesce(jsonb_agg(jsonb_build_object('meetingId', o."meetingId", 'personId', o."personId",
      'from', lower(o.during), 'to', upper(o.during))), '[]') FROM occupancy o
    WHERE o."personId" IN (p."mentorId", p."menteeId") ${except}
      AND o.during && tstzrange(${moment}, ${moment} + ${LONGEST})) AS busy`;
}

const MOMENT = `coalesce($2::timestamptz, k."offeredStartsAt", k."startsAt")`;

/** $1 the meeting, $2 a time it may be moved to, or null. */
export const meetingInFull =
  asOneValue(`SELECT to_jsonb(k) AS meeting, ${PEOPLE}, ${busyAt(MOMENT, 'AND o."meetingId" <> k.id')},
  (SELECT coalesce(jsonb_agg(t."personId"), '[]') FROM task t
    WHERE t."meetingId" = k.id AND t.kind = 'tell-by-phone' AND t."doneAt" IS NULL) AS "toBeTold",
  (SELECT x.id FROM meeting x WHERE x."pairId" = p.id AND x.state = 'proposed' AND x.id <> k.id
    AND x."startsAt" = ${MOMENT} LIMIT 1) AS "askedAlready"
  FROM meeting k JOIN pair p ON p.id = k."pairId" ${JOINS} WHERE k.id = $1`);

/** $1 the pair, $2 the time wished for, $3 an earlier meeting as an example, or null. */
export const pairInFull = asOneValue(`SELECT ${PEOPLE}, ${busyAt('$2::timestamptz', '')},
  (SELECT k.id FROM meeting k WHERE k."pairId" = p.id AND k.state = 'proposed' AND k."startsAt" = $2::timestamptz LIMIT 1) AS "askedAlready",
  (SELECT to_jsonb(x) FROM meeting x WHERE x.id = $3::uuid AND x."pairId" = p.id) AS example
  FROM pair p ${JOINS} WHERE p.id = $1`);
