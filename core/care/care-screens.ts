import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { type Button, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { text } from '../texts/text.ts';

const who: Button = {
  label: text('button-who'),
  command: 'show-any-time',
  args: { screen: 'who-can-i-talk-to' },
};
const pause: Button = { label: text('button-pause'), command: 'show', args: { screen: 'pause-choices' } };

/** What follows, what does not, and what can be done at once. */
export const aLotHeard = screen({
  name: 'a-lot-heard',
  schema: z.object({}),
  async load() {
    return undefined;
  },
  show: () =>
    message(
      [text('a-lot-heard'), text('a-lot-not-counted'), text('a-lot-meanwhile')],
      [[pause], [who], homeButtons],
    ),
});
