import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import configured from '../../core/help/helplines.json' with { type: 'json' };
import {
  helplineConfiguration,
  helplines,
  linesNow,
  opensNext,
  staleSince,
} from '../../core/help/helplines.ts';
import { nextOpening, opening, opensAt } from '../../core/time/opening-hours.ts';

const ids = (lines: readonly { id: string }[]) => lines.map(({ id }) => id);
const london = (wall: string) =>
  Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/London').toInstant();

describe('the helplines', () => {
  it('begin with the emergency number and those that are there day and night', () => {
    const { always } = linesNow(london('2026-11-23T12:00'), {}, helplines.lines);
    expect(always.map(({ number }) => number)).toEqual(['999', '111', '116 123']);
  });

  it.each([
    ['Monday evening', '2026-11-23T18:00', true],
    ['Monday, a minute early', '2026-11-23T17:59', false],
    ['the night to Tuesday', '2026-11-24T01:59', true],
    ['Tuesday at two in the night', '2026-11-24T02:00', false],
    ['Friday afternoon', '2026-11-27T17:59', false],
    ['Saturday noon', '2026-11-28T12:00', true],
    ['the night to Monday', '2026-11-30T05:59', true],
    ['Monday at six in the morning', '2026-11-30T06:00', false],
    ['a summer evening', '2026-07-06T18:00', true],
    ['a summer afternoon that is evening further east', '2026-07-06T17:30', false],
  ])('know whether Breathing Space is open: %s', (_when, wall, open) => {
    expect(ids(linesNow(london(wall), {}, helplines.lines).openNow).includes('breathing-space')).toBe(open);
  });

  it('never count as open when nobody knows their hours, at any time of a week', () => {
    for (let minute = 0; minute < 7 * 24 * 60; minute += 30) {
      const { always, openNow } = linesNow(
        london('2026-11-23T00:00').add({ minutes: minute }),
        {},
        helplines.lines,
      );
      expect(ids([...always, ...openNow])).not.toContain('childline');
      expect(ids([...always, ...openNow])).not.toContain('shout');
    }
  });

  it('are each in exactly one place at every moment', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), fc.boolean(), (ms, young) => {
        const { always, openNow, others } = linesNow(
          Temporal.Instant.fromEpochMilliseconds(ms),
          { young },
          helplines.lines,
        );
        expect(ids([...always, ...openNow, ...others]).sort()).toEqual(ids(helplines.lines).sort());
      }),
    );
  });

  it('say when a closed line opens next, and say nothing where nobody knows', () => {
    const [breathingSpace] = helplines.lines.filter(({ id }) => id === 'breathing-space');
    const [shout] = helplines.lines.filter(({ id }) => id === 'shout');
    if (breathingSpace === undefined || shout === undefined) throw new Error('both are in the configuration');
    expect(opensNext(breathingSpace, london('2026-11-23T12:00:30'))?.toString()).toBe('2026-11-23T18:00:00');
    expect(opensNext(breathingSpace, london('2026-11-24T02:00'))?.toString()).toBe('2026-11-24T18:00:00');
    expect(opensNext(shout, london('2026-11-23T12:00'))).toBeUndefined();
  });
});

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const weekPoint = fc.integer({ min: 0, max: 7 * 24 * 4 - 1 });

