import type { AnyCommand } from '../kernel/command.ts';
import type { AnyForm } from '../kernel/form.ts';
import type { AnyScreen } from '../kernel/screen.ts';
import { acceptMeeting } from './accept-meeting.ts';
import { bookForPair } from './book-for-pair.ts';
import { bookMeeting } from './book-meeting.ts';
import { calendarFile, sendCalendarFile } from './calendar-file.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { cancelMyMeetings } from './cancel-my-meetings.ts';
import { declineMeeting } from './decline-meeting.ts';
import { meetingCard } from './meeting-card.ts';
import { moveMeeting } from './move-meeting.ts';
import { moveMeetingForm } from './move-meeting-form.ts';
import { myMeetings } from './my-meetings.ts';
import { otherTimes } from './other-times.ts';
import { proposeMeeting } from './propose-meeting.ts';
import { sayWhy } from './say-why.ts';

/** What can be done about meetings. */
export const meetingCommands: readonly AnyCommand[] = [
  acceptMeeting,
  bookForPair,
  cancelMeeting,
  cancelMyMeetings,
  declineMeeting,
  moveMeeting,
  proposeMeeting,
  sayWhy,
  sendCalendarFile,
];

/** What is shown of meetings. */
export const meetingScreens: readonly AnyScreen[] = [calendarFile, meetingCard, myMeetings, otherTimes];

/** What is asked about meetings. */
export const meetingForms: readonly AnyForm[] = [bookMeeting, moveMeetingForm];
