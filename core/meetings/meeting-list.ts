import type { AnyCommand } from '../kernel/command.ts';
import type { AnyForm } from '../kernel/form.ts';
import type { AnyScreen } from '../kernel/screen.ts';
import { answerMeeting } from './after/answer-meeting.ts';
import { askHowItWent } from './after/ask-how-it-went.ts';
import { noticePattern } from './after/notice-pattern.ts';
import { easeMeeting } from './before/ease-meeting.ts';
import { recomputeTime, recomputeTimes } from './before/recompute-times.ts';
import { remind } from './before/remind.ts';
import { planAnew, renewPairReminders, renewReminders } from './before/renew-reminders.ts';
import { sayReady } from './before/say-ready.ts';
import { bookForPair } from './book/book-for-pair.ts';
import { bookMeeting } from './book/book-meeting.ts';
import { otherTimes } from './book/other-times.ts';
import { proposeMeeting } from './book/propose-meeting.ts';
import { calendarFile, sendCalendarFile } from './card/calendar-file.ts';
import { followPause } from './card/follow-pause.ts';
import { meetingCard } from './card/meeting-card.ts';
import { myMeetings } from './card/my-meetings.ts';
import { acceptMeeting } from './change/accept-meeting.ts';
import { cancelMeeting } from './change/cancel-meeting.ts';
import { cancelMyMeetings } from './change/cancel-my-meetings.ts';
import { cancelPairMeetings } from './change/cancel-pair-meetings.ts';
import { declineMeeting } from './change/decline-meeting.ts';
import { leaveMeetingNow } from './change/leave-meeting-now.ts';
import { moveMeeting } from './change/move-meeting.ts';
import { moveMeetingForm } from './change/move-meeting-form.ts';
import { sayWhy } from './change/say-why.ts';
import { differentDayForm } from './free-times/different-day-form.ts';
import { freeTimesForm } from './free-times/free-times-form.ts';
import { fewerFreeTimes, myFreeTimes } from './free-times/my-free-times.ts';
import {
  dropDifferentDay,
  dropFreeTimes,
  saveDifferentDay,
  saveFreeTimes,
} from './free-times/save-free-times.ts';
import { acceptSeries, declineSeries } from './series/accept-series.ts';
import { endSeries } from './series/end-series.ts';
import { extendSeries } from './series/extend-series.ts';
import { proposeSeries } from './series/propose-series.ts';
import { repeatForm } from './series/repeat-form.ts';
import { repeatChoices, seriesScreen } from './series/series-screens.ts';

/** What can be done about meetings. */
export const meetingCommands: readonly AnyCommand[] = [
  acceptMeeting,
  bookForPair,
  cancelMeeting,
  cancelMyMeetings,
  cancelPairMeetings,
  declineMeeting,
  leaveMeetingNow,
  moveMeeting,
  proposeMeeting,
  sayWhy,
  sendCalendarFile,
  ...[remind, askHowItWent, renewReminders, planAnew, recomputeTimes, recomputeTime, noticePattern],
  ...[renewPairReminders],
  ...[followPause, sayReady, easeMeeting, answerMeeting],
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
