import type pg from 'pg';
import { z } from 'zod';
import { Answerer, Concern, ConcernStep } from '../concerns/concern.ts';
import { isoText } from './read-desk.ts';

// Somebody who is lead and deputy is asked once, as lead.
const TEAM = `SELECT DISTINCT ON (r."personId") r."personId", r.role, r.since, r."awayUntil", p.name,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'platform', a.platform, 'reachable', a.reachable)
      ORDER BY a."createdAt", a.id) FROM account a WHERE a."personId" = p.id), '[]') AS accounts
  FROM role r JOIN person p ON p.id = r."personId" AND p.state IN ('active', 'stopped')
  WHERE r."programmeId" = $1 AND r."endedAt" IS NULL AND r.role IN ('safeguarding-lead', 'safeguarding-deputy')
  ORDER BY r."personId", r.role DESC`;

// Those of the programmes for whose safeguarding $1 answers, and that are not about them.
const FOR_WHOM = `NOT jsonb_exists(c."notFor", $1::text) AND EXISTS (SELECT FROM role r
  WHERE r."personId" = $1::uuid AND r."programmeId" = c."programmeId" AND r."endedAt" IS NULL
    AND r.role IN ('safeguarding-lead', 'safeguarding-deputy'))`;

const COORDINATORS = `SELECT r."personId", p.name, r.site FROM role r JOIN person p ON p.id = r."personId" AND p.state = 'active'
  WHERE r."programmeId" = $1 AND r."endedAt" IS NULL AND r.role = 'coordinator' ORDER BY r.since, r.id`;

const Coordinating = z.object({
  personId: z.uuid(),
  name: z.string().nullable(),
  site: z.string().nullable(),
});

/** What a list says of a concern: that there is one, and how it stands. */
const ConcernListed = z.object({
  id: z.uuid(),
  programmeId: z.uuid().nullable(),
  kind: z.string(),
  state: z.enum(['open', 'taken', 'closed']),
  createdAt: isoText,
  deliveredAt: isoText.nullable(),
  seenAt: isoText.nullable(),
  takenAt: isoText.nullable(),
  closedAt: isoText.nullable(),
  outcome: z.string().nullable(),
});

const HELD = `SELECT * FROM concern WHERE state <> 'closed'
  AND ("takenById" = $1::uuid OR jsonb_exists(asked, $1::text)) ORDER BY id`;

const NAMING = `SELECT * FROM concern WHERE $1::uuid IN ("fromId", "aboutId", "takenById", "closedById")
  OR jsonb_exists("notFor", $1::text) OR jsonb_exists(asked, $1::text) ORDER BY id`;

const RINGS = `SELECT "programmeId" AS id FROM concern WHERE state <> 'closed' AND "everybodyAt" IS NOT NULL
  AND "takenById" IS NULL AND "programmeId" = ANY($1::uuid[])
  GROUP BY "programmeId" HAVING bool_and(jsonb_exists("notFor", $2::text)) ORDER BY 1`;

/** Reads about concerns. Nothing here opens the words of one: that is for the command that writes down who reads. */
export function readConcerns(pool: pg.Pool) {
  const all = async <T>(schema: z.ZodType<T>, sql: string, values: readonly unknown[]): Promise<T[]> =>
    z.array(schema).parse((await pool.query(sql, [...values])).rows);
  return {
    async concern(id: string): Promise<Concern | undefined> {
      return (await all(Concern, `SELECT * FROM concern WHERE id = $1`, [id]))[0];
    },
    /** The lead, then the deputies in the order in which they were named. */
    async team(programmeId: string | null): Promise<Answerer[]> {
      if (programmeId === null) return [];
      const found = await all(Answerer, TEAM, [programmeId]);
      return found.sort((a, b) => rank(a) - rank(b) || a.since.epochMilliseconds - b.since.epochMilliseconds);
    },
    /** Those who coordinate a programme; `site`: that one site of it alone. */
    async coordinators(programmeId: string | null) {
      return programmeId === null ? [] : await all(Coordinating, COORDINATORS, [programmeId]);
    },
    /** Of these programmes those in which all that somebody is to ring about is not for this person. */
    ringsNotFor: async (programmeIds: readonly string[], personId: string) =>
      (await all(z.object({ id: z.uuid() }), RINGS, [programmeIds, personId])).map(({ id }) => id),
    /** Everybody who has to do with a group. */
    async ofGroup(groupId: string): Promise<string[]> {
      const sql = `SELECT "leadId" AS id FROM "group" WHERE id = $1
        UNION SELECT "personId" FROM group_member WHERE "groupId" = $1 AND state <> 'left' ORDER BY 1`;
      return (await all(z.object({ id: z.uuid() }), sql, [groupId])).map(({ id }) => id);
    },
    async steps(concernId: string): Promise<ConcernStep[]> {
      const sql = `SELECT * FROM concern_step WHERE "concernId" = $1 ORDER BY at, id`;
      return await all(ConcernStep, sql, [concernId]);
    },
    /** How far the messages have come by which somebody is asked. */
    async pages(concernId: string, personId: string): Promise<string[]> {
      const sql = `SELECT state FROM outgoing WHERE "personId" = $2 AND screen = 'concern-page' AND mode = 'new'
        AND args->>'concernId' = $1`;
      const found = await all(z.object({ state: z.string() }), sql, [concernId, personId]);
      return found.map(({ state }) => state);
    },
    /** Those that are not closed in the programmes for which somebody answers, oldest first; none that is not for them. */
    async openFor(personId: string): Promise<Concern[]> {
      return await all(
        Concern,
        `SELECT c.* FROM concern c WHERE c.state <> 'closed' AND ${FOR_WHOM} ORDER BY c."createdAt", c.id LIMIT 50`,
        [personId],
      );
    },
    /** The same, of those that were closed, newest first. */
    async closedFor(personId: string): Promise<Concern[]> {
      return await all(
        Concern,
        `SELECT c.* FROM concern c WHERE c.state = 'closed' AND ${FOR_WHOM} ORDER BY c."closedAt" DESC, c.id LIMIT 20`,
        [personId],
      );
    },
    /** What somebody has in hand, and what waits for them alone. */
    heldBy: (personId: string): Promise<Concern[]> => all(Concern, HELD, [personId]),
    /** All that has to do with somebody, in whatever way. */
    naming: (personId: string): Promise<Concern[]> => all(Concern, NAMING, [personId]),
    /** What somebody told, the newest ten. */
    async ofWriter(personId: string): Promise<Concern[]> {
      const sql = `SELECT * FROM concern WHERE "fromId" = $1 ORDER BY "createdAt" DESC LIMIT 10`;
      return await all(Concern, sql, [personId]);
    },
    /** For lists: how each stands, without a word of it and without whom it is from or about. */
    async list(page: { readonly after?: string; readonly most: number; readonly asId?: string }) {
      return await all(
        ConcernListed,
        `SELECT id, "programmeId", kind, state, "createdAt", "deliveredAt", "seenAt", "takenAt", "closedAt", outcome
          FROM concern WHERE ($1::uuid IS NULL OR id > $1) AND ($3::text IS NULL OR NOT jsonb_exists("notFor", $3)) ORDER BY id LIMIT $2`,
        [page.after ?? null, page.most, page.asId ?? null],
      );
    },
  };
}

function rank({ role }: Answerer): number {
  return role === 'safeguarding-lead' ? 0 : 1;
}
