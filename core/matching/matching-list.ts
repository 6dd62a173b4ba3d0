import type { AnyCommand } from '../kernel/command.ts';
import type { AnyScreen } from '../kernel/screen.ts';
import { answerMatch, expireMatch } from './answer-match.ts';
import { answerInvitation, mentoringInvitation, watchForMentoring } from './become-mentor.ts';
import { differentMatch, differentMatches, matchEnded } from './different-match.ts';
import { addDrafted, offerDrafted, swapDrafted, takeOutDrafted } from './edit-draft.ts';
import { keepApart, notWith, setMatchAside } from './end-match.ts';
import { forgetReasons } from './forget-reasons.ts';
import { askForDraft, beginDraft, leaveDraft, noteDraft } from './make-draft.ts';
import { matchAsked, matchNews, matchToConfirm, myMatch } from './match-screens.ts';
import { offerDraft } from './offer-draft.ts';
import { offerAgain, offerMentors, offerToWaiting } from './offer-mentors.ts';
import { otherRoles, takeUpRole } from './other-roles.ts';
import { pickMentor } from './pick-mentor.ts';
import { planWaitingAnew } from './plan-waiting-anew.ts';
import { saveDraft } from './save-draft.ts';
import { shortList } from './short-list-screen.ts';
import { tellLeftOver } from './tell-left-over.ts';
import { tidyMatches } from './tidy-matches.ts';
import { sweepUnmatched } from './unmatched.ts';
import { beginToWait, noticeLongWait, sendWaitNews, setWaitNews } from './wait-news.ts';
import { waitChoices, waitNews } from './wait-screens.ts';

/** What can be done and shown on the way to a match. */
export const matchingCommands: readonly AnyCommand[] = [
  ...[offerMentors, offerToWaiting, offerAgain],
  ...[pickMentor, answerMatch, expireMatch],
  ...[notWith, keepApart, setMatchAside, tidyMatches, forgetReasons],
  ...[sweepUnmatched, planWaitingAnew, beginToWait, sendWaitNews, noticeLongWait, setWaitNews],
  ...[askForDraft, beginDraft, noteDraft, leaveDraft, saveDraft],
  ...[offerDraft, tellLeftOver, offerDrafted, swapDrafted, addDrafted, takeOutDrafted],
  ...[differentMatch, takeUpRole, watchForMentoring, answerInvitation],
];
export const matchingScreens: readonly AnyScreen[] = [
  ...[shortList, myMatch, matchAsked, matchNews, matchToConfirm],
  ...[waitChoices, waitNews],
  ...[differentMatches, matchEnded, otherRoles, mentoringInvitation],
];
