import type { Account, Person } from '../person.ts';

/** What a text needs to name an app; where somebody has two of one kind, a number tells them apart. */
export type AppName = { readonly platform: string; readonly which: string };

export function appName(account: Account, all: readonly Account[]): AppName {
  const alike = all.filter(({ platform }) => platform === account.platform);
  const place = alike.findIndex(({ id }) => id === account.id);
  return { platform: account.platform, which: place > 0 ? ` ${place + 1}` : '' };
}

/** Where messages go that answer nothing: where they chose, or else the first place in which they can be reached. */
export function readsIn(person: Person, accounts: readonly Account[]): Account | undefined {
  const reachable = accounts.filter((each) => each.reachable);
  return reachable.find(({ id }) => id === person.settings.writeTo) ?? reachable[0];
}

/** Whether nothing could reach them any more without this one. */
export function isLastReachable(account: Account, accounts: readonly Account[]): boolean {
  return !accounts.some((each) => each.reachable && each.id !== account.id);
}
