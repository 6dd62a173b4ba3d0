import type { AnyCommand } from '../kernel/command.ts';
import type { AnyForm } from '../kernel/form.ts';
import type { AnyScreen } from '../kernel/screen.ts';
import { codeWordsForm, dropCodeWords, setCodeWords } from './code-words.ts';
import { hide } from './hide.ts';
import { bringBack, putAway, releaseKeptBack } from './put-away.ts';
import { hidden, plainNote, safeChat } from './safe-screens.ts';

/** For people whose phone is not theirs alone. */
export const safeDeviceCommands: readonly AnyCommand[] = [
  ...[hide, putAway, bringBack, releaseKeptBack],
  ...[setCodeWords, dropCodeWords],
];
export const safeDeviceForms: readonly AnyForm[] = [codeWordsForm];
export const safeDeviceScreens: readonly AnyScreen[] = [hidden, plainNote, safeChat];
