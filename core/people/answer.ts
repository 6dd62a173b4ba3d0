import type { OutgoingNew } from '../kernel/change.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { Account, Person } from './person.ts';

/** A screen as the answer to what somebody just did: in the same chat, and also while they asked for silence. */
export function answerWith(
  person: Person,
  account: Account,
  screen: string,
  args: JsonObject = {},
  card?: { readonly card: string; readonly mode: 'new' | 'card' },
): OutgoingNew {
  const place = card ?? { mode: 'new' as const };
  return { to: person.id, account: account.id, screen, args, evenIfStopped: true, ...place };
}
