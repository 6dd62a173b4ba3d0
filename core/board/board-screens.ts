import { z } from 'zod';
import { helpButton, tellSomeoneButton, worriedButton } from '../conversation/home-buttons.ts';
import { message } from '../kernel/message.ts';
import { type AnyScreen, placeScreen, screen } from '../kernel/screen.ts';
import { text } from '../texts/text.ts';
import { boardMessage, loadBoard } from './board-message.ts';

const Page = z.object({ page: z.int().min(0).default(0) });

/** Who needs me today: for people who coordinate, of the programmes they coordinate. */
export const board = screen({
  name: 'board',
  schema: Page,
  load: (read, _args, to) => loadBoard(read, to),
  show(seen, { page }, { person, now }) {
    return seen === undefined ? undefined : boardMessage(seen, { me: person, now, pressedOn: 'board', page });
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
      if (seen === undefined)
        return own === undefined ? undefined : { ...own, lines: [...own.lines, text('front-opens-in-chat')] };
      const board = boardMessage(seen, { me: person, now, pressedOn: 'front', page });
      return { ...board, buttons: [...board.buttons, [tellSomeoneButton, worriedButton]] };
    },
  });
}

/** The front page of somebody who has never written: what this is, and how to begin. Nothing is kept of them by looking. */
export const frontForStranger = placeScreen({
  name: 'front-for-stranger',
  schema: z.object({}),
  async load() {
    return undefined;
  },
  show: () =>
    message(
      [text('front-welcome'), text('front-begin'), text('front-help')],
      [[{ label: text('button-begin'), command: 'show', args: { screen: 'home' } }], [helpButton]],
    ),
});
