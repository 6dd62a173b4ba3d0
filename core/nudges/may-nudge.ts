import { Temporal } from 'temporal-polyfill';
import { isBefore } from '../kernel/instant.ts';
import type { Person } from '../people/person.ts';
import { isQuiet, nextLoud } from '../time/quiet.ts';
import type { Nudge } from './nudge.ts';

/** The longest that nudges can lie apart, in days. */
export const RAREST = 90;
/** After this many nudges in a row that led to nothing, they come half as often (our default). */
const FADES_AFTER = 3;

export type MayNudge =
  | { readonly may: 'now' }
  | { readonly may: 'later'; readonly at: Temporal.Instant }
  | {
      readonly may: 'not';
      readonly why: 'not-here' | 'off' | 'on-a-break' | 'muted' | 'too-soon' | 'enough-this-week';
    };

export type Asked = {
  readonly person: Person;
  /** What the bot wrote to this person first, latest first: at least the last week's, and the very last. */
  readonly recent: readonly Nudge[];
  /** How many of them lie behind without anything that followed. */
  readonly unanswered: number;
  /** The most in any seven days, whatever the person chose. */
  readonly weeklyCap: number;
  readonly now: Temporal.Instant;
};

/** Whether the bot may write first to this person at all, leaving aside when. Off until they chose it (PAC-01). */
export function wantsNudges(person: Person, now: Temporal.Instant): MayNudge {
  const { state, settings, paused, pausedUntil } = person;
  if (state !== 'active') return { may: 'not', why: 'not-here' };
  if (settings.nudges !== 'on') return { may: 'not', why: 'off' };
  if (paused && (pausedUntil === null || isBefore(now, pausedUntil)))
    return { may: 'not', why: 'on-a-break' };
  const muted = settings.nudgesMutedUntil;
  if (muted !== undefined && isBefore(now, Temporal.Instant.from(muted))) return { may: 'not', why: 'muted' };
  return { may: 'now' };
}

/** Whether the bot may write first to this person now. In quiet hours: not before they end. */
export function mayNudge({ person, recent, unanswered, weeklyCap, now }: Asked): MayNudge {
  const wanted = wantsNudges(person, now);
  if (wanted.may !== 'now') return wanted;
  const [last] = recent;
  const everyDays = fadedRhythm(person.settings.nudgeEveryDays, unanswered);
  if (last !== undefined && daysBetween(last.createdAt, now, person.zone) < everyDays) {
    return { may: 'not', why: 'too-soon' };
  }
  const weekAgo = now.subtract({ hours: 7 * 24 });
  const thisWeek = recent.filter(({ createdAt }) => isBefore(weekAgo, createdAt)).length;
  if (thisWeek >= weeklyCap) return { may: 'not', why: 'enough-this-week' };
  const { zone, quietFrom, quietTo } = person;
  if (isQuiet(now, zone, quietFrom, quietTo))
    return { may: 'later', at: nextLoud(now, zone, quietFrom, quietTo) };
  return { may: 'now' };
}

/** Days between nudges once some were left be: each three in a row double them. */
export function fadedRhythm(everyDays: number, unanswered: number): number {
  return Math.min(RAREST, everyDays * 2 ** Math.floor(unanswered / FADES_AFTER));
}

/** By the calendar on the person's wall, so that a nudge of a Monday morning does not slip an hour later each week. */
function daysBetween(from: Temporal.Instant, to: Temporal.Instant, zone: string): number {
  const day = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate();
  return day(from).until(day(to)).days;
}
