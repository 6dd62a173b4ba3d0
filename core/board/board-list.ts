import type { AnyCommand } from '../kernel/command.ts';
import type { AnyForm } from '../kernel/form.ts';
import { bringTogether, chooseRole } from './board-forms.ts';
import { noteBoardChanged, refreshFront } from './refresh-front.ts';
import { takeTask } from './take-task.ts';
import { turnBoard } from './turn-board.ts';

/** What people who coordinate do from their board. */
export const boardCommands: readonly AnyCommand[] = [
  ...[takeTask, turnBoard, noteBoardChanged, refreshFront],
];
export const boardForms: readonly AnyForm[] = [chooseRole, bringTogether];
