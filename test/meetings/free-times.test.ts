import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type Day,
  datesFrom,
  groupsOf,
  stretchesOf,
  type Window,
  withDifferent,
  withoutGroup,
  withTimes,
} from '../../core/meetings/free-times/free-times.ts';
import { type PaperPair, paperPair } from './paper-pair.ts';

const quarter = fc.integer({ min: 0, max: 95 });
const wall = (n: number) =>
  `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`;
const span = fc
  .tuple(quarter, quarter)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ from: wall(Math.min(a, b)), to: wall(Math.max(a, b)) }));
const days = fc.uniqueArray(fc.constantFrom<Day>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 });
const added = fc.record({ days, span, costly: fc.boolean() });

describe('the weeks of somebody', () => {
  it('hold what was said last about every quarter of an hour, in windows that never overlap', () => {
    fc.assert(
      fc.property(fc.array(added, { maxLength: 8 }), (steps) => {
        const weekly = steps.reduce<Window[]>(
          (weeks, step) => withTimes(weeks, step.days, step.span, step.costly),
          [],
        );
        const grouped = groupsOf(weekly).flatMap((group) => group.days.map((day) => ({ ...group, day })));
        for (const day of [1, 2, 3, 4, 5, 6, 7] as const) {
          for (let n = 0; n < 96; n += 1) {
            const at = wall(n);
            const holding = (each: { from: string; to: string }) => each.from <= at && at < each.to;
            const last = steps.findLast((step) => step.days.includes(day) && holding(step.span));
            const windows = weekly.filter((each) => each.day === day && holding(each));
            expect(windows.length).toBe(last === undefined ? 0 : 1);
            expect(windows[0]?.costly ?? false).toBe(last?.costly ?? false);
            expect(grouped.filter((each) => each.day === day && holding(each)).length).toBe(windows.length);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lose exactly what is taken away', () => {
    const weekly = withTimes(
      withTimes([], [1, 2, 3, 4, 5], { from: '17:00', to: '21:00' }, false),
      [6],
      { from: '08:00', to: '12:00' },
      false,
    );
    const [group] = groupsOf(weekly);
    expect(group).toMatchObject({ name: 'weekdays', from: '17:00' });
    expect(withoutGroup(weekly, { days: [2], from: '17:00', to: '21:00' })).toHaveLength(5);
  });

  it('show days in a row as one, and leave the past out', () => {
    const off = datesFrom('2026-12-24', '2026-12-27').map((date) => ({ date, kind: 'off' as const }));
    const known = withDifferent(
      [
        { date: '2026-11-01', kind: 'off' },
        { date: '2026-12-25', kind: 'extra' },
      ],
      off,
      '2026-11-23',
    );
    expect(known).toEqual(off);
    expect(stretchesOf(known, '2026-12-25')).toEqual([
      { kind: 'off', first: '2026-12-25', last: '2026-12-27' },
    ]);
  });
});

describe('saying when one is free (MTG-17)', () => {
  let pair: PaperPair;
  afterEach(async () => {
    expect(pair.world.faults).toEqual([]);
    await pair.world.close();
  });

  it('says honestly that nothing is known, and takes a weekly time in three taps', async () => {
    pair = await paperPair();
    await pair.world.write(pair.mentee, 'free');
    expect(pair.world.last(pair.mentee)).toContain('I do not know yet when you are free.');
    await pair.world.press(pair.mentee, 'Add times each week');
    await pair.world.press(pair.mentee, 'Monday to Friday');
    await pair.world.press(pair.mentee, 'Evening');
    expect(pair.world.last(pair.mentee)).toContain('Monday to Friday, 5:00 pm to 9:00 pm');
    const known = await pair.world.store.read.meetings.availability(pair.mentee.id);
    expect(known?.weekly).toHaveLength(5);
  });

  it('asks a mentor whether a time costs something, and takes what is written', async () => {
    pair = await paperPair();
    await pair.world.write(pair.mentor, 'free');
    await pair.world.press(pair.mentor, 'Add times each week');
    await pair.world.write(pair.mentor, 'Thursdays');
    await pair.world.write(pair.mentor, 'gibberish');
    expect(pair.world.last(pair.mentor)).toContain('I could not read that time.');
    await pair.world.write(pair.mentor, '10 to 12:30');
    await pair.world.press(pair.mentor, 'Yes, it costs me something');
    expect(pair.world.last(pair.mentor)).toContain('Thursday, 10:00 am to 12:30 pm (costs you something)');
    const known = await pair.world.store.read.meetings.availability(pair.mentor.id);
    expect(known?.weekly).toEqual([{ day: 4, from: '10:00', to: '12:30', costly: true }]);
  });

  it('takes days that are different, and everything away again', async () => {
    pair = await paperPair();
    await pair.world.write(pair.mentee, 'free');
    await pair.world.press(pair.mentee, 'Add times each week');
    await pair.world.press(pair.mentee, 'Every day');
    await pair.world.press(pair.mentee, 'All day');
    await pair.world.press(pair.mentee, 'A day that is different');
    await pair.world.press(pair.mentee, 'I am not free then');
    await pair.world.write(pair.mentee, '24 to 27 December');
    await pair.world.press(pair.mentee, 'The whole day');
    expect(pair.world.last(pair.mentee)).toContain(
      'Not free from Thursday 24 December to Sunday 27 December',
    );
    await pair.world.press(pair.mentee, 'A day that is different');
    await pair.world.press(pair.mentee, 'I am free then as well');
    await pair.world.press(pair.mentee, 'Tuesday 24 November');
    await pair.world.write(pair.mentee, '9pm to 10pm');
    expect(pair.world.last(pair.mentee)).toContain('Free on Tuesday 24 November, 9:00 pm to 10:00 pm');
    await pair.world.press(pair.mentee, 'Take some away');
    await pair.world.press(pair.mentee, 'Every day');
    await pair.world.press(pair.mentee, 'Not free from');
    await pair.world.press(pair.mentee, 'Free on');
    expect(pair.world.last(pair.mentee)).toContain('I do not know yet when you are free.');
    expect(await pair.world.store.read.meetings.availability(pair.mentee.id)).toMatchObject({
      weekly: [],
      exceptions: [],
    });
  });

  it('is what times are offered by, each on their own clock', async () => {
    pair = await paperPair(undefined, { mentor: { zone: 'Africa/Lagos' } });
    for (const [who, hours] of [
      [pair.mentee, '14:00 to 17:00'],
      [pair.mentor, '16:00 to 20:00'],
    ] as const) {
      await pair.world.write(who, 'free');
      await pair.world.press(who, 'Add times each week');
      await pair.world.write(who, 'Wednesday');
      await pair.world.write(who, hours);
      if (who === pair.mentor) await pair.world.press(who, 'No, it is fine');
    }
    await pair.world.write(pair.mentee, 'book');
    const offered = pair.world.labels(pair.mentee).filter((label) => /^\w+day \d+ \w+, /.test(label));
    expect(offered.length).toBeGreaterThan(0);
    for (const label of offered) expect(label).toMatch(/^Wednesday .*, (3:00|3:30|4:00|4:30) pm/);
  });

  it('keeps its bounds: three months in one go, and no more than can be kept', async () => {
    pair = await paperPair();
    await pair.world.write(pair.mentee, 'free');
    await pair.world.press(pair.mentee, 'A day that is different');
    await pair.world.press(pair.mentee, 'I am not free then');
    await pair.world.write(pair.mentee, '1 December to 30 June');
    await pair.world.press(pair.mentee, 'The whole day');
    expect(pair.world.said(pair.mentee)).toContain('That is more than three months in one go.');
    expect(await pair.world.store.read.meetings.availability(pair.mentee.id)).toBeUndefined();
  });
});
