import type { Incoming } from './kernel/incoming.ts';
import type { JsonObject } from './kernel/json.ts';
import type { Moment } from './moment.ts';
import { sheetFilled } from './take-sheet.ts';
import { type Known, type Meant, type Receiver, toOrder } from './to-order.ts';
import { bySelf } from './who-acts.ts';

/** "new", and perhaps what it is to be called. */
const NEW = /^(?:new|make)(?:\s+(.*))?$/isu;

/**
 * What a command comes to that is about the shared place it was written in: "group" shows the group of that place, "group
 * new" makes one there. Undefined: it is not about the place.
 */
export async function meantInPlace(
  receiver: Receiver,
  known: Known,
  { intent, place, account }: Incoming,
  at: Moment,
): Promise<Meant | undefined> {
  if (intent.is !== 'command' || place === undefined || intent.name.toLowerCase() !== 'group')
    return undefined;
  const by = bySelf(known);
  const here: JsonObject = {
    place: { platform: account.platform, tenant: place.tenant ?? account.tenant, chatId: place.id },
  };
  const made = NEW.exec(intent.rest.trim());
  if (made === null)
    return await toOrder(receiver, known, by, { command: 'show-group-here', args: here }, at);
  const opening = { form: 'make-group', args: here };
  const name = made[1]?.trim() ?? '';
  // A name given with the command is the first answer; the rest is asked.
  if (name !== '' && by.is === 'person' && known.person.state === 'active')
    return await sheetFilled(receiver, known, by, opening, { name }, at);
  return await toOrder(receiver, known, by, { command: 'open-form', args: opening }, at);
}
