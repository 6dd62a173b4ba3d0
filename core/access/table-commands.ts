import { each, type Table, tableOf } from './access.ts';
import * as who from './audiences.ts';
import { ALWAYS, USUAL } from './audiences.ts';

/** What everybody does in their own matters. */
const own = [
  each(who.onlyUnknown, ALWAYS, 'arrive'),
  each(who.ownOrUnknown, ALWAYS, 'use-link-code'),
  // Which form it is decides on the state too.
  each(who.ownBeside, ALWAYS, 'open-form answer'),
  each(who.ownBeside, USUAL, 'show not-understood'),
  each(who.ownBeside, ALWAYS, 'show-any-time help stop start-again set-language'),
  each(who.ownBeside, USUAL, 'open-link agree-to-support end-supporter act-for make-link-code'),
  each(who.ownBeside, USUAL, 'save-free-times drop-free-times save-different-day drop-different-day'),
  each(who.own, ALWAYS, 'join held-under-age decline-welcome delete-me export-my-data'),
  each(who.own, ALWAYS, 'agree-to-link end-link'),
  each(who.ownBeside, ALWAYS, 'hide put-away'),
  each(who.ownBesideOrDesk, ALWAYS, 'bring-back'),
  each(who.byClock, ALWAYS, 'release-kept-back'),
  each(who.own, USUAL, 'set-code-words drop-code-words'),
  each(who.own, USUAL, 'give-consent withdraw-consent'),
  each(
    who.own,
    USUAL,
    'pause unpause set-name set-zone set-quiet set-reminders set-discreet set-energy-check',
  ),
  each(who.own, USUAL, 'answer-fit ask-fit-again tell-of-fit'),
  each(who.byClock, ALWAYS, 'ask-fit note-fit-asked'),
  each(who.own, USUAL, 'a-lot-for-me answer-still-helping answer-group-still-helping'),
  each(who.byClock, ALWAYS, 'sweep-groups ask-group-still-helping'),
  each(who.comesIn, USUAL, 'finish-intake talk-instead not-yet turn-to-programme'),
  each(who.own, USUAL, 'withdraw-way-in'),
  each(who.ownOrClock, ALWAYS, 'use-invite'),
  each(who.refers, USUAL, 'make-referral'),
  each(who.byClock, ALWAYS, 'ask-still-helping ask-after-leaving notice-out-of-hours'),
  each(who.own, USUAL, 'set-nudges nudge-less-often mute-nudges forget-draft'),
  each(who.own, USUAL, 'invite-supporter confirm-supporter confirm-link set-write-to unlink-app'),
  each(who.ownOrClock, ALWAYS, 'account-left account-came-back cancel-my-meetings'),
];

/** Coming in at the web desk, and going out. */
const webDesk = [
  each(who.staffOwn, USUAL, 'ask-for-desk'),
  each(who.ownOrDesk, ALWAYS, 'end-desk-sessions'),
  each(who.onlyDesk, ALWAYS, 'make-desk-link sign-in-at-desk note-desk-use'),
];

/** What people write for themselves: theirs alone until they share it. */
const reflections = [
  each(who.own, USUAL, 'save-reflection keep-as-reflection change-reflection add-to-reflection'),
  each(who.own, USUAL, 'share-with-partner share-with-coordinator unshare-reflection delete-reflection'),
];

/** Somebody's own training. */
const training = [
  each(who.own, USUAL, 'log-training finish-induction answer-survey'),
  each(who.byClock, ALWAYS, 'sweep-supervised send-again plan-ends-anew'),
  each(who.inProgramme, USUAL, 'book-training give-back-training read-again'),
  // What they noted themselves, or anything for whoever coordinates.
  each(who.ownOrCoordination, USUAL, 'take-back-training'),
  each(who.coordination, USUAL, 'record-training plan-training cancel-training'),
  each(who.coordination, USUAL, 'mark-training finish-training'),
  each(who.byClock, ALWAYS, 'count-lead-training remind-of-training ask-after-training'),
  each(who.byClock, ALWAYS, 'ask-for-training-register remind-of-refresh note-training-ended'),
];

/** What two of a pair do together. Once it has ended nothing new begins; what stood can be called off and answered. */
const pairs = [
  each(who.twoOfPairBeside, USUAL, 'propose-meeting accept-meeting say-ready ease-meeting'),
  each(who.twoOfPairBeside, USUAL, 'propose-series accept-series'),
  each(who.twoAlsoAfterBeside, USUAL, 'decline-meeting say-why calendar-file answer-meeting'),
  each(who.twoAlsoAfter, USUAL, 'leave-meeting-now'),
  each(who.twoAlsoAfterBeside, USUAL, 'decline-series end-series'),
  each(who.twoAlsoAfterOrDesk, USUAL, 'cancel-meeting'),
  each(who.twoOrDesk, USUAL, 'move-meeting'),
  each(
    who.twoOfPair,
    USUAL,
    'write-pair-message propose-contact-hours answer-contact-hours unblock-messages answer-new-terms',
  ),
  each(who.twoAlsoAfter, ALWAYS, 'take-back-message block-messages'),
];

const groups = [
  each(who.makesGroup, USUAL, 'make-group'),
  each(who.leadsGroup, USUAL, 'accept-as-lead'),
  each(
    who.runsGroup,
    USUAL,
    'open-group close-group change-group-rule change-group-capacity offer-group-lead',
  ),
  each(who.runsGroup, USUAL, 'plan-group-meeting move-group-meeting mark-attendance finish-register'),
  each(who.runsGroup, USUAL, 'warn-of-group-meeting group-was-hard'),
  each(who.runsGroupOrClock, USUAL, 'cancel-group-meeting'),
  each(
    who.inGroup,
    USUAL,
    'leave-group follow-group accept-group-rules answer-group-meeting leave-group-meeting-now',
  ),
  each(who.aroundGroup, USUAL, 'show-group-here join-group take-place'),
  each(who.aroundGroup, ALWAYS, 'ask-to-join'),
  // To whom it was offered.
  each(who.own, USUAL, 'take-group-lead decline-group-lead'),
];

