import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { change, type DueNew, next, type OutgoingNew, type Save } from '../kernel/change.ts';
import { type By, command } from '../kernel/command.ts';
import {
  answerOnBoard,
  mayCoordinate,
  nameOfActor,
  PressedOnBoard,
  rolesOfActor,
} from '../kernel/coordinator.ts';
import { trained, trainingOf } from '../kernel/training.ts';
import type { Moment } from '../moment.ts';
import type { Role } from '../people/person.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { loadToLead, notToLead } from '../training/held-back.ts';
import type { Group, GroupMember } from './group.ts';
import {
  canLead,
  groupCard,
  isClosed,
  isReady,
  LEADS_SEAT,
  mayRun,
  missingText,
  noSuchGroup,
  notYours,
} from './group-rules.ts';
import { inPlaceOf } from './refresh-group-card.ts';

const Args = z.object({ groupId: z.uuid() });

/** Buttons work for sixty days; the card with the ground rules is shown anew before that. */
const SHOWN_AGAIN_AFTER = Temporal.Duration.from({ hours: 24 * 50 });

async function load(read: Reader, { groupId }: { readonly groupId: string }, by: By) {
  const group = await read.groups.groupRow(groupId);
  if (group === undefined) return undefined;
  const [roles, leadRoles, programme, lead, task] = await Promise.all([
    rolesOfActor(read, by, { groupId }),
    read.people.rolesOf(group.leadId),
    read.programmes.programme(group.programmeId),
    read.groups.inGroup(groupId, group.leadId),
    read.tasks.openAbout('group-to-open', groupId),
  ]);
  return { group, roles, leadRoles, programme, leadRow: lead?.mine ?? undefined, task };
}

/** A coordinator says that whoever leads the group is a trained mentor (GRP-05): that is so of the person from then on. */
export const confirmGroupLead = command({
  name: 'confirm-group-lead',
  schema: Args.extend(PressedOnBoard.shape),
  async load(read, args, by) {
    const data = await load(read, args, by);
    if (data === undefined) return undefined;
    const { leadId, programmeId } = data.group;
    return { ...data, standing: await loadToLead(read, leadId, programmeId) };
  },
  decide(data, { pressedOn, page }, at, by) {
    if (data === undefined) return noSuchGroup;
    const { group, roles, leadRoles, task } = data;
    const { programmeId, leadId: personId } = group;
    if (!mayCoordinate(by, roles, programmeId))
      return { refused: 'group.not-yours', say: text('coordinators-only') };
    if (!canLead(leadRoles, programmeId)) return { refused: 'group.no-lead', say: text('group-no-lead') };
    const notYet = notToLead(data.standing, at.now);
    if (notYet !== undefined) return notYet;
    const answer =
      pressedOn === 'form'
        ? answered(by, group, 'trained')
        : answerOnBoard(by, pressedOn, text('group-news-trained'), page);
    const done: Save[] =
      task === undefined
        ? []
        : [{ table: 'task', row: next(task, { doneAt: at.now, doneBy: nameOfActor(by) }) }];
    return change({
      saves: [...trained(leadRoles, programmeId, at, by), ...done],
      events: [{ event: 'role.trained', ids: { personId, programmeId, by: nameOfActor(by) } }],
      outgoing: answer,
    });
  },
});

/** Somebody is trained now: the groups that waited for it can open, and nobody need look at them any more. */
export const leadIsTrained = command({
  name: 'lead-is-trained',
  speaksFirst: true,
  schema: z.object({ personId: z.uuid(), programmeId: z.uuid(), by: z.string() }),
  async load(read, { personId, programmeId }) {
    const led = (await read.groups.ledBy(personId)).filter(
      (group) => group.programmeId === programmeId && group.state === 'made',
    );
    const tasks = await Promise.all(led.map(({ id }) => read.tasks.openAbout('group-to-open', id)));
    return led.map((group, index) => ({ group, task: tasks[index] }));
  },
  decide(waiting, { personId, by: who }, at, by) {
    if (by.is !== 'clock') throw new Error('Groups are looked at once their lead is trained');
    const tasks = waiting.flatMap(({ task }) => (task === undefined ? [] : [task]));
    return change({
      saves: tasks.map((task) => ({ table: 'task', row: next(task, { doneAt: at.now, doneBy: who }) })),
      events: tasks.map(({ id }) => ({ event: 'task.done', ids: { taskId: id } })),
      outgoing: who === `person:${personId}` ? [] : waiting.map(({ group }) => toldTrained(group)),
    });
  },
});

function toldTrained({ id, leadId }: Group): OutgoingNew {
  return {
    to: leadId,
    screen: 'group',
    args: { groupId: id, news: 'trained', unasked: true },
    mode: 'new',
  };
}

/** The lead accepts the ground rules, confidentiality first among them (BND-09). */
export const acceptAsLead = command({
  name: 'accept-as-lead',
  schema: Args,
  load,
  decide(data, _args, at, by) {
    if (data === undefined) return noSuchGroup;
    const { group, leadRow } = data;
    if (by.is !== 'person' || by.supporter !== undefined || by.person.id !== group.leadId) return notYours;
    const accepted = { acceptedAt: at.now, acceptedRules: group.rulesVersion };
    const seated = { state: 'in', seat: LEADS_SEAT, ...accepted, joinedAt: at.now } as const;
    const fresh: GroupMember = {
      id: at.newId(),
      version: 1,
      groupId: group.id,
      personId: by.person.id,
      waitingSince: null,
      askedUntil: null,
      leftAt: null,
      follows: null,
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
    if (data === undefined) return noSuchGroup;
    const { group, roles, leadRoles, programme } = data;
    if (group.state === 'closed') return isClosed;
    if (!mayRun(group, by, roles)) return notYours;
    if (group.state === 'open') return change({ outgoing: answered(by, group) });
    if (!isReady(group, leadRoles, programme)) {
      const shown = { screen: 'group', args: { groupId: group.id } };
      return { refused: 'group.not-ready', say: missingText(group, leadRoles, programme), show: shown };
    }
    return change({
      saves: [
        {
          table: 'group',
          row: next(group, { state: 'open', openedAt: at.now, ...trainingNoted(group, leadRoles) }),
        },
      ],
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

/** What the database asks of an open group: that its lead was trained. */
export function trainingNoted({ programmeId }: Pick<Group, 'programmeId'>, leadRoles: readonly Role[]) {
  const training = trainingOf(leadRoles, programmeId);
  return { leadTrainedAt: training?.trainedAt ?? null, leadTrainedBy: training?.trainedBy ?? null };
}

/** The group as it is now, to whoever did something with it in a chat. */
export function answered(by: By, group: Pick<Group, 'id'>, news?: string): OutgoingNew[] {
  if (by.is !== 'person') return [];
  const args = { groupId: group.id, ...(news === undefined ? {} : { news }) };
  const { person, account } = by;
  return [{ to: person.id, account: account.id, screen: 'group', args, mode: 'new', evenIfStopped: true }];
}
