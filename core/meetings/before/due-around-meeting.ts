import type { DueNew } from '../../kernel/change.ts';
import type { Moment } from '../../moment.ts';
import type { Person } from '../../people/person.ts';
import type { Programme } from '../../programmes/programme.ts';
import { nextLoud } from '../../time/quiet.ts';
import type { Meeting } from '../meeting.ts';
import { cardOf, endOf } from '../meeting-rules.ts';
import { plannedBefore } from './before-meeting.ts';

/** "How did it go?" comes this long after the end, and is dropped when it could not be asked for that long (our numbers). */
const ASKED_AFTER_MINUTES = 10;
export const ASKED_WITHIN = { hours: 72 };

export type Plan = {
  /** It repeats, and its last time was that many days before. */
  readonly everyDays?: number;
  /** Tells this plan from an earlier one of the same meeting, unchanged, that it takes the place of. */
  readonly stamp?: string;
};

/**
 * What is due about a confirmed meeting, from now on: everything under the subject `meeting:<id>`, with keys that hold
 * its `sequence`, because a changed meeting calls off what was due and makes it anew. Whether it is really sent is decided
 * when its moment comes.
 */
export function dueFor(
  meeting: Meeting,
  mentor: Person,
  mentee: Person,
  programme: Programme,
  at: Moment,
  { everyDays, stamp = '' }: Plan = {},
): DueNew[] {
  const subject = cardOf(meeting.id);
  const { sequence } = meeting;
  return [mentor, mentee].flatMap((person): DueNew[] => {
    const ids = { meetingId: meeting.id, personId: person.id, sequence };
    const keyed = `${meeting.id}:${sequence}:${person.id}`;
    const before = plannedBefore(meeting, person, programme, at.now, everyDays).map(
      ({ at: moment, until, ...what }) => ({
        key: `remind:${keyed}:${what.kind}:${what.minutes}:${stamp}`,
        command: 'remind',
        args: { ...ids, ...what },
        at: moment,
        until,
        subject,
      }),
    );
    const { zone, quietFrom, quietTo } = person;
    const after: DueNew = {
      key: `how-it-went:${keyed}:${stamp}`,
      command: 'ask-how-it-went',
      args: ids,
      at: nextLoud(endOf(meeting).add({ minutes: ASKED_AFTER_MINUTES }), zone, quietFrom, quietTo),
      until: endOf(meeting).add(ASKED_WITHIN),
      subject,
    };
    return [...before, after];
  });
}
