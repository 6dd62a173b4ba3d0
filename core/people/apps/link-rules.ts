import type { Temporal } from 'temporal-polyfill';
import { type Change, change, next, type OutgoingNew } from '../../kernel/change.ts';
import { isBefore } from '../../kernel/instant.ts';
import type { Moment } from '../../moment.ts';
import { answerWith } from '../answer.ts';
import type { Account, Person } from '../person.ts';
import type { AppLink } from './app-link.ts';
import { LINK_LIFE } from './link-code.ts';

/** Whoever is known by nothing but having opened the bot may become somebody else's second app; nobody else may. */
export function mayBeJoined(person: Person, hasNothing: boolean): boolean {
  return person.state === 'arriving' && person.name === null && hasNothing;
}

export function isOpen({ state, expiresAt }: AppLink, now: Temporal.Instant): boolean {
  return state !== 'done' && state !== 'ended' && isBefore(now, expiresAt);
}

/** The next question has as long as the code had. */
export function movedOn(
  link: AppLink,
  fields: Partial<Pick<AppLink, 'state' | 'toAccountId'>>,
  at: Moment,
): AppLink {
  return next(link, { ...fields, expiresAt: at.now.add(LINK_LIFE) });
}

/** The app in which the code was made hears of it, also while its owner asked for silence: they asked for the code. */
export function tellOwner(link: AppLink, screen: string, args: OutgoingNew['args']): OutgoingNew {
  return { to: link.personId, account: link.accountId, screen, args, mode: 'new', evenIfStopped: true };
}

export function linkEvent(event: string, link: AppLink, more: Record<string, string> = {}) {
  return { event: `app-link.${event}`, ids: { linkId: link.id, personId: link.personId, ...more } };
}

/** One sentence as the answer. */
export function sayTo(person: Person, account: Account, id: string): OutgoingNew {
  return answerWith(person, account, 'say', { id, args: {} });
}

export function only(outgoing: readonly OutgoingNew[]): Change {
  return change({ outgoing });
}
