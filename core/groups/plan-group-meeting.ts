import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { change, type DueNew, next, type OutgoingNew } from '../kernel/change.ts';
import { command, type Refusal } from '../kernel/command.ts';
import { rolesOfActor } from '../kernel/coordinator.ts';
import { instant, isBefore } from '../kernel/instant.ts';
import { type Text, text } from '../texts/text.ts';
import { wallOf } from '../time/wall-time.ts';
import type { Group, GroupMeeting } from './group.ts';
import {
  endOf,
  eventCard,
  isAhead,
  isClosed,
  mayRun,
  meetingCard,
  noSuchGroup,
  notOpen,
  notYours,
} from './group-rules.ts';
import { inPlaceOf, ownCard } from './refresh-group-card.ts';

/** Most characters of where a meeting is: as many as every calendar of a shared place takes. */
export const LONGEST_WHERE = 100;
/** Most characters of what may be hard; our number. */
export const LONGEST_WARNING = 200;
/** Nothing is planned further ahead than this; our number. */
const FURTHEST_HOURS = 24 * 366;
/** The register is offered this long after the end, and for that long; our numbers. */
const REGISTER_AFTER_MINUTES = 10;
const REGISTER_WITHIN = { hours: 72 };
/** Those who were at something hard are asked how it was this long after its end; our number. */
const CHECK_IN_AFTER_MINUTES = 60;

export const MeetingMinutes = z.int().min(5).max(480);

/** The lead or a coordinator says when the group meets next: one card in the group's place, and an entry in its calendar. */
export const planGroupMeeting = command({
  name: 'plan-group-meeting',
  schema: z.object({
    groupId: z.uuid(),
    startsAt: instant,
    minutes: MeetingMinutes,
    /** Nothing: in the group's place itself. */
    where: z.string().trim().max(LONGEST_WHERE).optional(),
    warning: z.string().trim().max(LONGEST_WARNING).optional(),
  }),
  async load(read, { groupId }, by) {
    const [group, roles, planned, followers] = await Promise.all([
      read.groups.groupRow(groupId),
      rolesOfActor(read, by, { groupId }),
      read.groups.planned(groupId),
      read.groups.followers(groupId),
    ]);
    return { group, roles, planned, followers };
  },
  decide({ group, roles, planned, followers }, { startsAt, minutes, where = '', warning = '' }, at, by) {
    if (group === undefined) return noSuchGroup;
    if (!mayRun(group, by, roles)) return notYours;
    if (group.state === 'closed') return isClosed;
    if (group.state !== 'open') return notOpen;
    const other = planned.find((each) => isAhead(each, at.now));
    if (other !== undefined) return plannedAlready(other.id);
    const trouble = troubleWith(startsAt, at.now);
    if (trouble !== undefined) return { refused: 'group.meeting-time', say: trouble, question: 'when' };
    const row: GroupMeeting = {
      id: at.newId(),
      version: 1,
      groupId: group.id,
      state: 'planned',
      startsAt,
      wall: wallOf(startsAt, group.zone),
      zone: group.zone,
      minutes,
      where: where === '' ? null : where,
      warning: warning === '' ? null : warning,
      sequence: 0,
      movedFrom: null,
      createdAt: at.now,
      cancelledAt: null,
      registerDoneAt: null,
    };
    const args = { meetingId: row.id };
    const mine = by.is === 'person' ? by.person.id : '';
    return change({
      saves: [
        { table: 'group_meeting', row },
        // Two who plan at once are told apart by this.
        { table: 'group', row: next(group, {}) },
      ],
      events: [{ event: 'group-meeting.planned', ids: { groupId: group.id, meetingId: row.id } }],
      due: dueAround(row),
      outgoing: [
        inPlaceOf(group, 'group-meeting', args, 'new', meetingCard(row.id)),
        inPlaceOf(group, 'group-meeting', args, 'event', eventCard(row.id)),
        ...followers.flatMap(({ personId }) => (personId === mine ? [] : [newTo(personId, row, 'planned')])),
        ...toPlanner(by, row, 'planned'),
      ],
    });
  },
});

function plannedAlready(meetingId: string): Refusal {
  const show = { screen: 'group-meeting-card', args: { meetingId }, card: meetingCard(meetingId) };
  return { refused: 'group.meeting-planned', say: text('group-meeting-planned-already'), show };
}

/** Why a meeting cannot be then. */
export function troubleWith(startsAt: Temporal.Instant, now: Temporal.Instant): Text | undefined {
  if (!isBefore(now, startsAt)) return text('group-time-past');
  return isBefore(now.add({ hours: FURTHEST_HOURS }), startsAt) ? text('group-time-too-far') : undefined;
}

/**
 * What is due about a meeting whoever comes: its card without the questions once it begins, the register for the lead
 * afterwards, and a look whether it was hard. Under the meeting's own subject, so that a change calls it off.
 */
export function dueAround(meeting: GroupMeeting): DueNew[] {
  const { id, sequence, startsAt } = meeting;
  const begun: DueNew = {
    key: `group-begins:${id}:${sequence}`,
    command: 'refresh-group-card',
    args: { what: 'meeting', id },
    at: startsAt,
    subject: meetingCard(id),
  };
  const register: DueNew = {
    key: `group-register:${id}:${sequence}`,
    command: 'offer-group-register',
    args: { meetingId: id, sequence },
    at: endOf(meeting).add({ minutes: REGISTER_AFTER_MINUTES }),
    until: endOf(meeting).add(REGISTER_WITHIN),
    subject: meetingCard(id),
  };
  const checkIn: DueNew = {
    key: `group-check-in:${id}:${sequence}`,
    command: 'check-in-after-group',
    args: { meetingId: id, sequence },
    at: endOf(meeting).add({ minutes: CHECK_IN_AFTER_MINUTES }),
    until: endOf(meeting).add(REGISTER_WITHIN),
    subject: meetingCard(id),
  };
  return [begun, register, checkIn];
}

/** News of a meeting to somebody in private. It stands until the meeting begins. */
export function newTo(personId: string, meeting: GroupMeeting, news: string): OutgoingNew {
  const args = { meetingId: meeting.id, news, sequence: meeting.sequence };
  return { ...ownCard(personId, meeting.id, 'new'), args, until: meeting.startsAt };
}

/** The meeting as it is now, to whoever did something with it. */
export function toPlanner(
  by: Parameters<typeof mayRun>[1],
  meeting: Pick<GroupMeeting, 'id' | 'sequence'>,
  news: string,
): OutgoingNew[] {
  if (by.is !== 'person') return [];
  const args = { meetingId: meeting.id, news, sequence: meeting.sequence, opened: true };
  const card = { ...ownCard(by.person.id, meeting.id, 'new'), args };
  return [{ ...card, account: by.account.id, evenIfStopped: true }];
}

/** Also used where nobody is asked for anything: what a place shows and what a calendar holds, brought up to date. */
export function brought(group: Group, meeting: GroupMeeting): OutgoingNew[] {
  const args = { meetingId: meeting.id };
  return [
    inPlaceOf(group, 'group-meeting', args, 'refresh', meetingCard(meeting.id)),
    inPlaceOf(group, 'group-meeting', args, 'event', eventCard(meeting.id)),
  ];
}
