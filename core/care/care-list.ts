import type { AnyCommand } from '../kernel/command.ts';
import type { AnyScreen } from '../kernel/screen.ts';
import { aLotForMe } from './a-lot-for-me.ts';
import { afterHard, aLotHeard } from './care-screens.ts';
import { askHowThatWas } from './check-in.ts';

/** For when it is a lot. */
export const careCommands: readonly AnyCommand[] = [aLotForMe, askHowThatWas];
export const careScreens: readonly AnyScreen[] = [aLotHeard, afterHard];
