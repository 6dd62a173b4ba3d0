import { z } from 'zod';
import type { Role } from '../people/person.ts';
import type { Reader } from '../store/reader.ts';
import { isOfSite } from './reach.ts';

/**
 * Of somebody's roles those by which they may have to do with what is asked about: arguments of a command, a form or a
 * screen, in which everything that is an id is looked at, whatever it is called. A role for one site goes when anything
 * among it is of the programme and not of that site, and what is of no site is of none: nothing is seen by mistake.
 * Nobody is kept from themself. All that coordinators do passes through here.
 */
export async function reaching(read: Reader, roles: readonly Role[], about: object): Promise<Role[]> {
  const bound = roles.filter(isOfSite);
  if (bound.length === 0) return [...roles];
  const ids = idsIn(about).filter((id) => bound.every(({ personId }) => personId !== id));
  const programmeIds = [...new Set(bound.map(({ programmeId }) => programmeId))];
  const placed = ids.length === 0 ? [] : await read.sites.placed(ids, programmeIds);
  const isAway = ({ programmeId, site }: Role): boolean =>
    placed.some((each) => each.programmeId === programmeId && !each.sites.includes(site ?? ''));
  return roles.filter((role) => !isOfSite(role) || !isAway(role));
}

const Id = z.uuid();

/** Every id in something, however deep. */
export function idsIn(about: unknown): string[] {
  if (typeof about === 'string') return Id.safeParse(about).success ? [about] : [];
  if (typeof about !== 'object' || about === null) return [];
  return [...new Set(Object.values(about).flatMap(idsIn))];
}
