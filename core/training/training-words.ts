import type { Temporal } from 'temporal-polyfill';
import type { Button } from '../kernel/message.ts';
import type { Recipient } from '../kernel/screen.ts';
import { type TextOf, text } from '../texts/text.ts';
import { whenParts } from '../time/say-when.ts';
import type { TrainingMeeting } from './training.ts';
import { inWords, moduleNames, type TrainedBy } from './training-stands.ts';

/** "24 November 2026", on the reader's own clock. */
export function dayParts(at: Temporal.Instant, { person, now }: Recipient) {
  const { day, month, year } = whenParts(at, person.zone, now);
  return { day, month, withYear: year === undefined ? 'no' : 'yes', year: year ?? '' };
}

export function meetingWhen(meeting: TrainingMeeting, { person, now }: Recipient): TextOf<'meeting-when'> {
  const { weekday, day, month, year, time } = whenParts(meeting.startsAt, person.zone, now);
  return text('meeting-when', {
    weekday,
    day,
    month,
    time,
    withYear: year === undefined ? 'no' : 'yes',
    year: year ?? '',
    withZone: 'no',
    zone: '',
  });
}

/** The modules of a meeting by their names. */
export function taught(document: TrainedBy, { modules }: TrainingMeeting): string {
  return inWords(moduleNames(document, modules));
}

/** A button that opens a meeting. */
export function meetingButton(document: TrainedBy, meeting: TrainingMeeting, to: Recipient): Button {
  const { day, month, time } = whenParts(meeting.startsAt, to.person.zone, to.now);
  return {
    label: text('training-see-meeting', { day, month, time, what: taught(document, meeting) }),
    command: 'show',
    args: {
      screen: 'training-meeting',
      args: { trainingMeetingId: meeting.id, opened: true },
      card: `training-meeting:${meeting.id}`,
    },
  };
}
