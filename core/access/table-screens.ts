import { each, type Table, tableOf } from './access.ts';
import * as who from './audiences.ts';
import { ALWAYS, SHOWN } from './audiences.ts';

/** What somebody sees of their own matters. */
const own = [
  each(
    who.ownBeside,
    ALWAYS,
    'question say help who-can-i-talk-to only-text-is-kept not-understood small-talk',
  ),
  each(who.ownBeside, ALWAYS, 'hidden plain-note plain-help'),
  each(who.own, SHOWN, 'safe-chat'),
  each(who.own, SHOWN, 'fit-check fit-answered'),
  each(who.own, SHOWN, 'a-lot-heard still-helping after-leaving after-hard group-still-helping'),
  each(who.ownBeside, ALWAYS, 'home who-sees-what notice my-supporters my-meetings'),
  each(who.ownBeside, SHOWN, 'my-free-times fewer-free-times'),
  each(who.own, SHOWN, 'opening-told coordinator-sees'),
  each(who.comesIn, SHOWN, 'way-in may-keep-answers would-help not-ready way-in-ready'),
  each(who.own, ALWAYS, 'front welcome held stopped goodbye what-is-kept may-have-missed'),
  each(
    who.own,
    ALWAYS,
    'my-data delete-me delete-me-sure link-code link-asked link-confirm app-linked my-apps',
  ),
  each(
    who.own,
    SHOWN,
    'my-settings my-role my-nudges nudge nudge-why reminder-choices pause-choices pause-over',
  ),
  each(
    who.own,
    SHOWN,
    'supporter-code supporter-asked supporter-confirm unlink-app role-given role-ended letter',
  ),
  each(who.own, SHOWN, 'my-reflections reflection read-reflection delete-reflection export-my-reflections'),
  each(who.own, SHOWN, 'my-programmes my-groups pair-messages my-consents consent withdraw-consent'),
  each(who.own, SHOWN, 'my-training my-training-record training-ends'),
  each(who.inProgramme, SHOWN, 'training-meeting'),
  each(who.own, SHOWN, 'after-training induction training-again'),
];

const webDesk = [
  each(who.own, SHOWN, 'desk'),
  each(who.staffOwn, SHOWN, 'desk-code desk-signed-in audit-head'),
];

/** What two of a pair see of each other. After it has ended: names and that they met, never what the other wrote. */
const pairs = [
  each(who.twoOfPairBeside, SHOWN, 'other-times repeat-choices'),
  each(who.twoAlsoAfterBeside, SHOWN, 'meeting series calendar-file'),
  each(who.twoOfPair, SHOWN, 'pair-made pair-messages-how pair-message shared-with-you shared-reflection'),
  each(who.twoOfPair, SHOWN, 'offer-reflection new-terms'),
  each(who.twoAlsoAfter, ALWAYS, 'pair-message-written partner-left'),
];

const groups = [
  each(who.aroundGroup, ALWAYS, 'group group-none-here group-rules group-join'),
  each(who.aroundGroup, SHOWN, 'group-place-free group-closed group-lead-offer'),
  each(who.inGroup, SHOWN, 'group-leave group-meeting-card group-answered'),
  each(who.runsGroupInChat, SHOWN, 'group-run group-close group-register group-call-off'),
];

const concerns = [
  each(who.own, ALWAYS, 'concern-before my-concern concern-news'),
  each(who.answersInChat, ALWAYS, 'concern-page concern-why concern-words concern-outcome concerns'),
  each(who.onlyCoordinators, SHOWN, 'ring-safeguarding'),
];

const supervision = [
  each(who.own, SHOWN, 'my-supervision supervision-news supervision-kept'),
  each(who.overseesInChat, SHOWN, 'supervision-people supervision-of'),
];

const matching = [
  each(who.own, SHOWN, 'short-list my-match match-asked match-news wait-choices wait-news'),
  each(who.own, SHOWN, 'different-matches'),
  each(who.inProgramme, SHOWN, 'other-roles mentoring-invitation'),
  each(who.twoAlsoAfter, SHOWN, 'match-ended'),
];

const coordination = [
  each(who.onlyCoordinators, SHOWN, 'board enquiry-answers match-to-confirm match-drafts training-register'),
  each(who.watches, SHOWN, 'opening-asked'),
];

const places = [
  each(who.inPlace, ALWAYS, 'only-in-private old-button app-unlinked front-for-stranger erased'),
  each(who.inPlace, ALWAYS, 'group-news not-open-yet'),
];

/** Who may see what: every screen there is, to a person. */
export const screenTable: Table = tableOf(
  ...own,
  ...webDesk,
  ...pairs,
  ...groups,
  ...concerns,
  ...matching,
  ...supervision,
  ...coordination,
);

/** What may be said where many read; some of it has the name of a screen for one person. */
export const placeTable: Table = tableOf(...places, each(who.inPlace, ALWAYS, 'group group-meeting'));
