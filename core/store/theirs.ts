/**
 * Whether something of a programme is within somebody's reach: `sites` are those it is of, and in $`bound` stand the sites
 * of each programme that they do not see all of. That the programme is one of theirs is asked beside this, for its index.
 */
export function within(programme: string, sites: string, bound: number): string {
  return `(CASE WHEN jsonb_exists($${bound}::jsonb, ${programme}::text)
    THEN jsonb_exists_any($${bound}::jsonb->(${programme}::text), ${sites}) ELSE true END)`;
}

/** What is of two is at the site of the one who is supported. */
export function pairWithin(of: string, bound: number): string {
  return within(
    `${of}."programmeId"`,
    `ARRAY[site_as(${of}."menteeId", ${of}."programmeId", 'mentee')]`,
    bound,
  );
}

/** The sites at which somebody supports people in a programme: as a mentor, and where those belong whom they support now. */
export function supportsAt(person: string, programme: string): string {
  return `array_remove(ARRAY(SELECT site_as(${person}, ${programme}, 'mentor')
    UNION SELECT site_as(u."menteeId", ${programme}, 'mentee') FROM pair u
      WHERE u."mentorId" = ${person} AND u."programmeId" = ${programme} AND u.state <> 'ended'), NULL)`;
}

/** The site of a role, by the name of its row: where somebody belongs as that, or what a coordinator sees. */
export function siteOfRole(r: string): string {
  return `(CASE WHEN ${r}.role IN ('mentee', 'mentor', 'volunteer') THEN site_as(${r}."personId", ${r}."programmeId",
    CASE ${r}.role WHEN 'mentee' THEN 'mentee' ELSE 'mentor' END) ELSE ${r}.site END)`;
}

/** Whether they see all of some programme: then also what is of none yet. */
export function seesAll(bound: number): string {
  return `EXISTS (SELECT FROM unnest($1::uuid[]) w(id) WHERE NOT jsonb_exists($${bound}::jsonb, w.id::text))`;
}

/** Whether something of no programme yet is at one of the sites to which they are bound; `sites` is of "b.key". */
export function atOneOf(sites: string, bound: number): string {
  return `EXISTS (SELECT FROM jsonb_each($${bound}::jsonb) b WHERE jsonb_exists_any(b.value, ${sites}))`;
}

/**
 * Whether a person (by the name of their row) is of the programmes $1 that somebody coordinates, and of their sites in
 * $`bound`. Whoever has left stays with those in which they were; whoever has never had a role is for all who coordinate
 * a whole programme, and for those of the site that their way in came to.
 */
export function isTheirs(p: string, bound: number): string {
  return `(EXISTS (SELECT FROM role r WHERE r."personId" = ${p}.id AND r."programmeId" = ANY($1::uuid[]) AND (r."endedAt" IS NULL
      OR NOT EXISTS (SELECT FROM role s WHERE s."personId" = ${p}.id AND s."endedAt" IS NULL))
      AND ${within('r."programmeId"', `sites_of(${p}.id, r."programmeId")`, bound)})
    OR (NOT EXISTS (SELECT FROM role r WHERE r."personId" = ${p}.id)
      AND (${seesAll(bound)} OR ${atOneOf(`sites_of(${p}.id, b.key::uuid)`, bound)})))`;
}
