import { z } from 'zod';
import { type Change, change, next, together } from '../../kernel/change.ts';
import { command } from '../../kernel/command.ts';
import { calledOff } from '../change/cancel-meeting.ts';
import { isAllowed, notYours } from '../meeting-refusals.ts';
import { stands } from '../meeting-rules.ts';
import { seriesCard } from './make-occurrences.ts';
import { seriesChanged, toBoth } from './propose-series.ts';

/** More than a series has arranged ahead. */
const MOST = 20;

/** Stops repeating. What is arranged already stays, unless it is called off in the same breath. */
export const endSeries = command({
  name: 'end-series',
  schema: z.object({ seriesId: z.uuid(), callOff: z.boolean() }),
  keepsForm: true,
  async load(read, { seriesId }) {
    const series = await read.meetings.series(seriesId);
    if (series === undefined) return undefined;
    const meetings = await read.series.meetingsOf(seriesId, MOST);
    const found = await Promise.all(meetings.map(({ id }) => read.meetings.forDecision(id)));
    const pair = await read.meetings.forBooking(series.pairId, series.createdAt.toString());
    return { series, pair, meetings: found.filter((each) => each !== undefined) };
  },
  decide(data, { callOff }, at, by) {
    if (data?.pair === undefined || by.is !== 'person' || !isAllowed(data.pair.pair, by)) return notYours;
    const { series, pair, meetings } = data;
    if (series.state !== 'agreed') return seriesChanged(series.id);
    const ahead = callOff ? meetings.filter(({ meeting }) => stands(meeting, at.now)) : [];
    return together(
      ...ahead.map((found) => withoutNotices(calledOff(found, by, by.person.id, at))),
      change({
        saves: [{ table: 'series', row: next(series, { state: 'ended' }) }],
        callOff: [seriesCard(series.id)],
        events: [{ event: 'series.ended', ids: { seriesId: series.id, pairId: series.pairId } }],
        outgoing: toBoth(pair, series.id, by),
      }),
    );
  },
});

/** One word about all of them is enough: each card is brought up to date where it stands. */
function withoutNotices(change: Change): Change {
  return {
    ...change,
    outgoing: change.outgoing
      .filter(({ mode }) => mode !== 'new')
      .map((each) => ({ ...each, mode: 'refresh' })),
  };
}
