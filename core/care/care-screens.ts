import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { type Button, message } from '../kernel/message.ts';
import { type Recipient, screen } from '../kernel/screen.ts';
import { text } from '../texts/text.ts';
import { isQuiet } from '../time/quiet.ts';

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

/** After something hard: a question that names nothing and nobody, kept nowhere, with help and people a tap away. */
export const afterHard = screen({
  name: 'after-hard',
  schema: z.object({}),
  async load() {
    return undefined;
  },
  show(_data, _args, { person, now }: Recipient) {
    // It may have waited for a phone or an app that was away.
    if (isQuiet(now, person.zone, person.quietFrom, person.quietTo)) return undefined;
    const fine: Button = {
      label: text('button-was-all-right'),
      command: 'show',
      args: { screen: 'say', args: { id: 'after-hard-fine', args: {} } },
    };
    const write: Button = { label: text('button-reflect'), command: 'open-form', args: { form: 'reflect' } };
    return message([text('after-hard'), text('after-hard-ways')], [[fine], [who], [write], homeButtons]);
  },
});
