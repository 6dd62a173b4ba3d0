import { z } from 'zod';
import { type Change, change, next, type OutgoingNew } from '../kernel/change.ts';
import { command, personOf, type Refusal } from '../kernel/command.ts';
import type { Moment } from '../moment.ts';
import type { Account, Person } from '../people/person.ts';
import type { InGroup } from '../store/read-groups.ts';
import { text } from '../texts/text.ts';
import type { Group, GroupMember } from './group.ts';
import { freeSeats, isClosed, isIn, LEADS_SEAT, noSuchGroup, notOpen } from './group-rules.ts';
import { answered } from './open-group.ts';
import { refreshSoon } from './refresh-group-card.ts';

const Args = z.object({ groupId: z.uuid() });

/**
 * "Join": told first that the name in this app shows, and what the ground rules are. Whoever is not through the welcome yet
 * goes there first, and is led back as they join (core/people/join.ts).
 */
export const askToJoin = command({
  name: 'ask-to-join',
  schema: Args,
  load: async (read, { groupId }, by) => await read.groups.inGroup(groupId, personOf(by).person.id),
  decide(found, { groupId }, at, by) {
    if (by.is === 'person' && by.supporter !== undefined)
      return { refused: 'supporter.may-not', say: text('supporter-may-not') };
    const { person, account } = personOf(by);
    if (found === undefined) return noSuchGroup;
    if (person.state === 'held') return change({ outgoing: [said(person, account, 'held')] });
    if (person.state === 'stopped') return change({ outgoing: [said(person, account, 'stopped')] });
    const refusal = notToJoin(found);
    if (refusal !== undefined) return refusal;
    if (person.state === 'active')
      return change({
        outgoing: [
          said(person, account, 'group-join', {
            groupId,
            ...(found.mine?.state === 'wishes' ? { back: true } : {}),
          }),
        ],
      });
    const wish = wishOf(found, person.id, at);
    return change({
      saves: wish === undefined ? [] : [{ table: 'group_member', row: wish }],
      outgoing: [
        said(person, account, 'say', { id: 'group-welcome-first', args: {} }),
        said(person, account, 'welcome'),
      ],
    });
  },
});

/** The ground rules are accepted: in, or on the waiting list while every place is taken (GRP-01, GRP-04, BND-09). */
export const joinGroup = command({
  name: 'join-group',
  schema: Args.extend({
    /** The version of the ground rules that was shown. */
    rules: z.int().optional(),
  }),
  load: async (read, { groupId }, by) => await read.groups.inGroup(groupId, personOf(by).person.id),
  decide(found, { rules }, at, by) {
    const { person } = personOf(by);
    if (found === undefined) return noSuchGroup;
    const refusal = notToJoin(found);
    if (refusal !== undefined) return refusal;
    const { group, seats, first } = found;
    const free = freeSeats(group, seats);
    if (rules !== undefined && rules !== group.rulesVersion) {
      const show = { screen: 'group-join', args: { groupId: group.id } };
      return { refused: 'group.rules-changed', say: text('group-rules-changed'), show };
    }
    const version = { acceptedAt: at.now, acceptedRules: group.rulesVersion };
    const accepted = { ...version, leftAt: null, askedUntil: null } as const;
    // Whoever came first is asked first, also where a place has just become free.
    if (free.length === 0 || first !== null) {
      const row = withRow(found, person.id, at, { ...accepted, state: 'waiting', waitingSince: at.now });
      return change({
        saves: [{ table: 'group_member', row }],
        events: [{ event: 'group.waiting', ids: { groupId: group.id, personId: person.id } }],
        outgoing: answered(by, group, 'waiting'),
      });
    }
    const seat = anyOf(free, at);
    const row = withRow(found, person.id, at, { ...accepted, state: 'in', seat, joinedAt: at.now });
    return change({
      saves: [{ table: 'group_member', row }],
      events: [{ event: 'group.joined', ids: { groupId: group.id, personId: person.id } }],
      due: [refreshSoon('group', group.id, at)],
      outgoing: answered(by, group, 'joined'),
    });
  },
});

/** Several who join at once seldom want the same place, so that few have to be decided again. */
export function anyOf(free: readonly number[], at: Moment): number {
  const chance = Buffer.from(at.random(4)).readUInt32BE();
  const seat = free[chance % free.length];
  if (seat === undefined) throw new Error('There is no place to give');
  return seat;
}

/** Whoever is in, waits or is asked cannot join once more. */
function notToJoin({ group, mine }: InGroup): Refusal | undefined {
  if (group.state === 'made') return notOpen;
  if (group.state === 'closed') return isClosed;
  const show = { screen: 'group', args: { groupId: group.id } };
  if (isIn(mine)) {
    const say = text(mine?.seat === LEADS_SEAT ? 'group-you-lead' : 'group-in-already');
    return { refused: 'group.in-already', say, show };
  }
  if (mine?.state === 'waiting')
    return { refused: 'group.waiting-already', say: text('group-waiting-already'), show };
  if (mine?.state === 'asked')
    return {
      refused: 'group.asked',
      say: text('group-asked-already'),
      show: { screen: 'group-place-free', args: { groupId: group.id, opened: true } },
    };
  return undefined;
}

/** Somebody's row in a group with some of it changed; a new one where they have none. */
export function withRow(
  { group, mine }: { readonly group: Pick<Group, 'id'>; readonly mine: GroupMember | null },
  personId: string,
  at: Moment,
  fields: Partial<Omit<GroupMember, 'id' | 'version'>>,
): GroupMember {
  if (mine !== null) return next(mine, fields);
  return {
    id: at.newId(),
    version: 1,
    groupId: group.id,
    personId,
    state: 'wishes',
    seat: null,
    acceptedAt: null,
    acceptedRules: null,
    waitingSince: null,
    askedUntil: null,
    joinedAt: null,
    leftAt: null,
    follows: null,
    ...fields,
  };
}

/** Kept for somebody who has to be welcomed first; undefined when it is kept already. */
export function wishOf(
  found: Pick<InGroup, 'group' | 'mine'>,
  personId: string,
  at: Moment,
): GroupMember | undefined {
  const { mine } = found;
  const isNew = mine === null || mine.state === 'left';
  return isNew ? withRow(found, personId, at, { state: 'wishes' }) : undefined;
}

function said(person: Person, account: Account, screen: string, args: OutgoingNew['args'] = {}): OutgoingNew {
  return { to: person.id, account: account.id, screen, args, mode: 'new', evenIfStopped: true };
}

export const nothingToDo: Change = change({});
