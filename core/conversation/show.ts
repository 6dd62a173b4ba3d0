import { z } from 'zod';
import { change } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import { jsonObject } from '../kernel/json.ts';

/** Looks at something: changes nothing. With a card, what was shown earlier is brought up to date. */
export const show = command({
  name: 'show',
  schema: z.object({ screen: z.string(), args: jsonObject.default({}), card: z.string().optional() }),
  async load() {
    return undefined;
  },
  decide(_data, { screen, args, card }, _at, by) {
    const { person, account } = personOf(by);
    const place = card === undefined ? {} : { card };
    return change({
      outgoing: [
        { to: person.id, account: account.id, screen, args, mode: 'new', evenIfStopped: true, ...place },
      ],
    });
  },
});

/** The same for what must always be open: help, who to talk to, what is kept. */
export const showAnyTime = command({ ...show, name: 'show-any-time', keepsForm: true });
