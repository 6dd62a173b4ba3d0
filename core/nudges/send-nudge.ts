import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { change, next } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { isBefore } from '../kernel/instant.ts';
import type { Person } from '../people/person.ts';
import { mayNudge } from './may-nudge.ts';
import type { Nudge } from './nudge.ts';
import { factsOf, type LatestMeetings } from './nudge-facts.ts';
import { ruleNamed } from './nudge-rules.ts';
import { dueNudge } from './sweep-nudges.ts';

/** Enough to know the last week and how many were left be. */
const LOOKS_BACK = 40;
/** Our default where a programme sets none. */
const WEEKLY_CAP = 2;
/** A nudge that could not be delivered for that long is not delivered any more. */
const STANDS_FOR = { hours: 6 };

/**
 * Decides on one nudge when its moment has come, from how things are then: the person may have booked, taken a break or
 * changed their mind since the sweep. What it was decided on is kept, for "why did I get this?".
 */
export const sendNudge = command({
  name: 'send-nudge',
  speaksFirst: true,
  schema: z.object({ personId: z.uuid(), pairId: z.uuid(), rule: z.string(), date: z.iso.date() }),
  async load(read, { personId, pairId }) {
    const pair = await read.pairs.pair(pairId);
    const programme = pair === undefined ? undefined : await read.programmes.programme(pair.programmeId);
    return {
      pair,
      person: await read.people.person(personId),
      reachable: (await read.people.accountsOf(personId)).some((account) => account.reachable),
      recent: await read.nudges.latestTo(personId, LOOKS_BACK),
      latest: (await read.nudges.latestMeetings([pairId])).get(pairId),
      weeklyCap: programme?.document.nudges.weeklyCap ?? WEEKLY_CAP,
    };
  },
  decide({ pair, person, reachable, recent, latest, weeklyCap }, args, at, by) {
    if (by.is !== 'clock') throw new Error('A nudge is due at its time, nobody asks for it');
    const rule = ruleNamed(args.rule);
    if (pair === undefined || person === undefined || latest === undefined || rule === undefined)
      return change({});
    const theirs = pair.mentorId === person.id || pair.menteeId === person.id;
    const facts = factsOf(pair, latest, at.now);
    if (!theirs || !reachable || !rule.holds(facts)) return change({});
    const unanswered = leftBe(recent, person, args.pairId, latest);
    const may = mayNudge({ person, recent, unanswered, weeklyCap, now: at.now });
    if (may.may === 'not') return change({});
    if (may.may === 'later') return change({ due: [dueNudge(args, may.at)] });
    const id = at.newId();
    const row: Nudge = {
      id,
      version: 1,
      personId: person.id,
      pairId: pair.id,
      rule: args.rule,
      facts,
      createdAt: at.now,
    };
    const outgoing = {
      to: person.id,
      screen: 'nudge',
      args: { nudgeId: id },
      mode: 'new',
      card: `nudge:${id}`,
    } as const;
    return change({
      // The person's row is written too: two nudges decided on side by side, or one beside a "stop", cannot both stand.
      saves: [
        { table: 'nudge', row },
        { table: 'person', row: next(person, {}) },
      ],
      events: [
        { event: 'nudge.sent', ids: { nudgeId: id, personId: person.id, pairId: pair.id, rule: args.rule } },
      ],
      outgoing: [{ ...outgoing, until: at.now.add(STANDS_FOR) }],
    });
  },
});

/** How many nudges about this pair lie behind since it last made a meeting and the person last chose a rhythm. */
function leftBe(recent: readonly Nudge[], person: Person, pairId: string, latest: LatestMeetings): number {
  const chosen = person.settings.nudgesChosenAt;
  const after = (at: Temporal.Instant): boolean =>
    (latest.made === undefined || isBefore(latest.made, at)) &&
    (chosen === undefined || isBefore(Temporal.Instant.from(chosen), at));
  return recent.filter((nudge) => nudge.pairId === pairId && after(nudge.createdAt)).length;
}
