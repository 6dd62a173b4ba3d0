import type { AnyCommand } from '../kernel/command.ts';
import type { AnyForm } from '../kernel/form.ts';
import type { AnyScreen } from '../kernel/screen.ts';
import { askAfterTraining, bookTraining, giveBackTraining, remindOfTraining } from './book-training.ts';
import { countLeadTraining } from './count-lead-training.ts';
import { finishInduction, induction } from './induction.ts';
import { myTraining } from './my-training-screen.ts';
import { logTraining, logTrainingForm } from './own-training.ts';
import { planEndsAnew } from './plan-ends-anew.ts';
import { askForTrainingRegister, cancelTraining, planTraining } from './plan-training.ts';
import { planTrainingForm } from './plan-training-form.ts';
import { recordTraining, takeBackTraining } from './record-training.ts';
import { readAgain, sendAgain, sweepSupervised } from './send-again.ts';
import { answerSurvey, surveyForm } from './survey.ts';
import { trainingAgain } from './training-again-screen.ts';
import { myTrainingRecord } from './training-record-file.ts';
import { finishTraining, markTraining } from './training-register.ts';
import { trainingRegister } from './training-register-screen.ts';
import { afterTraining, trainingEnds, trainingMeetingScreen } from './training-screens.ts';
import { noteTrainingEnded, remindOfRefresh } from './when-it-ends.ts';

/** What can be done, asked and shown about training. */
export const trainingCommands: readonly AnyCommand[] = [
  ...[recordTraining, takeBackTraining, logTraining, countLeadTraining],
  ...[planTraining, cancelTraining, bookTraining, giveBackTraining, remindOfTraining],
  ...[askForTrainingRegister, markTraining, finishTraining, askAfterTraining],
  ...[remindOfRefresh, noteTrainingEnded, finishInduction, answerSurvey],
  ...[planEndsAnew, sweepSupervised, sendAgain, readAgain],
];
export const trainingForms: readonly AnyForm[] = [logTrainingForm, planTrainingForm, surveyForm];
export const trainingScreens: readonly AnyScreen[] = [
  ...[myTraining, myTrainingRecord, trainingMeetingScreen, trainingEnds],
  ...[afterTraining, trainingRegister, induction, trainingAgain],
];
