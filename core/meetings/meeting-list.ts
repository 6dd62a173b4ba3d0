import type { AnyCommand } from '../kernel/command.ts';
import type { AnyForm } from '../kernel/form.ts';
import type { AnyScreen } from '../kernel/screen.ts';
import { acceptMeeting } from './accept-meeting.ts';
import { acceptSeries, declineSeries } from './accept-series.ts';
import { answerMeeting } from './answer-meeting.ts';
import { askHowItWent } from './ask-how-it-went.ts';
import { bookForPair } from './book-for-pair.ts';
import { bookMeeting } from './book-meeting.ts';
import { calendarFile, sendCalendarFile } from './calendar-file.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { cancelMyMeetings } from './cancel-my-meetings.ts';
import { declineMeeting } from './decline-meeting.ts';
import { differentDayForm } from './different-day-form.ts';
import { easeMeeting } from './ease-meeting.ts';
import { endSeries } from './end-series.ts';
import { extendSeries } from './extend-series.ts';
import { freeTimesForm } from './free-times-form.ts';
import { meetingCard } from './meeting-card.ts';
import { moveMeeting } from './move-meeting.ts';
import { moveMeetingForm } from './move-meeting-form.ts';
import { fewerFreeTimes, myFreeTimes } from './my-free-times.ts';
import { myMeetings } from './my-meetings.ts';
import { noticePattern } from './notice-pattern.ts';
import { otherTimes } from './other-times.ts';
import { proposeMeeting } from './propose-meeting.ts';
import { proposeSeries } from './propose-series.ts';
import { recomputeTime, recomputeTimes } from './recompute-times.ts';
import { remind } from './remind.ts';
import { planAnew, renewReminders } from './renew-reminders.ts';
import { repeatForm } from './repeat-form.ts';
import { dropDifferentDay, dropFreeTimes, saveDifferentDay, saveFreeTimes } from './save-free-times.ts';
import { sayReady } from './say-ready.ts';
import { sayWhy } from './say-why.ts';
import { repeatChoices, seriesScreen } from './series-screens.ts';

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
  ...[remind, askHowItWent, renewReminders, planAnew, recomputeTimes, recomputeTime, noticePattern],
  ...[sayReady, easeMeeting, answerMeeting],
  ...[proposeSeries, acceptSeries, declineSeries, extendSeries, endSeries],
  ...[saveFreeTimes, dropFreeTimes, saveDifferentDay, dropDifferentDay],
];

/** What is shown of meetings. */
export const meetingScreens: readonly AnyScreen[] = [
  ...[calendarFile, meetingCard, myMeetings, otherTimes],
  ...[repeatChoices, seriesScreen, myFreeTimes, fewerFreeTimes],
];

/** What is asked about meetings. */
export const meetingForms: readonly AnyForm[] = [
  bookMeeting,
  moveMeetingForm,
  repeatForm,
  freeTimesForm,
  differentDayForm,
];
