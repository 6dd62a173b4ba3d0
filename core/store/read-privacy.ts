import type pg from 'pg';
import { z } from 'zod';
import { Series } from '../meetings/meeting.ts';
import { PairMessage } from '../pair-messages/pair-message.ts';
import { Person, Supporter } from '../people/person.ts';
import { Consent } from '../privacy/consent.ts';
import { ProgrammeDocument } from '../programmes/programme.ts';
import { type OwnData, readOwnData } from './read-own-data.ts';

const UNFINISHED = `SELECT p.id FROM person p WHERE p.id = ANY($1::uuid[]) AND (p.state <> 'erased'
    OR EXISTS (SELECT FROM pair q WHERE p.id IN (q."mentorId", q."menteeId") AND q.state <> 'ended')
    OR EXISTS (SELECT FROM meeting k WHERE p.id IN (k."mentorId", k."menteeId") AND k.state IN ('proposed', 'confirmed')
      AND k."startsAt" > $2::timestamptz)
    OR EXISTS (SELECT FROM "group" g WHERE g."leadId" = p.id AND g.state <> 'closed')
    OR EXISTS (SELECT FROM group_member m WHERE m."personId" = p.id AND m.state <> 'left')) ORDER BY p.id`;

const Wordings = ProgrammeDocument.shape.consent;

// Where several programmes share a database, the latest wording counts.
const WORDINGS = `SELECT coalesce(jsonb_object_agg(w.key, w.value), '{}') FROM (SELECT e.key, max(e.value::int) AS value
  FROM programme g CROSS JOIN jsonb_each_text(coalesce(g.document->'consent', '{}')) e GROUP BY e.key) AS w`;

/** Whether anything is kept that they answered on a way in. */
const ANSWERED = `EXISTS (SELECT FROM enquiry e WHERE e."answersSealed" IS NOT NULL AND e."personId" = `;

const OF_ONE = `(SELECT coalesce(jsonb_agg(to_jsonb(c)), '[]') FROM consent c WHERE c."personId" = `;

/** Most that are asked again in one go. */
const MOST_ASKED = 5000;

const KEEPS_HEAD = `SELECT p.id FROM person p WHERE p.state = 'active' AND p.settings->>'auditHead' = 'true'
  AND EXISTS (SELECT FROM role r WHERE r."personId" = p.id AND r."endedAt" IS NULL AND r.role = ANY($1)) ORDER BY p.id`;

/** Reads for what people may ask about everything that is kept of them. */
export function readPrivacy(pool: pg.Pool) {
  const all = async <T>(schema: z.ZodType<T>, sql: string, values: readonly unknown[]): Promise<T[]> =>
    z.array(schema).parse((await pool.query(sql, [...values])).rows);
  return {
    /** What somebody said to each part of what is kept, the wording of each that stands now, and whether they answered. */
    async consents(personId: string) {
      const text = `SELECT ${OF_ONE} $1) AS said, (${WORDINGS}) AS wordings, ${ANSWERED} $1) AS answered`;
      const { rows } = await pool.query({ name: 'consents', text, values: [personId] });
      return z.object({ said: z.array(Consent), wordings: Wordings, answered: z.boolean() }).parse(rows[0]);
    },
    /** Everybody who takes part in a programme, or answered on their way into it, with what they said. */
    async toAskAgain(programmeId: string) {
      const people = await all(
        z.object({ person: Person, said: z.array(Consent), answered: z.boolean() }),
        `SELECT to_jsonb(p) AS person, ${OF_ONE} p.id) AS said, ${ANSWERED} p.id) AS answered FROM person p
          WHERE p.state = 'active' AND (${ANSWERED} p.id AND e."programmeId" = $1)
          OR EXISTS (SELECT FROM role r WHERE r."personId" = p.id AND r."programmeId" = $1 AND r."endedAt" IS NULL))
          ORDER BY p.id LIMIT ${MOST_ASKED}`,
        [programmeId],
      );
      const { rows } = await pool.query(`SELECT (${WORDINGS}) AS wordings`);
      return { people, ...z.object({ wordings: Wordings }).parse(rows[0]) };
    },
    /** Everything of one person, as it is at one moment. */
    everythingOf: (personId: string): Promise<OwnData> => readOwnData(pool, personId),
    /** The series that repeat for somebody, in any pair of theirs. */
    seriesOf: (personId: string) =>
      all(
        Series,
        `SELECT s.* FROM series s JOIN pair p ON p.id = s."pairId"
          WHERE s.state <> 'ended' AND $1::uuid IN (p."mentorId", p."menteeId") ORDER BY s.id`,
        [personId],
      ),
    /** What the other half of a pair wrote to somebody. */
    messagesTo: (personId: string) =>
      all(PairMessage, `SELECT * FROM pair_message WHERE "toId" = $1 AND state <> 'taken-back' ORDER BY id`, [
        personId,
      ]),
    /** Who helps them and whom they help, where both are known. */
    supportsOf: (personId: string) =>
      all(
        Supporter,
        `SELECT * FROM supporter WHERE $1::uuid IN ("personId", "supporterId") AND "supporterId" IS NOT NULL
          AND state IN ('accepted', 'active') ORDER BY id`,
        [personId],
      ),
    /** Those of these people of whom something is left that goes with an erasure. */
    async unfinished(ids: readonly string[], now: string): Promise<string[]> {
      const rows = await all(z.object({ id: z.uuid() }), UNFINISHED, [ids, now]);
      return rows.map(({ id }) => id);
    },
    /** Those who were chosen to be sent the head of the audit, and have one of these roles still. */
    async whoKeepsHead(among: readonly string[]): Promise<string[]> {
      const rows = await all(z.object({ id: z.uuid() }), KEEPS_HEAD, [among]);
      return rows.map(({ id }) => id);
    },
    /** Everybody who was erased here. */
    async erased(): Promise<string[]> {
      const rows = await all(z.object({ id: z.uuid() }), `SELECT id FROM person WHERE state = 'erased'`, []);
      return rows.map(({ id }) => id);
    },
  };
}
