import { type Change, change, type Event } from './kernel/change.ts';
import type { Moment } from './moment.ts';

/**
 * What one part's event causes in another, in one place. Each line: when this has happened, that command is due at once,
 * with the event's ids as its arguments.
 */
const consequences: Readonly<Record<string, string>> = {
  'meeting.answered': 'offer-reflection',
  'pair.made': 'start-sweeps',
};

export function consequencesOf(events: readonly Event[], at: Moment): Change {
  return change({
    due: events.flatMap(({ event, ids }) => {
      const command = consequences[event];
      return command === undefined ? [] : [{ key: `${event}:${at.newId()}`, command, args: ids, at: at.now }];
    }),
  });
}
