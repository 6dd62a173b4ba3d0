import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../core/kernel/command.ts';
import type { Nudge } from '../../core/nudges/nudge.ts';
import type { LatestMeetings } from '../../core/nudges/nudge-facts.ts';
import { nudgeScreen } from '../../core/nudges/nudge-screen.ts';
import { sendNudge } from '../../core/nudges/send-nudge.ts';
import type { Person } from '../../core/people/person.ts';
import { aPair, aPerson, momentOf, noMeetings, PAIR, PERSON, START } from './a-nudge.ts';

/** What can happen in somebody's weeks. Hours pass between any two things. */
type Event =
  | { readonly is: 'wait'; readonly minutes: number }
  | { readonly is: 'quiet'; readonly from: string; readonly to: string }
  | { readonly is: 'zone'; readonly zone: string }
  | {
      readonly is: 'settings';
      readonly nudges: 'on' | 'off';
      readonly everyDays: number;
      readonly mutedDays: number;
    }
  | { readonly is: 'break'; readonly days: number | null }
  | { readonly is: 'state'; readonly state: Person['state'] }
  | { readonly is: 'book'; readonly inDays: number };
/** Or a nudge is due. Its message reaches the app only after a while, in which something can happen too. */
type Step = Event | { readonly is: 'due'; readonly waits: number; readonly meanwhile: Event | null };

const clock = fc.constantFrom('00:00', '06:30', '08:00', '12:00', '21:00', '23:59');
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      is: fc.constant('wait' as const),
      minutes: fc.integer({ min: 1, max: 5 * 1440 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('quiet' as const), from: clock, to: clock }) },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant('zone' as const),
      zone: fc.constantFrom('Europe/London', 'Pacific/Auckland', 'America/St_Johns', 'Asia/Kathmandu'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constant('settings' as const),
      nudges: fc.constantFrom('on', 'on', 'off'),
      everyDays: fc.integer({ min: 1, max: 10 }),
      mutedDays: fc.constantFrom(0, 0, 3, 14),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ is: fc.constant('break' as const), days: fc.constantFrom(0, 0, 2, 7, null) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant('state' as const),
      state: fc.constantFrom('active', 'active', 'active', 'stopped', 'held'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ is: fc.constant('book' as const), inDays: fc.integer({ min: 0, max: 3 }) }),
  },
);

const due: fc.Arbitrary<Step> = fc.record({
  is: fc.constant('due' as const),
  waits: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1440 })),
  meanwhile: fc.option(event, { nil: null, freq: 2 }),
});
const step: fc.Arbitrary<Step> = fc.oneof({ weight: 3, arbitrary: event }, { weight: 2, arbitrary: due });

/** The wall clock by Intl alone, not by the code that is tested. */
function wallClock(at: Temporal.Instant, zone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return format.format(at.epochMilliseconds);
}

function quietNow({ quietFrom, quietTo, zone }: Person, at: Temporal.Instant): boolean {
  const time = wallClock(at, zone);
  if (quietFrom === quietTo) return false;
  return quietFrom < quietTo ? time >= quietFrom && time < quietTo : time >= quietFrom || time < quietTo;
}

/** Every reason why this person must not hear from the bot first at this moment. */
function against(person: Person, at: Temporal.Instant, latest: LatestMeetings): string[] {
  const muted = person.settings.nudgesMutedUntil;
  const later = (end: Temporal.Instant) => end.epochMilliseconds > at.epochMilliseconds;
  return [
    ...(quietNow(person, at) ? ['quiet hours'] : []),
    ...(person.state === 'active' ? [] : ['after stop']),
    ...(person.settings.nudges === 'on' ? [] : ['off']),
    ...(person.paused && (person.pausedUntil === null || later(person.pausedUntil)) ? ['on a break'] : []),
    ...(muted !== undefined && later(Temporal.Instant.from(muted)) ? ['muted'] : []),
    ...(latest.confirmed !== undefined && later(latest.confirmed) ? ['booked'] : []),
  ];
}

type Life = { now: Temporal.Instant; person: Person; latest: LatestMeetings; sent: Nudge[] };

