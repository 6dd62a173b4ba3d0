import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { fadedRhythm, mayNudge } from '../../core/nudges/may-nudge.ts';
import { DEFAULT_SETTINGS, type Person } from '../../core/people/person.ts';
import { aNudge, aPerson } from './a-nudge.ts';

const at = (text: string) => Temporal.Instant.from(text);
const NOON = at('2026-11-23T12:00:00Z');

function asked(person: Partial<Person>, more: Partial<Parameters<typeof mayNudge>[0]> = {}) {
  return mayNudge({
    person: { ...aPerson, ...person },
    recent: [],
    unanswered: 0,
    weeklyCap: 2,
    now: NOON,
    ...more,
  });
}

const settings = (more: Partial<Person['settings']>) => ({ settings: { ...aPerson.settings, ...more } });

describe('whether the bot may write first', () => {
  it.each([
    ['to somebody who never chose it', { settings: DEFAULT_SETTINGS }, 'off'],
    ['to somebody still arriving', { state: 'arriving' }, 'not-here'],
    ['to somebody held for a coordinator', { state: 'held' }, 'not-here'],
    ['after "stop"', { state: 'stopped' }, 'not-here'],
    ['on a break without an end', { paused: true }, 'on-a-break'],
    ['on a break until tomorrow', { paused: true, pausedUntil: NOON.add({ hours: 24 }) }, 'on-a-break'],
    ['while they asked for a while without', settings({ nudgesMutedUntil: '2026-11-24T00:00:00Z' }), 'muted'],
  ] as const)('not %s', (_when, person, why) => {
    expect(asked(person)).toEqual({ may: 'not', why });
  });

  it('again when a break or a while without is over', () => {
    expect(asked({ paused: true, pausedUntil: NOON })).toEqual({ may: 'now' });
    expect(asked(settings({ nudgesMutedUntil: NOON.toString() }))).toEqual({ may: 'now' });
  });

  it('not before their quiet hours end, the night the clocks change too', () => {
    const night = at('2027-03-28T00:30:00Z');
    expect(asked({}, { now: night })).toEqual({ may: 'later', at: at('2027-03-28T07:00:00Z') });
  });

  it('once in the days they chose, by the days on their wall', () => {
    const recent = [aNudge(at('2026-11-16T17:00:00Z'))];
    expect(asked({}, { recent })).toEqual({ may: 'now' });
    expect(asked({}, { recent, now: at('2026-11-22T20:00:00Z') })).toEqual({ may: 'not', why: 'too-soon' });
  });

  it('not over the cap of the week, even to somebody who chose every day', () => {
    const recent = [aNudge(at('2026-11-21T12:00:00Z')), aNudge(at('2026-11-18T12:00:00Z'))];
    expect(asked(settings({ nudgeEveryDays: 1 }), { recent })).toEqual({
      may: 'not',
      why: 'enough-this-week',
    });
    expect(asked(settings({ nudgeEveryDays: 1 }), { recent, weeklyCap: 3 })).toEqual({ may: 'now' });
  });

  it('less and less to somebody who leaves it be, never more rarely than every 90 days', () => {
    expect([0, 2, 3, 5, 6, 9, 12].map((unanswered) => fadedRhythm(7, unanswered))).toEqual([
      7, 7, 14, 14, 28, 56, 90,
    ]);
    const recent = [aNudge(at('2026-11-12T12:00:00Z'))];
    expect(asked({}, { recent, unanswered: 3 })).toEqual({ may: 'not', why: 'too-soon' });
    expect(asked({}, { recent, unanswered: 2 })).toEqual({ may: 'now' });
  });
});
