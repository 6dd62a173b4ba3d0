import { z } from 'zod';
import { change } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { answerOnBoard } from '../kernel/coordinator.ts';

/** Where a button of the board was pressed, and on which page. */
export const PressedOnBoard = z.object({
  pressedOn: z.enum(['board', 'front', 'form']).default('form'),
  page: z.int().min(0).default(0),
});

/** Another page of the board, or the same one as it is now, in the place where it stands. */
export const turnBoard = command({
  name: 'turn-board',
  schema: PressedOnBoard,
  keepsForm: true,
  async load() {
    return undefined;
  },
  decide(_data, { pressedOn, page }, _at, by) {
    return change({ outgoing: answerOnBoard(by, pressedOn, undefined, page) });
  },
});
