import { Temporal } from 'temporal-polyfill';
import type { Change } from '../../kernel/change.ts';
import { change } from '../../kernel/change.ts';
import { isBefore } from '../../kernel/instant.ts';
import type { Moment } from '../../moment.ts';
import type { LinkTries } from './app-link.ts';

/** The entry under which the tries of all accounts are counted together. */
export const EVERYBODY = 'everybody';

/** How many codes that are none may be tried in which time, by one account and by all together (our defaults). */
const OWN = { most: 5, within: Temporal.Duration.from({ minutes: 10 }) };
const ALL = { most: 300, within: Temporal.Duration.from({ hours: 1 }) };

export type Tries = { readonly own: LinkTries | undefined; readonly all: LinkTries | undefined };

/** Whether no more codes are taken just now, from this account or from anybody. */
export function isTooMany({ own, all }: Tries, now: Temporal.Instant): boolean {
  const isFull = (tries: LinkTries | undefined, { most, within }: typeof OWN) =>
    since(tries, now.subtract(within)).length >= most;
  return isFull(own, OWN) || isFull(all, ALL);
}

/** One more try, counted twice. Their versions make tries that come at once wait their turn. */
export function counted({ own, all }: Tries, ownId: string, at: Moment): Change {
  const rows = [added(own, ownId, OWN.within, at), added(all, EVERYBODY, ALL.within, at)];
  return change({
    saves: rows.map((row) => ({ table: 'link_tries', row })),
    due: rows.map(({ id }) => ({
      key: `link-tries:${id}`,
      command: 'forget-link-tries',
      args: { id },
      at: at.now.add(ALL.within),
    })),
  });
}

/** Those after that moment, oldest first. */
export function since(tries: LinkTries | undefined, from: Temporal.Instant): string[] {
  return (tries?.times ?? []).filter((time) => isBefore(from, Temporal.Instant.from(time)));
}

function added(tries: LinkTries | undefined, id: string, within: Temporal.Duration, at: Moment): LinkTries {
  const times = [...since(tries, at.now.subtract(within)), at.now.toString()];
  return { id, version: (tries?.version ?? 0) + 1, times };
}
