import type { AnyCommand } from '../kernel/command.ts';
import type { AnyForm } from '../kernel/form.ts';
import type { AnyScreen } from '../kernel/screen.ts';
import { closeConcern, readConcern, seeConcern, takeConcern } from './answer-concern.ts';
import { concernOutcome, concernPage, concerns, concernWhy, concernWords } from './answerer-screens.ts';
import { askAboutConcern, giveBackConcerns, noteConcernPage } from './ask-about-concern.ts';
import { beginConcern, earlierReports, lookAtConcern } from './begin-concern.ts';
import { concernForm } from './concern-form.ts';
import { askInHand } from './in-hand.ts';
import { sendConcern } from './send-concern.ts';
import { awayForm, setAway } from './set-away.ts';
import { concernBefore, concernNews, myConcern, ringSafeguarding } from './writer-screens.ts';

/** What can be done, asked and shown when somebody tells that they are worried. */
export const concernCommands: readonly AnyCommand[] = [
  ...[beginConcern, lookAtConcern, sendConcern, ...earlierReports],
  ...[askAboutConcern, noteConcernPage, giveBackConcerns, askInHand],
  ...[seeConcern, takeConcern, closeConcern, readConcern, setAway],
];
export const concernForms: readonly AnyForm[] = [concernForm, awayForm];
export const concernScreens: readonly AnyScreen[] = [
  ...[concernBefore, myConcern, concernNews, ringSafeguarding],
  ...[concernPage, concernWhy, concernOutcome, concernWords, concerns],
];
