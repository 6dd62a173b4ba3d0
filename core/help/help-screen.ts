import { z } from 'zod';
import {
  homeButton,
  needHelpButton,
  tellSomeoneButton,
  worriedButton,
} from '../conversation/home-buttons.ts';
import { type Button, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { text } from '../texts/text.ts';
import { helpCard, numberLines } from './help-card.ts';

const who: Button = {
  label: text('button-who'),
  command: 'show-any-time',
  args: { screen: 'who-can-i-talk-to' },
};

/** The help card as it is true when it is read: lines that are open then. It shows, and does nothing else. */
export const helpScreen = screen({
  name: 'help',
  schema: z.object({
    about: z.enum(['me', 'someone']),
    young: z.boolean().optional(),
    /** Whether somebody was in the middle of writing something that waits for them. */
    wordsKept: z.boolean().optional(),
    /** Whether it comes with what became of something they told. */
    told: z.boolean().optional(),
  }),
  async load() {
    return undefined;
  },
  show(_data, { about, young: asked, wordsKept = false, told = false }, { person, programme, now }) {
    const young = asked ?? person.adult === false;
    const document = programme?.document;
    const contact = (young ? document?.youngContact : undefined) ?? document?.contact;
    const own = document?.helplines.own;
    const card = helpCard({ now, about, young, contact: contactOf(contact), own, wordsKept, told });
    const turn: Button = { label: card.turn.label, command: 'help', args: { about: card.turn.to } };
    const tell = about === 'me' ? [[needHelpButton], [tellSomeoneButton]] : [[worriedButton]];
    return message(card.lines, [[turn], ...tell, [who, homeButton]]);
  },
});

/** The numbers and nothing else, for a chat that is put away: no word of a programme, and no button. */
export const plainHelp = screen({
  name: 'plain-help',
  schema: z.object({ about: z.enum(['me', 'someone']) }),
  async load() {
    return undefined;
  },
  show: (_data, { about }, { person, now }) =>
    message(numberLines({ now, about, young: person.adult === false })),
});

// Only what the card says: the programme's document may know more of its contact.
function contactOf(contact: { name: string; phone: string; hours: string } | undefined) {
  return contact === undefined
    ? undefined
    : { name: contact.name, phone: contact.phone, hours: contact.hours };
}
