import type { Temporal } from 'temporal-polyfill';

/**
 * When something is decided, and where its ids and chance come from. Nothing in the core reads a clock or a random
 * source of its own, so that a whole programme can be run again, and run fast, with a clock that is moved.
 */
export type Moment = {
  readonly now: Temporal.Instant;
  /** A fresh UUID. */
  newId(): string;
  /** That many unpredictable bytes. */
  random(bytes: number): Uint8Array;
};
