import type { Temporal } from 'temporal-polyfill';
import type { Place } from '../kernel/change.ts';
import type { By, Refusal } from '../kernel/command.ts';
import { coordinatedBy, mayCoordinate } from '../kernel/coordinator.ts';
import { isBefore } from '../kernel/instant.ts';
import type { Recipient } from '../kernel/screen.ts';
import { leadingRoles, trainingOf } from '../kernel/training.ts';
import type { Role } from '../people/person.ts';
import type { Programme } from '../programmes/programme.ts';
import { type TextOf, text } from '../texts/text.ts';
import type { Group, GroupMeeting, GroupMember } from './group.ts';

/** "We start with 10 people" (GRP-01). */
export const DEFAULT_CAPACITY = 10;
/** How long a place is kept for somebody who waited; our default. */
export const ASKED_FOR_DAYS = 3;
/** The place of whoever leads. */
export const LEADS_SEAT = 0;

export function placeOf({ id, platform, tenant, chatId }: Group): Place {
  return { id, platform, tenant, chatId };
}

export const groupCard = (groupId: string): string => `group:${groupId}`;
export const meetingCard = (meetingId: string): string => `group-meeting:${meetingId}`;
export const eventCard = (meetingId: string): string => `group-event:${meetingId}`;
export const registerCard = (meetingId: string): string => `group-register:${meetingId}`;

export function endOf({ startsAt, minutes }: Pick<GroupMeeting, 'startsAt' | 'minutes'>): Temporal.Instant {
  return startsAt.add({ minutes });
}

/** Planned, and not over. */
export function isAhead(meeting: GroupMeeting, now: Temporal.Instant): boolean {
  return meeting.state === 'planned' && isBefore(now, endOf(meeting));
}

/** The places that nobody has, and nobody is asked about. */
export function freeSeats({ capacity }: Pick<Group, 'capacity'>, taken: readonly number[]): number[] {
  // Where it was made smaller more may be in it than it takes: then whoever leaves is not followed by another.
  const left = Math.max(0, capacity - taken.filter((seat) => seat !== LEADS_SEAT).length);
  return Array.from({ length: capacity }, (_, index) => index + 1)
    .filter((seat) => !taken.includes(seat))
    .slice(0, left);
}

/** Whether somebody holds a role of a programme in which they can lead a group. */
export function canLead(roles: readonly Role[], programmeId: string): boolean {
  return leadingRoles(roles, programmeId).length > 0;
}

/** Whoever leads the group, or coordinates its programme. */
export function mayRun(group: Group, by: By, roles: readonly Role[]): boolean {
  const leads = by.is === 'person' && by.supporter === undefined && by.person.id === group.leadId;
  return leads || mayCoordinate(by, roles, group.programmeId);
}

/** The same for whoever looks at a screen. */
export function runsIt(group: Group, { person, roles, supporter }: Recipient): boolean {
  if (supporter !== undefined) return false;
  return person.id === group.leadId || coordinatedBy(roles).includes(group.programmeId);
}

export function isIn(member: GroupMember | null | undefined): boolean {
  return member?.state === 'in';
}

/** How many places nobody has; none where more are in it than it takes. */
export function placesLeft({ capacity }: Pick<Group, 'capacity'>, taken: number): number {
  return Math.max(0, capacity - taken);
}

/** What a group still needs before it can open (GRP-05, BND-09): "yes" where it is there. */
export function readiness(group: Group, leadRoles: readonly Role[], programme: Programme | undefined) {
  const isTrained = trainingOf(leadRoles, group.programmeId) !== undefined;
  const hasReader = (programme?.document.contact.name ?? '').trim() !== '';
  return {
    trained: isTrained ? 'yes' : 'no',
    accepted: group.leadAcceptedAt === null ? 'no' : 'yes',
    // A report button that leads to nobody is none.
    report: hasReader ? 'yes' : 'no',
  } as const;
}

export function missingText(
  group: Group,
  leadRoles: readonly Role[],
  programme: Programme | undefined,
): Missing {
  return text('group-not-ready', readiness(group, leadRoles, programme));
}
type Missing = TextOf<'group-not-ready'>;

export function isReady(group: Group, leadRoles: readonly Role[], programme: Programme | undefined): boolean {
  return !Object.values(readiness(group, leadRoles, programme)).includes('no');
}

export const notYours: Refusal = { refused: 'group.not-yours', say: text('group-not-yours') };
export const noSuchGroup: Refusal = { refused: 'group.gone', say: text('group-gone') };
export const isClosed: Refusal = { refused: 'group.closed', say: text('group-is-closed') };
export const notOpen: Refusal = { refused: 'group.not-open', say: text('group-not-open') };

/** Shown beneath: the group, with what this person can do there. */
export function notIn(groupId: string): Refusal {
  return {
    refused: 'group.not-in',
    say: text('group-not-in'),
    show: { screen: 'group', args: { groupId } },
  };
}
