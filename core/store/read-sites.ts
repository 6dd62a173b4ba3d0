import type pg from 'pg';
import { z } from 'zod';

const Placed = z.object({ programmeId: z.uuid(), sites: z.array(z.string()) });
/** A programme, and the sites in it to which something belongs. */
export type Placed = z.infer<typeof Placed>;

const sitesOf = (person: string, programme: string): string => `sites_of(${person}, ${programme})`;
const asMentee = (of: string): string =>
  `array_remove(ARRAY[site_as(${of}."menteeId", ${of}."programmeId", 'mentee')], NULL)`;
/** Rows of a table that are asked about, of one of the programmes. */
const asked = (table: string): string => `${table} x WHERE x.id = ANY($1::uuid[])`;
const own = `x."programmeId" = ANY($2::uuid[])`;

// $1 what is asked about, by id, whatever it is; $2 programmes.
const PLACED = `
  SELECT g.id AS "programmeId", ${sitesOf('x.id', 'g.id')} AS sites FROM unnest($2::uuid[]) g(id), ${asked('person')}
  UNION ALL SELECT g.id, ${sitesOf('x."personId"', 'g.id')} FROM unnest($2::uuid[]) g(id), ${asked('opening')}
  UNION ALL SELECT g.id, ${sitesOf('x."personId"', 'g.id')} FROM unnest($2::uuid[]) g(id), ${asked('reflection')}
  UNION ALL SELECT g.id, sites_of_task(x, g.id) FROM unnest($2::uuid[]) g(id), ${asked('task')}
    AND (x."programmeId" IS NULL OR x."programmeId" = g.id) AND x.kind <> 'ring-safeguarding'
  UNION ALL SELECT x."programmeId", ${asMentee('x')} FROM ${asked('pair')} AND ${own}
  UNION ALL SELECT x."programmeId", ${asMentee('x')} FROM ${asked('meeting')} AND ${own}
  UNION ALL SELECT x."programmeId", ${asMentee('x')} FROM ${asked('match')} AND ${own}
  UNION ALL SELECT x."programmeId", ${sitesOf('x."mentorId"', 'x."programmeId"')} FROM ${asked('match')} AND ${own}
  UNION ALL SELECT x."programmeId", array_remove(ARRAY[site_as(x."personId", x."programmeId", x."as")], NULL)
    FROM ${asked('enquiry')} AND ${own}
  UNION ALL SELECT x."programmeId", ${sitesOf('x."leadId"', 'x."programmeId"')} FROM ${asked('"group"')} AND ${own}
  UNION ALL SELECT c."programmeId", ${sitesOf('c."leadId"', 'c."programmeId"')}
    FROM "group" c JOIN group_meeting x ON x."groupId" = c.id
    WHERE x.id = ANY($1::uuid[]) AND c."programmeId" = ANY($2::uuid[])
  UNION ALL SELECT x."programmeId", array_remove(ARRAY[x.site], NULL) FROM ${asked('training_meeting')} AND ${own}
  UNION ALL SELECT x."programmeId", ${sitesOf('x."personId"', 'x."programmeId"')} FROM ${asked('training_record')} AND ${own}
  UNION ALL SELECT x."programmeId", ${sitesOf('x."mentorId"', 'x."programmeId"')} FROM ${asked('supervision_note')} AND ${own}`;

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
    /** All sites of somebody in one programme. */
    async of(personId: string, programmeId: string): Promise<string[]> {
      const { rows } = await pool.query('SELECT sites_of($1, $2) AS sites', [personId, programmeId]);
      return z.array(z.string()).parse(rows[0]?.sites);
    },
  };
}
