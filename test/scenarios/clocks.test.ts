import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pairUp, type Two } from '../support/arrive.ts';
import { type Hand, handOf } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let two: Two;
let aisha: Hand;
let ruth: Hand;

async function open(at: string, places: { aisha: string; ruth: string }): Promise<void> {
  world = await openWorld({ at });
  two = await pairUp(world);
  aisha = handOf(world, two.mentee);
  ruth = handOf(world, two.mentor);
  for (const [hand, place] of [
    [aisha, places.aisha],
    [ruth, places.ruth],
  ] as const) {
    if (place !== 'London') await hand.does('settings', { press: 'Place and time' }, place);
    // Two places may share a name; the one that was written stands first.
    if (hand.labels().some((label) => label.includes('(it is '))) await hand.presses(/\(it is /);
  }
}
const close = async (): Promise<void> => await world.close();
const noFaults = (): void => expect(world.faults).toEqual([]);

const booked = async (): Promise<Record<string, unknown>> =>
  (await world.rows('SELECT * FROM meeting ORDER BY "createdAt" DESC, id DESC LIMIT 1'))[0] ?? {};

async function agree(when: string): Promise<void> {
  await aisha.does('book', when, { press: 'By phone' }, { press: '30 minutes' }, { press: 'Skip' });
  await ruth.presses('Yes, that suits me');
}

describe('the night in October 2026 in which the clocks go back in London', () => {
  beforeAll(async () => await open('2026-10-19T08:00:00Z', { aisha: 'London', ruth: 'New York' }));
  afterEach(noFaults);
  afterAll(close);

  it('has an hour that comes twice: she is asked which one she means (MTG-03)', async () => {
    await aisha.does('book', 'Sunday 25 October 1.30am');
    expect(aisha.reads()).toMatch(/comes twice/);
    await aisha.presses(/1:30 am, after the clocks go back/);
    await aisha.does({ press: 'By text' }, { press: '15 minutes' });
    expect(await booked()).toMatchObject({
      startsAt: new Date('2026-10-25T01:30Z'),
      wall: '2026-10-25T01:30',
      zone: 'Europe/London',
    });
    await aisha.presses('Take it back');
  });

  it('leaves a meeting that repeats at the same hour of the wall, on both sides of the night (MTG-06, MTG-03)', async () => {
    await agree('tomorrow 3pm');
    await aisha.does({ press: 'Repeat this' }, { press: 'Every week' });
    await ruth.presses('Yes, repeat it');
    const rows = await world.rows(
      `SELECT to_char("startsAt" AT TIME ZONE 'UTC', 'MM-DD HH24:MI') AS utc, wall FROM meeting WHERE state = 'confirmed' ORDER BY "startsAt" LIMIT 3`,
    );
    expect(rows).toEqual([
      { utc: '10-20 14:00', wall: '2026-10-20T15:00' },
      { utc: '10-27 15:00', wall: '2026-10-27T15:00' },
      { utc: '11-03 15:00', wall: '2026-11-03T15:00' },
    ]);
  });

  it('warns the one whose own hour moves by it, beforehand, and nobody else (MTG-03, MTG-07)', async () => {
    for (const hand of [aisha, ruth]) hand.looks();
    await world.later({ hours: 7 * 24 + 12 });
    const warned = ruth.news().find((text) => /clocks change/.test(text));
    expect(warned).toMatch(/11:00 am, and not at 10:00 am/);
    expect(aisha.news().join()).not.toMatch(/11:00 am, and not/);
    expect(aisha.news().join()).toMatch(/3:00 pm/);
  });

  it('shows each their own time on every card afterwards (MTG-03, ACC-04)', async () => {
    const newest = (hand: Hand): string =>
      hand.phone.see().findLast(({ from, text }) => from.isBot && /27 October/.test(text))?.text ?? '';
    expect(newest(aisha)).toMatch(/Tuesday 27 October, 3:00 pm/);
    expect(newest(ruth)).toMatch(/Tuesday 27 October, 11:00 am/);
  });
});

describe('the night in March 2027 in which the clocks go forward in London', () => {
  beforeAll(async () => await open('2027-03-22T09:00:00Z', { aisha: 'London', ruth: 'London' }));
  afterEach(noFaults);
  afterAll(close);

  it('has an hour that does not exist: she is told, and offered the one the clocks show instead (MTG-03)', async () => {
    await aisha.does('book', 'Sunday 28 March 1.30am');
    expect(aisha.reads()).toMatch(/skip this time/);
    await aisha.presses(/2:30 am/);
    await aisha.does({ press: 'By text' }, { press: '15 minutes' });
    expect(await booked()).toMatchObject({
      startsAt: new Date('2027-03-28T01:30Z'),
      wall: '2027-03-28T02:30',
    });
    await aisha.presses('Take it back');
  });

  it('reminds a day and two hours before by the clock on the wall of the day itself (MTG-07)', async () => {
    await agree('Sunday 28 March 3pm');
    expect(await booked()).toMatchObject({ startsAt: new Date('2027-03-28T14:00Z') });
    aisha.looks();
    await world.later({ hours: 6 * 24 });
    const reminders = aisha.phone.see().filter(({ text }) => /short reminder|How are you\?/.test(text));
    for (const { text } of reminders) expect(text).toMatch(/Sunday 28 March, 3:00 pm/);
    const last = reminders.at(-1);
    expect(new Date(last?.at ?? 0).getTime()).toBeLessThan(new Date('2027-03-28T14:00Z').getTime());
    expect(reminders.length).toBeGreaterThanOrEqual(2);
  });
});

describe('a mentee in Auckland and her mentor in St John’s', () => {
  beforeAll(async () => await open('2026-11-23T20:00:00Z', { aisha: 'Auckland', ruth: "St John's" }));
  afterEach(noFaults);
  afterAll(close);

  it('mean the same moment, and each reads it on their own clock and day (MTG-03, ACC-04)', async () => {
    const zones = await world.rows('SELECT zone FROM person ORDER BY name');
    expect(zones).toEqual([{ zone: 'Pacific/Auckland' }, { zone: 'America/St_Johns' }]);
    await agree('Thursday 9am');
    expect(await booked()).toMatchObject({
      startsAt: new Date('2026-11-25T20:00Z'),
      zone: 'Pacific/Auckland',
      wall: '2026-11-26T09:00',
      state: 'confirmed',
    });
    const card = (hand: Hand): string =>
      hand.phone.see().findLast(({ from, text }) => from.isBot && /have agreed/.test(text))?.text ?? '';
    expect(card(aisha)).toMatch(/Thursday 26 November, 9:00 am/);
    expect(card(aisha)).toMatch(/For R(?:uth)? that is Wednesday, 4:30 pm/);
    expect(card(ruth)).toMatch(/Wednesday 25 November, 4:30 pm/);
    expect(card(ruth)).toMatch(/For Aisha that is Thursday, 9:00 am/);
  });

  it('are reminded in their own time and never in their own night (MTG-07, BND-05)', async () => {
    for (const hand of [aisha, ruth]) hand.looks();
    await world.later({ hours: 48 });
    for (const [hand, zone] of [
      [aisha, 'Pacific/Auckland'],
      [ruth, 'America/St_Johns'],
    ] as const) {
      const sent = hand.phone.see().filter(({ text }) => hand.news().includes(text));
      expect(sent.length).toBeGreaterThan(0);
      for (const { at, editedAt } of sent) {
        if (editedAt !== undefined) continue;
        const hour = Number(
          new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hour12: false }).format(at),
        );
        expect([zone, hour, hour >= 8 && hour < 21]).toEqual([zone, hour, true]);
      }
    }
  });
});
