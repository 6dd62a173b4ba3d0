import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { change, type DueNew } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import type { Pair } from '../pairs/pair.ts';
import type { Person } from '../people/person.ts';
import { nextLoud } from '../time/quiet.ts';
import { asksFit, LIES_BEHIND } from './ask-fit.ts';
import { groupSweep } from './group-still-helping.ts';
import { wantsNudges } from './may-nudge.ts';
import { factsOf, type LatestMeetings } from './nudge-facts.ts';
import { nudgeRules } from './nudge-rules.ts';
import { asksStillHelping, STILL_HELPING } from './still-helping.ts';

/** Pairs looked at in one go. */
const PAGE = 200;
/** When the day's sweep begins, UTC: a time when most people in Britain are up (our default). */
const SWEEP_AT = '09:00';
/** A nudge that could not be decided on for that long is left to the next sweep. */
const WAITS = { hours: 12 };

/** The next daily sweep after a moment. Its key is its date: however often it is asked for, it is due once. */
export function nextSweep(now: Temporal.Instant): DueNew {
  const today = now.toZonedDateTimeISO('UTC').toPlainDate();
  const at = (day: Temporal.PlainDate) => Temporal.Instant.from(`${day}T${SWEEP_AT}:00Z`);
  const date = Temporal.Instant.compare(at(today), now) > 0 ? today : today.add({ days: 1 });
  return {
    key: `sweep-nudges:${date}`,
    command: 'sweep-nudges',
    args: { date: date.toString() },
    at: at(date),
  };
}

/** What is looked at once a day in other parts. */
function otherSweeps(date: string, at: Temporal.Instant): DueNew[] {
  return ['sweep-supervised', 'sweep-unmatched'].map((name) => ({
    key: `${name}:${date}:`,
    command: name,
    args: { date },
    at,
  }));
}

/** Sees to it that the daily sweep is due. Harmless when it is due already. */
export const startSweeps = command({
  name: 'start-sweeps',
  schema: z.object({}),
  async load() {
    return undefined;
  },
  decide(_data, _args, at, by) {
    if (by.is !== 'clock' && by.is !== 'coordinator') throw new Error('People do not start sweeps');
    return change({ due: [nextSweep(at.now)] });
  },
});

/**
 * Looks at a page of active pairs by the rules, and makes a nudge due for each of the two whom one fits and who chose to
 * hear from the bot. Whether it is really sent is decided when its moment comes.
 */
export const sweepNudges = command({
  name: 'sweep-nudges',
  schema: z.object({ date: z.iso.date(), after: z.uuid().optional() }),
  async load(read, { after, date }) {
    const pairs = await read.pairs.active({ most: PAGE, ...(after === undefined ? {} : { after }) });
    const people = await read.people.people(pairs.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]));
    const latest = await read.nudges.latestMeetings(pairs.map(({ id }) => id));
    const programmes = await read.programmes.all();
    const asks = programmes.some(({ document }) => document.stillHelping.on);
    const asked = asks
      ? await read.nudges.lastOf(
          STILL_HELPING,
          pairs.map(({ id }) => id),
        )
      : [];
    const ids = pairs.map(({ id }) => id);
    const began = Temporal.Instant.from(`${date}T${SWEEP_AT}:00Z`).subtract(LIES_BEHIND);
    const [met, fits] = await Promise.all([read.nudges.metBefore(ids, began), read.nudges.fitsOf(ids)]);
    return {
      pairs,
      latest,
      programmes,
      asked,
      met,
      fits,
      people: new Map(people.map((person) => [person.id, person])),
    };
  },
  decide({ pairs, latest, programmes, asked, met, fits, people }, { date, after }, at, by) {
    if (by.is !== 'clock') throw new Error('A sweep is due at its time, nobody asks for it');
    const due = pairs.flatMap((pair) => {
      const two = [people.get(pair.menteeId), people.get(pair.mentorId)].flatMap((person) => person ?? []);
      const programme = programmes.find(({ id }) => id === pair.programmeId);
      return [
        ...nudgesFor(pair, two, latest.get(pair.id), date, at.now),
        ...asksStillHelping(pair, two, programme, asked, date, at.now),
        ...asksFit(pair, two, programme, met.get(pair.id) ?? 0, fits, date, at.now),
      ];
    });
    const last = pairs.length === PAGE ? pairs.at(-1) : undefined;
    const goesOn = { command: 'sweep-nudges', args: { date, after: last?.id ?? '' }, at: at.now };
    return change({
      due: [
        // First of all the next day's, so that nothing that goes wrong with a page can end the row of sweeps.
        ...(after === undefined
          ? [nextSweep(at.now), groupSweep(date, at.now), ...otherSweeps(date, at.now)]
          : []),
        ...(last === undefined ? [] : [{ ...goesOn, key: `sweep-nudges:${date}:${last.id}` }]),
        ...due,
      ],
    });
  },
});

function nudgesFor(
  pair: Pair,
  people: readonly Person[],
  latest: LatestMeetings | undefined,
  date: string,
  now: Temporal.Instant,
): DueNew[] {
  const wanting = people.filter((person) => wantsNudges(person, now).may === 'now');
  if (wanting.length === 0 || latest === undefined) return [];
  const facts = factsOf(pair, latest, now);
  return nudgeRules
    .filter(({ holds }) => holds(facts))
    .flatMap(({ rule }) =>
      wanting.map((person) => {
        const at = nextLoud(now, person.zone, person.quietFrom, person.quietTo);
        return dueNudge({ personId: person.id, pairId: pair.id, rule: rule.name, date }, at);
      }),
    );
}

/** A nudge to decide on at a moment: dropped rather than decided on late, and called off with `nudges:<person id>`. */
export function dueNudge(
  args: { readonly personId: string; readonly pairId: string; readonly rule: string; readonly date: string },
  at: Temporal.Instant,
): DueNew {
  const { personId, pairId, rule } = args;
  return {
    key: `send-nudge:${rule}:${pairId}:${personId}:${at}`,
    command: 'send-nudge',
    args,
    at,
    until: at.add(WAITS),
    subject: `nudges:${personId}`,
  };
}
