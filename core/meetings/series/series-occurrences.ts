import { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../kernel/instant.ts';
import type { PairInFull } from '../../store/meeting-in-full.ts';
import type { Reader } from '../../store/reader.ts';
import { type Occurrence, occurrences } from '../../time/repeats.ts';
import { resolveWall } from '../../time/wall-time.ts';
import type { Series } from '../meeting.ts';

/** How many meetings of a series are arranged ahead, and how many are looked at in one go (our numbers). */
export const AHEAD = 4;
const LOOKED_AT = 8;

export type Candidate = { readonly occurrence: Occurrence; readonly found: PairInFull | undefined };

/** The days of a series after those it has made meetings for, each with what the two have on then. */
export async function candidatesOf(read: Reader, series: Series): Promise<Candidate[]> {
  const day = Temporal.PlainDate.from(series.madeUntil).add({ days: 1 });
  const from = resolveWall(`${day}T00:00`, series.zone).instant;
  const found = occurrences({ ...series, from, count: LOOKED_AT, exceptions: [] }).filter(
    ({ date }) => date > series.madeUntil,
  );
  return await Promise.all(
    found.map(async (occurrence) => ({
      occurrence,
      found: await read.meetings.forBooking(series.pairId, occurrence.instant.toString()),
    })),
  );
}

/** Those of them that are to become meetings now, so that there are always some ahead; what has passed is left out. */
export function wantedOf(
  series: Series,
  candidates: readonly Candidate[],
  now: Temporal.Instant,
): { wanted: Candidate[]; madeUntil: string } {
  const from = now.add({ seconds: 1 });
  const ahead = occurrences({ ...series, from, count: AHEAD + 1, exceptions: [] });
  const made = ahead.filter(({ date }) => date <= series.madeUntil && date > series.wall.slice(0, 10)).length;
  const wanted = candidates
    .filter(({ occurrence }) => isBefore(now, occurrence.instant))
    .slice(0, Math.max(0, AHEAD - made));
  if (wanted.length === 0 && made >= AHEAD) return { wanted, madeUntil: series.madeUntil };
  // Where all of them have passed, the next look begins after them.
  const last = wanted.at(-1) ?? candidates.at(-1);
  return { wanted, madeUntil: last?.occurrence.date ?? series.madeUntil };
}

/** When the next meeting of the series begins: then another one is arranged. */
export function nextStart(series: Series, now: Temporal.Instant): Temporal.Instant {
  const [next] = occurrences({ ...series, from: now.add({ seconds: 1 }), count: 1, exceptions: [] });
  if (next === undefined) throw new Error('A series has no end');
  return next.instant;
}
