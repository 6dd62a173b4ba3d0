import type { AnyCommand } from '../kernel/command.ts';
import type { AnyScreen } from '../kernel/screen.ts';
import { answerFit, askFitAgain, tellOfFit } from './answer-fit.ts';
import { askFit, noteFitAsked } from './ask-fit.ts';
import { fitAnswered, fitCheckScreen } from './fit-screens.ts';
import { answerGroupStillHelping, askGroupStillHelping, sweepGroups } from './group-still-helping.ts';
import { groupStillHelpingScreen } from './group-still-helping-screen.ts';
import { myNudgesScreen } from './my-nudges-screen.ts';
import { nudgeScreen } from './nudge-screen.ts';
import { nudgeWhyScreen } from './nudge-why-screen.ts';
import { sendNudge } from './send-nudge.ts';
import { muteNudges, nudgeLessOften, setNudges } from './set-nudges.ts';
import { answerStillHelping, askStillHelping } from './still-helping.ts';
import { stillHelpingScreen } from './still-helping-screen.ts';
import { startSweeps, sweepNudges } from './sweep-nudges.ts';

/** Everything that can be done and shown about nudges. */
export const nudgeCommands: readonly AnyCommand[] = [
  startSweeps,
  sweepNudges,
  sendNudge,
  setNudges,
  nudgeLessOften,
  muteNudges,
  askStillHelping,
  answerStillHelping,
  ...[askFit, noteFitAsked, answerFit, askFitAgain, tellOfFit],
  ...[sweepGroups, askGroupStillHelping, answerGroupStillHelping],
];

export const nudgeScreens: readonly AnyScreen[] = [
  nudgeScreen,
  nudgeWhyScreen,
  myNudgesScreen,
  stillHelpingScreen,
  groupStillHelpingScreen,
  ...[fitCheckScreen, fitAnswered],
];
