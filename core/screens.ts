import { mayHaveMissed } from './apps/may-have-missed.ts';
import { auditHeadScreens } from './audit-head/audit-head.ts';
import { board, frontScreen } from './board/board-screens.ts';
import { coordinatorSees } from './board/coordinator-sees.ts';
import { careScreens } from './care/care-list.ts';
import { concernScreens } from './concerns/concern-list.ts';
import { conversationScreens } from './conversation/conversation-list.ts';
import { home } from './conversation/home-screen.ts';
import { questionScreen } from './conversation/question-screen.ts';
import { say } from './conversation/say-screen.ts';
import { deskScreens } from './desk/desk-list.ts';
import { enquiryScreens } from './enquiries/enquiry-list.ts';
import { pairMade, roleEnded, roleGiven } from './enrolment/enrolment-screens.ts';
import { groupScreens } from './groups/group-list.ts';
import { held } from './help/held-screen.ts';
import { helpScreen, plainHelp } from './help/help-screen.ts';
import type { AnyForm } from './kernel/form.ts';
import type { AnyScreen } from './kernel/screen.ts';
import { letterScreens } from './letters/letter-list.ts';
import { matchingScreens } from './matching/matching-list.ts';
import { meetingScreens } from './meetings/meeting-list.ts';
import { nudgeScreens } from './nudges/nudge-list.ts';
import { openingScreens } from './openings/opening-list.ts';
import { pairMessageScreens } from './pair-messages/pair-message-list.ts';
import { newTerms } from './pairs/new-terms-screen.ts';
import { peopleScreens } from './people/people-list.ts';
import { privacyScreens } from './privacy/privacy-list.ts';
import { reflectionScreens } from './reflections/reflection-list.ts';
import { safeDeviceScreens } from './safe-device/safe-device-list.ts';
import { supervisionScreens } from './supervision/supervision-list.ts';
import { trainingScreens } from './training/training-list.ts';

/** Everything that can be shown, by part. */
export function screensWith(forms: ReadonlyMap<string, AnyForm>): readonly AnyScreen[] {
  return [
    questionScreen(forms),
    say,
    pairMade,
    newTerms,
    roleGiven,
    roleEnded,
    board,
    coordinatorSees,
    frontScreen(home),
    ...auditHeadScreens,
    ...concernScreens,
    ...deskScreens,
    ...enquiryScreens,
    ...letterScreens,
    ...openingScreens,
    ...groupScreens,
    ...meetingScreens,
    ...pairMessageScreens,
    ...reflectionScreens,
    ...nudgeScreens,
    helpScreen,
    held,
    mayHaveMissed,
    ...conversationScreens,
    ...peopleScreens,
    ...privacyScreens,
    ...safeDeviceScreens,
    ...careScreens,
    ...matchingScreens,
    ...trainingScreens,
    ...supervisionScreens,
    plainHelp,
  ];
}
