import type pg from 'pg';
import { z } from 'zod';

/** What there is of one site; null: of whoever has none yet. */
const Counted = z.object({
  site: z.string().nullable(),
  pairs: z.int(),
  waiting: z.int(),
  mentorsFree: z.int(),
  enquiries: z.int(),
  held: z.int(),
});
export type CountedAtSite = z.infer<typeof Counted>;

const HELD = `state = 'confirmed' AND ("mentorAnswer" = 'happened' OR "menteeAnswer" = 'happened')`;
const ALL = ['pairs', 'waiting', 'mentorsFree', 'enquiries', 'held'];

/** Rows of one count; each is of the site that the sentence gives. */
const one = (name: string, site: string, from: string): string =>
  `SELECT ${site} AS site, '${name}' AS what, count(*)::int AS n FROM ${from} GROUP BY 1`;
const asMentee = (of: string): string => `site_as(${of}."menteeId", ${of}."programmeId", 'mentee')`;
const running = (side: string): string => `SELECT count(*) FROM pair q WHERE q."${side}Id" = r."personId"
  AND q."programmeId" = r."programmeId" AND q.state <> 'ended'`;

// $1 the programme, $2 how many a mentor takes unless their role says otherwise.
const COUNTS = `WITH counted AS (
  ${one('pairs', asMentee('q'), `pair q WHERE q."programmeId" = $1 AND q.state <> 'ended'`)}
  UNION ALL ${one('held', asMentee('k'), `meeting k WHERE k."programmeId" = $1 AND ${HELD}`)}
  UNION ALL ${one('enquiries', 'e.site', `enquiry e WHERE e."programmeId" = $1 AND e.state <> 'asking'`)}
  UNION ALL ${one(
    'waiting',
    `site_as(r."personId", r."programmeId", 'mentee')`,
    `role r WHERE r."programmeId" = $1 AND r.role = 'mentee' AND r."endedAt" IS NULL AND (${running('mentee')}) = 0`,
  )}
  UNION ALL ${one(
    'mentorsFree',
    `site_as(r."personId", r."programmeId", 'mentor')`,
    `(SELECT DISTINCT ON ("personId") * FROM role WHERE "programmeId" = $1 AND role IN ('mentor', 'volunteer')
        AND "endedAt" IS NULL ORDER BY "personId", role) r JOIN person p ON p.id = r."personId" AND p.state = 'active'
      WHERE NOT p.paused AND (${running('mentor')}) < coalesce(r.capacity, $2)`,
  )})
SELECT site, ${ALL.map((each) => `coalesce(sum(n) FILTER (WHERE what = '${each}'), 0)::int AS "${each}"`).join(', ')}
  FROM counted GROUP BY site ORDER BY site NULLS LAST`;

/** Counts of a programme by site: of those who take part now, and of what was. */
export function countSites(pool: pg.Pool) {
  return {
    async bySite(programmeId: string, capacity: number): Promise<CountedAtSite[]> {
      const found = await pool.query({ name: 'by-site', text: COUNTS, values: [programmeId, capacity] });
      return z.array(Counted).parse(found.rows);
    },
  };
}
