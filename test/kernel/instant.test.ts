import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { instant } from '../../core/kernel/instant.ts';

const moments = fc.bigInt({ min: -8_640_000_000_000_000_000n, max: 8_640_000_000_000_000_000n });

it('reads every instant as Temporal does, however finely it is written and whatever its offset', () => {
  fc.assert(
    fc.property(
      moments,
      fc.constantFrom(1n, 1_000n, 1_000_000n, 1_000_000_000n),
      fc.constantFrom('UTC', '+00:00', '+05:30', '-11:00'),
      (nanoseconds, step, timeZone) => {
        const whole = Temporal.Instant.fromEpochNanoseconds((nanoseconds / step) * step);
        expect(instant.parse(whole.toString({ timeZone })).equals(whole)).toBe(true);
      },
    ),
  );
});

it('reads a date of the database, and leaves an instant as it is', () => {
  const now = Temporal.Instant.from('2026-11-23T09:00:00.123Z');
  expect(instant.parse(new Date(now.epochMilliseconds)).equals(now)).toBe(true);
  expect(instant.parse(now)).toBe(now);
});

it.each([undefined, null, 7, {}, new Date(Number.NaN)])('takes %s for no instant', (given) => {
  expect(instant.safeParse(given).success).toBe(false);
});

it.each(['', 'tomorrow', '2026-11-23', '2026-13-01T00:00:00Z'])('takes "%s" for no instant', (given) => {
  expect(() => instant.parse(given)).toThrow();
});
