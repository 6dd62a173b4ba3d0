import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { pairUp } from '../support/arrive.ts';
import { openWorld, type World } from '../support/world.ts';
import { type Chance, chanceOf } from './chance.ts';
import { figure, isFull, LONGEST_MS, seed } from './size.ts';

let world: World | undefined;

afterEach(async () => {
  await world?.close();
  world = undefined;
});

const LONDON = 'Europe/London';
/** The Sunday whose night changes the clocks, and when the telling begins and ends. */
const NIGHTS = {
  'clocks go forward': {
    begins: '2027-03-26T09:00:00Z',
    ends: '2027-03-30T12:00:00Z',
    days: ['2027-03-27', '2027-03-28', '2027-03-29'],
  },
  'clocks go back': {
    begins: '2027-10-29T09:00:00Z',
    ends: '2027-11-02T12:00:00Z',
    days: ['2027-10-30', '2027-10-31', '2027-11-01'],
  },
} as const;
type Night = keyof typeof NIGHTS;
const TIMES = ['10:00', '15:30'];
const ZONES = isFull ? ['UTC', LONDON, 'Pacific/Auckland', 'America/St_Johns'] : ['America/St_Johns'];
const STORIES = isFull ? 5 : 1;

describe('F11: the clock of the machine is moved, and its zone is another', () => {
  it.each(Object.keys(NIGHTS) as Night[])(
    'reminds once and keeps the wall time when %s',
    async (night) => {
      const calm = await told(night, 'UTC', (on, until) => goOn(on, until));
      expect(calm.length).toBeGreaterThanOrEqual(NIGHTS[night].days.length * TIMES.length * 2);
      let differences = 0;
      for (const zone of ZONES) {
        for (let story = 0; story < STORIES; story += 1) {
          const chance = chanceOf(seed + story);
          const moved = await told(night, zone, (on, until) => withSteps(on, until, chance));
          differences += calm.filter((each) => !moved.includes(each)).length + moved.length - calm.length;
          expect(moved).toEqual(calm);
          const jumped = await told(night, zone, (on, until) => withLeaps(on, until, chance));
          expect(new Set(jumped).size).toBe(jumped.length);
          expect(jumped.filter((each) => !calm.includes(each))).toEqual([]);
        }
      }
      figure('F11', `${night}: reminders told with a steady clock`, calm.length);
      figure(
        'F11',
        `${night}: missed or told twice with the clock moved, in ${ZONES.length} zones of the machine`,
        differences,
        '0',
      );
    },
    LONGEST_MS,
  );
});

type Way = (world: World, until: Temporal.Instant) => Promise<void>;

/** Books three days around the night, lets time pass in this way, and answers what people were reminded of. */
async function told(night: Night, machine: string, way: Way): Promise<string[]> {
  vi.stubEnv('TZ', machine);
  const { begins, ends, days } = NIGHTS[night];
  world = await openWorld({ at: begins });
  const two = await pairUp(world);
  for (const day of days)
    for (const time of TIMES)
      await world.coordinate('book-for-pair', { pairId: two.pairId, wall: `${day}T${time}`, mode: 'phone' });
  await way(world, Temporal.Instant.from(ends));
  const meetings = await world.core.read.meetings.standing(two.menteeId, 50);
  for (const { startsAt, wall, zone } of meetings) {
    expect(startsAt.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })).toBe(
      wall,
    );
    expect(TIMES).toContain(wall.slice(11));
  }
  expect(meetings.length).toBe(days.length * TIMES.length);
  const found = await world.rows(
    `SELECT concat_ws(' ', ids->>'startsAt', ids->>'kind', ids->>'minutes', CASE ids->>'personId' WHEN $1 THEN 'mentee' ELSE 'mentor' END) AS what
     FROM journal WHERE event = 'meeting.reminded' ORDER BY 1`,
    [two.menteeId],
  );
  const late = await world.rows(
    `SELECT id FROM journal WHERE event = 'meeting.reminded' AND at >= (ids->>'startsAt')::timestamptz`,
  );
  expect(late).toEqual([]);
  expect(world.faults).toEqual([]);
  await world.close();
  world = undefined;
  return found.map(({ what }) => String(what));
}

async function goOn(on: World, until: Temporal.Instant): Promise<void> {
  await on.later(on.clock.now().until(until));
}

/** Goes on, and is put back an hour or a day again and again. */
async function withSteps(on: World, until: Temporal.Instant, chance: Chance): Promise<void> {
  for (let times = 0; times < 12; times += 1) {
    await on.later({ minutes: chance.whole(60, 900) });
    on.clock.forward({ hours: chance.of([-1, -24]) });
    await on.settle();
  }
  await goOn(on, until);
}

/** Goes on, and is put forward an hour or a day: what was due meanwhile may be dropped, never told twice. */
async function withLeaps(on: World, until: Temporal.Instant, chance: Chance): Promise<void> {
  while (Temporal.Instant.compare(on.clock.now(), until) < 0) {
    await on.later({ minutes: chance.whole(60, 600) });
    on.clock.forward({ hours: chance.of([1, 24, -1]) });
    await on.settle();
  }
}
