import { randomBytes, randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Moment } from '../core/index.ts';

/** The real clock and real chance, shifted by `ahead` milliseconds where a clock is moved by hand. */
export function momentNow(ahead = 0): Moment {
  const now = Temporal.Instant.fromEpochMilliseconds(Date.now() + ahead);
  return { now, newId: () => newId(now.epochMilliseconds), random: (bytes) => randomBytes(bytes) };
}

/** A UUID of version 7 (RFC 9562): later ones sort after earlier ones, which keeps indexes small and lists in order. */
function newId(milliseconds: number): string {
  const time = milliseconds.toString(16).padStart(12, '0');
  // Its chance is that of a UUID of version 4, for which Node keeps random bytes in store.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
