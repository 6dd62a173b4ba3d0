import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../kernel/instant.ts';
import type { Answerer } from './concern.ts';

/** Whether somebody is away at that moment. */
export function isAway({ awayUntil }: Answerer, now: Temporal.Instant): boolean {
  return awayUntil !== null && isBefore(now, awayUntil);
}

/** Whether the bot can write to them in some app. */
export function canBeAsked({ accounts }: Answerer): boolean {
  return accounts.some(({ reachable }) => reachable);
}

/**
 * Who is asked, one after the other: the lead, then the deputies as they were named. Whoever is away comes after all who are
 * there. Somebody the concern may be about is never among them.
 */
export function inOrder(
  team: readonly Answerer[],
  notFor: readonly string[],
  now: Temporal.Instant,
): Answerer[] {
  const may = team.filter(({ personId }) => !notFor.includes(personId));
  return [...may.filter((each) => !isAway(each, now)), ...may.filter((each) => isAway(each, now))];
}
