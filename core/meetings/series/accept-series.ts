import { z } from 'zod';
import { change, next, type Save, together } from '../../kernel/change.ts';
import { command } from '../../kernel/command.ts';
import type { Pair } from '../../pairs/pair.ts';
import type { Meeting, Series } from '../meeting.ts';
import { isAllowed, notYours } from '../meeting-refusals.ts';
import { goesOn, makeOccurrences, seriesCard } from './make-occurrences.ts';
import { seriesChanged, toBoth } from './propose-series.ts';
import { candidatesOf, wantedOf } from './series-occurrences.ts';

const Which = z.object({ seriesId: z.uuid(), version: z.int() });

/** Says yes to a rhythm: the next meetings are agreed by that, at the same wall time. */
export const acceptSeries = command({
  name: 'accept-series',
  schema: Which,
  keepsForm: true,
  async load(read, { seriesId }) {
    const series = await read.meetings.series(seriesId);
    if (series === undefined) return undefined;
    const begun = await read.series.begunFrom(series);
    return { series, begun, candidates: await candidatesOf(read, series), keys: read.keys };
  },
  decide(data, { version }, at, by) {
    const pair = data?.candidates.find(({ found }) => found !== undefined)?.found;
    if (data === undefined || pair === undefined) return notYours;
    if (by.is !== 'person' || !isAllowed(pair.pair, by)) return notYours;
    const { series: before, begun, candidates, keys } = data;
    const isMine = before.proposedBy === by.person.id;
    if (before.state !== 'proposed' || before.version !== version || isMine || pair.pair.state !== 'active') {
      return seriesChanged(before.id);
    }
    const { wanted, madeUntil } = wantedOf(before, candidates, at.now);
    const series = next(before, { state: 'agreed', madeUntil });
    const { made, leftOut } = makeOccurrences(
      series,
      wanted,
      { meeting: begun, keys, byWhom: by.person.id },
      at,
    );
    return together(
      made,
      change({
        saves: [
          { table: 'series', row: series },
          ...belonging(begun, series),
          ...rhythmOf(pair.pair, series),
        ],
        events: [{ event: 'series.agreed', ids: { seriesId: series.id, pairId: series.pairId } }],
        due: [goesOn(series, at)],
        outgoing: toBoth(pair, series.id, by, { leftOut }),
      }),
    );
  },
});

/** What they agreed on is the rhythm of the pair, also after the series, until they agree on another. */
function rhythmOf(pair: Pair, { everyDays }: Series): Save[] {
  return pair.rhythmDays === everyDays ? [] : [{ table: 'pair', row: next(pair, { rhythmDays: everyDays }) }];
}

function belonging(begun: Meeting | undefined, series: Series): Save[] {
  return begun === undefined ? [] : [{ table: 'meeting', row: next(begun, { seriesId: series.id }) }];
}

/** Says no to a rhythm, or takes the question back. What is agreed stays. */
export const declineSeries = command({
  name: 'decline-series',
  schema: Which,
  keepsForm: true,
  async load(read, { seriesId }) {
    const series = await read.meetings.series(seriesId);
    if (series === undefined) return undefined;
    return { series, found: await read.meetings.forBooking(series.pairId, series.createdAt.toString()) };
  },
  decide(data, { version }, _at, by) {
    if (data?.found === undefined || by.is !== 'person' || !isAllowed(data.found.pair, by)) return notYours;
    const { series, found } = data;
    if (series.state !== 'proposed' || series.version !== version) return seriesChanged(series.id);
    return change({
      saves: [{ table: 'series', row: next(series, { state: 'ended' }) }],
      callOff: [seriesCard(series.id)],
      events: [{ event: 'series.declined', ids: { seriesId: series.id, pairId: series.pairId } }],
      outgoing: toBoth(found, series.id, by),
    });
  },
});
