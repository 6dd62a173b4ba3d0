import type { AnyCommand } from '../kernel/command.ts';
import type { AnyPlaceScreen, AnyScreen } from '../kernel/screen.ts';
import { deleteMe, erasePerson, wipeRemains } from './erase-person.ts';
import { deleteMeScreen, deleteMeSure, erasedGoodbye, partnerLeft } from './erase-screens.ts';
import { exportMyData, exportPerson, myDataScreen } from './export-my-data.ts';

/** What people can do about everything that is kept of them. */
export const privacyCommands: readonly AnyCommand[] = [
  ...[deleteMe, erasePerson, wipeRemains],
  ...[exportMyData, exportPerson],
];
export const privacyScreens: readonly AnyScreen[] = [deleteMeScreen, deleteMeSure, partnerLeft, myDataScreen];
export const privacyPlaceScreens: readonly AnyPlaceScreen[] = [erasedGoodbye];
