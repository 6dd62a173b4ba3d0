import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { homeButtons, otherHelpButton } from '../../conversation/home-buttons.ts';
import { isBefore } from '../../kernel/instant.ts';
import { type Button, type Line, message, type Paragraph } from '../../kernel/message.ts';
import { namedTo } from '../../kernel/on-a-locked-screen.ts';
import { screen } from '../../kernel/screen.ts';
import { whereLines } from '../../kernel/where-lines.ts';
import { type Text, text } from '../../texts/text.ts';
import { sameOffset, whenParts } from '../../time/say-when.ts';
import { offsetAt, wallOf } from '../../time/wall-time.ts';
import type { Meeting } from '../meeting.ts';
import { isOver, nameOf, offerOf, otherOf, sideOf, stands } from '../meeting-rules.ts';
import { placeOf } from '../new-meeting.ts';
import { meetingButtons } from './meeting-card-buttons.ts';
import { isOfTheClock, News, newsText } from './meeting-news.ts';
import { stateText } from './meeting-state-text.ts';
import { readyOrAnswered } from './ready-and-after.ts';
import type { Seen } from './seen-meeting.ts';
import { whenText } from './when-text.ts';

/**
 * A meeting as it is now: who, what and when, every time (ACC-04), each in their own time. Its words say nothing of a
 * programme, because the beginning of a message may be seen on a locked screen (ENR-07).
 */
export const meetingCard = screen({
  name: 'meeting',
  schema: z.object({
    meetingId: z.uuid(),
    /** What has just happened, as long as nothing else has since. */
    news: News.optional(),
    sequence: z.int().optional(),
    /** "HH:mm" on the reader's clock, without a change of clocks. */
    usual: z.string().optional(),
    /** Whether it also names other help, at the end. */
    otherHelp: z.boolean().optional(),
  }),
  async load(read, { meetingId }, to) {
    const found = await read.meetings.forDecision(meetingId);
    if (found === undefined) return undefined;
    // Once the pair has ended nobody reads what the other wrote, a place neither.
    const isShown = found.pair.state !== 'ended' || found.meeting.placeBy === to.person.id;
    return { found, place: isShown ? placeOf(found.meeting, found, read.keys) : undefined };
  },
  show(data, { news, sequence, usual = '', otherHelp = false }, to) {
    if (data === undefined || sideOf(data.found.meeting, to.person.id) === undefined) return undefined;
    const { found, place } = data;
    const seen = { found, me: to.person, other: namedTo(otherOf(found, to.person.id), to), now: to.now };
    const isFresh = news !== undefined && sequence === found.meeting.sequence && fits(news, seen);
    if (news !== undefined && isOfTheClock(news) && (!isFresh || rests(seen))) return undefined;
    const clock = { usual, now: wallOf(found.meeting.startsAt, to.person.zone).slice(11) };
    const fresh = isFresh ? [newsText(news, nameOf(seen.other), clock, found.meeting)] : [];
    const pause = rests(seen) ? [text('meeting-pair-rests', { name: nameOf(seen.other) })] : [];
    const lines = [...fresh, stateText(seen), ...pause, ...factsOf(seen, place), ...offered(seen)];
    return message(
      [...lines, ...readyOrAnswered(seen), ...asides(seen), ...(otherHelp ? [text('other-help')] : [])],
      [
        ...meetingButtons(seen),
        ...(to.supporter === undefined ? wordTo(seen) : []),
        ...(otherHelp ? [[otherHelpButton]] : []),
        homeButtons,
      ],
    );
  },
});

/** The pair has a pause: what was agreed is kept, and does not take place. */
function rests({ found: { meeting, pair }, now }: Seen): boolean {
  return pair.state === 'paused' && stands(meeting, now);
}

