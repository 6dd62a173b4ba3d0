import type { By } from '../kernel/command.ts';
import { rolesOfActor, seesEverything } from '../kernel/coordinator.ts';
import { reachOf } from '../kernel/reach.ts';
import type { Role } from '../people/person.ts';
import type { Reader } from '../store/reader.ts';

const STAFF: readonly Role['role'][] = ['coordinator', 'safeguarding-lead', 'safeguarding-deputy'];

/**
 * Whether what somebody asked for about their own data may be done for them: by the API, the command line and the clock for
 * anybody, by a coordinator, or a key that is bound, for people of their programmes and for those who have never had a role.
 */
export async function mayForThem(
  read: Reader,
  by: By,
  personId: string,
): Promise<'yes' | 'no' | 'they are staff'> {
  if (by.is === 'clock' || seesEverything(by)) return 'yes';
  const reach =
    (by.is === 'coordinator' ? by.reach : undefined) ?? reachOf(await rolesOfActor(read, by, { personId }));
  if (reach.programmeIds.length === 0 || !(await read.staff.isTheirs(reach, personId))) return 'no';
  const theirs = await read.people.rolesOf(personId);
  return theirs.some(({ role }) => STAFF.includes(role)) ? 'they are staff' : 'yes';
}
