import type { AnyCommand } from '../kernel/command.ts';
import type { AnyPlaceScreen, AnyScreen } from '../kernel/screen.ts';
import { askConsents, giveConsent, withdrawConsent } from './change-consent.ts';
import { consentScreen, myConsents, withdrawScreen } from './consent-screens.ts';
import { deleteMe, erasePerson, wipeRemains } from './erase-person.ts';
import { deleteMeScreen, deleteMeSure, erasedGoodbye, partnerLeft } from './erase-screens.ts';
import { exportMyData, exportPerson, myDataScreen } from './export-my-data.ts';

/** What people can do about everything that is kept of them. */
export const privacyCommands: readonly AnyCommand[] = [
  ...[deleteMe, erasePerson, wipeRemains],
  ...[exportMyData, exportPerson],
  ...[giveConsent, withdrawConsent, askConsents],
];
export const privacyScreens: readonly AnyScreen[] = [
  ...[deleteMeScreen, deleteMeSure, partnerLeft, myDataScreen],
  ...[myConsents, consentScreen, withdrawScreen],
];
export const privacyPlaceScreens: readonly AnyPlaceScreen[] = [erasedGoodbye];
