import type { AnyCommand } from '../kernel/command.ts';
import type { AnyForm } from '../kernel/form.ts';
import type { AnyScreen } from '../kernel/screen.ts';
import { letterForm } from './letter-form.ts';
import { letterScreen } from './letter-screen.ts';
import { forgetLetter, writeLetter } from './write-letter.ts';

/** What coordinators and people write to each other. */
export const letterCommands: readonly AnyCommand[] = [writeLetter, forgetLetter];
export const letterForms: readonly AnyForm[] = [letterForm];
export const letterScreens: readonly AnyScreen[] = [letterScreen];
