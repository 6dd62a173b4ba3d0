import type { By } from '../kernel/command.ts';
import { type Reach, reachOf } from '../kernel/reach.ts';
import type { Role } from '../people/person.ts';
import type { Supervised } from './supervision-note.ts';

const OVERSEES: readonly Role['role'][] = ['coordinator', 'supervision-cover'];
const SUPERVISED: readonly Role['role'][] = ['mentor', 'volunteer'];

/**
 * The programmes for which somebody sees what is said about a mentor's supervision: those they coordinate, or stand in for as
 * named cover, where it is one site alone by a role of it. None for the mentor's own mentees, of now or before, and none about oneself: that is one's own view (SUP-13).
 */
export function overseenBy(
  reader: { readonly id: string; readonly roles: readonly Role[] },
  mentor: Supervised,
): string[] {
  if (reader.id === mentor.id || mentor.mentees.includes(reader.id)) return [];
  const { programmeIds, sites } = overseesIn(reader.roles);
  return programmeIds.filter((id) => {
    const theirs = mentor.sites[id];
    return theirs !== undefined && (sites[id]?.some((each) => theirs.includes(each)) ?? true);
  });
}

/** Where somebody oversees anybody's supervision: in which programmes, and at which sites of them. */
export function overseesIn(roles: readonly Role[]): Reach {
  return reachOf(roles, OVERSEES);
}

/** The programmes in which somebody has supervision of their own. */
export function supervisedIn(roles: readonly Role[]): string[] {
  return programmesIn(roles, SUPERVISED);
}

function programmesIn(roles: readonly Role[], which: readonly Role['role'][]): string[] {
  const held = roles.filter(({ role, endedAt }) => which.includes(role) && endedAt === null);
  return [...new Set(held.map(({ programmeId }) => programmeId))];
}

/** Who writes or reads: people always as themselves, alone; for the command line and the API whoever is named. */
export function actingId(by: By, named: string | undefined): string | undefined {
  if (by.is === 'person') return by.supporter === undefined ? by.person.id : undefined;
  if (by.is === 'at-desk') return by.person.id;
  return by.is === 'coordinator' ? named : undefined;
}
