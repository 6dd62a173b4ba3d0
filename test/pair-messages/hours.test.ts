import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { endOf, type Hours, nextIn } from '../../core/pair-messages/contact.ts';
import { readHours } from '../../core/pair-messages/hours-form.ts';

const wall = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
const hours: fc.Arbitrary<Hours> = fc.record({
  from: wall,
  to: wall,
  zone: fc.constantFrom('Europe/London', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'),
  agreed: fc.boolean(),
});
const moment = fc
  .integer({ min: 0, max: 2 * 366 * 24 * 60 })
  .map((minutes) => Temporal.Instant.from('2026-01-01T00:00:00Z').add({ minutes }));

/** By the clock on the wall alone. */
function isIn({ from, to, zone }: Hours, instant: Temporal.Instant): boolean {
  const time = instant.toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5);
  if (from === to) return true;
  return from < to ? from <= time && time < to : time >= from || time < to;
}

describe('the hours for messages', () => {
  it('are never left: what goes, goes within them, at once or at the first moment there is', () => {
    fc.assert(
      fc.property(hours, moment, (given, now) => {
        const goes = nextIn(given, now);
        expect(isIn(given, goes)).toBe(true);
        if (isIn(given, now)) expect(goes.equals(now)).toBe(true);
        else expect(isIn(given, goes.subtract({ minutes: 1 }))).toBe(false);
        expect(now.until(goes).total('hours')).toBeLessThanOrEqual(25);
      }),
    );
  });

  it('end where they end: up to then it may arrive, and not after', () => {
    fc.assert(
      fc.property(hours, moment, (given, now) => {
        const goes = nextIn(given, now);
        const end = endOf(given, goes);
        expect(Temporal.Instant.compare(goes, end)).toBeLessThan(0);
        if (given.from !== given.to) expect(isIn(given, end)).toBe(false);
      }),
    );
  });

  it('are read as people write them', () => {
    for (const [written, value] of [
      ['10am to 6pm', '10:00-18:00'],
      ['9 to 5', '09:00-17:00'],
      ['9.30am - 8pm', '09:30-20:00'],
      ['any time', '00:00-00:00'],
      ['09:00-20:00', '09:00-20:00'],
    ] as const)
      expect([written, readHours(written)]).toEqual([written, { value }]);
    for (const written of ['', 'soon', '6pm to 10am', '10am', '9 to 5 to 6'])
      expect(readHours(written)).toHaveProperty('again');
  });
});
