import { z } from 'zod';
import { type AnyScreen, screen } from '../kernel/screen.ts';
import { boardMessage, loadBoard, notYours } from './board-message.ts';

const Page = z.object({ page: z.int().min(0).default(0) });

/** Who needs me today: for people who coordinate, of the programmes they coordinate. */
export const board = screen({
  name: 'board',
  schema: Page,
  load: (read, _args, to) => loadBoard(read, to),
  show(seen, { page }, { person, now }) {
    if (seen === undefined) return notYours();
    return boardMessage(seen, { me: person, now, pressedOn: 'board', page });
  },
});

/** The front page that some apps give the bot: the board for people who coordinate, home for everybody else. */
export function frontScreen(home: AnyScreen): AnyScreen {
  return screen({
    name: 'front',
    schema: Page,
    async load(read, _args, to) {
      const seen = await loadBoard(read, to);
      return { seen, home: seen === undefined ? await home.run(read, {}, to) : undefined };
    },
    show({ seen, home: own }, { page }, { person, now }) {
      if (seen === undefined) return own;
      return boardMessage(seen, { me: person, now, pressedOn: 'front', page });
    },
  });
}
