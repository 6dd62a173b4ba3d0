import type { DueNew } from '../kernel/change.ts';
import type { Moment } from '../moment.ts';
import type { Person } from '../people/person.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Meeting } from './meeting.ts';

/**
 * What is due about a confirmed meeting, from now on: everything under the subject `meeting:<id>`, with keys that hold
 * its `sequence`, because a changed meeting calls off what was due and makes it anew.
 */
export function dueFor(
  _meeting: Meeting,
  _mentor: Person,
  _mentee: Person,
  _programme: Programme,
  _at: Moment,
): DueNew[] {
  return [];
}
