/**
 * Whether a person (by the name of their row) is of the programmes $1 that somebody coordinates. Whoever has left stays with
 * those in which they were; whoever has never had a role is for all who coordinate one.
 */
export function isTheirs(p: string): string {
  return `(EXISTS (SELECT FROM role r WHERE r."personId" = ${p}.id AND r."programmeId" = ANY($1::uuid[]) AND (r."endedAt" IS NULL
      OR NOT EXISTS (SELECT FROM role s WHERE s."personId" = ${p}.id AND s."endedAt" IS NULL)))
    OR NOT EXISTS (SELECT FROM role r WHERE r."personId" = ${p}.id))`;
}
