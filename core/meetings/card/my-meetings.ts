import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { homeButtons } from '../../conversation/home-buttons.ts';
import { type Button, type Line, message } from '../../kernel/message.ts';
import { screen } from '../../kernel/screen.ts';
import { As, isBoth, roleIn, viewButtons, viewLine } from '../../pairs/two-views.ts';
import type { ListedMeeting } from '../../store/read-meetings.ts';
import { type Text, text } from '../../texts/text.ts';
import { whenParts } from '../../time/say-when.ts';
import { askedOf, cardOf, offerOf, sideOf } from '../meeting-rules.ts';

const MOST_AHEAD = 10;
const MOST_PAST = 3;

/** A person's meetings: those to come, then the last few. Each opens its card. */
export const myMeetings = screen({
  name: 'my-meetings',
  schema: z.object({ as: As.optional() }),
  async load(read, { as }, to) {
    const now = to.now.toString();
    const { id } = to.person;
    const [pairs, upcoming, past] = await Promise.all([
      read.pairs.pairsOf(id),
      read.meetings.upcoming(to.person.id, now, MOST_AHEAD),
      read.meetings.past(to.person.id, now, MOST_PAST),
    ]);
    const both = isBoth(pairs, id);
    const view = both ? as : undefined;
    const mine = (all: readonly ListedMeeting[]) =>
      all.filter(({ meeting }) => view === undefined || roleIn(meeting, id) === view);
    return { both, view, upcoming: mine(upcoming), past: mine(past) };
  },
  show({ both, view, upcoming, past }, _args, to) {
    const me = to.person.id;
    const line = (each: ListedMeeting): Text => listed(each, me, to.now);
    const agreed = upcoming.filter(({ meeting }) => meeting.state === 'confirmed');
    const lines: Line[] = [
      ...(view === undefined ? [] : [viewLine(view)]),
      ...(upcoming.length === 0 ? [text('my-meetings-none')] : []),
      ...resting(upcoming, me),
      ...under(text('my-meetings-agreed'), agreed.map(line)),
      ...waiting(upcoming, me, to.now),
      ...under(text('my-meetings-past'), past.map(line)),
    ];
    const book: Button = {
      label: text('my-meetings-book'),
      command: 'open-form',
      args: { form: 'book-meeting' },
    };
    const free: Button = {
      label: text('my-meetings-free'),
      command: 'show',
      args: { screen: 'my-free-times' },
    };
    const open = [...upcoming, ...past].map((each): Button[] => [opening(each, line(each))]);
    const views = both ? [viewButtons('my-meetings', view)] : [];
    return message(lines, [...views, ...open, [book], [free], homeButtons]);
  },
});

/** With whom meetings have a pause. */
function resting(upcoming: readonly ListedMeeting[], me: string): Text[] {
  const names = new Set(upcoming.filter(({ rests }) => rests).map((each) => otherName(each, me)));
  return [...names].map((name) => text('meeting-pair-rests', { name }));
}

function under(heading: Text, lines: readonly Text[]): Text[] {
  return lines.length === 0 ? [] : [heading, ...lines];
}

/** Times that somebody asked for, for a new meeting or instead of an agreed time, under whose answer they wait for. */
function waiting(upcoming: readonly ListedMeeting[], me: string, now: Temporal.Instant): Text[] {
  const mine: Text[] = [];
  const theirs = new Map<string, Text[]>();
  for (const each of upcoming) {
    const { meeting } = each;
    const asked = meeting.state === 'proposed' ? meeting.startsAt : offerOf(meeting)?.at;
    if (asked === undefined) continue;
    const line = listed(each, me, now, asked);
    if (askedOf(meeting, me) !== undefined) mine.push(line);
    else theirs.set(otherName(each, me), [...(theirs.get(otherName(each, me)) ?? []), line]);
  }
  const others = [...theirs].flatMap(([name, lines]) => under(text('my-meetings-waiting', { name }), lines));
  return [...under(text('my-meetings-waiting-you'), mine), ...others];
}

function opening({ meeting }: ListedMeeting, label: Text): Button {
  const args = { screen: 'meeting', args: { meetingId: meeting.id }, card: cardOf(meeting.id) };
  return { label, command: 'show', args };
}

function otherName({ meeting, mentorName, menteeName }: ListedMeeting, me: string): string {
  return (sideOf(meeting, me) === 'mentor' ? menteeName : mentorName) ?? '…';
}

function listed(
  each: ListedMeeting,
  me: string,
  now: Temporal.Instant,
  at: Temporal.Instant = each.meeting.startsAt,
): Text {
  const zone = sideOf(each.meeting, me) === 'mentor' ? each.mentorZone : each.menteeZone;
  const { weekday, day, month, time } = whenParts(at, zone, now);
  const state = each.meeting.state;
  return text('my-meetings-one', { weekday, day, month, time, name: otherName(each, me), state });
}
