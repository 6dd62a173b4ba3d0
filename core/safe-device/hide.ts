import { z } from 'zod';
import { type Change, change, type OutgoingNew } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { whoHolds } from './who-holds.ts';

/**
 * Takes the bot's messages out of this one chat as far as the app allows it, and what its front page shows; then says in a few neutral words what stays.
 */
export const hide = command({
  name: 'hide',
  schema: z.object({}),
  async load() {
    return undefined;
  },
  decide(_data, _args, _at, by): Change {
    const { person, account } = whoHolds(by);
    return change({
      events: [{ event: 'chat.hidden', ids: { accountId: account.id, personId: person.id } }],
      outgoing: [
        takenAway(person.id, account.id),
        // Where an app gives the bot a page of its own, it says nothing until it is opened again.
        {
          to: person.id,
          account: account.id,
          screen: 'plain-note',
          args: {},
          mode: 'front',
          evenIfStopped: true,
        },
        { to: person.id, account: account.id, screen: 'hidden', args: {}, mode: 'new', evenIfStopped: true },
      ],
    });
  },
});

/** Everything that stands in a chat until now goes, as far as it can. */
export function takenAway(personId: string, accountId: string): OutgoingNew {
  const row = { to: personId, account: accountId, screen: 'hidden', args: {}, mode: 'remove' } as const;
  return { ...row, evenIfStopped: true };
}
