import type pg from 'pg';
import { z } from 'zod';
import type { Reach } from '../kernel/reach.ts';
import { isTheirs, supportsAt, within } from './theirs.ts';

const Placed = z.object({ programmeId: z.uuid(), sites: z.array(z.string()) });
/** A programme, and the sites in it to which something belongs. */
export type Placed = z.infer<typeof Placed>;

const sitesOf = (person: string, programme: string): string => `sites_of(${person}, ${programme})`;
const asMentee = (of: string): string =>
  `array_remove(ARRAY[site_as(${of}."menteeId", ${of}."programmeId", 'mentee')], NULL)`;
/**
 * Of what is asked about by id, whatever it is, that which is of one programme, among programmes: which, and at which sites.
 * What is of two is where the one who is supported belongs, whoever of them it is by.
 */
export function thingsPlaced(ids: string, programmes: string): string {
  const asked = (table: string): string => `${table} x WHERE x.id = ANY(${ids})`;
  const own = `x."programmeId" = ANY(${programmes})`;
  const row = (sites: string): string => `SELECT x.id, x."programmeId", ${sites} AS sites FROM`;
  return `${row(asMentee('x'))} ${asked('pair')} AND ${own}
  UNION ALL ${row(asMentee('x'))} ${asked('meeting')} AND ${own}
  UNION ALL SELECT x.id, q."programmeId", ${asMentee('q')} FROM reflection x JOIN pair q ON q.id = ${OF_PAIR}
    WHERE x.id = ANY(${ids}) AND q."programmeId" = ANY(${programmes})
  UNION ALL ${row('sites_of_task(x, x."programmeId")')} ${asked('task')} AND ${own} AND x.kind <> 'ring-safeguarding'
  UNION ALL ${row(asMentee('x'))} ${asked('match')} AND ${own}
  UNION ALL ${row(sitesOf('x."mentorId"', 'x."programmeId"'))} ${asked('match')} AND ${own}
  UNION ALL ${row(`array_remove(ARRAY[site_as(x."personId", x."programmeId", x."as")], NULL)`)} ${asked('enquiry')} AND ${own}
  UNION ALL ${row(sitesOf('x."leadId"', 'x."programmeId"'))} ${asked('"group"')} AND ${own}
  UNION ALL SELECT x.id, c."programmeId", ${sitesOf('c."leadId"', 'c."programmeId"')}
    FROM "group" c JOIN group_meeting x ON x."groupId" = c.id
    WHERE x.id = ANY(${ids}) AND c."programmeId" = ANY(${programmes})
  UNION ALL ${row('array_remove(ARRAY[x.site], NULL)')} ${asked('training_meeting')} AND ${own}
  UNION ALL ${row(sitesOf('x."personId"', 'x."programmeId"'))} ${asked('training_record')} AND ${own}
  UNION ALL ${row(supportsAt('x."mentorId"', 'x."programmeId"'))} ${asked('supervision_note')} AND ${own}`;
}

/** The pair that an entry of somebody's own is about, if it is about one. */
const OF_PAIR = `coalesce(x."pairId", (SELECT m."pairId" FROM meeting m WHERE m.id = x."meetingId"))`;

// $1 what is asked about; $2 programmes. What is somebody's, and of no programme by itself, is looked at in each of them.
const PLACED = `SELECT "programmeId", sites FROM (${thingsPlaced('$1::uuid[]', '$2::uuid[]')}) things
  UNION ALL SELECT g.id, ${sitesOf('x.id', 'g.id')} FROM unnest($2::uuid[]) g(id), person x WHERE x.id = ANY($1::uuid[])
  UNION ALL SELECT g.id, ${sitesOf('x."personId"', 'g.id')} FROM unnest($2::uuid[]) g(id), opening x WHERE x.id = ANY($1::uuid[])
  UNION ALL SELECT g.id, ${sitesOf('x."personId"', 'g.id')} FROM unnest($2::uuid[]) g(id), reflection x
    LEFT JOIN pair q ON q.id = ${OF_PAIR} WHERE x.id = ANY($1::uuid[]) AND q."programmeId" IS DISTINCT FROM g.id
  UNION ALL SELECT g.id, sites_of_task(x, g.id) FROM unnest($2::uuid[]) g(id), task x WHERE x.id = ANY($1::uuid[])
    AND x."programmeId" IS NULL AND x.kind <> 'ring-safeguarding'`;