function written(quarter: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${dayNames[Math.floor(quarter / 96)]} ${two(Math.floor((quarter % 96) / 4))}:${two((quarter % 4) * 15)}`;
}

/** The slow way: walk from the opening to the closing, quarter by quarter, and see whether now is on the way. */
function walks(from: number, to: number, now: Temporal.Instant): boolean {
  const here = now.toZonedDateTimeISO('Europe/London');
  const quarterNow = (here.dayOfWeek - 1) * 96 + here.hour * 4 + Math.floor(here.minute / 15);
  for (let at = from; at !== to; at = (at + 1) % (7 * 96)) if (at === quarterNow) return true;
  return false;
}

describe('opening hours', () => {
  const stretches = fc.array(
    fc.tuple(weekPoint, weekPoint).filter(([from, to]) => from !== to),
    { maxLength: 4 },
  );
  // Any week from 2026 on, those of the clock changes included.
  const moment = fc
    .integer({ min: 0, max: 60 * 24 * 366 * 2 })
    .map((minutes) => Temporal.Instant.from('2026-01-01T00:00Z').add({ minutes }));

  it('agree with walking through the week', () => {
    fc.assert(
      fc.property(stretches, moment, (week, now) => {
        const openings = week.map(([from, to]) => opening.parse({ from: written(from), to: written(to) }));
        expect(opensAt(openings, now)).toBe(week.some(([from, to]) => walks(from, to, now)));
      }),
      { numRuns: 500 },
    );
  });

  it('agree with walking in every minute of the week in which the clocks go back', () => {
    const openings = [opening.parse({ from: 'Friday 18:00', to: 'Monday 06:00' })];
    const quarter = { from: 4 * 96 + 72, to: 24 };
    for (let minute = 0; minute < 7 * 24 * 60; minute += 1) {
      const now = london('2026-10-22T00:00').add({ minutes: minute });
      expect(opensAt(openings, now)).toBe(walks(quarter.from, quarter.to, now));
    }
  });

  it('open next at the first beginning after now', () => {
    fc.assert(
      fc.property(stretches, moment, (week, now) => {
        fc.pre(week.length > 0);
        const openings = week.map(([from, to]) => opening.parse({ from: written(from), to: written(to) }));
        const here = now.toZonedDateTimeISO('Europe/London').toPlainDateTime();
        const quarter = { smallestUnit: 'minute', roundingIncrement: 15, roundingMode: 'floor' } as const;
        let next = here.round(quarter).add({ minutes: 15 });
        const begins = new Set(week.map(([from]) => written(from)));
        const said = () =>
          `${dayNames[next.dayOfWeek - 1]} ${next.toPlainTime().toString({ smallestUnit: 'minute' })}`;
        while (!begins.has(said())) next = next.add({ minutes: 15 });
        expect(nextOpening(openings, now)?.toString()).toBe(next.toString());
      }),
      { numRuns: 20 },
    );
  });
});

describe('the configuration of the helplines', () => {
  it.each([
    ['a time that does not exist', { from: 'Monday 24:00', to: 'Tuesday 02:00' }],
    ['a day that does not exist', { from: 'Mon 18:00', to: 'Tuesday 02:00' }],
    ['a stretch without length', { from: 'Monday 18:00', to: 'Monday 18:00' }],
  ])('is refused with %s', (_what, hours) => {
    const lines = [{ id: 'shout', text: '85258', hours: [hours], source: 'x' }];
    expect(
      helplineConfiguration.safeParse({ checked: '2026-11-23', checkAgainDays: 120, lines }).success,
    ).toBe(false);
  });

  it('is refused without a date, without a source, or with a line twice', () => {
    const [first] = configured.lines;
    const { lines } = configured;
    expect(helplineConfiguration.safeParse({ checkAgainDays: 120, lines }).success).toBe(false);
    expect(
      helplineConfiguration.safeParse({ checked: '2026-02-30', checkAgainDays: 120, lines }).success,
    ).toBe(false);
    expect(
      helplineConfiguration.safeParse({ checked: '2026-11-23', checkAgainDays: 120, lines: [first, first] })
        .success,
    ).toBe(false);
    const bare = [{ ...first, source: '' }];
    expect(
      helplineConfiguration.safeParse({ checked: '2026-11-23', checkAgainDays: 120, lines: bare }).success,
    ).toBe(false);
  });

  it('goes stale the day after the last day it may be relied on', () => {
    const checked = Temporal.PlainDate.from('2026-01-01');
    const lastDay = checked.add({ days: helplines.checkAgainDays });
    expect(staleSince(checked, checked)).toBeUndefined();
    expect(staleSince(checked, lastDay)).toBeUndefined();
    expect(staleSince(checked, lastDay.add({ days: 1 }))?.toString()).toBe(
      lastDay.add({ days: 1 }).toString(),
    );
    expect(staleSince(checked, lastDay.add({ years: 1 }))?.toString()).toBe(
      lastDay.add({ days: 1 }).toString(),
    );
  });

  // By the day of the release, not by today: what was right when it was released does not turn red by itself. Whoever
  // runs it is told by "doctor" and "helplines", which go by today.
  it('was checked lately when it was released: otherwise look up each number and put the day into helplines.json', () => {
    const changelog = readFileSync(new URL('../../CHANGELOG.md', import.meta.url), 'utf8');
    const released = dayOfRelease(changelog);
    if (released !== undefined) expect(isFresh(helplines.checked, released)).toBe(true);
    expect(helplines.checked.toString() <= Temporal.Now.plainDateISO('UTC').add({ days: 1 }).toString()).toBe(
      true,
    );
  });

  it('is told from its changelog when that was, and refuses numbers that were old by then', () => {
    const checked = Temporal.PlainDate.from('2026-01-01');
    expect(dayOfRelease('# Changelog\n\n## 1.0.0 (unreleased)\n')).toBeUndefined();
    const released = dayOfRelease('# Changelog\n\n## 1.0.0 (2026-05-01)\n\n- a\n\n## 0.1.0 (2025-01-01)\n');
    expect(released?.toString()).toBe('2026-05-01');
    expect(isFresh(checked, Temporal.PlainDate.from('2026-05-01'))).toBe(true);
    expect(isFresh(checked, Temporal.PlainDate.from('2026-05-02'))).toBe(false);
    expect(isFresh(checked, Temporal.PlainDate.from('2025-12-31'))).toBe(false);
    expect(() => dayOfRelease('# Changelog\n\n## 1.0.0\n')).toThrow();
  });
});

/** The day in the heading of the newest release; undefined before it is released. */
function dayOfRelease(changelog: string): Temporal.PlainDate | undefined {
  const [, said] = /^## \S+ \((unreleased|\d{4}-\d{2}-\d{2})\)$/m.exec(changelog) ?? [];
  if (said === undefined) throw new Error('The newest release has no day, and is not "unreleased"');
  return said === 'unreleased' ? undefined : Temporal.PlainDate.from(said);
}

/** Whether numbers checked on that day could be relied on at a release; no number is checked after it. */
function isFresh(checked: Temporal.PlainDate, released: Temporal.PlainDate): boolean {
  return staleSince(checked, released) === undefined && Temporal.PlainDate.compare(checked, released) <= 0;
}
