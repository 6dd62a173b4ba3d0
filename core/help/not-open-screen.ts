import { z } from 'zod';
import { message } from '../kernel/message.ts';
import { placeScreen } from '../kernel/screen.ts';
import { text } from '../texts/text.ts';
import { helpCard } from './help-card.ts';

/** To somebody who comes before the programme is open: whom to call, and that they are welcome later. */
export const notOpenYetScreen = placeScreen({
  name: 'not-open-yet',
  schema: z.object({ about: z.enum(['me', 'someone']) }),
  async load() {
    return undefined;
  },
  show(_data, { about }, { programme, now }) {
    const document = programme?.document;
    const contact =
      document === undefined
        ? undefined
        : { name: document.contact.name, phone: document.contact.phone, hours: document.contact.hours };
    const card = helpCard({ now, about, contact });
    return message([text('not-open-yet'), ...card.lines, text('not-open-yet-kept')]);
  },
});
