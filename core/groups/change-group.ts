import { z } from 'zod';
import { type Change, change, next, type OutgoingNew } from '../kernel/change.ts';
import { type By, command, personOf, type Refusal } from '../kernel/command.ts';
import { rolesOfActor } from '../kernel/coordinator.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import type { Group, GroupMember } from './group.ts';
import { isClosed, isIn, mayRun, meetingCard, noSuchGroup, notIn, notYours } from './group-rules.ts';
import { LONGEST_RULE } from './make-group.ts';
import { answered } from './open-group.ts';
import { refreshSoon } from './refresh-group-card.ts';

const Args = z.object({ groupId: z.uuid() });

async function load(read: Reader, { groupId }: { readonly groupId: string }, by: By) {
  const [group, roles, members] = await Promise.all([
    read.groups.groupRow(groupId),
    rolesOfActor(read, by, { groupId }),
    read.groups.everybody(groupId),
  ]);
  return { group, roles, members };
}

/**
 * Another ground rule of the group's own, or none. Everybody is asked to accept the rules as they are now; until then they can
 * read and leave, and say whether they come once they have.
 */
export const changeGroupRule = command({
  name: 'change-group-rule',
  schema: Args.extend({ ownRule: z.string().trim().max(LONGEST_RULE) }),
  load: (read, args, by) => load(read, args, by),
  decide({ group, roles, members }, { groupId, ownRule }, at, by) {
    if (group === undefined) return noSuchGroup;
    if (!mayRun(group, by, roles)) return notYours;
    if (group.state === 'closed') return isClosed;
    const rule = ownRule === '' ? null : ownRule;
    if (rule === group.ownRule) return change({ outgoing: answered(by, group) });
    const isLead = by.is === 'person' && by.person.id === group.leadId;
    const rulesVersion = group.rulesVersion + 1;
    // Before it opens its lead reads them anew; once it is open they are asked like everybody in it.
    const accepted = isLead ? at.now : group.leadAcceptedAt;
    const row = next(group, {
      ownRule: rule,
      rulesVersion,
      leadAcceptedAt: group.state === 'made' && !isLead ? null : accepted,
    });
    const own = members.find(({ personId }) => isLead && personId === group.leadId);
    const saves: Change['saves'] =
      own === undefined
        ? []
        : [
            {
              table: 'group_member',
              row: next(own, { acceptedRules: rulesVersion, acceptedAt: at.now }),
            },
          ];
    return change({
      saves: [{ table: 'group', row }, ...saves],
      events: [{ event: 'group.rules-changed', ids: { groupId, version: rulesVersion } }],
      outgoing: [...told(members, groupId, by), ...answered(by, group, 'rule-changed')],
    });
  },
});

function told(members: readonly GroupMember[], groupId: string, by: By): OutgoingNew[] {
  const mine = by.is === 'person' ? by.person.id : '';
  return members
    .filter(({ state, personId }) => state !== 'wishes' && personId !== mine)
    .map(({ personId }) => ({
      to: personId,
      screen: 'group-rules',
      mode: 'new',
      args: { groupId, changed: true, unasked: true },
    }));
}

/** More places, and those who wait are asked; or fewer, and nobody is put out: whoever leaves is not followed by another. */
export const changeGroupCapacity = command({
  name: 'change-group-capacity',
  schema: Args.extend({ capacity: z.int().min(2).max(500) }),
  load: (read, args, by) => load(read, args, by),
  decide({ group, roles }, { groupId, capacity }, at, by) {
    if (group === undefined) return noSuchGroup;
    if (!mayRun(group, by, roles)) return notYours;
    if (group.state === 'closed') return isClosed;
    if (capacity === group.capacity) return change({ outgoing: answered(by, group) });
    return change({
      saves: [{ table: 'group', row: next(group, { capacity }) }],
      events: [{ event: 'group.capacity-changed', ids: { groupId } }],
      due: [refreshSoon('group', groupId, at)],
      outgoing: answered(by, group, 'resized'),
    });
  },
});

/** Whether somebody has yet to accept the ground rules as they are now. */
export function mustAcceptRules(
  { rulesVersion }: Pick<Group, 'rulesVersion'>,
  mine: GroupMember | null,
): boolean {
  const stands = mine?.state === 'in' || mine?.state === 'waiting' || mine?.state === 'asked';
  return stands && (mine.acceptedRules ?? 0) < rulesVersion;
}

/** Before anything else, the rules as they are now. `meetingId`: what they were about to answer. */
export function acceptFirst(groupId: string, meetingId?: string): Refusal {
  const args = { groupId, ...(meetingId === undefined ? {} : { meetingId }) };
  return {
    refused: 'group.rules-changed',
    say: text('group-rules-changed'),
    show: { screen: 'group-rules', args },
  };
}

/** "I accept them", the rules as they were shown. Then back to what they were about to do. */
export const acceptGroupRules = command({
  name: 'accept-group-rules',
  schema: Args.extend({ version: z.int(), meetingId: z.uuid().optional() }),
  load: async (read, { groupId }, by) => await read.groups.inGroup(groupId, personOf(by).person.id),
  decide(found, { groupId, version, meetingId }, at, by) {
    const { person, account } = personOf(by);
    if (found === undefined) return noSuchGroup;
    if (by.is === 'person' && by.supporter !== undefined)
      return { refused: 'supporter.may-not', say: text('supporter-may-not') };
    const { group, mine } = found;
    if (group.state === 'closed') return isClosed;
    if (mine === null || mine.state === 'left' || mine.state === 'wishes') return notIn(groupId);
    if (version !== group.rulesVersion) return acceptFirst(groupId, meetingId);
    const answer = { to: person.id, account: account.id, mode: 'new', evenIfStopped: true } as const;
    const back: OutgoingNew[] =
      meetingId === undefined || !isIn(mine)
        ? answered(by, group, 'accepted-again')
        : [
            {
              ...answer,
              screen: 'group-meeting-card',
              card: meetingCard(meetingId),
              args: { meetingId, opened: true },
            },
          ];
    const outgoing: OutgoingNew[] =
      mine.state === 'asked'
        ? [{ ...answer, screen: 'group-place-free', args: { groupId, opened: true } }]
        : back;
    if (!mustAcceptRules(group, mine)) return change({ outgoing });
    return change({
      saves: [{ table: 'group_member', row: next(mine, { acceptedRules: version, acceptedAt: at.now }) }],
      events: [{ event: 'group.rules-accepted', ids: { groupId, personId: person.id } }],
      outgoing,
    });
  },
});
