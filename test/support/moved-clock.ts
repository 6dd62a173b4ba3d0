import { randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Moment } from '../../core/index.ts';

/** A clock that stands still until it is moved. */
export type MovedClock = {
  readonly now: () => Temporal.Instant;
  set(to: string): void;
  forward(by: Temporal.DurationLike): void;
};

export function movedClock(from: string): MovedClock {
  let now = Temporal.Instant.from(from);
  return {
    now: () => now,
    set(to) {
      now = Temporal.Instant.from(to);
    },
    forward(by) {
      now = now.add(by);
    },
  };
}

let made = 0;

/** A moment of a moved clock, with ids that sort in the order in which they were made. */
export function momentAt(clock: MovedClock): Moment {
  return {
    now: clock.now(),
    newId() {
      made += 1;
      const hex = `${made.toString(16).padStart(12, '0')}7000a000${randomBytes(6).toString('hex')}`;
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    },
    random: (bytes) => randomBytes(bytes),
  };
}
