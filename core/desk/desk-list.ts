import type { AnyCommand } from '../kernel/command.ts';
import type { AnyScreen } from '../kernel/screen.ts';
import { askForDesk, makeDeskLink } from './ask-for-desk.ts';
import { deskCode, deskHow, deskSignedIn } from './desk-screens.ts';
import { endDeskSessions, noteDeskUse, signInAtDesk } from './sign-in.ts';

/** Coming in at the desk, and going out. */
export const deskCommands: readonly AnyCommand[] = [
  ...[askForDesk, makeDeskLink, signInAtDesk, noteDeskUse, endDeskSessions],
];
export const deskScreens: readonly AnyScreen[] = [deskHow, deskCode, deskSignedIn];
