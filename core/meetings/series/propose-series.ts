import { z } from 'zod';
import { change, next, type OutgoingNew, together } from '../../kernel/change.ts';
import { type By, command, type Refusal } from '../../kernel/command.ts';
import type { MeetingInFull } from '../../store/meeting-in-full.ts';
import { text } from '../../texts/text.ts';
import { formDone } from '../book/propose-meeting.ts';
import { type Meeting, Series } from '../meeting.ts';
import { changed, isAllowed, notYours } from '../meeting-refusals.ts';
import { otherOf } from '../meeting-rules.ts';
import { seriesCard } from './make-occurrences.ts';

/** Asks the other one to repeat an agreed meeting, at a rhythm (MTG-06). Asked anew at another rhythm, that one stands. */
export const proposeSeries = command({
  name: 'propose-series',
  schema: z.object({ meetingId: z.uuid(), everyDays: Series.shape.everyDays }),
  keepsForm: true,
  async load(read, { meetingId }) {
    const found = await read.meetings.forDecision(meetingId);
    const standing = found === undefined ? [] : await read.series.standingOf(found.pair.id);
    return { found, standing };
  },
  decide({ found, standing }, { everyDays }, at, by) {
    if (found === undefined || by.is !== 'person' || !isAllowed(found.meeting, by)) return notYours;
    const { meeting, pair } = found;
    if (meeting.state !== 'confirmed') return changed(meeting);
    if (pair.state !== 'active') return notNow;
    const earlier = standing.find((each) => isOf(each, meeting));
    const isSame = earlier !== undefined && earlier.everyDays === everyDays;
    if (earlier?.state === 'agreed' || isSame) return seriesChanged(earlier.id);
    const row: Series =
      earlier === undefined
        ? newSeries(meeting, { everyDays, by: by.person.id }, at.newId(), at.now)
        : next(earlier, { everyDays, proposedBy: by.person.id });
    return together(
      change({
        saves: [{ table: 'series', row }],
        events: [{ event: 'series.proposed', ids: { seriesId: row.id, pairId: pair.id } }],
        outgoing: [...toBoth(found, row.id, by)],
      }),
      formDone(by, 'repeat-meeting'),
    );
  },
});

/** It was begun from this meeting, or made it. */
function isOf(series: Series, meeting: Meeting): boolean {
  return series.id === meeting.seriesId || (series.wall === meeting.wall && series.zone === meeting.zone);
}

const notNow: Refusal = { refused: 'series.not-now', say: text('series-not-now') };

/** It is not any more what the button said; it is shown as it is now. */
export function seriesChanged(seriesId: string): Refusal {
  const show = { screen: 'series', args: { seriesId }, card: seriesCard(seriesId) };
  return { refused: 'series.changed', say: text('series-changed'), show };
}

function newSeries(
  meeting: Meeting,
  asked: { everyDays: number; by: string },
  id: string,
  now: Series['createdAt'],
): Series {
  const { programmeId, pairId, wall, zone, minutes, restMinutes, mode } = meeting;
  return {
    id,
    version: 1,
    programmeId,
    pairId,
    state: 'proposed',
    proposedBy: asked.by,
    everyDays: asked.everyDays,
    wall,
    zone,
    minutes,
    restMinutes,
    mode,
    madeUntil: wall.slice(0, 10),
    createdAt: now,
  };
}

type Two = Pick<MeetingInFull, 'mentor' | 'mentee' | 'reachable'>;

/** The series as it is now: to whoever acted as an answer, to the other one as something new. */
export function toBoth(
  two: Two,
  seriesId: string,
  by: By & { is: 'person' },
  more: { leftOut?: readonly string[] } = {},
): OutgoingNew[] {
  const card = seriesCard(seriesId);
  const args = { seriesId, ...(more.leftOut === undefined ? {} : { leftOut: [...more.leftOut] }) };
  const own = { to: by.person.id, account: by.account.id, screen: 'series', card, evenIfStopped: true };
  const other = otherOf(two, by.person.id).id;
  const told: OutgoingNew[] = two.reachable.includes(other)
    ? [
        { to: other, screen: 'series', args: { seriesId }, card, mode: 'refresh' },
        { to: other, screen: 'series', args, card, mode: 'new' },
      ]
    : [];
  return [{ ...own, args, mode: 'card' }, ...told];
}
