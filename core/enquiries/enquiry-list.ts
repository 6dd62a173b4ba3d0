import type { AnyCommand } from '../kernel/command.ts';
import type { AnyForm } from '../kernel/form.ts';
import type { AnyScreen } from '../kernel/screen.ts';
import { decideAllAgain } from './decide-all-again.ts';
import { enquiryReady } from './enquiry-ready.ts';
import { decideAgain, finishIntake } from './finish-intake.ts';
import { intakeForm } from './intake-form.ts';
import { notYet } from './not-yet.ts';
import { enquiryAnswers, openEnquiry } from './open-enquiry.ts';
import { endReferral, makeReferral, useInvite } from './refer.ts';
import { mayKeepAnswers, talkInstead } from './talk-instead.ts';
import { notReady, wayIn, wayInReady, wouldHelp } from './way-in-screens.ts';
import { endWaysIn, withdrawWayIn } from './withdraw-way-in.ts';

/** What can be done, asked and shown on the way in. */
export const enquiryCommands: readonly AnyCommand[] = [
  finishIntake,
  talkInstead,
  decideAgain,
  decideAllAgain,
  notYet,
  withdrawWayIn,
  endWaysIn,
  enquiryReady,
  openEnquiry,
  makeReferral,
  endReferral,
  useInvite,
];
export const enquiryForms: readonly AnyForm[] = [intakeForm];
export const enquiryScreens: readonly AnyScreen[] = [
  wayIn,
  mayKeepAnswers,
  wouldHelp,
  notReady,
  wayInReady,
  enquiryAnswers,
];
