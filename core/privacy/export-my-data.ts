import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { type Change, change } from '../kernel/change.ts';
import { command, personOf, type Refusal } from '../kernel/command.ts';
import { message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { text } from '../texts/text.ts';
import { wallOf } from '../time/wall-time.ts';
import { mayForThem } from './may-for-them.ts';
import { asJson, asReading, ownCopy } from './own-copy.ts';

/** A copy of everything that is kept of whoever asks, as two files. */
export const exportMyData = command({
  name: 'export-my-data',
  schema: z.object({}),
  keepsForm: true,
  async load() {
    return undefined;
  },
  decide(_data, _args, _at, by) {
    const { person, account } = personOf(by);
    return sentTo(person.id, account.id);
  },
});

const unknown: Refusal = { refused: 'person.unknown', say: text('nobody-by-that-id') };
const noApp: Refusal = { refused: 'person.no-app', say: text('export-no-app') };

/**
 * Asked for by the API, or by a coordinator for somebody of theirs: the copy goes to the person's own chat, and nobody else
 * sees any of it.
 */
export const exportPerson = command({
  name: 'export-person',
  schema: z.object({ personId: z.uuid() }),
  async load(read, { personId }, by) {
    const [person, accounts, may] = await Promise.all([
      read.people.person(personId),
      read.people.accountsOf(personId),
      mayForThem(read, by, personId),
    ]);
    return { person, accounts, may };
  },
  decide({ person, accounts, may }, { personId }) {
    if (may === 'no' || person === undefined || person.state === 'erased') return unknown;
    if (!accounts.some(({ reachable }) => reachable)) return noApp;
    return sentTo(personId, undefined);
  },
});

function sentTo(personId: string, accountId: string | undefined): Change {
  const to = { to: personId, evenIfStopped: true, mode: 'new', screen: 'my-data' } as const;
  const place = accountId === undefined ? to : { ...to, account: accountId };
  return change({
    events: [{ event: 'person.exported', ids: { personId } }],
    outgoing: [
      { ...place, args: { as: 'reading' } },
      { ...place, args: { as: 'json' } },
    ],
  });
}

/** Put together when it is sent, and never stored. */
export const myDataScreen = screen({
  name: 'my-data',
  schema: z.object({ as: z.enum(['reading', 'json']) }),
  async load(read, _args, { person }) {
    return ownCopy(await read.privacy.everythingOf(person.id), person.id, read.keys);
  },
  show(copy, { as }, { person, now }) {
    if (copy['person'] === undefined || person.state === 'erased') return undefined;
    const day = wallOf(now, person.zone).slice(0, 10);
    const [name, type, words] =
      as === 'json'
        ? [`my-data-${day}.json`, 'application/json', asJson(copy, now)]
        : [`my-data-${day}.txt`, 'text/plain; charset=utf-8', asReading(copy, person.zone, now)];
    const file = { name, type, bytes: new TextEncoder().encode(words) };
    const said = as === 'json' ? [text('my-data-json')] : [text('my-data-readable'), text('my-data-careful')];
    return { ...message(said, as === 'json' ? [homeButtons] : []), file };
  },
});
