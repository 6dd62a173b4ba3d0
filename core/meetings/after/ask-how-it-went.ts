import { z } from 'zod';
import { change } from '../../kernel/change.ts';
import { command } from '../../kernel/command.ts';
import { isBefore } from '../../kernel/instant.ts';
import { isQuiet, nextLoud } from '../../time/quiet.ts';
import { ASKED_WITHIN } from '../before/due-around-meeting.ts';
import { beforeQuiet, isOnBreak } from '../before/remind.ts';
import { cardOf, endOf, isOver } from '../meeting-rules.ts';
import { answerOf, nothingToDo, personIn } from '../two-sides.ts';

/**
 * Asks one of the two how a meeting went, once it is over: with the card, outside quiet hours, and not somebody who takes
 * a break or asked for silence.
 */
export const askHowItWent = command({
  name: 'ask-how-it-went',
  speaksFirst: true,
  schema: z.object({ meetingId: z.uuid(), personId: z.uuid(), sequence: z.int() }),
  async load(read, { meetingId }) {
    return await read.meetings.forDecision(meetingId);
  },
  decide(found, args, at, by) {
    if (by.is !== 'clock') throw new Error('It is asked at its time, by nobody');
    const person = found === undefined ? undefined : personIn(found, args.personId);
    if (found === undefined || person === undefined) return nothingToDo;
    const { meeting } = found;
    const until = endOf(meeting).add(ASKED_WITHIN);
    if (meeting.state !== 'confirmed' || meeting.sequence !== args.sequence) return nothingToDo;
    if (!isOver(meeting, at.now) || !isBefore(at.now, until)) return nothingToDo;
    if (found.pair.state === 'paused') return nothingToDo;
    if (person.state !== 'active' || isOnBreak(person, at.now)) return nothingToDo;
    if (!found.reachable.includes(person.id) || answerOf(meeting, person.id) !== null) return nothingToDo;
    const { zone, quietFrom, quietTo } = person;
    if (isQuiet(at.now, zone, quietFrom, quietTo)) {
      const later = nextLoud(at.now, zone, quietFrom, quietTo);
      const key = `how-it-went:${meeting.id}:${meeting.sequence}:${person.id}:${later}`;
      const due = { key, command: 'ask-how-it-went', args, at: later, until, subject: cardOf(meeting.id) };
      return isBefore(later, until) ? change({ due: [due] }) : nothingToDo;
    }
    return change({
      outgoing: [
        {
          to: person.id,
          screen: 'meeting',
          args: { meetingId: meeting.id, news: 'how-it-went', sequence: meeting.sequence },
          mode: 'new',
          card: cardOf(meeting.id),
          until: beforeQuiet(until, person, at.now),
        },
      ],
    });
  },
});
