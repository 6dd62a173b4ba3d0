import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { DueNew } from '../../core/kernel/change.ts';
import { plannedBefore } from '../../core/meetings/before/before-meeting.ts';
import { dueFor } from '../../core/meetings/before/due-around-meeting.ts';
import { remind } from '../../core/meetings/before/remind.ts';
import { planAnew } from '../../core/meetings/before/renew-reminders.ts';
import type { Meeting } from '../../core/meetings/meeting.ts';
import type { Person } from '../../core/people/person.ts';
import { isQuiet } from '../../core/time/quiet.ts';
import { wallOf } from '../../core/time/wall-time.ts';
import { aMeetingInFull, aPairInFull, aPerson, changeOf, momentOf } from './in-full.ts';

const zones = [
  'Europe/London',
  'Pacific/Auckland',
  'America/St_Johns',
  'Africa/Lagos',
  'Australia/Lord_Howe',
];
const nights = [
  '2026-10-25',
  '2027-03-28',
  '2026-09-26',
  '2027-04-03',
  '2026-11-01',
  '2027-03-14',
  '2026-12-09',
];

const clock = fc
  .integer({ min: 0, max: 24 * 4 - 1 })
  .map((n) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`);
const start = fc
  .tuple(fc.constantFrom(...nights), fc.integer({ min: -300, max: 300 }))
  .map(([night, steps]) => Temporal.Instant.from(`${night}T01:00:00Z`).add({ minutes: steps * 5 }));
const reminders = fc.uniqueArray(
  fc.integer({ min: 1, max: 576 }).map((n) => n * 5),
  { maxLength: 5 },
);
const wishes = fc.record({
  zone: fc.constantFrom(...zones),
  quietFrom: clock,
  quietTo: clock,
  reminders,
  energyCheck: fc.boolean(),
});
type Wishes = { zone: string; quietFrom: string; quietTo: string; reminders: number[]; energyCheck: boolean };

function wishing(person: Person, { reminders: minutes, energyCheck, ...fields }: Wishes): Person {
  return { ...person, ...fields, settings: { ...person.settings, reminders: minutes, energyCheck } };
}

function meetingAt(startsAt: Temporal.Instant, mentee: Person, fields: Partial<Meeting> = {}) {
  const zone = 'Europe/London';
  const found = aPairInFull(aPerson('Ana'), mentee);
  const wall = wallOf(startsAt, zone);
  return aMeetingInFull({ state: 'confirmed', startsAt, wall, zone, ...fields }, found);
}

describe('what is planned before a meeting', () => {
  it('lies ahead, outside quiet hours, before the start, at most once each, and at least once where that is possible', () => {
    fc.assert(
      fc.property(
        start,
        wishes,
        fc.integer({ min: 1, max: 3000 }),
        fc.boolean(),
        (startsAt, wish, ahead, costly) => {
          const mentee = wishing(aPerson('Mia'), wish);
          const now = startsAt.subtract({ minutes: ahead });
          const { meeting, programme } = meetingAt(startsAt, mentee, { costly });
          const planned = plannedBefore(meeting, mentee, programme, now);
          const quiet = (at: Temporal.Instant) => isQuiet(at, wish.zone, wish.quietFrom, wish.quietTo);
          for (const { at, until } of planned) {
            expect(quiet(at)).toBe(false);
            expect(at.epochMilliseconds).toBeGreaterThanOrEqual(now.epochMilliseconds);
            expect(at.epochMilliseconds).toBeLessThan(startsAt.epochMilliseconds);
            expect(until.epochMilliseconds).toBeLessThanOrEqual(startsAt.epochMilliseconds);
            expect(until.epochMilliseconds).toBeGreaterThan(at.epochMilliseconds);
          }
          const kinds = planned.map(({ kind, minutes }) => `${kind} ${minutes}`);
          expect(new Set(kinds).size).toBe(kinds.length);
          const reminded = planned.filter(({ kind }) => kind === 'reminder');
          for (const { minutes } of reminded) expect(minutes).toBeLessThan(ahead);
          const wished = wish.reminders.filter((minutes) => minutes < ahead);
          if (wished.length > 0 && isAnyLoud(now, startsAt, quiet))
            expect(reminded.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** Whether there is a moment between now and five minutes before the start at which something could be said. */
function isAnyLoud(
  now: Temporal.Instant,
  startsAt: Temporal.Instant,
  quiet: (at: Temporal.Instant) => boolean,
): boolean {
  const minutes = (startsAt.epochMilliseconds - now.epochMilliseconds) / 60_000;
  for (let ahead = 5; ahead < minutes - 1; ahead += 1)
    if (!quiet(startsAt.subtract({ minutes: ahead }))) return true;
  return false;
}

type Turn = { minutes: number; wish: Wishes; state: 'active' | 'stopped' };

describe('what is said before a meeting, while people change their minds', () => {
  it('is never in quiet hours, never after the start, never twice, and never to somebody who asked for silence', () => {
    const turn = fc.record({
      minutes: fc.integer({ min: 1, max: 900 }),
      wish: wishes,
      state: fc.constantFrom<'active' | 'stopped'>('active', 'active', 'active', 'stopped'),
    });
    fc.assert(
      fc.property(start, wishes, fc.array(turn, { maxLength: 5 }), (startsAt, wish, turns) => {
        const said = lived(startsAt, wish, turns);
        const things = said.map(({ kind, minutes }) => `${kind} ${minutes}`);
        expect(new Set(things).size).toBe(things.length);
        for (const { at, person } of said) {
          expect(isQuiet(at, person.zone, person.quietFrom, person.quietTo)).toBe(false);
          expect(at.epochMilliseconds).toBeLessThan(startsAt.epochMilliseconds);
          expect(person.state).toBe('active');
        }
      }),
      { numRuns: 120 },
    );
  });
});

type Spoken = { kind: string; minutes: number; at: Temporal.Instant; person: Person };

/** Two days before a meeting, minute by minute as things fall due; at each turn the mentee wishes something else. */
function lived(startsAt: Temporal.Instant, wish: Wishes, turns: readonly Turn[]): Spoken[] {
  let mentee = wishing(aPerson('Mia'), wish);
  const first = meetingAt(startsAt, mentee);
  let now = startsAt.subtract({ minutes: 2900 });
  const found = () => ({ ...first, mentee });
  let due: readonly DueNew[] = dueFor(first.meeting, first.mentor, mentee, first.programme, momentOf(now));
  const said: Spoken[] = [];
  const journal: { kind: string; minutes: number; startsAt: Temporal.Instant }[] = [];
  const runTo = (end: Temporal.Instant): void => {
    for (;;) {
      const next = due
        .filter(({ at, command }) => command === 'remind' && at.epochMilliseconds <= end.epochMilliseconds)
        .sort((a, b) => Temporal.Instant.compare(a.at, b.at))[0];
      if (next === undefined) break;
      now = Temporal.Instant.compare(next.at, now) > 0 ? next.at : now;
      due = due.filter((each) => each !== next);
      const args = remind.schema.parse(next.args);
      if (args.personId !== mentee.id) continue;
      const decided = changeOf(
        remind.decide({ found: found(), said: journal, named: undefined }, args, momentOf(now), {
          is: 'clock',
        }),
      );
      due = [...due, ...decided.due];
      if (decided.outgoing.length === 0) continue;
      said.push({ kind: args.kind, minutes: args.minutes, at: now, person: mentee });
      journal.push({ kind: args.kind, minutes: args.minutes, startsAt });
    }
    now = Temporal.Instant.compare(end, now) > 0 ? end : now;
  };
  for (const turn of turns) {
    runTo(now.add({ minutes: turn.minutes }));
    mentee = { ...wishing(mentee, turn.wish), state: turn.state };
    const anew = planAnew.decide(
      { found: found(), series: undefined },
      { meetingId: first.meeting.id },
      momentOf(now),
      {
        is: 'clock',
      },
    );
    due = changeOf(anew).due;
  }
  runTo(startsAt.add({ hours: 1 }));
  return said;
}
