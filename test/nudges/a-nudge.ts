import { Temporal } from 'temporal-polyfill';
import type { Moment } from '../../core/moment.ts';
import type { Nudge } from '../../core/nudges/nudge.ts';
import type { LatestMeetings } from '../../core/nudges/nudge-facts.ts';
import type { Pair } from '../../core/pairs/pair.ts';
import { DEFAULT_SETTINGS } from '../../core/people/person.ts';
import { personRow } from '../support/person-row.ts';

export const PERSON = '00000000-0000-7000-a000-000000000001';
export const OTHER = '00000000-0000-7000-a000-000000000002';
export const PAIR = '00000000-0000-7000-a000-000000000003';
const PROGRAMME = '00000000-0000-7000-a000-000000000004';

export const START = Temporal.Instant.from('2026-10-01T00:00:00Z');

export const aPerson = personRow({
  id: PERSON,
  name: 'Amina',
  settings: { ...DEFAULT_SETTINGS, nudges: 'on', nudgeEveryDays: 7 },
  wrappedKey: 'v1.none',
  createdAt: START,
});

export const aPair: Pair = {
  id: PAIR,
  version: 1,
  programmeId: PROGRAMME,
  mentorId: OTHER,
  menteeId: PERSON,
  state: 'active',
  rhythmDays: 14,
  lastHeldAt: null,
  createdAt: START,
  endedAt: null,
};

export const noMeetings: LatestMeetings = { confirmed: undefined, proposed: undefined, made: undefined };

export function aNudge(createdAt: Temporal.Instant, more: Partial<Nudge> = {}): Nudge {
  const facts = {
    pairState: 'active',
    rhythmDays: 14,
    daysSinceMeeting: 20,
    upcomingMeeting: false,
    metBefore: false,
  };
  return {
    id: PERSON,
    version: 1,
    personId: PERSON,
    pairId: PAIR,
    rule: 'quieter-than-agreed',
    facts,
    createdAt,
    ...more,
  };
}

let made = 0;

export function momentOf(now: Temporal.Instant): Moment {
  return {
    now,
    newId() {
      made += 1;
      return `00000000-0000-7000-b000-${made.toString(16).padStart(12, '0')}`;
    },
    random: (bytes) => new Uint8Array(bytes),
  };
}
