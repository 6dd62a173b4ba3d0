import type { Moment } from '../moment.ts';
import type { Role } from '../people/person.ts';
import { next, type Save } from './change.ts';
import type { By } from './command.ts';
import { nameOfActor } from './coordinator.ts';

/** Those who can be trained to lead a group (GRP-05). */
const LEADING_ROLES: readonly Role['role'][] = ['mentor', 'volunteer'];

export function isLeading({ role }: Pick<Role, 'role'>): boolean {
  return LEADING_ROLES.includes(role);
}

/** The roles somebody holds in a programme in which they can lead a group. */
export function leadingRoles(roles: readonly Role[], programmeId: string): Role[] {
  return roles.filter((each) => each.programmeId === programmeId && each.endedAt === null && isLeading(each));
}

/** The role in which somebody is trained to lead a group of a programme, if they are. */
export function trainingOf(roles: readonly Role[], programmeId: string): Role | undefined {
  return leadingRoles(roles, programmeId).find(({ trainedAt }) => (trainedAt ?? null) !== null);
}

/** Somebody counts as trained in all their roles of that programme. Nothing is written where it is so already. */
export function trained(roles: readonly Role[], programmeId: string, at: Moment, by: By): Save[] {
  return leadingRoles(roles, programmeId)
    .filter(({ trainedAt }) => (trainedAt ?? null) === null)
    .map((each) => ({ table: 'role', row: next(each, { trainedAt: at.now, trainedBy: nameOfActor(by) }) }));
}