// $1 the programmes that are seen, $2 their sites, $3 what is asked about. What stands under a programme and at no site is
// for whoever sees all of it; what somebody wrote of no pair, and what was opened of theirs, is where they are.
const OF_ALL = (table: string): string => `SELECT x.id, x."programmeId", '{}'::text[] AS sites FROM ${table} x
  WHERE x.id = ANY($3::uuid[]) AND x."programmeId" = ANY($1::uuid[])`;
const WITHIN = `WITH placed AS (
    SELECT id, "programmeId", sites FROM (${thingsPlaced('$3::uuid[]', '$1::uuid[]')}) things
    UNION ALL SELECT x.id, c."programmeId", sites_of(c."leadId", c."programmeId") FROM "group" c
      JOIN group_member x ON x."groupId" = c.id WHERE x.id = ANY($3::uuid[]) AND c."programmeId" = ANY($1::uuid[])
    UNION ALL ${OF_ALL('concern')} UNION ALL ${OF_ALL('referral')} UNION ALL ${OF_ALL('match_draft')}
  ), owned AS (
    SELECT x.id, x."personId" FROM opening x WHERE x.id = ANY($3::uuid[])
    UNION ALL SELECT x.id, x."personId" FROM reflection x WHERE x.id = ANY($3::uuid[]) AND ${OF_PAIR} IS NULL
    UNION ALL SELECT id, id FROM unnest($3::uuid[]) own(id)
  )
  SELECT d.id FROM placed d GROUP BY d.id HAVING bool_and(${within('d."programmeId"', 'd.sites', 2)})
  UNION SELECT o.id FROM owned o JOIN person p ON p.id = o."personId" WHERE ${isTheirs('p', 2)}`;

/** Where people, and what is of them, belong in a programme that is offered at several sites. */
export function readSites(pool: pg.Pool) {
  return {
    /** One row for each thing asked about and programme it has to do with. What is of no programme or nobody has none. */
    async placed(ids: readonly string[], programmeIds: readonly string[]): Promise<Placed[]> {
      const found = await pool.query({ name: 'placed', text: PLACED, values: [ids, programmeIds] });
      return z.array(Placed).parse(found.rows);
    },
    /** Of these people those who are of that site. */
    async at(programmeId: string, site: string, personIds: readonly string[]): Promise<string[]> {
      const sql = 'SELECT id FROM unnest($3::uuid[]) p(id) WHERE $2 = ANY(sites_of(p.id, $1))';
      const { rows } = await pool.query(sql, [programmeId, site, personIds]);
      return z
        .array(z.object({ id: z.uuid() }))
        .parse(rows)
        .map(({ id }) => id);
    },
    /**
     * Of these ids, of whatever kind, those of what is within reach. What is of nothing that is looked at here is not: a
     * message to somebody, a key, something to do that is of no programme.
     */
    async within({ programmeIds, sites }: Reach, ids: readonly string[]): Promise<string[]> {
      if (ids.length === 0) return [];
      const values = [programmeIds, JSON.stringify(sites), ids];
      const { rows } = await pool.query({ name: 'within', text: WITHIN, values });
      return z
        .array(z.object({ id: z.uuid() }))
        .parse(rows)
        .map(({ id }) => id);
    },
    /** All sites of somebody in one programme. */
    async of(personId: string, programmeId: string): Promise<string[]> {
      const { rows } = await pool.query('SELECT sites_of($1, $2) AS sites', [personId, programmeId]);
      return z.array(z.string()).parse(rows[0]?.sites);
    },
  };
}
