import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { homeButtons } from '../../conversation/home-buttons.ts';
import { isBefore } from '../../kernel/instant.ts';
import { type Button, type Line, message } from '../../kernel/message.ts';
import { namedTo } from '../../kernel/on-a-locked-screen.ts';
import { screen } from '../../kernel/screen.ts';
import type { Person } from '../../people/person.ts';
import { text } from '../../texts/text.ts';
import { whenParts } from '../../time/say-when.ts';
import { resolveWall } from '../../time/wall-time.ts';
import { whenText } from '../card/when-text.ts';
import type { Meeting, Series } from '../meeting.ts';
import { cardOf, nameOf, otherOf, sideOf } from '../meeting-rules.ts';

const RHYTHMS = [7, 14, 28];
const MOST = 20;

/** How often an agreed meeting shall come again. */
export const repeatChoices = screen({
  name: 'repeat-choices',
  schema: z.object({ meetingId: z.uuid() }),
  async load(read, { meetingId }) {
    return await read.meetings.forDecision(meetingId);
  },
  show(found, { meetingId }, to) {
    if (found === undefined || sideOf(found.meeting, to.person.id) === undefined) return undefined;
    const name = nameOf(otherOf(found, to.person.id));
    const rhythms = RHYTHMS.map((days): Button[] => [
      {
        label: text('series-every', { days }),
        command: 'propose-series',
        args: { meetingId, everyDays: days },
      },
    ]);
    const own: Button = {
      label: text('series-button-own'),
      command: 'open-form',
      args: { form: 'repeat-meeting', args: { meetingId } },
    };
    return message([text('series-how-often', { name })], [...rhythms, [own], homeButtons]);
  },
});

/** Meetings that repeat, as they are now: the rhythm, the next ones, and what each of the two can do. */
export const seriesScreen = screen({
  name: 'series',
  schema: z.object({
    seriesId: z.uuid(),
    /** Days just left out because something else is on. */
    leftOut: z.array(z.iso.date()).optional(),
  }),
  async load(read, { seriesId }) {
    const series = await read.meetings.series(seriesId);
    if (series === undefined) return undefined;
    const two = await read.meetings.forBooking(series.pairId, series.createdAt.toString());
    if (two === undefined) return undefined;
    const begun = await read.series.begunFrom(series);
    return { series, two, begun, meetings: await read.series.meetingsOf(seriesId, MOST) };
  },
  show(data, { leftOut = [] }, to) {
    if (data === undefined || sideOf(data.two.pair, to.person.id) === undefined) return undefined;
    const { series, two, meetings, begun } = data;
    const me = to.person;
    const other = namedTo(otherOf(two, me.id), to);
    const ahead = meetings
      .filter(({ state, startsAt }) => state === 'confirmed' && isBefore(to.now, startsAt))
      .toReversed();
    const lines = [
      stateLine(series, me.id, nameOf(other)),
      ...(series.state === 'ended' ? [] : [rhythmLine(series, ahead[0], me, to.now)]),
      ...leftOut.map((date) => leftOutLine(series, date, me, to.now)),
      ...aheadLines(series, ahead, me, other, to.now),
    ];
    const open = ahead.map((each): Button[] => [opening(each, me, other, to.now)]);
    return message(lines, [...buttonsFor(series, begun, me.id), ...open, homeButtons]);
  },
});

function stateLine({ state, proposedBy }: Series, me: string, name: string): Line {
  if (state === 'ended') return text('series-ended');
  if (state === 'agreed') return text('series-agreed', { name });
  return proposedBy === me ? text('series-asked-by-you', { name }) : text('series-asked-of-you', { name });
}

/** The rhythm at the hour of the next one on the reader's own clock. */
function rhythmLine(series: Series, next: Meeting | undefined, me: Person, now: Temporal.Instant): Line {
  const { everyDays: days, wall, zone } = series;
  const { weekday, time } = whenParts(next?.startsAt ?? resolveWall(wall, zone).instant, me.zone, now);
  return days % 7 === 0 ? text('series-weeks', { days, weekday, time }) : text('series-days', { days, time });
}

function leftOutLine(series: Series, date: string, me: Person, now: Temporal.Instant): Line {
  const wall = `${date}${series.wall.slice(10)}`;
  const { weekday, day, month } = whenParts(resolveWall(wall, series.zone).instant, me.zone, now);
  return text('series-left-out', { weekday, day, month });
}

function aheadLines(
  { state }: Series,
  ahead: readonly Meeting[],
  me: Person,
  other: Person,
  now: Temporal.Instant,
): Line[] {
  if (state === 'proposed') return [];
  if (ahead.length === 0) return [text('series-none-yet')];
  const first = state === 'ended' ? text('series-stopped-rest-stays') : text('series-next');
  return [first, ...ahead.map(({ startsAt }) => whenText(startsAt, me.zone, now, other.zone))];
}

function opening(meeting: Meeting, me: Person, other: Person, now: Temporal.Instant): Button {
  const args = { screen: 'meeting', args: { meetingId: meeting.id }, card: cardOf(meeting.id) };
  return { label: whenText(meeting.startsAt, me.zone, now, other.zone), command: 'show', args };
}

function buttonsFor(series: Series, begun: Meeting | undefined, me: string): Button[][] {
  const args = { seriesId: series.id, version: series.version };
  if (series.state === 'agreed') {
    const stop = { command: 'end-series', args: { seriesId: series.id, callOff: false } };
    const all = { command: 'end-series', args: { seriesId: series.id, callOff: true } };
    return [
      [{ label: text('series-button-stop'), ...stop }],
      [{ label: text('series-button-stop-all'), ...all }],
    ];
  }
  if (series.state === 'ended') {
    const book = { form: 'book-meeting', args: { pairId: series.pairId } };
    return [[{ label: text('series-book'), command: 'open-form', args: book }]];
  }
  const other: Button[][] =
    begun === undefined
      ? []
      : [
          [
            {
              label: text('series-button-other'),
              command: 'show',
              args: { screen: 'repeat-choices', args: { meetingId: begun.id } },
            },
          ],
        ];
  if (series.proposedBy === me) {
    return [...other, [{ label: text('series-button-take-back'), command: 'decline-series', args }]];
  }
  return [
    [{ label: text('series-button-yes'), command: 'accept-series', args }],
    ...other,
    [{ label: text('series-button-no'), command: 'decline-series', args }],
  ];
}