/** Finding somebody: each of the two does what is theirs, and a coordinator confirms. */
const matching = [
  each(who.own, USUAL, 'offer-mentors'),
  each(who.byClock, ALWAYS, 'offer-to-waiting offer-again sweep-unmatched plan-waiting-anew'),
  each(who.own, USUAL, 'pick-mentor answer-match not-with set-wait-news'),
  each(who.own, USUAL, 'answer-invitation'),
  each(who.coordination, USUAL, 'ask-for-draft add-drafted take-out-drafted offer-draft'),
  each(who.byClock, ALWAYS, 'begin-draft note-draft leave-draft save-draft tell-left-over tell-of-draft'),
  each(who.inProgramme, USUAL, 'take-up-role'),
  each(who.twoAlsoAfter, USUAL, 'different-match'),
  each(who.byClock, ALWAYS, 'watch-for-mentoring cancel-pair-meetings'),
  each(who.coordination, USUAL, 'confirm-match set-match-aside keep-apart offer-drafted swap-drafted'),
  each(
    who.byClock,
    ALWAYS,
    'expire-match tidy-matches forget-reasons begin-to-wait send-wait-news notice-long-wait',
  ),
];

/** What coordinators do for others, of the programmes they coordinate, and whoever sits at the desk. */
const coordination = [
  each(who.onlyCoordinators, USUAL, 'turn-board'),
  each(
    who.coordination,
    USUAL,
    'finish-task take-task give-role end-role make-pair mark-trained confirm-group-lead',
  ),
  each(who.letters, USUAL, 'write-letter'),
  each(who.atDesk, USUAL, 'enrol-person book-for-pair join-records'),
  each(who.coordination, USUAL, 'enquiry-ready open-enquiry'),
  each(who.atDesk, USUAL, 'end-referral'),
  each(who.atDesk, USUAL, 'decide-on-outgoing load-programme'),
  each(who.coordination, USUAL, 'export-person'),
  each(who.coordinationOrClock, USUAL, 'erase-person'),
  each(who.atDeskOrClock, USUAL, 'start-sweeps'),
  each(who.onlyDesk, USUAL, 'make-token'),
  each(who.endsTokens, USUAL, 'revoke-token'),
  each(who.keepsAccess, USUAL, 'send-audit-head'),
  each(who.anyToken, USUAL, 'note-token-use'),
  each(who.shared, USUAL, 'open-report'),
  each(who.opens, USUAL, 'ask-to-open read-opening tell-of-opening'),
  each(who.watches, USUAL, 'confirm-opening'),
  each(who.stopsOpening, USUAL, 'stop-opening'),
];

/** Telling somebody, in whatever state one is; and answering. */
const concerns = [
  each(who.own, ALWAYS, 'begin-concern look-at-concern send-concern'),
  // Buttons of before, which begin the same.
  each(who.own, ALWAYS, 'report-message ask-to-report report-group'),
  each(who.answers, ALWAYS, 'see-concern take-concern read-concern close-concern pause-pair resume-pair'),
  each(who.saysAway, ALWAYS, 'set-away'),
  each(who.atDesk, USUAL, 'open-programme'),
  each(who.onlyDesk, USUAL, 'make-team-code'),
  each(who.byClock, ALWAYS, 'ask-about-concern ask-in-hand note-concern-page give-back-concerns'),
];

/** What is said about a mentor's supervision (SUP-13). */
const supervision = [
  each(who.writesSupervision, USUAL, 'write-supervision'),
  each(who.oversees, USUAL, 'read-supervision'),
];

/** What is done when it is due, or follows from something else. Nobody does it. */
const clock = [
  each(who.byClock, ALWAYS, 'hear-app note-contact note-board-changed refresh-front pause-ends wipe-remains'),
  each(
    who.byClock,
    ALWAYS,
    'remind ask-how-it-went renew-reminders renew-pair-reminders plan-anew follow-pause recompute-times recompute-time',
  ),
  each(who.byClock, ALWAYS, 'notice-pattern extend-series offer-reflection sweep-nudges send-nudge'),
  each(who.byClock, ALWAYS, 'send-pair-message check-pair-message release-pair-messages purge-pair-message'),
  each(who.byClock, ALWAYS, 'forget-letter forget-app-link forget-link-tries forget-empty-person'),
  each(who.byClock, ALWAYS, 'forget-joined-person lead-is-trained show-group-again refresh-group-card'),
  each(who.byClock, ALWAYS, 'leave-all-groups ask-next place-lapses note-group-wish'),
  each(who.byClock, ALWAYS, 'remind-of-group-meeting renew-group-reminders plan-group-reminders'),
  each(
    who.byClock,
    ALWAYS,
    'offer-group-register group-out-of-reach bring-group-wishes ask-consents ask-new-terms',
  ),
  each(who.byClock, ALWAYS, 'check-in-after-group ask-how-that-was'),
  each(who.byClock, ALWAYS, 'open-after-notice end-opening post-audit-head'),
  each(who.byClock, ALWAYS, 'decide-again decide-all-again end-ways-in'),
];

/** Who may do what: every command there is. */
export const commandTable: Table = tableOf(
  ...own,
  ...webDesk,
  ...reflections,
  ...training,
  ...pairs,
  ...groups,
  ...matching,
  ...coordination,
  ...concerns,
  ...supervision,
  ...clock,
);
