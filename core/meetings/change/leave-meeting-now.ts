import { z } from 'zod';
import { type Change, change, next, type OutgoingNew } from '../../kernel/change.ts';
import { command, type Refusal } from '../../kernel/command.ts';
import { isBefore } from '../../kernel/instant.ts';
import { text } from '../../texts/text.ts';
import { nextLoud } from '../../time/quiet.ts';
import { isAllowed, notYours } from '../meeting-refusals.ts';
import { cardOf, endOf, isOver, otherOf } from '../meeting-rules.ts';

/** The other one is asked how it was for them this long after the end; our number. */
const ASKED_AFTER = { minutes: 60 };
const STANDS = { hours: 24 };

/**
 * One press takes somebody out of a meeting that is on (SAF-07). They need not say why, and the next day they are asked how
 * they are. The other one hears that it is over for today and is nothing they did; it is counted nowhere.
 */
export const leaveMeetingNow = command({
  name: 'leave-meeting-now',
  schema: z.object({ meetingId: z.uuid() }),
  async load(read, { meetingId }) {
    const [found, left] = await Promise.all([
      read.meetings.forDecision(meetingId),
      read.kept.timesOf('meeting.left-now', 'meetingId', meetingId, 1),
    ]);
    return { found, left };
  },
  decide({ found, left }, _args, at, by): Change | Refusal {
    if (found === undefined || by.is !== 'person' || !isAllowed(found.meeting, by)) return notYours;
    const { meeting } = found;
    const { person, account } = by;
    if (meeting.state !== 'confirmed' || isBefore(at.now, meeting.startsAt) || isOver(meeting, at.now))
      return { refused: 'meeting.not-on', say: text('meeting-not-on-now') };
    const answer: OutgoingNew = {
      to: person.id,
      account: account.id,
      screen: 'say',
      mode: 'new',
      evenIfStopped: true,
      args: { id: 'meeting-left-now', args: {} },
    };
    if (left.length > 0) return change({ outgoing: [answer] });
    const other = otherOf(found, person.id);
    const args = { id: 'meeting-left-by-other', args: {} };
    const tomorrow = nextLoud(at.now.add({ hours: 24 }), person.zone, person.quietFrom, person.quietTo);
    const after = nextLoud(endOf(meeting).add(ASKED_AFTER), other.zone, other.quietFrom, other.quietTo);
    return change({
      // Two who leave at once are told apart by this.
      saves: [{ table: 'meeting', row: next(meeting, {}) }],
      events: [{ event: 'meeting.left-now', ids: { meetingId: meeting.id, personId: person.id } }],
      due: [
        {
          key: `after-leaving:${meeting.id}:${person.id}`,
          command: 'ask-after-leaving',
          args: { personId: person.id },
          at: tomorrow,
          until: tomorrow.add(STANDS),
        },
        {
          key: `how-that-was:${meeting.id}:${other.id}`,
          command: 'ask-how-that-was',
          args: { personId: other.id, meetingId: meeting.id },
          at: after,
          until: after.add(STANDS),
        },
      ],
      outgoing: [
        answer,
        { to: other.id, screen: 'say', args, mode: 'new', until: endOf(meeting) },
        {
          to: person.id,
          screen: 'meeting',
          args: { meetingId: meeting.id },
          mode: 'refresh',
          card: cardOf(meeting.id),
        },
      ],
    });
  },
});
