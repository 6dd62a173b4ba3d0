import { describe, expect, it } from 'vitest';
import { type Availability, freeWindows, type Weekly } from '../../core/time/free-windows.ts';
import { type Asked, type Side, type Slot, slotsForBoth } from '../../core/time/slots.ts';
import { at, wallByIntl } from './oracles.ts';

const MINUTE = 60_000;
const LONDON = 'Europe/London';
const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

const nothing: Availability = { weekly: [], exceptions: [] };

function weekly(
  from: string,
  to: string,
  days: readonly (typeof DAYS)[number][] = DAYS,
  costly = false,
): Weekly {
  return days.map((day) => ({ day, from, to, costly }));
}

function side(
  zone: string,
  weeks: Weekly,
  more: Partial<Side> & { exceptions?: Availability['exceptions'] } = {},
): Side {
  const { exceptions = [], ...rest } = more;
  return { zone, availability: { weekly: weeks, exceptions }, ...rest };
}

// A Monday.
const asked: Asked = {
  mentee: side(LONDON, weekly('09:00', '17:00')),
  mentor: side(LONDON, weekly('10:00', '20:00')),
  busy: [],
  lengthMinutes: 60,
  from: at('2026-11-23T00:00Z'),
  to: at('2026-12-07T00:00Z'),
  notBeforeMinutes: 0,
  stepMinutes: 30,
  most: 5,
};

function slots(change: Partial<Asked> = {}): Slot[] {
  const found = slotsForBoth({ ...asked, ...change });
  return found.kind === 'slots' ? found.slots : [];
}

function shown(found: readonly Slot[], zone = LONDON): string[] {
  return found.map((one) => wallByIntl(one.start.epochMilliseconds, zone));
}

