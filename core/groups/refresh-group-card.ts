import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { change, type DueNew, type OutgoingNew } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { isBefore } from '../kernel/instant.ts';
import type { Moment } from '../moment.ts';
import type { Group } from './group.ts';
import { groupCard, meetingCard, placeOf } from './group-rules.ts';

/** What people press within this time is shown by one edit; our number. */
const GATHERED_MS = 2000;

type What = 'group' | 'meeting';

/**
 * A card of a shared place brought up to date soon. All that happens up to the same moment asks for it under one key, so
 * that many presses are one edit; the moment stands still, so that pressing on cannot put it off.
 */
export function refreshSoon(what: What, id: string, at: Moment): DueNew {
  const moment = (Math.floor(at.now.epochMilliseconds / GATHERED_MS) + 1) * GATHERED_MS;
  return {
    key: `group-refresh:${what}:${id}:${moment}`,
    command: 'refresh-group-card',
    args: { what, id },
    at: Temporal.Instant.fromEpochMilliseconds(moment),
  };
}

/** Brings a group's card, or one of its meetings', up to date wherever it stands. */
export const refreshGroupCard = command({
  name: 'refresh-group-card',
  schema: z.object({ what: z.enum(['group', 'meeting']), id: z.uuid() }),
  async load(read, { what, id }) {
    const meeting = what === 'meeting' ? await read.groups.meetingRow(id) : undefined;
    const groupId = what === 'group' ? id : meeting?.groupId;
    const group = groupId === undefined ? undefined : await read.groups.groupRow(groupId);
    return {
      group,
      meeting,
      followers: meeting === undefined ? [] : await read.groups.followers(meeting.groupId),
      answers: meeting === undefined ? [] : await read.groups.answers(meeting.id),
      waits: await read.groups.refreshWaits(what === 'group' ? groupCard(id) : meetingCard(id)),
    };
  },
  decide({ group, meeting, followers, answers, waits }, { what, id }, at, by) {
    if (by.is !== 'clock') throw new Error('A card is brought up to date by what happened');
    if (group === undefined) return change({});
    const inPlace = waits ? [] : [refreshed(group, what, id)];
    // Their own cards count along for the lead and for followers; once it has begun, nobody's asks anything any more.
    const hasBegun = meeting !== undefined && !isBefore(at.now, meeting.startsAt);
    const own = [...followers, ...(hasBegun ? answers : [])].map(({ personId }) => personId);
    const readers = meeting === undefined ? [] : [...new Set([group.leadId, ...own])];
    const alone = readers.map((personId) => ownCard(personId, id, 'refresh'));
    return change({ outgoing: [...inPlace, ...alone] });
  },
});

function refreshed(group: Group, what: What, id: string): OutgoingNew {
  return what === 'group'
    ? inPlaceOf(group, 'group', { groupId: id }, 'refresh', groupCard(id))
    : inPlaceOf(group, 'group-meeting', { meetingId: id }, 'refresh', meetingCard(id));
}

/** Something shown in the group's place. */
export function inPlaceOf(
  group: Group,
  screen: string,
  args: OutgoingNew['args'],
  mode: OutgoingNew['mode'],
  card: string,
): OutgoingNew {
  return { to: '', place: placeOf(group), screen, args, mode, card };
}

/** A meeting's card in somebody's own chat. */
export function ownCard(personId: string, meetingId: string, mode: OutgoingNew['mode']): OutgoingNew {
  return {
    to: personId,
    screen: 'group-meeting-card',
    args: { meetingId },
    mode,
    card: meetingCard(meetingId),
  };
}
