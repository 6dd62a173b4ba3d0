import type { Temporal } from 'temporal-polyfill';
import type { Save } from '../../core/kernel/change.ts';
import type { Someone } from './sealed-rows.ts';

type OfGroup = {
  readonly programmeId: string;
  readonly lead: Someone;
  readonly member: Someone;
  readonly name: string;
};

/** An open group with its lead and somebody in it, and a meeting that is planned; the group itself is the first row. */
export function groupRows(
  { programmeId, lead, member, name }: OfGroup,
  newId: () => string,
  now: Temporal.Instant,
): { readonly ids: Readonly<Record<string, string>>; readonly rows: readonly Save[] } {
  const [groupId, meetingId] = [newId(), newId()];
  const place = `place-${groupId}`;
  const startsAt = now.add({ hours: 30 });
  const group = {
    id: groupId,
    version: 1,
    programmeId,
    state: 'open' as const,
    name,
    ownRule: null,
    rulesVersion: 1,
    capacity: 8,
    leadId: lead.person.id,
    leadTrainedAt: now,
    leadTrainedBy: 'test',
    leadAcceptedAt: now,
    offeredTo: null,
    zone: 'Europe/London',
    platform: 'telegram',
    tenant: '',
    chatId: place,
    createdAt: now,
    openedAt: now,
    closedAt: null,
  };
  const seated = (of: Someone, seat: number): Save => ({
    table: 'group_member',
    row: {
      id: newId(),
      version: 1,
      groupId,
      personId: of.person.id,
      state: 'in',
      seat,
      acceptedAt: now,
      acceptedRules: 1,
      waitingSince: null,
      askedUntil: null,
      joinedAt: now,
      leftAt: null,
      follows: null,
    },
  });
  const planned = {
    id: meetingId,
    version: 1,
    groupId,
    state: 'planned' as const,
    startsAt,
    wall: startsAt.toZonedDateTimeISO('Europe/London').toPlainDateTime().toString().slice(0, 16),
    zone: 'Europe/London',
    minutes: 60,
    where: null,
    warning: null,
    sequence: 1,
    movedFrom: null,
    createdAt: now,
    cancelledAt: null,
    registerDoneAt: null,
  };
  const rows: Save[] = [
    { table: 'group', row: group },
    seated(lead, 0),
    seated(member, 1),
    { table: 'group_meeting', row: planned },
  ];
  const ids = { groupId, groupMeetingId: meetingId, personId: member.person.id, placeId: place };
  return { ids, rows };
}
