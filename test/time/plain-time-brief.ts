import type { ReadTime, ReadTimeOptions } from '../../core/time/plain-time.ts';
import { at } from './oracles.ts';

export const LONDON = 'Europe/London';
/** Monday 23 November 2026, ten in the morning. */
export const monday: ReadTimeOptions = { now: at('2026-11-23T10:00Z'), zone: LONDON };

export function brief(read: ReadTime): string {
  switch (read.kind) {
    case 'time':
    case 'past':
      return `${read.kind} ${read.wall}`;
    case 'needs-hour':
      return `needs-hour ${read.date} ${read.part}`;
    case 'needs-day':
      return ['needs-day', read.time, read.part].filter((one) => one !== undefined).join(' ');
    case 'gap':
      return `gap ${read.wall} ${read.becomes}`;
    case 'ambiguous':
      return `ambiguous ${read.first} ${read.second}`;
    case 'no-such-hour':
      return ['no-such-hour', read.said, read.date].filter((one) => one !== undefined).join(' ');
    case 'no-such-date':
    case 'not-understood':
      return read.kind;
  }
}
