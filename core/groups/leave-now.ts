import { z } from 'zod';
import { type Change, change, next, type OutgoingNew } from '../kernel/change.ts';
import { command, personOf, type Refusal } from '../kernel/command.ts';
import { isBefore } from '../kernel/instant.ts';
import { nextLoud } from '../time/quiet.ts';
import { over } from './change-group-meeting.ts';
import type { GroupAnswer } from './group.ts';
import { remindersOf } from './group-reminders.ts';
import { isIn, noSuchGroup, notIn } from './group-rules.ts';
import { ownCard, refreshSoon } from './refresh-group-card.ts';

/**
 * One press takes a member out of a meeting, also one that is on just now: no reason, nobody is told, and they stay in the
 * group. The next day they are asked how they are.
 */
export const leaveNow = command({
  name: 'leave-group-meeting-now',
  schema: z.object({ meetingId: z.uuid() }),
  load: async (read, { meetingId }, by) => await read.groups.atMeeting(meetingId, personOf(by).person.id),
  decide(found, _args, at, by): Change | Refusal {
    const { person, account } = personOf(by);
    if (found === undefined) return noSuchGroup;
    const { meeting, group, mine, answer: earlier } = found;
    if (!isIn(mine)) return notIn(group.id);
    const ends = meeting.startsAt.add({ minutes: meeting.minutes });
    if (meeting.state !== 'planned' || !isBefore(at.now, ends)) return over(meeting);
    const ids = { meetingId: meeting.id, personId: person.id };
    const row: GroupAnswer =
      earlier === null
        ? { id: at.newId(), version: 1, ...ids, answer: 'cannot', attended: null, changedAt: at.now }
        : next(earlier, { answer: 'cannot', changedAt: at.now });
    const tomorrow = nextLoud(at.now.add({ hours: 24 }), person.zone, person.quietFrom, person.quietTo);
    return change({
      saves: [{ table: 'group_answer', row }],
      callOff: [remindersOf(meeting.id, person.id)],
      due: [
        refreshSoon('meeting', meeting.id, at),
        {
          key: `after-leaving:${meeting.id}:${person.id}`,
          command: 'ask-after-leaving',
          args: { personId: person.id },
          at: tomorrow,
          until: tomorrow.add({ hours: 24 }),
        },
      ],
      events: [{ event: 'group-meeting.left-now', ids }],
      outgoing: [left(person.id, account.id), ownCard(person.id, meeting.id, 'refresh')],
    });
  },
});

function left(to: string, account: string): OutgoingNew {
  const args = { id: 'group-left-now', args: {} };
  return { to, account, screen: 'say', args, mode: 'new', evenIfStopped: true };
}

/** How are you, the day after; never in a pause. */
export const askAfterLeaving = command({
  name: 'ask-after-leaving',
  speaksFirst: true,
  schema: z.object({ personId: z.uuid() }),
  load: (read, { personId }) => read.people.person(personId),
  decide(person, _args, at, by): Change {
    if (by.is !== 'clock') throw new Error('It is asked at its time, nobody asks for it');
    if (person?.state !== 'active' || person.paused) return change({});
    const until = at.now.add({ hours: 12 });
    return change({
      outgoing: [{ to: person.id, screen: 'after-leaving', args: {}, mode: 'new', until }],
    });
  },
});
