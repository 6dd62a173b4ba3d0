import type { Role } from '../people/person.ts';

/** Roles that let somebody see people of a programme, and may be for one of its sites alone (ELG-13). */
const FOR_A_SITE: readonly Role['role'][] = ['coordinator', 'supervision-cover'];

/** How far somebody sees: programmes, and of those where it is not all of them the sites. */
export type Reach = {
  readonly programmeIds: readonly string[];
  readonly sites: Readonly<Record<string, readonly string[]>>;
};

/** Whether a role sees one site alone. */
export function isOfSite({ role, site, endedAt }: Role): boolean {
  return FOR_A_SITE.includes(role) && endedAt === null && (site ?? null) !== null;
}

/** How far somebody sees by roles of one kind or several. */
export function reachOf(roles: readonly Role[], which: readonly Role['role'][] = ['coordinator']): Reach {
  const held = roles.filter(({ role, endedAt }) => which.includes(role) && endedAt === null);
  const programmeIds = [...new Set(held.map(({ programmeId }) => programmeId))];
  const sites = new Map<string, string[]>();
  for (const id of programmeIds) {
    const there = held.filter(({ programmeId }) => programmeId === id);
    if (there.every(isOfSite)) sites.set(id, there.map(({ site }) => site ?? '').sort());
  }
  return { programmeIds, sites: Object.fromEntries(sites) };
}

/** Whether something of a site is seen; what is of no site only by whoever sees all of the programme. */
export function isWithin({ programmeIds, sites }: Reach, programmeId: string, site: string | null): boolean {
  const there = sites[programmeId];
  return programmeIds.includes(programmeId) && (there?.some((each) => each === site) ?? true);
}

/** Everything of those programmes, at whatever site. */
export function wholeReach(programmeIds: readonly string[]): Reach {
  return { programmeIds, sites: {} };
}
