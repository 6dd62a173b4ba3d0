import type { AnyCommand } from '../kernel/command.ts';
import type { AnyScreen } from '../kernel/screen.ts';
import { answerMatch, expireMatch } from './answer-match.ts';
import { answerInvitation, mentoringInvitation, watchForMentoring } from './become-mentor.ts';
import { differentMatch, differentMatches, matchEnded } from './different-match.ts';
import { offerDrafted, saveDraft } from './draft-cohort.ts';
import { keepApart, notWith, setMatchAside } from './end-match.ts';
import { matchAsked, matchNews, matchToConfirm, myMatch } from './match-screens.ts';
import { offerAgain, offerMentors, offerToWaiting } from './offer-mentors.ts';
import { otherRoles, takeUpRole } from './other-roles.ts';
import { pickMentor } from './pick-mentor.ts';
import { shortList } from './short-list-screen.ts';
import { swapDrafted } from './swap-drafted.ts';
import { tidyMatches } from './tidy-matches.ts';
import { sweepUnmatched } from './unmatched.ts';
import { beginToWait, noticeLongWait, sendWaitNews, setWaitNews } from './wait-news.ts';
import { waitChoices, waitNews } from './wait-screens.ts';

/** What can be done and shown on the way to a match. */
export const matchingCommands: readonly AnyCommand[] = [
  ...[offerMentors, offerToWaiting, offerAgain],
  ...[pickMentor, answerMatch, expireMatch],
  ...[notWith, keepApart, setMatchAside, tidyMatches],
  ...[sweepUnmatched, beginToWait, sendWaitNews, noticeLongWait, setWaitNews],
  ...[saveDraft, offerDrafted, swapDrafted],
  ...[differentMatch, takeUpRole, watchForMentoring, answerInvitation],
];
export const matchingScreens: readonly AnyScreen[] = [
  ...[shortList, myMatch, matchAsked, matchNews, matchToConfirm],
  ...[waitChoices, waitNews],
  ...[differentMatches, matchEnded, otherRoles, mentoringInvitation],
];
