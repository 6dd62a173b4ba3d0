import type { AnyCommand } from '../kernel/command.ts';
import type { AnyScreen } from '../kernel/screen.ts';
import {
  confirmOpening,
  endOpening,
  openAfterNotice,
  readOpening,
  stopOpening,
  tellOfOpening,
} from './answer-opening.ts';
import { askToOpen } from './ask-to-open.ts';
import { openingAsked, openingTold } from './opening-screens.ts';

/** Opening what somebody wrote and did not share, when somebody may come to harm. */
export const openingCommands: readonly AnyCommand[] = [
  ...[askToOpen, confirmOpening, openAfterNotice, stopOpening],
  ...[endOpening, readOpening, tellOfOpening],
];
export const openingScreens: readonly AnyScreen[] = [openingAsked, openingTold];
