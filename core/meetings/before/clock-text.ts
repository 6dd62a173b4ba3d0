import { Temporal } from 'temporal-polyfill';
import { whenParts } from '../../time/say-when.ts';

/** "19:00" as a person reads it: "7:00 pm". */
export function clockText(wall: string): string {
  const [hour = 0, minute = 0] = wall.split(':').map(Number);
  const clock = Temporal.Instant.fromEpochMilliseconds(((hour % 24) * 60 + minute) * 60_000);
  return whenParts(clock, 'UTC', clock).time;
}
