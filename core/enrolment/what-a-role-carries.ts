import type { Answerer } from '../concerns/concern.ts';
import type { Group } from '../groups/group.ts';
import type { Refusal } from '../kernel/command.ts';
import { isOfSite } from '../kernel/reach.ts';
import { isLeading, leadingRoles } from '../kernel/training.ts';
import type { Pair } from '../pairs/pair.ts';
import type { Person, Role } from '../people/person.ts';
import type { Programme } from '../programmes/programme.ts';
import { text } from '../texts/text.ts';
import { type Coordinating, nobodyForAll, othersForAll } from './site-of-role.ts';

/** What may depend on somebody's role. */
export type Depending = {
  /** All their roles that have not ended. */
  readonly theirs: readonly Role[];
  /** Their pairs that have not ended, in every programme. */
  readonly pairs: readonly Pair[];
  readonly partners: readonly Pick<Person, 'id' | 'name'>[];
  /** The groups they lead that are not closed. */
  readonly led: readonly Pick<Group, 'programmeId' | 'name'>[];
  readonly team: readonly Answerer[];
  readonly coordinators: Coordinating;
  readonly programme: Programme | undefined;
};

/** What has to be done before a role can end, said kindly; undefined when nothing depends on it. */
export function inTheWay(role: Role, depending: Depending): Refusal | undefined {
  if (role.role === 'mentee') return runningPair(role, 'menteeId', depending);
  if (isLeading(role)) return hasOtherLeading(role, depending) ? undefined : leadingInTheWay(role, depending);
  if (role.role === 'coordinator') return lastCoordinator(role, depending);
  return lastAnswerer(role, depending);
}

/** Whoever is mentor and volunteer goes on with all of it in the other role. */
function hasOtherLeading(role: Role, { theirs }: Depending): boolean {
  return leadingRoles(theirs, role.programmeId).some(({ id }) => id !== role.id);
}

function leadingInTheWay(role: Role, depending: Depending): Refusal | undefined {
  const group = depending.led.find(({ programmeId }) => programmeId === role.programmeId);
  if (group !== undefined)
    return { refused: 'role.leads-group', say: text('role-leads-group', { group: group.name }) };
  return runningPair(role, 'mentorId', depending);
}

function runningPair(
  { personId, programmeId }: Role,
  side: 'mentorId' | 'menteeId',
  { pairs, partners }: Depending,
): Refusal | undefined {
  const pair = pairs.find((each) => each.programmeId === programmeId && each[side] === personId);
  if (pair === undefined) return undefined;
  const otherId = side === 'mentorId' ? pair.menteeId : pair.mentorId;
  const name = partners.find(({ id }) => id === otherId)?.name ?? '…';
  return { refused: 'role.has-pair', say: text('role-has-pair', { name }) };
}

function lastCoordinator(role: Role, { coordinators }: Depending): Refusal | undefined {
  const { personId } = role;
  if (isOfSite(role) || othersForAll(coordinators, personId).length > 0) return undefined;
  if (coordinators.some((each) => each.personId !== personId)) return nobodyForAll;
  return { refused: 'role.last-coordinator', say: text('role-last-coordinator') };
}

/** A programme that takes people in has a lead and a deputy at every moment. */
function lastAnswerer({ personId, role }: Role, { team, programme }: Depending): Refusal | undefined {
  if (role !== 'safeguarding-lead' && role !== 'safeguarding-deputy') return undefined;
  if (programme?.openedAt == null) return undefined;
  if (team.some((each) => each.personId !== personId && each.role === role)) return undefined;
  const say = role === 'safeguarding-lead' ? text('role-last-lead') : text('role-last-deputy');
  return { refused: 'role.last-answerer', say };
}
