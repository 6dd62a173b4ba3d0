import { z } from 'zod';
import { change, next, type OutgoingNew } from '../../kernel/change.ts';
import { command } from '../../kernel/command.ts';
import type { Moment } from '../../moment.ts';
import type { MeetingInFull } from '../../store/meeting-in-full.ts';
import { nextLoud } from '../../time/quiet.ts';
import type { Meeting } from '../meeting.ts';
import { changed, notActive, notYours, unchangeable } from '../meeting-refusals.ts';
import { cardOf, otherOf, sideOf } from '../meeting-rules.ts';
import { readyOf } from '../two-sides.ts';

/** "I'll be there." Shown on the other's card too; who made room for it at a cost is told at once (MTG-10). */
export const sayReady = command({
  name: 'say-ready',
  schema: z.object({ meetingId: z.uuid(), sequence: z.int() }),
  keepsForm: true,
  async load(read, { meetingId }) {
    return await read.meetings.forDecision(meetingId);
  },
  decide(found, { sequence }, at, by) {
    const refusal = unchangeable(found, sequence, at.now, by);
    if (refusal !== undefined) return refusal;
    if (found === undefined || by.is !== 'person') return notYours;
    if (found.pair.state !== 'active') return notActive;
    const { meeting } = found;
    if (meeting.state !== 'confirmed') return changed(meeting);
    const card = { screen: 'meeting', args: { meetingId: meeting.id }, card: cardOf(meeting.id) };
    const answer: OutgoingNew = {
      to: by.person.id,
      account: by.account.id,
      mode: 'card',
      evenIfStopped: true,
      ...card,
    };
    if (readyOf(meeting, by.person.id)) return change({ outgoing: [answer] });
    const isMentor = sideOf(meeting, by.person.id) === 'mentor';
    const row = next(meeting, isMentor ? { mentorReady: true } : { menteeReady: true });
    return change({
      saves: [{ table: 'meeting', row }],
      events: [{ event: 'meeting.ready', ids: { meetingId: meeting.id, personId: by.person.id } }],
      outgoing: [answer, ...toOther(found, meeting, by.person.id, at)],
    });
  },
});

function toOther(found: MeetingInFull, meeting: Meeting, personId: string, at: Moment): OutgoingNew[] {
  const other = otherOf(found, personId);
  if (!found.reachable.includes(other.id)) return [];
  const card = { to: other.id, screen: 'meeting', card: cardOf(meeting.id) };
  const refreshed: OutgoingNew = { ...card, args: { meetingId: meeting.id }, mode: 'refresh' };
  if (!meeting.costly || sideOf(meeting, personId) === 'mentor') return [refreshed];
  const args = { meetingId: meeting.id, news: 'ready', sequence: meeting.sequence };
  const loud = nextLoud(at.now, other.zone, other.quietFrom, other.quietTo);
  return [refreshed, { ...card, args, mode: 'new', at: loud, until: meeting.startsAt }];
}
