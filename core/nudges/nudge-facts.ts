import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../kernel/instant.ts';
import type { Pair } from '../pairs/pair.ts';
import type { FactKinds } from '../rules/rule.ts';

/** What nudge rules may speak of. All of it is known to both of the pair, so that every reason can be told to either. */
export const FACT_KINDS = {
  pairState: 'text',
  /** The rhythm the pair agreed, in days; not known when they agreed none. */
  rhythmDays: 'number',
  /** Whole days since they last met, or since they became a pair. */
  daysSinceMeeting: 'number',
  /** Whether a meeting lies ahead, agreed or asked for. */
  upcomingMeeting: 'yes-no',
  /** Whether the two have met before. */
  metBefore: 'yes-no',
} as const satisfies FactKinds;

export type NudgeFacts = {
  readonly pairState: string;
  readonly rhythmDays: number | null;
  readonly daysSinceMeeting: number;
  readonly upcomingMeeting: boolean;
  readonly metBefore: boolean;
};

/** The latest of a pair's meetings that stand and are not said to have been moved or called off. */
export type LatestMeetings = {
  /** Start of the latest agreed one. */
  readonly confirmed: Temporal.Instant | undefined;
  /** Start of the latest that was asked for. */
  readonly proposed: Temporal.Instant | undefined;
  /** When the latest of them was made. */
  readonly made: Temporal.Instant | undefined;
};

/** The facts of a pair at a moment. An agreed meeting whose time has passed counts as one, until somebody says otherwise. */
export function factsOf(pair: Pair, latest: LatestMeetings, now: Temporal.Instant): NudgeFacts {
  const ahead = [latest.confirmed, latest.proposed].some(
    (start) => start !== undefined && isBefore(now, start),
  );
  const met = [pair.lastHeldAt, latest.confirmed].flatMap((at) => (at && isBefore(at, now) ? [at] : []));
  const last = [pair.createdAt, ...met].reduce((a, b) => (isBefore(a, b) ? b : a));
  const hours = last.until(now, { largestUnit: 'hours' }).hours;
  return {
    pairState: pair.state,
    rhythmDays: pair.rhythmDays,
    daysSinceMeeting: Math.max(0, Math.floor(hours / 24)),
    upcomingMeeting: ahead,
    metBefore: met.length > 0,
  };
}
