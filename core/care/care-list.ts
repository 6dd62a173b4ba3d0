import type { AnyCommand } from '../kernel/command.ts';
import type { AnyScreen } from '../kernel/screen.ts';
import { aLotForMe } from './a-lot-for-me.ts';
import { aLotHeard } from './care-screens.ts';

/** For when it is a lot. */
export const careCommands: readonly AnyCommand[] = [aLotForMe];
export const careScreens: readonly AnyScreen[] = [aLotHeard];
