import type { Temporal } from 'temporal-polyfill';
import type { Person } from '../../people/person.ts';
import type { MeetingInFull } from '../../store/meeting-in-full.ts';

/** One meeting as one of the two sees it. */
export type Seen = {
  readonly found: MeetingInFull;
  readonly me: Person;
  readonly other: Person;
  readonly now: Temporal.Instant;
};
