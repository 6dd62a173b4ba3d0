import { randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Moment } from '../core/index.ts';

/** The real clock and real chance, shifted by `ahead` milliseconds where a clock is moved by hand. */
export function momentNow(ahead = 0): Moment {
  const now = Temporal.Instant.fromEpochMilliseconds(Temporal.Now.instant().epochMilliseconds + ahead);
  return { now, newId: () => newId(now.epochMilliseconds), random: (bytes) => randomBytes(bytes) };
}

/** A UUID of version 7 (RFC 9562): later ones sort after earlier ones, which keeps indexes small and lists in order. */
function newId(milliseconds: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(milliseconds, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
