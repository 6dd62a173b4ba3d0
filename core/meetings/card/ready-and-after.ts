import { isBefore } from '../../kernel/instant.ts';
import type { Button, Line } from '../../kernel/message.ts';
import { type Text, text } from '../../texts/text.ts';
import { isEasier, shorterThan } from '../before/easier-meeting.ts';
import type { Answer } from '../meeting.ts';
import { isOver, nameOf, offerOf } from '../meeting-rules.ts';
import { answerOf, readyOf } from '../two-sides.ts';
import type { Seen } from './seen-meeting.ts';

type Rows = readonly (readonly Button[])[];

const ANSWERS: readonly (readonly Answer[])[] = [
  ['happened', 'moved'],
  ['did-not-happen', 'rather-not-say'],
];

/** Who has said that they will be there; or, once it is over, what this reader said of it. */
export function readyOrAnswered({ found, me, other, now }: Seen): Line[] {
  const { meeting } = found;
  if (meeting.state !== 'confirmed') return [];
  const name = nameOf(other);
  if (isOver(meeting, now)) {
    const answer = answerOf(meeting, me.id);
    return [
      answer === null ? text('meeting-how-did-it-go', { name }) : text('meeting-you-answered', { answer }),
    ];
  }
  const lines: Line[] = [];
  if (readyOf(meeting, me.id)) lines.push(text('meeting-you-are-ready'));
  if (readyOf(meeting, other.id)) lines.push(text('meeting-other-is-ready', { name }));
  return lines;
}

/**
 * What can be done about an agreed time that stands. From the first reminder on one tap says "I'll be there"; on the day,
 * for those who wish to be asked how they are, it can be made easier (ENR-04).
 */
export function standingButtons(seen: Seen, rest: { move: Button; callOff: Button; file: Button }): Rows {
  const { found, me, now } = seen;
  const { meeting } = found;
  const { move, callOff, file } = rest;
  const plain: Rows = [[move], [callOff], [file], ...repeatRow(seen)];
  if (!isBefore(now, meeting.startsAt)) return [[leaveNow(meeting.id)], ...plain];
  if (offerOf(meeting) !== undefined) return plain;
  const args = { meetingId: meeting.id, sequence: meeting.sequence };
  const ready = (label: Text): Button[][] =>
    readyOf(meeting, me.id) ? [] : [[{ label, command: 'say-ready', args }]];
  if (isToday(seen) && me.settings.energyCheck) {
    const easier = [...shorter(seen), ...byText(seen)];
    return [
      ...ready(text('meeting-button-go-ahead')),
      ...(easier.length === 0 ? [] : [easier]),
      [{ ...move, label: text('meeting-button-another-day') }],
      [callOff],
      [file],
    ];
  }
  return isNear(seen) ? [...ready(text('meeting-button-ready')), ...plain] : plain;
}

/** What became of it, one tap each; the answer that was given is not offered again. */
export function answerRows({ found, me }: Seen): Rows {
  const { meeting } = found;
  const given = answerOf(meeting, me.id);
  const rows = ANSWERS.map((row) =>
    row
      .filter((answer) => answer !== given)
      .map((answer) => ({
        label: text('meeting-button-answer', { answer }),
        command: 'answer-meeting',
        args: { meetingId: meeting.id, answer },
      })),
  );
  return rows.filter((row) => row.length > 0);
}

function leaveNow(meetingId: string): Button {
  return { label: text('button-group-leave-now'), command: 'leave-meeting-now', args: { meetingId } };
}

function shorter({ found: { meeting } }: Seen): Button[] {
  if (!isEasier(meeting, 'shorter')) return [];
  const { minutes } = shorterThan(meeting);
  const args = { meetingId: meeting.id, sequence: meeting.sequence, how: 'shorter' };
  return [{ label: text('meeting-button-shorter', { minutes }), command: 'ease-meeting', args }];
}

function byText({ found: { meeting } }: Seen): Button[] {
  if (!isEasier(meeting, 'by-text')) return [];
  const args = { meetingId: meeting.id, sequence: meeting.sequence, how: 'by-text' };
  return [{ label: text('meeting-button-by-text'), command: 'ease-meeting', args }];
}

function repeatRow({ found: { meeting, pair } }: Seen): Rows {
  if (meeting.seriesId !== null) {
    const card = `series:${meeting.seriesId}`;
    const args = { screen: 'series', args: { seriesId: meeting.seriesId }, card };
    return [[{ label: text('meeting-button-repeats'), command: 'show', args }]];
  }
  if (pair.state !== 'active') return [];
  const args = { screen: 'repeat-choices', args: { meetingId: meeting.id } };
  return [[{ label: text('meeting-button-repeat'), command: 'show', args }]];
}

function isToday({ found, me, now }: Seen): boolean {
  const day = (at: Seen['now']) => at.toZonedDateTimeISO(me.zone).toPlainDate();
  return day(now).equals(day(found.meeting.startsAt));
}

/** From the first of this reader's reminders on, or from when they are asked early. */
function isNear({ found, me, now }: Seen): boolean {
  const { meeting, programme } = found;
  const early = meeting.costly ? programme.document.meetings.costlyAskMinutes : 0;
  const minutes = Math.max(...me.settings.reminders, early);
  return !isBefore(now.add({ minutes }), meeting.startsAt);
}
