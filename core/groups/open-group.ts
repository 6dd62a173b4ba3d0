import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { change, type DueNew, next, type OutgoingNew } from '../kernel/change.ts';
import { type By, command } from '../kernel/command.ts';
import { mayCoordinate, nameOfActor, rolesOfActor } from '../kernel/coordinator.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import type { Group, GroupMember } from './group.ts';
import { groupCard, isReady, LEADS_SEAT, mayRun, missingText, noSuchGroup, notYours } from './group-rules.ts';
import { inPlaceOf } from './refresh-group-card.ts';

const Args = z.object({ groupId: z.uuid() });

/** Buttons work for sixty days; the card with the ground rules is shown anew before that. */
const SHOWN_AGAIN_AFTER = Temporal.Duration.from({ hours: 24 * 50 });

async function load(read: Reader, { groupId }: z.infer<typeof Args>, by: By) {
  const group = await read.groups.groupRow(groupId);
  if (group === undefined) return undefined;
  const [roles, leadRoles, programme, lead, task] = await Promise.all([
    rolesOfActor(read, by),
    read.people.rolesOf(group.leadId),
    read.programmes.programme(group.programmeId),
    read.groups.inGroup(groupId, group.leadId),
    read.tasks.openAbout('group-to-open', groupId),
  ]);
  return { group, roles, leadRoles, programme, leadRow: lead?.mine ?? undefined, task };
}

/** A coordinator says that whoever leads the group is a trained mentor (GRP-05). */
export const confirmGroupLead = command({
  name: 'confirm-group-lead',
  schema: Args,
  load,
  decide(data, _args, at, by) {
    if (data === undefined) return noSuchGroup;
    const { group, roles, task } = data;
    if (!mayCoordinate(by, roles, group.programmeId))
      return { refused: 'group.not-yours', say: text('coordinators-only') };
    const row = next(group, { leadTrainedAt: group.leadTrainedAt ?? at.now, leadTrainedBy: nameOfActor(by) });
    const done = task === undefined ? [] : [next(task, { doneAt: at.now, doneBy: nameOfActor(by) })];
    const toLead: OutgoingNew = {
      to: group.leadId,
      screen: 'group',
      args: { groupId: group.id, news: 'trained', unasked: true },
      mode: 'new',
    };
    const isLead = by.is === 'person' && by.person.id === group.leadId;
    return change({
      saves: [{ table: 'group', row }, ...done.map((each) => ({ table: 'task', row: each }) as const)],
      events: [{ event: 'group.lead-trained', ids: { groupId: group.id, leadId: group.leadId } }],
      outgoing: [...answered(by, group, 'trained'), ...(isLead ? [] : [toLead])],
    });
  },
});

/** The lead accepts the ground rules, confidentiality first among them (BND-09). */
export const acceptAsLead = command({
  name: 'accept-as-lead',
  schema: Args,
  load,
  decide(data, _args, at, by) {
    if (data === undefined) return noSuchGroup;
    const { group, leadRow } = data;
    if (by.is !== 'person' || by.supporter !== undefined || by.person.id !== group.leadId) return notYours;
    const seated = { state: 'in', seat: LEADS_SEAT, acceptedAt: at.now, joinedAt: at.now } as const;
    const fresh: GroupMember = {
      ...{ id: at.newId(), version: 1, groupId: group.id, personId: by.person.id },
      ...{ waitingSince: null, askedUntil: null, leftAt: null, follows: null },
      ...seated,
    };
    const member = leadRow === undefined ? fresh : next(leadRow, seated);
    return change({
      saves: [
        { table: 'group', row: next(group, { leadAcceptedAt: at.now }) },
        { table: 'group_member', row: member },
      ],
      events: [{ event: 'group.lead-accepted', ids: { groupId: group.id, personId: by.person.id } }],
      outgoing: answered(by, group, 'accepted'),
    });
  },
});

/** Opens a group, and shows its card in its place. Refused with what is missing. */
export const openGroup = command({
  name: 'open-group',
  schema: Args,
  load,
  decide(data, _args, at, by) {
    if (data === undefined || data.group.state === 'closed') return noSuchGroup;
    const { group, roles, leadRoles, programme } = data;
    if (!mayRun(group, by, roles)) return notYours;
    if (group.state === 'open') return change({ outgoing: answered(by, group) });
    if (!isReady(group, leadRoles, programme)) {
      const shown = { screen: 'group', args: { groupId: group.id } };
      return { refused: 'group.not-ready', say: missingText(group, leadRoles, programme), show: shown };
    }
    return change({
      saves: [{ table: 'group', row: next(group, { state: 'open', openedAt: at.now }) }],
      events: [{ event: 'group.opened', ids: { groupId: group.id, leadId: group.leadId } }],
      due: [shownAgain(group, at)],
      outgoing: [
        inPlaceOf(group, 'group', { groupId: group.id }, 'new', groupCard(group.id)),
        ...answered(by, group, 'opened'),
      ],
    });
  },
});

/** The card of an open group comes anew, so that its buttons never run out. */
export const showGroupAgain = command({
  name: 'show-group-again',
  schema: Args,
  load: (read, { groupId }) => read.groups.groupRow(groupId),
  decide(group, _args, at, by) {
    if (by.is !== 'clock') throw new Error('A group is shown anew at its time');
    if (group?.state !== 'open') return change({});
    return change({
      due: [shownAgain(group, at)],
      outgoing: [inPlaceOf(group, 'group', { groupId: group.id }, 'new', groupCard(group.id))],
    });
  },
});

function shownAgain(group: Group, at: Moment): DueNew {
  const then = at.now.add(SHOWN_AGAIN_AFTER);
  return {
    key: `group-again:${group.id}:${then.epochMilliseconds}`,
    command: 'show-group-again',
    args: { groupId: group.id },
    at: then,
    subject: groupCard(group.id),
  };
}

/** The group as it is now, to whoever did something with it in a chat. */
export function answered(by: By, group: Pick<Group, 'id'>, news?: string): OutgoingNew[] {
  if (by.is !== 'person') return [];
  const args = { groupId: group.id, ...(news === undefined ? {} : { news }) };
  const { person, account } = by;
  return [{ to: person.id, account: account.id, screen: 'group', args, mode: 'new', evenIfStopped: true }];
}
