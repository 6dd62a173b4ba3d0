import { z } from 'zod';
import { type Change, change, next, type OutgoingNew, together } from '../../kernel/change.ts';
import { command } from '../../kernel/command.ts';
import type { Moment } from '../../moment.ts';
import type { PairInFull } from '../../store/meeting-in-full.ts';
import { nextLoud } from '../../time/quiet.ts';
import { isOnBreak } from '../before/remind.ts';
import type { Series } from '../meeting.ts';
import { nothingToDo } from '../two-sides.ts';
import { goesOn, makeOccurrences, seriesCard } from './make-occurrences.ts';
import { candidatesOf, wantedOf } from './series-occurrences.ts';

/**
 * As time passes, a series arranges its next meetings. It rests while the pair does, or while one of the two takes a break
 * or asked for silence, and ends with the pair. Nothing is said, but where a day had to be left out.
 */
export const extendSeries = command({
  name: 'extend-series',
  schema: z.object({ seriesId: z.uuid() }),
  async load(read, { seriesId }) {
    const series = await read.meetings.series(seriesId);
    if (series === undefined) return undefined;
    const [latest] = await read.series.meetingsOf(seriesId, 1);
    return { series, latest, candidates: await candidatesOf(read, series), keys: read.keys };
  },
  decide(data, _args, at, by) {
    if (by.is !== 'clock') throw new Error('A series goes on by itself');
    const pair = data?.candidates.find(({ found }) => found !== undefined)?.found;
    if (data === undefined || pair === undefined || data.series.state !== 'agreed') return nothingToDo;
    const { series: before, latest, candidates, keys } = data;
    if (pair.pair.state === 'ended') return ended(before);
    if (isResting(pair, at))
      return together(saved(next(before, {})), change({ due: [goesOn(next(before, {}), at)] }));
    const { wanted, madeUntil } = wantedOf(before, candidates, at.now);
    const series = next(before, { madeUntil });
    const { made, leftOut } = makeOccurrences(series, wanted, { meeting: latest, keys }, at);
    const isBehind = wanted.length === 0 && madeUntil !== before.madeUntil;
    const due = isBehind ? { ...goesOn(series, at), at: at.now } : goesOn(series, at);
    const outgoing = leftOut.length === 0 ? [] : told(pair, series.id, leftOut, at);
    return together(made, saved(series), change({ due: [due], outgoing }));
  },
});

function saved(row: Series): Change {
  return change({ saves: [{ table: 'series', row }] });
}

function ended(series: Series): Change {
  return change({
    saves: [{ table: 'series', row: next(series, { state: 'ended' }) }],
    events: [{ event: 'series.ended', ids: { seriesId: series.id, pairId: series.pairId } }],
  });
}

function isResting({ pair, mentor, mentee }: PairInFull, at: Moment): boolean {
  return (
    pair.state !== 'active' ||
    [mentor, mentee].some((each) => each.state !== 'active' || isOnBreak(each, at.now))
  );
}

function told(found: PairInFull, seriesId: string, leftOut: readonly string[], at: Moment): OutgoingNew[] {
  return [found.mentor, found.mentee]
    .filter(({ id }) => found.reachable.includes(id))
    .map(({ id, zone, quietFrom, quietTo }) => ({
      to: id,
      screen: 'series',
      args: { seriesId, leftOut: [...leftOut] },
      card: seriesCard(seriesId),
      mode: 'new',
      at: nextLoud(at.now, zone, quietFrom, quietTo),
    }));
}
