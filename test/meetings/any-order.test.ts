import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { Performed } from '../../core/index.ts';
import { instant } from '../../core/kernel/instant.ts';
import { Meeting } from '../../core/meetings/meeting.ts';
import { endOf } from '../../core/meetings/meeting-rules.ts';
import type { Pair } from '../../core/pairs/pair.ts';
import type { Person } from '../../core/people/person.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { peopleOn } from './a-pair.ts';
import { byOf } from './in-full.ts';

const NOW = '2026-11-23T09:00:00Z';
const HALF_HOURS = 6;

/** One thing that somebody does: who, what, about which of the meetings so far, at which half hour. */
const action = fc.record({
  who: fc.constantFrom(
    'mentor',
    'mentor',
    'mentor',
    'mentee',
    'mentee',
    'other mentee',
    'other mentee',
    'stranger',
  ),
  what: fc.constantFrom('propose', 'propose', 'accept', 'accept', 'decline', 'move', 'move', 'cancel'),
  which: fc.nat(5),
  halfHour: fc.nat(HALF_HOURS - 1),
  minutes: fc.constantFrom(15, 30, 60, 90),
  /** A button that was shown a change ago. */
  old: fc.nat(5).map((one) => one === 0),
});
type Action = { who: string; what: string; which: number; halfHour: number; minutes: number; old: boolean };

type Cast = { people: Record<string, Person>; pairs: Pair[] };

let stage: Stage;

beforeAll(async () => {
  stage = await openStage(NOW);
});
afterAll(async () => {
  await stage.close();
});

async function newCast(): Promise<Cast> {
  const { person, pair } = await peopleOn(stage);
  const name = () => randomUUID();
  const [mentor, mentee, other, stranger] = [
    await person(name()),
    await person(name()),
    await person(name()),
    await person(name()),
  ];
  const pairs = [await pair(mentor, mentee), await pair(mentor, other)];
  return { people: { mentor, mentee, 'other mentee': other, stranger }, pairs };
}

async function meetingsOf(cast: Cast): Promise<Meeting[]> {
  const ids = cast.pairs.map(({ id }) => id);
  const rows = await stage.rows(
    'SELECT to_jsonb(m) AS m FROM meeting m WHERE "pairId" = ANY($1) ORDER BY m."createdAt", m.id',
    [ids],
  );
  return rows.map(({ m }) => Meeting.parse(m));
}

function perform(
  cast: Cast,
  meetings: readonly Meeting[],
  { who, what, which, halfHour, minutes, old }: Action,
) {
  const person = cast.people[who];
  const startsAt = Temporal.Instant.from('2026-11-24T10:00:00Z')
    .add({ minutes: halfHour * 30 })
    .toString();
  if (person === undefined) throw new Error(who);
  const by = byOf(person);
  const order = (command: string, args: object) => stage.core.perform({ command, args, by });
  if (what === 'propose') {
    const pairId = cast.pairs[which % 2]?.id;
    return order('propose-meeting', { pairId, startsAt, mode: 'phone', minutes, restMinutes: 0 });
  }
  const theirs = meetings.filter(
    ({ state, mentorId, menteeId }) =>
      /proposed|confirmed/.test(state) && [mentorId, menteeId].includes(person.id),
  );
  const within = theirs.length === 0 ? meetings : theirs;
  const meeting = within[which % Math.max(1, within.length)];
  if (meeting === undefined) return Promise.resolve<Performed>({ did: 'repeat' });
  const args = { meetingId: meeting.id, sequence: meeting.sequence - (old ? 1 : 0) };
  return order(`${what}-meeting`, what === 'move' ? { ...args, startsAt } : args);
}

const Taken = z.object({ meetingId: z.string(), personId: z.string(), from: instant, to: instant });

/** Time is taken exactly by what is agreed, from both, and nobody is in two places at once. */
async function nobodyIsInTwoPlaces(cast: Cast, meetings: readonly Meeting[]): Promise<void> {
  const rows = await stage.rows(
    `SELECT "meetingId", "personId", lower(during) AS "from", upper(during) AS "to" FROM occupancy
     WHERE "personId" = ANY($1)`,
    [Object.values(cast.people).map(({ id }) => id)],
  );
  const line = (id: string, person: string, from: Temporal.Instant, to: Temporal.Instant) =>
    `${id} ${person} ${from} ${to}`;
  const taken = z
    .array(Taken)
    .parse(rows)
    .map((each) => line(each.meetingId, each.personId, each.from, each.to));
  const agreed = meetings.filter(({ state }) => state === 'confirmed');
  const due = agreed.flatMap((each) =>
    [each.mentorId, each.menteeId].map((person) => line(each.id, person, each.startsAt, endOf(each))),
  );
  expect(taken.sort()).toEqual(due.sort());
  for (const one of agreed) {
    for (const other of agreed) {
      const shared = one.mentorId === other.mentorId || one.menteeId === other.menteeId;
      if (one.id === other.id || !shared) continue;
      const apart =
        Temporal.Instant.compare(endOf(one), other.startsAt) <= 0 ||
        Temporal.Instant.compare(endOf(other), one.startsAt) <= 0;
      expect(apart).toBe(true);
    }
  }
}

const LEGAL = {
  proposed: ['proposed', 'confirmed', 'declined', 'cancelled'],
  confirmed: ['confirmed', 'cancelled'],
  declined: ['declined'],
  cancelled: ['cancelled'],
} as const satisfies Record<Meeting['state'], readonly Meeting['state'][]>;

function everyStepIsLegal(before: readonly Meeting[], after: readonly Meeting[]): void {
  for (const was of before) {
    const is = after.find(({ id }) => id === was.id);
    if (is === undefined) throw new Error('A meeting is gone');
    const reachable: readonly string[] = LEGAL[was.state];
    expect(reachable).toContain(is.state);
    // Whatever changes grows by one in version and sequence alike, once for each thing that was done.
    expect(is.version - was.version).toBe(is.sequence - was.sequence);
    expect(is.version).toBeGreaterThanOrEqual(was.version);
    if (is.version === was.version) expect(is).toEqual(was);
    // An agreed time is left only by a yes to another, or by calling off.
    const moved = was.state === 'confirmed' && is.state === 'confirmed' && !is.startsAt.equals(was.startsAt);
    if (moved && is.version === was.version + 1) expect(is.startsAt).toEqual(was.offeredStartsAt);
  }
}

it('whatever is done in whatever order, and at once, nobody is in two meetings and strangers change nothing', async () => {
  const counted = { done: 0, confirmed: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(action, { minLength: 1, maxLength: 3 }), { minLength: 6, maxLength: 18 }),
      async (steps) => {
        const cast = await newCast();
        let before: Meeting[] = [];
        for (const atOnce of steps) {
          const done = await Promise.all(atOnce.map((each) => perform(cast, before, each)));
          const after = await meetingsOf(cast);
          await nobodyIsInTwoPlaces(cast, after);
          everyStepIsLegal(before, after);
          counted.done += done.filter(({ did }) => did === 'done').length;
          counted.confirmed += after.filter(({ state }) => state === 'confirmed').length;
          for (const [index, { who }] of atOnce.entries()) {
            if (who === 'stranger') expect(done[index]?.did).not.toBe('done');
          }
          if (atOnce.every(({ who }) => who === 'stranger')) expect(after).toEqual(before);
          before = after;
        }
      },
    ),
    { numRuns: 50, interruptAfterTimeLimit: 15_000 },
  );
  // Not vacuous: a good part of what was tried was done.
  expect(counted.done).toBeGreaterThan(100);
  expect(counted.confirmed).toBeGreaterThan(50);
}, 60_000);
