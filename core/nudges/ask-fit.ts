import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Change, change, type DueNew, next } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { isBefore } from '../kernel/instant.ts';
import type { Pair } from '../pairs/pair.ts';
import type { Person } from '../people/person.ts';
import type { Programme } from '../programmes/programme.ts';
import { nextLoud } from '../time/quiet.ts';
import type { FitCheck } from './fit-check.ts';
import { mayNudge, wantsNudges } from './may-nudge.ts';
import type { Nudge } from './nudge.ts';
import { AFTER_A_HARD_DAY } from './still-helping.ts';

/** What it is kept as among the nudges, whose caps it shares. */
export const FIT_CHECK = 'fit-check';
const LOOKS_BACK = 40;
const WAITS = { hours: 12 };
/** So many meetings later two know each other, and are not asked a first time any more (our number). */
const NEW_FOR = 3;
/** How long a meeting lies behind before it counts as held, so that nobody is asked on the day itself (our number). */
export const LIES_BEHIND = { hours: 12 };

/**
 * It comes once with a new match, so nobody need have chosen it first. Whoever chose that the bot does not write first is not
 * asked.
 */
function asIfOn(person: Person): Person {
  const { settings } = person;
  if (settings.nudgesChosenAt !== undefined) return person;
  return { ...person, settings: { ...settings, nudges: 'on' } };
}

export function wantsFitCheck(person: Person, now: Temporal.Instant): boolean {
  return wantsNudges(asIfOn(person), now).may === 'now';
}

/** Whether somebody is to be asked after so many meetings: once, and once more if they wished for that (MAT-11) or never got it. */
export function isToAsk(known: FitCheck | undefined, held: number, after: number): boolean {
  if (known !== undefined) return known.againAfter !== null && held >= known.againAfter;
  return held >= after && held <= after + NEW_FOR;
}

/** For a pair that has met: whom of the two to ask today. Whether it is really asked is decided then. */
export function asksFit(
  pair: Pair,
  two: readonly Person[],
  programme: Programme | undefined,
  held: number,
  known: readonly FitCheck[],
  date: string,
  now: Temporal.Instant,
): DueNew[] {
  if (programme === undefined || pair.state !== 'active') return [];
  const { fitAfter } = programme.document.matching;
  const own = (person: Person) =>
    known.find(({ personId, pairId }) => personId === person.id && pairId === pair.id);
  return two
    .filter((person) => wantsFitCheck(person, now) && isToAsk(own(person), held, fitAfter))
    .map((person) => {
      const at = nextLoud(now, person.zone, person.quietFrom, person.quietTo);
      return {
        key: `${FIT_CHECK}:${pair.id}:${person.id}:${date}`,
        command: 'ask-fit',
        args: { personId: person.id, pairId: pair.id },
        at,
        until: at.add(WAITS),
        subject: `nudges:${person.id}`,
      };
    });
}

/**
 * Asks one of two, in private, how it is to meet with the other, if they may be written to first now. What cannot be asked
 * today is asked another day.
 */
export const askFit = command({
  name: 'ask-fit',
  speaksFirst: true,
  schema: z.object({ personId: z.uuid(), pairId: z.uuid() }),
  async load(read, { personId, pairId }) {
    const [pair, person, accounts, recent, eased, known, held] = await Promise.all([
      read.pairs.pair(pairId),
      read.people.person(personId),
      read.people.accountsOf(personId),
      read.nudges.latestTo(personId, LOOKS_BACK),
      read.kept.timesOf('meeting.eased', 'pairId', pairId, 1),
      read.nudges.fitsOf([pairId]),
      read.nudges.metOf(pairId),
    ]);
    const programme = pair === undefined ? undefined : await read.programmes.programme(pair.programmeId);
    const reachable = accounts.some((account) => account.reachable);
    return { pair, programme, person, reachable, recent, eased: eased[0], known, held };
  },
  decide({ pair, programme, person, reachable, recent, eased, known, held }, _args, at, by): Change {
    if (by.is !== 'clock') throw new Error('It is asked at its time, nobody asks for it');
    if (pair?.state !== 'active' || person === undefined || programme === undefined || !reachable)
      return change({});
    if (eased !== undefined && isBefore(at.now, eased.add(AFTER_A_HARD_DAY))) return change({});
    const { nudges, matching } = programme.document;
    const own = known.find(({ personId }) => personId === person.id);
    const met = metBy(held, at.now);
    if (!isToAsk(own, met, matching.fitAfter)) return change({});
    const asked = { person: asIfOn(person), recent, unanswered: 0, weeklyCap: nudges.weeklyCap, now: at.now };
    if (mayNudge(asked).may !== 'now') return change({});
    const ids = { personId: person.id, pairId: pair.id };
    const nudge: Nudge = {
      id: at.newId(),
      version: 1,
      personId: person.id,
      // It is no reminder of this pair that could be left be.
      pairId: null,
      rule: FIT_CHECK,
      facts: { held: met },
      createdAt: at.now,
    };
    const fit = own === undefined ? first(ids, at.now, at.newId()) : again(own, at.now);
    return change({
      saves: [
        { table: 'fit_check', row: fit },
        { table: 'nudge', row: nudge },
        // Two things decided on side by side, or one beside a "stop", cannot both stand.
        { table: 'person', row: next(person, {}) },
      ],
      events: [{ event: 'fit.asked', ids }],
      outgoing: [
        {
          to: person.id,
          screen: FIT_CHECK,
          args: { fitId: fit.id },
          mode: 'new',
          card: cardOfFit(fit.id),
          until: at.now.add(WAITS),
          // Once more alone: whoever could not be asked twice is left in peace.
          ...(own === undefined ? { whenEnded: 'note-fit-asked' } : {}),
        },
      ],
    });
  },
});

/** The question was sent, or could not be: then it comes once more, the next day on which somebody may be asked. */
export const noteFitAsked = command({
  name: 'note-fit-asked',
  schema: z.object({ fitId: z.uuid(), personId: z.uuid(), ended: z.string() }),
  async load(read, { fitId }) {
    const fit = await read.nudges.fit(fitId);
    return fit === undefined ? undefined : { fit, held: await read.nudges.metOf(fit.pairId) };
  },
  decide(data, { ended }, at, by): Change {
    if (by.is !== 'clock') throw new Error('Nobody asks for this');
    if (data === undefined || ended === 'sent' || data.fit.answeredAt !== null) return change({});
    const row = next(data.fit, { againAfter: metBy(data.held, at.now) });
    return change({ saves: [{ table: 'fit_check', row }] });
  },
});

/** How many of these meetings lie behind. */
export function metBy(held: readonly Temporal.Instant[], now: Temporal.Instant): number {
  return held.filter((start) => !isBefore(now, start.add(LIES_BEHIND))).length;
}

export const cardOfFit = (fitId: string): string => `fit:${fitId}`;

function first(ids: Pick<FitCheck, 'personId' | 'pairId'>, askedAt: Temporal.Instant, id: string): FitCheck {
  return { id, version: 1, ...ids, askedAt, answerSealed: null, answeredAt: null, againAfter: null };
}

function again(known: FitCheck, askedAt: Temporal.Instant): FitCheck {
  return next(known, { askedAt, againAfter: null });
}
