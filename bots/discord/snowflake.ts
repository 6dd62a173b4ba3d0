import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** Discord's ids. */
export const Snowflake = z.string().regex(/^\d{1,20}$/);

/** The first of January 2015, from which Discord's ids count, in epoch milliseconds. */
const EPOCH = 1_420_070_400_000;

/** The moment at which something with this id came to be: Discord's ids carry it. */
export function momentOf(id: string): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Number(BigInt(id) >> 22n) + EPOCH);
}
