import type { By } from '../kernel/command.ts';
import type { Moment } from '../moment.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Keys } from '../store/keys.ts';
import { type Account, DEFAULT_SETTINGS, type Person } from './person.ts';
import { DEFAULT_QUIET } from './quiet-hours.ts';

/** Somebody who writes for the first time, of whom nothing is known yet, and the account they write from. */
export function newcomer(
  by: By & { readonly is: 'newcomer' },
  { programme, keys }: { readonly programme: Programme | undefined; readonly keys: Keys },
  source: string | null,
  at: Moment,
): { readonly person: Person; readonly account: Account } {
  const id = at.newId();
  const person: Person = {
    id,
    version: 1,
    state: 'arriving',
    name: null,
    // Until they tell us: where most of those we serve live, and hours in which few want to hear a phone (our defaults).
    zone: 'Europe/London',
    language: 'en',
    quietFrom: DEFAULT_QUIET.from,
    quietTo: DEFAULT_QUIET.to,
    adult: null,
    agreedVersion: null,
    agreedAt: null,
    source,
    situationSealed: null,
    paused: false,
    pausedUntil: null,
    stoppedAt: null,
    settings: DEFAULT_SETTINGS,
    wrappedKey: keys.newWrapped(id, at),
    createdAt: at.now,
  };
  const account: Account = {
    id: at.newId(),
    version: 1,
    ...by.account,
    chatId: by.chatId,
    personId: id,
    programmeId: programme?.id ?? null,
    actingForId: null,
    reachable: true,
    unreachableSince: null,
    unreachableWhy: null,
    createdAt: at.now,
  };
  return { person, account };
}
