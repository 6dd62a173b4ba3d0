import { randomBytes, randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Moment } from '../core/index.ts';

/** The real clock and real chance, shifted by `ahead` milliseconds where a clock is moved by hand. */
export function momentNow(ahead = 0): Moment {
  const now = Temporal.Instant.fromEpochMilliseconds(Date.now() + ahead);
  return { now, newId: () => newId(now.epochMilliseconds), random };
}

/** Chance kept in store: a call for it costs the same for a few bytes as for some thousand. */
const STORE = 4096;
let store = randomBytes(0);

/** Each byte is given out once, in memory of its own. */
function random(bytes: number): Uint8Array {
  if (bytes > store.length) store = randomBytes(STORE + bytes);
  const given = Uint8Array.prototype.slice.call(store, 0, bytes);
  store.fill(0, 0, bytes);
  store = store.subarray(bytes);
  return given;
}

/** A UUID of version 7 (RFC 9562): later ones sort after earlier ones, which keeps indexes small and lists in order. */
function newId(milliseconds: number): string {
  const time = milliseconds.toString(16).padStart(12, '0');
  // Its chance is that of a UUID of version 4, for which Node keeps random bytes in store.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
