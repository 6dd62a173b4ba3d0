import { z } from 'zod';
import { change } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';

/** The help card, at any time and for whoever holds the phone. It shows, and does nothing else. */
export const help = command({
  name: 'help',
  schema: z.object({ about: z.enum(['me', 'someone']).optional() }),
  keepsForm: true,
  async load() {
    return undefined;
  },
  decide(_data, { about }, _at, by) {
    const { person, account } = personOf(by);
    const holder = by.is === 'person' ? (by.supporter ?? person) : person;
    const young = holder.adult === false ? { young: true } : {};
    const args = { about: about ?? 'me', ...young };
    return change({
      outgoing: [
        { to: holder.id, account: account.id, screen: 'help', args, mode: 'new', evenIfStopped: true },
      ],
    });
  },
});
