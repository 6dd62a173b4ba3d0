import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bothInstants,
  clockChangeNear,
  firstAtOrAfter,
  recompute,
  resolveWall,
  shiftFor,
  wallOf,
} from '../../core/time/wall-time.ts';
import { at, atEpoch, CHANGE_NIGHTS, minutesAround, resolveByIntl, wallByIntl } from './oracles.ts';

const LONDON = 'Europe/London';

describe('a wall time becomes an instant', () => {
  it.each([
    ['2026-11-24T15:00', LONDON, '2026-11-24T15:00:00Z', 'plain'],
    ['2026-07-24T15:00', LONDON, '2026-07-24T14:00:00Z', 'plain'],
    ['2026-10-25T01:30', LONDON, '2026-10-25T00:30:00Z', 'overlap'],
    ['2027-03-28T01:30', LONDON, '2027-03-28T01:30:00Z', 'gap'],
    ['2026-09-27T02:30', 'Pacific/Auckland', '2026-09-26T14:30:00Z', 'gap'],
    ['2027-04-04T02:30', 'Pacific/Auckland', '2027-04-03T13:30:00Z', 'overlap'],
    ['2027-03-14T02:15', 'America/St_Johns', '2027-03-14T05:45:00Z', 'gap'],
    ['2026-11-01T01:15', 'America/St_Johns', '2026-11-01T03:45:00Z', 'overlap'],
    ['2028-02-29T09:00', LONDON, '2028-02-29T09:00:00Z', 'plain'],
  ])('%s in %s is %s (%s)', (wall, zone, instant, kind) => {
    expect(resolveWall(wall, zone).instant.toString()).toBe(instant);
    expect(resolveWall(wall, zone).kind).toBe(kind);
  });

  it('is the same by Intl alone, in every zone there is, at every clock change and between them, 2024 to 2031', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    const wrong: string[] = [];
    let checked = 0;
    for (const zone of zones) {
      for (const epoch of sampled(zone)) {
        const wall = wallOf(atEpoch(epoch), zone);
        if (wall !== wallByIntl(epoch, zone)) wrong.push(`${zone} ${epoch} ${wall}`);
        for (const asked of [wall, later(wall, 47)]) {
          const ours = resolveWall(asked, zone);
          const theirs = resolveByIntl(asked, zone);
          checked += 1;
          const same = ours.instant.epochMilliseconds === theirs.epoch && ours.kind === theirs.kind;
          if (!same)
            wrong.push(`${zone} ${asked} ${ours.kind} ${ours.instant} ${theirs.kind} ${theirs.epoch}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(zones.length).toBeGreaterThan(400);
    expect(checked).toBeGreaterThan(zones.length * 40);
  }, 60_000);

  it.each(CHANGE_NIGHTS)('holds minute by minute around $change in $zone', ({ zone, change }) => {
    for (const epoch of minutesAround(change, 3)) {
      const wall = wallOf(atEpoch(epoch), zone);
      expect(wall).toBe(wallByIntl(epoch, zone));
      const instants = (bothInstants(wall, zone) ?? [resolveWall(wall, zone).instant]).map(
        (one) => one.epochMilliseconds,
      );
      expect(instants).toContain(epoch);
    }
  });

  it.each([
    '2026-02-30T10:00',
    '2026-11-24 15:00',
    '2026-11-24T24:00',
    '2026-11-24T15:00Z',
    '',
    '2026-11-24T15:00:00',
  ])('refuses %j as a fault', (text) => {
    expect(() => resolveWall(text, LONDON)).toThrow(RangeError);
  });

  it('begins a skipped hour at the change itself', () => {
    expect(firstAtOrAfter('2027-03-28T01:30', LONDON).toString()).toBe('2027-03-28T01:00:00Z');
    expect(firstAtOrAfter('2026-10-25T01:30', LONDON).toString()).toBe('2026-10-25T00:30:00Z');
  });
});

describe('clock changes', () => {
  it.each(CHANGE_NIGHTS)(
    'the one at $change is seen in $zone, and only from before to after it',
    ({ zone, change }) => {
      const moment = at(change);
      const found = clockChangeNear(zone, moment.subtract({ hours: 1 }), moment.add({ hours: 1 }));
      expect(found?.at.toString()).toBe(moment.toString());
      expect(Math.abs((found?.afterMinutes ?? 0) - (found?.beforeMinutes ?? 0))).toBe(60);
      expect(clockChangeNear(zone, moment, moment.add({ hours: 24 }))).toBeNull();
      expect(
        clockChangeNear(zone, moment.subtract({ hours: 2 }), moment.subtract({ minutes: 1 })),
      ).toBeNull();
    },
  );

  it('never come in a zone without them', () => {
    expect(clockChangeNear('Asia/Tokyo', at('2026-01-01T00:00Z'), at('2031-01-01T00:00Z'))).toBeNull();
  });

  it.each([
    // London goes back on 25 October, Auckland went forward on 27 September: each moves the other's hour.
    [LONDON, 'Pacific/Auckland', '2026-10-29T18:00', 60],
    [LONDON, 'Pacific/Auckland', '2026-10-01T18:00', 60],
    [LONDON, 'America/St_Johns', '2026-10-29T18:00', 60],
    ['America/St_Johns', LONDON, '2026-10-29T18:00', -60],
    [LONDON, 'Pacific/Auckland', '2027-04-01T18:00', -60],
  ])('a weekly meeting in %s moves for a reader in %s: %s by %i minutes', (zone, reader, wall, minutes) => {
    expect(shiftFor(zone, reader, wall, 1)?.minutes).toBe(minutes);
  });

  it('moves nobody whose clock changes along, and nobody in other weeks', () => {
    expect(shiftFor(LONDON, 'Europe/Paris', '2026-10-29T18:00', 1)).toBeNull();
    expect(shiftFor(LONDON, LONDON, '2026-10-29T18:00', 1)).toBeNull();
    expect(shiftFor(LONDON, 'Pacific/Auckland', '2026-11-19T18:00', 1)).toBeNull();
  });
});

describe('newer time-zone data', () => {
  it('moves a stored instant that no longer shows its wall time', () => {
    const stored = at('2026-11-24T14:00Z');
    expect(recompute('2026-11-24T15:00', LONDON, stored)).toEqual({
      kind: 'moved',
      instant: at('2026-11-24T15:00Z'),
      minutes: 60,
    });
  });

  it('leaves everything that still holds, the second of two equal hours and a skipped time too', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CHANGE_NIGHTS),
        fc.integer({ min: -180, max: 180 }),
        fc.boolean(),
        ({ zone, change }, minutes, second) => {
          const wall = later(wallOf(at(change), zone), minutes);
          const both = bothInstants(wall, zone);
          const stored = second && both !== null ? both[1] : resolveWall(wall, zone).instant;
          expect(recompute(wall, zone, stored)).toEqual({ kind: 'same' });
        },
      ),
    );
  });
});

function sampled(zone: string): number[] {
  const from = Date.UTC(2024, 0, 1);
  const to = Date.UTC(2031, 11, 31);
  const step = 131 * 86_400_000 + 7 * 3_600_000 + 1_000 * 60 * 13;
  const spread = Array.from({ length: Math.floor((to - from) / step) }, (_, index) => from + index * step);
  const changes: number[] = [];
  let change = clockChangeNear(zone, atEpoch(from), atEpoch(to));
  while (change !== null && changes.length < 40) {
    const epoch = change.at.epochMilliseconds;
    // Half an hour either side of a change falls into the skipped or the doubled hour.
    changes.push(epoch - 3_600_000, epoch - 1_800_000, epoch, epoch + 1_800_000);
    change = clockChangeNear(zone, change.at, atEpoch(to));
  }
  return [...spread, ...changes];
}

function later(wall: string, minutes: number): string {
  return new Date(Date.parse(`${wall}Z`) + minutes * 60_000).toISOString().slice(0, 16);
}
