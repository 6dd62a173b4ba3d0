import type { AnyCommand } from '../kernel/command.ts';
import type { AnyForm } from '../kernel/form.ts';
import { bringTogether, chooseRole } from './board-forms.ts';
import { takeTask } from './take-task.ts';
import { turnBoard } from './turn-board.ts';

/** What people who coordinate do from their board. */
export const boardCommands: readonly AnyCommand[] = [takeTask, turnBoard];
export const boardForms: readonly AnyForm[] = [chooseRole, bringTogether];
