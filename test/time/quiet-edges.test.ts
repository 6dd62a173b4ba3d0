import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isQuiet } from '../../core/time/quiet.ts';
import { quietAfter, quietBegan } from '../../core/time/quiet-edges.ts';

const DAYS = 3 * 24 * 60;
const zones = [
  'Europe/London',
  'Pacific/Auckland',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
];
// Nights on which the clocks of these zones change, and an ordinary one.
const nights = [
  '2026-10-25',
  '2027-03-28',
  '2026-09-26',
  '2027-04-03',
  '2026-11-01',
  '2027-03-14',
  '2026-10-03',
  '2026-12-09',
];

const clock = fc
  .integer({ min: 0, max: 24 * 4 - 1 })
  .map((n) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`);
const moment = fc
  .tuple(fc.constantFrom(...nights), fc.integer({ min: -1500, max: 1500 }))
  .map(([night, minutes]) => Temporal.Instant.from(`${night}T01:00:00Z`).add({ minutes }));
const asked = fc.tuple(moment, fc.constantFrom(...zones), clock, clock);

/** By looking at every minute. */
function walk(
  from: Temporal.Instant,
  step: 1 | -1,
  stop: (at: Temporal.Instant) => boolean,
): Temporal.Instant | undefined {
  for (let minutes = 0; minutes <= DAYS; minutes += 1) {
    const at = from.add({ minutes: minutes * step });
    if (stop(at)) return at;
  }
  return undefined;
}

describe('where quiet hours begin', () => {
  it('is the first quiet moment of the stretch, whatever the clocks do that night', () => {
    fc.assert(
      fc.property(asked, ([at, zone, from, to]) => {
        const quiet = (one: Temporal.Instant) => isQuiet(one, zone, from, to);
        const expected = quiet(at) ? walk(at, -1, (one) => !quiet(one.subtract({ minutes: 1 }))) : undefined;
        expect(quietBegan(at, zone, from, to)?.toString()).toBe(expected?.toString());
      }),
      { numRuns: 150 },
    );
  });

  it('is found ahead too, and never for those who have no quiet hours', () => {
    fc.assert(
      fc.property(asked, ([at, zone, from, to]) => {
        const quiet = (one: Temporal.Instant) => isQuiet(one, zone, from, to);
        const expected = from === to ? undefined : walk(at, 1, quiet);
        expect(quietAfter(at, zone, from, to)?.toString()).toBe(expected?.toString());
      }),
      { numRuns: 150 },
    );
  });
});
