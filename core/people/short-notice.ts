import type { Button } from '../kernel/message.ts';
import { type Text, text } from '../texts/text.ts';

/** What is kept, who sees it, and where confidentiality ends, in lines that anybody reads to the end (BND-06). */
export const shortNotice: readonly Text[] = [
  text('notice-kept'),
  text('notice-sees'),
  text('notice-chat-company'),
  text('notice-limits'),
  text('notice-yours'),
];

/** The whole of it, behind the short one. */
export const wholeNotice: Button = {
  label: text('button-who-sees'),
  command: 'show-any-time',
  args: { screen: 'who-sees-what' },
};
