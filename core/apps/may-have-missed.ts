import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { text } from '../texts/text.ts';

/** We were away longer than the app keeps what people write: said honestly, with what to do. */
export const mayHaveMissed = screen({
  name: 'may-have-missed',
  schema: z.object({ app: z.string() }),
  async load() {
    return undefined;
  },
  show(_data, { app }) {
    return message(
      [text('apps-were-away', { app }), text('apps-write-again')],
      [
        [{ label: text('button-my-meetings'), command: 'show', args: { screen: 'my-meetings' } }],
        homeButtons,
      ],
    );
  },
});
