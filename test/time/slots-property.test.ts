import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type Asked, type Side, type Slot, slotsForBoth } from '../../core/time/slots.ts';
import { at, CHANGE_NIGHTS, wallByIntl } from './oracles.ts';
import { bruteStarts, dayFrom, isCostly, suits } from './slots-by-looking.ts';

const MINUTE = 60_000;
const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

describe('whatever two people say about their weeks', () => {
  const quarter = fc.integer({ min: 0, max: 95 }).map((n) => clock(n * 15));
  const window = fc.record({
    day: fc.constantFrom(...DAYS),
    from: quarter,
    to: quarter,
    costly: fc.boolean(),
  });
  const zone = fc.constantFrom('Europe/London', 'Pacific/Auckland', 'America/St_Johns', 'Asia/Kathmandu');
  const night = fc.constantFrom(
    ...CHANGE_NIGHTS.map((one) => one.change),
    '2028-02-29T12:00Z',
    '2026-11-25T12:00Z',
  );
  const exception = fc.record({
    date: fc.integer({ min: -2, max: 3 }),
    kind: fc.constantFrom('off' as const, 'extra' as const),
    from: quarter,
    to: quarter,
  });
  const person = fc.record({
    zone,
    weekly: fc.array(window, { minLength: 1, maxLength: 6 }),
    exceptions: fc.array(exception, { maxLength: 2 }),
    quiet: fc.option(fc.record({ from: quarter, to: quarter }), { nil: undefined }),
  });
  const busyTime = fc.record({
    after: fc.integer({ min: 0, max: 4 * 96 }),
    quarters: fc.integer({ min: 1, max: 40 }),
  });
  const question = (nights: fc.Arbitrary<string>, steps: readonly number[]) =>
    fc
      .record({
        mentee: person,
        mentor: person,
        night: nights,
        busy: fc.array(busyTime, { maxLength: 3 }),
        lengthMinutes: fc.constantFrom(15, 30, 45, 60, 90),
        stepMinutes: fc.constantFrom(...steps),
        notBeforeMinutes: fc.constantFrom(0, 60, 600),
        most: fc.integer({ min: 1, max: 6 }),
      })
      .map(({ night: middle, busy, mentee, mentor, ...rest }): Asked => {
        const from = at(middle).subtract({ hours: 36 });
        const asSide = ({ zone: where, weekly: weeks, exceptions, quiet }: typeof mentee): Side => ({
          zone: where,
          availability: {
            weekly: weeks,
            exceptions: exceptions.map((one) => ({ ...one, date: dayFrom(middle, one.date) })),
          },
          ...(quiet === undefined ? {} : { quiet }),
        });
        return {
          ...rest,
          mentee: asSide(mentee),
          mentor: asSide(mentor),
          from,
          to: from.add({ hours: 96 }),
          busy: busy.map((one) => {
            const start = from.add({ minutes: one.after * 15 });
            return { start, end: start.add({ minutes: one.quarters * 15 }) };
          }),
        };
      });

  it('every slot suits both at every minute, is free, long enough, in order and not too soon', () => {
    let offered = 0;
    fc.assert(
      fc.property(question(night, [15, 30, 60]), (given) => {
        const found = slotsForBoth(given);
        if (found.kind !== 'slots') return;
        offered += found.slots.length;
        let before = given.from.epochMilliseconds + given.notBeforeMinutes * MINUTE;
        expect(found.slots.length).toBeLessThanOrEqual(given.most);
        for (const slot of found.slots) {
          const [start, end] = [slot.start.epochMilliseconds, slot.end.epochMilliseconds];
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end - start).toBe(given.lengthMinutes * MINUTE);
          expect(end).toBeLessThanOrEqual(given.to.epochMilliseconds);
          for (let minute = start; minute < end; minute += MINUTE) expect(suits(minute, given)).toBe(true);
          expect(slot.costly).toBe(isCostly(start, end, given));
          before = start;
        }
        expect(crowd(found.slots, given.mentee.zone)).toBeLessThanOrEqual(2);
      }),
      { numRuns: 400 },
    );
    expect(offered).toBeGreaterThan(50);
  }, 60_000);

  it('offers two days also where the first choice by itself would leave room for one only', () => {
    const whole = { from: '00:00', to: '00:00', costly: false };
    const extra = { date: '2026-11-26', kind: 'extra', from: '23:15', to: '03:00' } as const;
    const found = slotsForBoth({
      ...{ lengthMinutes: 90, stepMinutes: 15, notBeforeMinutes: 0, most: 2, busy: [] },
      mentee: {
        zone: 'Europe/London',
        availability: { weekly: [{ day: 1, ...whole }], exceptions: [extra] },
      },
      mentor: {
        zone: 'America/St_Johns',
        availability: { weekly: [{ day: 4, ...whole }], exceptions: [] },
      },
      from: Temporal.Instant.from('2026-11-24T00:00:00Z'),
      to: Temporal.Instant.from('2026-11-28T00:00:00Z'),
    });
    if (found.kind !== 'slots') throw new Error('Nothing was found');
    expect(new Set(found.slots.map(({ start }) => start.toString().slice(0, 10))).size).toBe(2);
  });

  it('offers something whenever there is something, on as many days as there are', () => {
    let some = 0;
    const ordinary = question(fc.constant('2026-11-25T12:00Z'), [15]);
    fc.assert(
      fc.property(ordinary, (given) => {
        const starts = bruteStarts(given);
        const found = slotsForBoth(given);
        expect(found.kind).toBe(starts.length === 0 ? 'none' : 'slots');
        if (found.kind !== 'slots') return;
        some += 1;
        const free = starts.filter((start) => !isCostly(start, start + given.lengthMinutes * MINUTE, given));
        const days = (epochs: number[]) =>
          new Set(epochs.map((one) => wallByIntl(one, given.mentee.zone).slice(0, 10))).size;
        const plain = found.slots.filter((one) => !one.costly).map((one) => one.start.epochMilliseconds);
        expect(days(plain)).toBe(Math.min(given.most, days(free)));
      }),
      { numRuns: 80 },
    );
    expect(some).toBeGreaterThan(5);
  }, 60_000);
});

/** The most slots in any one part of a day. */
function crowd(found: readonly Slot[], zone: string): number {
  const parts = found.map((one) => {
    const wall = wallByIntl(one.start.epochMilliseconds, zone);
    const time = wall.slice(11);
    if (time < '12:00') return `${wall.slice(0, 10)} morning`;
    return `${wall.slice(0, 10)} ${time < '17:00' ? 'afternoon' : 'evening'}`;
  });
  return Math.max(...parts.map((part) => parts.filter((other) => other === part).length));
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