function live(life: Life, happens: Event): void {
  const { person, now } = life;
  const inDays = (days: number) => now.add({ hours: days * 24 });
  if (happens.is === 'wait') life.now = now.add({ minutes: happens.minutes });
  if (happens.is === 'quiet') life.person = { ...person, quietFrom: happens.from, quietTo: happens.to };
  if (happens.is === 'zone') life.person = { ...person, zone: happens.zone };
  if (happens.is === 'state') life.person = { ...person, state: happens.state };
  if (happens.is === 'book') life.latest = { ...noMeetings, confirmed: inDays(happens.inDays), made: now };
  if (happens.is === 'break') {
    const until = happens.days === null ? null : inDays(happens.days);
    life.person = { ...person, paused: happens.days !== 0, pausedUntil: until };
  }
  if (happens.is === 'settings') {
    const muted = happens.mutedDays === 0 ? {} : { nudgesMutedUntil: inDays(happens.mutedDays).toString() };
    const { nudges, everyDays } = happens;
    const { nudgesMutedUntil: _before, ...kept } = person.settings;
    life.person = { ...person, settings: { ...kept, ...muted, nudges, nudgeEveryDays: everyDays } };
  }
}

/** One nudge falls due. Returns whether it was decided to send it. */
function decided(life: Life, weeklyCap: number): boolean {
  const recent = life.sent.toReversed();
  const data = { pair: aPair, person: life.person, reachable: true, recent, latest: life.latest, weeklyCap };
  const args = { personId: PERSON, pairId: PAIR, rule: 'quieter-than-agreed', date: '2026-11-23' };
  const decision = sendNudge.decide(data, args, momentOf(life.now), { is: 'clock' });
  if (isRefusal(decision)) throw new Error('a nudge is not refused, it is left out');
  for (const { at } of decision.due) expect(quietNow(life.person, at)).toBe(false);
  if (decision.outgoing.length === 0) return false;
  const rows = decision.saves.flatMap((save) => (save.table === 'nudge' ? [save.row] : []));
  expect(rows).toHaveLength(1);
  expect(decision.saves.find(({ table }) => table === 'person')?.row.version).toBe(life.person.version + 1);
  life.sent.push(...rows);
  return true;
}

function shown(life: Life): boolean {
  const row = life.sent.at(-1);
  if (row === undefined) return false;
  const to = { person: life.person, account: undefined, roles: [], programme: undefined, now: life.now };
  const data = { row, pair: aPair, latest: life.latest, partner: 'Tom' };
  return nudgeScreen.show(data, { nudgeId: row.id }, to) !== undefined;
}

describe('PAC-01 whatever happens in their weeks, nobody hears from the bot first', () => {
  it('in quiet hours, over their cap, after "stop", on a break, muted, booked, or while it is off', () => {
    let sent = 0;
    let heldBack = 0;
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 5, maxLength: 60 }),
        fc.integer({ min: 1, max: 3 }),
        (steps, weeklyCap) => {
          const life: Life = {
            now: START.add({ hours: 30 * 24 }),
            person: aPerson,
            latest: noMeetings,
            sent: [],
          };
          for (const happens of steps) {
            if (happens.is !== 'due') {
              live(life, happens);
              continue;
            }
            if (!decided(life, weeklyCap)) continue;
            expect(against(life.person, life.now, life.latest)).toEqual([]);
            const weekAgo = life.now.subtract({ hours: 7 * 24 }).epochMilliseconds;
            expect(
              life.sent.filter(({ createdAt }) => createdAt.epochMilliseconds > weekAgo).length,
            ).toBeLessThanOrEqual(weeklyCap);
            const [before] = life.sent.slice(-2, -1);
            const hours =
              before === undefined
                ? Infinity
                : before.createdAt.until(life.now, { largestUnit: 'hours' }).hours;
            expect(hours).toBeGreaterThan((life.person.settings.nudgeEveryDays - 1) * 24 - 27);
            sent += 1;
            life.now = life.now.add({ minutes: happens.waits });
            if (happens.meanwhile !== null) live(life, happens.meanwhile);
            if (shown(life)) expect(against(life.person, life.now, life.latest)).toEqual([]);
            else heldBack += 1;
          }
        },
      ),
      { numRuns: 3_000 },
    );
    // The weeks really held nudges, sent and held back.
    expect(sent).toBeGreaterThan(1_000);
    expect(heldBack).toBeGreaterThan(50);
  }, 60_000);
});
