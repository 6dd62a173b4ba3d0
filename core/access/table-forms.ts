import { each, type Table, tableOf } from './access.ts';
import * as who from './audiences.ts';
import { ALWAYS, USUAL, WELCOME } from './audiences.ts';

/** Who may fill in what: every form there is. */
export const formTable: Table = tableOf(
  each(who.own, WELCOME, 'welcome'),
  each(who.own, USUAL, 'code-words'),
  each(who.comesIn, USUAL, 'intake'),
  each(who.own, ALWAYS, 'concern'),
  each(who.answersInChat, ALWAYS, 'away'),
  each(who.own, USUAL, 'free-times different-day reflect change-reflection add-to-reflection'),
  each(who.own, USUAL, 'log-training training-survey'),
  each(who.own, USUAL, 'change-name change-zone change-quiet supporter-code'),
  each(who.twoOfPairBeside, USUAL, 'book-meeting move-meeting'),
  each(who.twoOfPair, USUAL, 'repeat-meeting pair-message contact-hours'),
  each(who.writesSupervisionInChat, USUAL, 'supervision-note'),
  each(who.lettersInChat, USUAL, 'write-letter'),
  each(who.onlyCoordinators, USUAL, 'choose-role bring-together plan-training'),
  each(who.makesGroupInChat, USUAL, 'make-group'),
  each(who.runsGroupInChat, USUAL, 'plan-group-meeting move-group-meeting warn-of-group-meeting'),
  each(who.runsGroupInChat, USUAL, 'change-group-rule change-group-size hand-over-group'),
);
