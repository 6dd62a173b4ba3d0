import { z } from 'zod';
import { type Change, change } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { isBefore } from '../kernel/instant.ts';
import { isQuiet, nextLoud } from '../time/quiet.ts';

/** Later than this it is asked no more; our number. */
const STANDS = { hours: 24 };

/**
 * Asks one person, in private and once about one meeting, how something hard was for them (SAF-07). Not in quiet hours, and
 * never somebody who takes a break or asked for silence.
 */
export const askHowThatWas = command({
  name: 'ask-how-that-was',
  speaksFirst: true,
  schema: z.object({ personId: z.uuid(), meetingId: z.uuid() }),
  async load(read, { personId, meetingId }) {
    const [person, asked] = await Promise.all([
      read.people.person(personId),
      read.care.askedAfter(personId, meetingId),
    ]);
    return { person, asked };
  },
  decide({ person, asked }, { meetingId }, at, by): Change {
    if (by.is !== 'clock') throw new Error('It is asked at its time, nobody asks for it');
    if (person?.state !== 'active' || asked) return change({});
    const { id: personId, paused, pausedUntil, zone, quietFrom, quietTo } = person;
    if (paused && (pausedUntil === null || isBefore(at.now, pausedUntil))) return change({});
    if (isQuiet(at.now, zone, quietFrom, quietTo)) {
      const later = nextLoud(at.now, zone, quietFrom, quietTo);
      const key = `how-that-was:${meetingId}:${personId}:${later}`;
      const args = { personId, meetingId };
      return change({
        due: [{ key, command: 'ask-how-that-was', args, at: later, until: later.add(STANDS) }],
      });
    }
    return change({
      events: [{ event: 'check-in.asked', ids: { personId, meetingId } }],
      outgoing: [
        { to: personId, screen: 'after-hard', args: {}, mode: 'new', until: at.now.add({ hours: 12 }) },
      ],
    });
  },
});
