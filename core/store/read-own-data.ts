import type pg from 'pg';
import { z } from 'zod';

/** Which rows of a table are somebody's own or between them and others; $1 is the person. */
const OWN: Readonly<Record<string, string>> = {
  person: `t.id = $1::uuid`,
  account: `t."personId" = $1::uuid`,
  draft: `t."personId" = $1::uuid`,
  role: `t."personId" = $1::uuid`,
  supporter: `$1::uuid IN (t."personId", t."supporterId")`,
  consent: `t."personId" = $1::uuid`,
  disguise: `t.id IN (SELECT id FROM account WHERE "personId" = $1::uuid)`,
  app_link: `t."personId" = $1::uuid`,
  availability: `t.id = $1::uuid`,
  desk_sign_in: `t."personId" = $1::uuid`,
  desk_session: `t."personId" = $1::uuid`,
  reflection: `t."personId" = $1::uuid`,
  fit_check: `t."personId" = $1::uuid`,
  nudge: `t."personId" = $1::uuid`,
  letter: `t."toId" = $1::uuid OR t."fromId" = $1::uuid`,
  pair: `$1::uuid IN (t."mentorId", t."menteeId")`,
  meeting: `$1::uuid IN (t."mentorId", t."menteeId")`,
  series: `t."pairId" IN (SELECT id FROM pair WHERE $1::uuid IN ("mentorId", "menteeId"))`,
  pair_contact: `t.id IN (SELECT id FROM pair WHERE $1::uuid IN ("mentorId", "menteeId"))`,
  // What has not arrived is its writer's alone.
  pair_message: `t."fromId" = $1::uuid OR (t."toId" = $1::uuid AND t.state = 'sent')`,
  supervision_note: `t."mentorId" = $1::uuid`,
  concern: `t."fromId" = $1::uuid`,
  message_report: `t."reporterId" = $1::uuid`,
  group: `t."leadId" = $1::uuid OR t.id IN (SELECT "groupId" FROM group_member WHERE "personId" = $1::uuid)`,
  group_member: `t."personId" = $1::uuid`,
  group_meeting: `t."groupId" IN (SELECT "groupId" FROM group_member WHERE "personId" = $1::uuid)`,
  group_answer: `t."personId" = $1::uuid`,
  enquiry: `t."personId" = $1::uuid`,
  training_record: `t."personId" = $1::uuid`,
  training_place: `t."personId" = $1::uuid`,
  // What a coordinator only drafted is not news yet; a request is.
  match: `$1::uuid IN (t."mentorId", t."menteeId") AND t."askedAt" IS NOT NULL`,
  task: `t."personId" = $1::uuid`,
  journal: `position($1::uuid::text IN t."by") > 0 OR position($1::uuid::text IN t.ids::text) > 0`,
  audit: `position($1::uuid::text IN t."by") > 0 OR position($1::uuid::text IN t.ids::text) > 0`,
  outgoing: `t."personId" = $1::uuid`,
};

/** More lines of one kind than anybody will have; what is held in memory stays within bounds. */
const MOST = 20_000;

const rowsOf = (table: string, where: string): string =>
  `(SELECT coalesce(jsonb_agg(found.row), '[]') FROM (SELECT to_jsonb(t) AS row FROM "${table}" t WHERE ${where}
    ORDER BY 1 LIMIT ${MOST}) AS found) AS "${table}"`;

// One statement sees one moment: somebody who is being erased is there wholly, or not at all.
const EVERYTHING = `SELECT ${Object.entries(OWN)
  .map(([table, where]) => rowsOf(table, where))
  .join(',\n')},
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'wrappedKey', p."wrappedKey", 'state', p.state)), '[]')
    FROM person p WHERE p.id IN (
      SELECT unnest(ARRAY["mentorId", "menteeId"]) FROM pair WHERE $1::uuid IN ("mentorId", "menteeId")
      UNION SELECT unnest(ARRAY["fromId", "toId"]) FROM letter WHERE $1::uuid IN ("fromId", "toId")
      UNION SELECT unnest(ARRAY["personId", "supporterId"]) FROM supporter WHERE $1::uuid IN ("personId", "supporterId")
      UNION SELECT g."leadId" FROM "group" g JOIN group_member m ON m."groupId" = g.id AND m."personId" = $1::uuid
      UNION SELECT "byId" FROM supervision_note WHERE "mentorId" = $1::uuid
      UNION SELECT "takenById" FROM task WHERE "personId" = $1::uuid
      UNION SELECT $1::uuid)) AS "known"`;

const Row = z.record(z.string(), z.unknown());
const Known = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  wrappedKey: z.string(),
  state: z.string(),
});

export type OwnRow = z.infer<typeof Row>;
/** Everything of one person as it was at one moment, still sealed; and whoever they met here, for names and keys. */
export type OwnData = {
  readonly tables: ReadonlyMap<string, readonly OwnRow[]>;
  readonly known: readonly z.infer<typeof Known>[];
};

/** The tables that are read for a person's own copy. */
export const ownTables: readonly string[] = Object.keys(OWN);

export async function readOwnData(pool: pg.Pool, personId: string): Promise<OwnData> {
  const found = await pool.query({ name: 'own-data', text: EVERYTHING, values: [personId] });
  const { known, ...tables } = z.record(z.string(), z.array(Row)).parse(found.rows[0]);
  return { tables: new Map(Object.entries(tables)), known: z.array(Known).parse(known) };
}
