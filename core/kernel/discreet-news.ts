import { homeButtons } from '../conversation/home-buttons.ts';
import { text } from '../texts/text.ts';
import type { JsonObject } from './json.ts';
import { type Button, type Message, message } from './message.ts';
import type { Recipient } from './screen.ts';

/** News that may show on a locked screen: until somebody opens it, it says nothing of this place (ENR-07). */
export function unlessDiscreet(
  to: Recipient,
  isOpen: boolean,
  name: string,
  args: JsonObject,
  news: Message,
  card?: string,
): Message {
  if (isOpen || !to.person.settings.discreet) return news;
  const see: Button = {
    label: text('button-see-it'),
    command: 'show',
    args: { screen: name, args: { ...args, opened: true }, ...(card === undefined ? {} : { card }) },
  };
  return message([text('something-new')], [[see], homeButtons]);
}
