import { z } from 'zod';
import { helpButton } from '../conversation/home-buttons.ts';
import { contactLines } from '../kernel/contact-lines.ts';
import { type Button, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { text } from '../texts/text.ts';
import { linesForTheYoung } from './help-card.ts';

const who: Button = {
  label: text('button-who'),
  command: 'show-any-time',
  args: { screen: 'who-can-i-talk-to' },
};

/**
 * For somebody under the programme's adult age (ELG-09): people to talk to, and that a coordinator takes it from here. One
 * short message; the whole help card is the button on top.
 */
export const held = screen({
  name: 'held',
  schema: z.object({}),
  async load() {
    return undefined;
  },
  show(_data, _args, { programme }) {
    const age = String(programme?.document.adultAge ?? 18);
    const lines = [
      text('held-thanks', { age }),
      ...linesForTheYoung(),
      text('held-next'),
      ...contactLines(programme, true),
      text('held-kept'),
    ];
    return message(lines, [[helpButton], [who]]);
  },
});
