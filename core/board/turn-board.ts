import { change } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { answerOnBoard, PressedOnBoard } from '../kernel/coordinator.ts';

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
