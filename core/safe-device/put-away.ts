import { z } from 'zod';
import { type Change, change, next, type OutgoingNew } from '../kernel/change.ts';
import { type By, command, type Refusal } from '../kernel/command.ts';
import type { Account } from '../people/person.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { takenAway } from './hide.ts';
import { whoHolds } from './who-holds.ts';

/** The first word was written: the chat is emptied as far as it can be, and says nothing of itself from now on. */
export const putAway = command({
  name: 'put-away',
  schema: z.object({}),
  load: (read, _args, by) => read.safe.disguise(whoHolds(by).account.id),
  decide(disguise, _args, at, by): Change {
    const { person, account } = whoHolds(by);
    if (disguise === undefined || disguise.since !== null) return change({});
    return change({
      saves: [{ table: 'disguise', row: next(disguise, { since: at.now }) }],
      events: [{ event: 'chat.put-away', ids: { accountId: account.id, personId: person.id } }],
      outgoing: [
        takenAway(person.id, account.id),
        {
          to: person.id,
          account: account.id,
          screen: 'plain-note',
          args: {},
          mode: 'new',
          evenIfStopped: true,
        },
        front(person.id, account.id),
      ],
    });
  },
});

function front(to: string, account: string): OutgoingNew {
  return { to, account, screen: 'front', args: {}, mode: 'front' };
}

const notThere: Refusal = { refused: 'chat.not-away', say: text('button-no-longer-current') };

async function load(read: Reader, { accountId }: { readonly accountId: string }) {
  const [disguise, account] = await Promise.all([
    read.safe.disguise(accountId),
    read.people.account(accountId),
  ]);
  return disguise === undefined || account === undefined ? undefined : { disguise, account };
}

/**
 * The chat is as always again. By the second word in that chat, from another app of the same person, or by a coordinator
 * whom they asked because they have forgotten the word. Only whoever brings it back from inside sees something at once.
 */
export const bringBack = command({
  name: 'bring-back',
  schema: z.object({ accountId: z.uuid() }),
  load,
  decide(found, { accountId }, _at, by): Change | Refusal {
    if (found === undefined || !mayBringBack(found.account, by)) return notThere;
    const { disguise, account } = found;
    if (disguise.since === null) return notThere;
    return change({
      saves: [{ table: 'disguise', row: next(disguise, { since: null }) }],
      events: [{ event: 'chat.brought-back', ids: { accountId } }],
      outgoing: [...answer(by), front(account.personId, accountId)],
    });
  },
});

function mayBringBack({ personId }: Account, by: By): boolean {
  if (by.is === 'coordinator') return true;
  return by.is === 'person' && whoHolds(by).person.id === personId;
}

function answer(by: By): OutgoingNew[] {
  if (by.is !== 'person') return [];
  const { person, account } = whoHolds(by);
  return [{ to: person.id, account: account.id, screen: 'home', args: {}, mode: 'new', evenIfStopped: true }];
}

/** What was kept back meanwhile is sent after all; what is too late by then is dropped as ever. */
export const releaseKeptBack = command({
  name: 'release-kept-back',
  schema: z.object({ accountId: z.uuid() }),
  load: (read, { accountId }) => read.safe.keptBack(accountId),
  decide(outgoing, _args, _at, by): Change {
    if (by.is !== 'clock') throw new Error('Nobody asks for this');
    return outgoing.length === 0 ? change({}) : change({ decided: [{ outgoing, how: 'send' }] });
  },
});