/** A few words to the other before a meeting that is agreed, through the bot. A helper does not write for anybody. */
function wordTo({ found: { meeting, pair }, other, now }: Seen): Button[][] {
  if (meeting.state !== 'confirmed' || pair.state !== 'active' || !stands(meeting, now)) return [];
  const args = { form: 'pair-message', args: { pairId: pair.id } };
  return [[{ label: text('button-message-one', { name: nameOf(other) }), command: 'open-form', args }]];
}

/** What was said because a moment had come is true only on its side of the meeting. */
function fits(news: News, { found: { meeting }, now }: Seen): boolean {
  if (news === 'how-it-went') return meeting.state === 'confirmed' && isOver(meeting, now);
  return !isOfTheClock(news) || (meeting.state === 'confirmed' && isBefore(now, meeting.startsAt));
}

/** When, with whom, how, and where. */
export function factsOf({ found, me, other, now }: Seen, place: string | undefined): Paragraph[] {
  const { meeting } = found;
  const { mode, minutes, restMinutes } = meeting;
  const name = nameOf(other);
  const how =
    restMinutes === 0
      ? text('meeting-how', { name, mode, minutes })
      : text('meeting-how-in-halves', { name, mode, minutes, rest: restMinutes });
  return [...timesFor(meeting.startsAt, me, other, now), how, ...whereOf(meeting, name, me.id, place)];
}

/** Only a video room is a link: a place or a number stays as it was written. */
function whereOf(
  { mode, placeBy }: Meeting,
  name: string,
  myId: string,
  place: string | undefined,
): Paragraph[] {
  if (place === undefined) return [];
  const label = text('meeting-place-label', { mode });
  if (mode !== 'video') return [label, { written: place }];
  return whereLines(
    place,
    label,
    text('meeting-link', { whose: placeBy === myId ? 'yours' : 'theirs', name }),
  );
}

/** The time on the reader's clock, and on the other's where that shows another. */
function timesFor(
  startsAt: Temporal.Instant,
  me: Seen['me'],
  other: Seen['other'],
  now: Temporal.Instant,
): Text[] {
  const mine = whenText(startsAt, me.zone, now, other.zone);
  if (sameOffset(me.zone, other.zone, startsAt)) return [mine];
  const { weekday, time } = whenParts(startsAt, other.zone, now);
  return [mine, text('meeting-other-clock', { name: nameOf(other), weekday, time })];
}

function offered(seen: Seen): Line[] {
  const { found, me, other, now } = seen;
  const offer = offerOf(found.meeting);
  if (offer === undefined || !stands(found.meeting, now)) return [];
  const times = timesFor(offer.at, me, other, now);
  const name = nameOf(other);
  if (offer.by === me.id) return [text('meeting-move-asked-by-you', { name }), ...times];
  return [text('meeting-move-asked-of-you', { name }), ...times];
}

function asides({ found, me, other, now }: Seen): Line[] {
  const { meeting } = found;
  const name = nameOf(other);
  const asides: Line[] = [];
  const { cancelledBy, reasonSealed, movedFrom, arrangedWithHelp } = meeting;
  if (movedFrom !== null && meeting.state === 'confirmed') {
    const { weekday, day, month, time } = whenParts(movedFrom, me.zone, now);
    asides.push(text('meeting-moved-from', { weekday, day, month, time }));
  }
  if (arrangedWithHelp) asides.push(text('meeting-with-help'));
  if (stands(meeting, now) && clockMovesForOne(me.zone, other.zone, now, meeting.startsAt)) {
    asides.push(text('meeting-clocks-change', { name }));
  }
  if (meeting.state === 'cancelled' && cancelledBy === me.id) {
    asides.push(
      reasonSealed === null ? text('meeting-say-why', { name }) : text('meeting-why-kept', { name }),
    );
  }
  return asides;
}

/** Whether a clock change before then moves the one's time against the other's. */
function clockMovesForOne(
  mine: string,
  others: string,
  now: Temporal.Instant,
  then: Temporal.Instant,
): boolean {
  return offsetAt(mine, then) - offsetAt(mine, now) !== offsetAt(others, then) - offsetAt(others, now);
}