describe('times that suit both', () => {
  it('are spread over days and times of day, not five on one morning', () => {
    const found = shown(slots());
    expect(new Set(found.map((wall) => wall.slice(0, 10))).size).toBe(5);
    const mornings = found.filter((wall) => wall.slice(11) < '12:00').length;
    expect(mornings).toBeGreaterThan(0);
    expect(mornings).toBeLessThan(5);
  });

  it('say whose weeks are not known, rather than that nothing suits', () => {
    const unknown = { zone: LONDON, availability: nothing };
    expect(slotsForBoth({ ...asked, mentee: unknown })).toEqual({ kind: 'not-known', who: ['mentee'] });
    expect(slotsForBoth({ ...asked, mentee: unknown, mentor: unknown })).toEqual({
      kind: 'not-known',
      who: ['mentee', 'mentor'],
    });
    expect(slotsForBoth({ ...asked, mentor: side(LONDON, weekly('05:00', '06:00')) })).toEqual({
      kind: 'none',
    });
  });

  it('keep to days off, extra hours and what is on already', () => {
    const off = DAYS.map((day) => ({ date: `2026-11-2${day + 2}`, kind: 'off' as const }));
    const extra = { date: '2026-11-24', kind: 'extra' as const, from: '14:00', to: '15:30' };
    const mentee = side(LONDON, weekly('09:00', '17:00'), { exceptions: [...off, extra] });
    const to = at('2026-11-30T00:00Z');
    expect(shown(slots({ mentee, to }))).toEqual(['2026-11-24T14:00', '2026-11-24T14:30']);
    const busy = [{ start: at('2026-11-24T15:00Z'), end: at('2026-11-24T16:00Z') }];
    expect(shown(slots({ mentee, to, busy }))).toEqual(['2026-11-24T14:00']);
  });

  it('offer what costs somebody something last, and say so', () => {
    const mentor = side(LONDON, [
      ...weekly('10:00', '11:00', [2, 3], true),
      ...weekly('10:00', '11:00', [4]),
    ]);
    const found = slots({ mentor, to: at('2026-11-30T00:00Z') });
    expect(found.map((one) => one.costly)).toEqual([true, true, false]);
    expect(shown(slots({ mentor, to: at('2026-11-30T00:00Z'), most: 1 }))).toEqual(['2026-11-26T10:00']);
  });

  it('are at round times of the mentee, half-hour zones and all', () => {
    const mentee = side('America/St_Johns', weekly('08:00', '20:00'));
    const found = shown(slots({ mentee, stepMinutes: 60 }), 'America/St_Johns');
    expect(found).toHaveLength(5);
    expect(found.every((wall) => wall.endsWith(':00'))).toBe(true);
  });

  it('are offered at an odd minute when nothing rounder fits', () => {
    const mentee = side(LONDON, weekly('09:10', '10:05', [1]));
    const mentor = side(LONDON, weekly('09:00', '17:00'));
    expect(shown(slots({ mentee, mentor, lengthMinutes: 50, most: 1 }))).toEqual(['2026-11-23T09:10']);
  });

  it('cross midnight with the people whose evenings do', () => {
    const mentee = side(LONDON, weekly('21:00', '01:00', [1]));
    const mentor = side('Pacific/Auckland', weekly('13:00', '14:00', [2]));
    expect(shown(slots({ mentee, mentor }))).toEqual(['2026-11-24T00:00', '2026-12-01T00:00']);
  });

  it('know of an evening that began before they were asked', () => {
    const mentee = side(LONDON, weekly('21:00', '01:00', [1]));
    const mentor = side(LONDON, weekly('00:00', '24:00'));
    const change = { mentee, mentor, from: at('2026-11-24T00:00Z'), to: at('2026-11-24T06:00Z') };
    expect(shown(slots(change))).toEqual(['2026-11-24T00:00']);
  });

  it('do not overlap each other where they need not', () => {
    const mentee = side(LONDON, weekly('10:00', '13:00', [1]));
    const mentor = side(LONDON, weekly('10:00', '13:00', [1]));
    const change = { mentee, mentor, lengthMinutes: 90, most: 2, to: at('2026-11-28T00:00Z') };
    expect(shown(slots(change))).toEqual(['2026-11-23T10:00', '2026-11-23T11:30']);
  });

  it('keep the notice both need and never lie in the past', () => {
    const from = at('2026-11-23T10:10Z');
    expect(shown(slots({ from, most: 1 }))).toEqual(['2026-11-23T11:00']);
    expect(shown(slots({ from, most: 1, notBeforeMinutes: 24 * 60 }))).toEqual(['2026-11-24T11:00']);
    expect(slotsForBoth({ ...asked, notBeforeMinutes: 60 * 24 * 60 })).toEqual({ kind: 'none' });
  });

  it('keep out of quiet hours, whatever the weeks say', () => {
    const mentee = side(LONDON, weekly('18:00', '24:00', [1]), { quiet: { from: '19:30', to: '07:00' } });
    expect(shown(slots({ mentee, to: at('2026-11-30T00:00Z') }))).toEqual([
      '2026-11-23T18:00',
      '2026-11-23T18:30',
    ]);
  });

  it('stay at the wall times of the week when the clocks change', () => {
    const mentee = side(LONDON, weekly('10:00', '11:00', [6, 7]));
    const mentor = side(LONDON, weekly('00:00', '24:00'));
    const change = { mentee, mentor, from: at('2026-10-24T00:00Z'), to: at('2026-10-26T00:00Z') };
    expect(slots(change).map((one) => one.start.toString())).toEqual([
      '2026-10-24T09:00:00Z',
      '2026-10-25T10:00:00Z',
    ]);
  });

  it('know leap day', () => {
    const mentee = side(LONDON, nothing.weekly, {
      exceptions: [{ date: '2028-02-29', kind: 'extra', from: '10:00', to: '11:00' }],
    });
    const change = { mentee, from: at('2028-02-01T00:00Z'), to: at('2028-04-01T00:00Z') };
    expect(shown(slots(change))).toEqual(['2028-02-29T10:00']);
  });

  it.each([{ lengthMinutes: 0 }, { stepMinutes: 0 }, { most: 0 }])('refuse %j as a fault', (change) => {
    expect(() => slotsForBoth({ ...asked, ...change })).toThrow(RangeError);
  });
});

describe('a window on the night the clocks go back', () => {
  it('begins where the clock does not go back before it again', () => {
    const availability = { weekly: weekly('01:30', '03:00'), exceptions: [] };
    const { free } = freeWindows(availability, LONDON, at('2026-10-25T00:00Z'), at('2026-10-25T12:00Z'));
    expect(free).toEqual([
      { start: at('2026-10-25T01:30Z').epochMilliseconds, end: at('2026-10-25T03:00Z').epochMilliseconds },
    ]);
  });
});

describe('a day off', () => {
  it('is off in both passes of its first hour where clocks go back at midnight', () => {
    const availability = {
      weekly: weekly('22:00', '02:00'),
      exceptions: [{ date: '2026-11-01', kind: 'off' as const }],
    };
    const { free } = freeWindows(
      availability,
      'America/Havana',
      at('2026-10-31T12:00Z'),
      at('2026-11-02T12:00Z'),
    );
    const walls = free.flatMap((one) => [
      wallByIntl(one.start, 'America/Havana'),
      wallByIntl(one.end - MINUTE, 'America/Havana'),
    ]);
    expect(walls.some((wall) => wall.startsWith('2026-11-01'))).toBe(false);
  });
});
