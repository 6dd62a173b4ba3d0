import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { plannedBefore } from '../../core/meetings/before/before-meeting.ts';
import type { Series } from '../../core/meetings/meeting.ts';
import { acceptSeries, declineSeries } from '../../core/meetings/series/accept-series.ts';
import { endSeries } from '../../core/meetings/series/end-series.ts';
import { proposeSeries } from '../../core/meetings/series/propose-series.ts';
import { occurrences } from '../../core/time/repeats.ts';
import {
  aMeetingInFull,
  aPairInFull,
  aPerson,
  byOf,
  changeOf,
  instantOf,
  keys,
  momentOf,
  NOW,
  refusedOf,
} from './in-full.ts';

const at = momentOf();
const found = aPairInFull();
const { pair, mentor, mentee } = found;
const zoe = aPerson('Zoe');

const series: Series = {
  id: randomUUID(),
  version: 2,
  programmeId: pair.programmeId,
  pairId: pair.id,
  state: 'proposed',
  proposedBy: mentee.id,
  everyDays: 7,
  wall: '2026-11-24T15:00',
  zone: 'Europe/London',
  minutes: 30,
  restMinutes: 0,
  mode: 'phone',
  madeUntil: '2026-11-24',
  createdAt: NOW,
};
const candidates = occurrences({
  ...series,
  from: instantOf('2026-11-25T00:00:00Z'),
  count: 8,
  exceptions: [],
}).map((occurrence) => ({ occurrence, found }));

const accept = (
  who = mentor,
  version = 2,
  fields: Partial<Series> = {},
  pairFields: Partial<typeof pair> = {},
) => {
  const full = candidates.map((each) => ({ ...each, found: { ...found, pair: { ...pair, ...pairFields } } }));
  const data = { series: { ...series, ...fields }, begun: undefined, candidates: full, keys };
  return acceptSeries.decide(data, { seriesId: series.id, version }, at, byOf(who));
};

describe('agreeing on a rhythm (MTG-06)', () => {
  it('is for the other one alone, about the rhythm as it stands, while the pair is there', () => {
    expect(changeOf(accept()).claims).toHaveLength(4);
    expect(refusedOf(accept(mentee))).toBe('series.changed');
    expect(refusedOf(accept(mentor, 1))).toBe('series.changed');
    expect(refusedOf(accept(mentor, 2, { state: 'ended' }))).toBe('series.changed');
    expect(refusedOf(accept(mentor, 2, {}, { state: 'paused' }))).toBe('series.changed');
    expect(refusedOf(accept(zoe))).toBe('meeting.not-yours');
  });

  it('is the rhythm of the pair from then on, by which it is told when a while has passed', () => {
    const rows = changeOf(accept()).saves.filter(({ table }) => table === 'pair');
    expect(rows).toMatchObject([{ row: { id: pair.id, rhythmDays: 7, version: pair.version + 1 } }]);
    const fortnight = accept(mentor, 2, { everyDays: 14 }, { rhythmDays: 30 });
    expect(changeOf(fortnight).saves).toContainEqual(
      expect.objectContaining({ row: expect.objectContaining({ id: pair.id, rhythmDays: 14 }) }),
    );
  });

  it('has somebody without an app rung about each meeting it adds, and nobody who has one', () => {
    const tasksFor = (reachable: readonly string[]) => {
      const full = candidates.map((each) => ({ ...each, found: { ...found, reachable: [...reachable] } }));
      const data = { series, begun: undefined, candidates: full, keys };
      const decided = acceptSeries.decide(data, { seriesId: series.id, version: 2 }, at, byOf(mentor));
      return changeOf(decided).saves.flatMap((each) => (each.table === 'task' ? [each.row] : []));
    };
    expect(tasksFor([mentor.id, mentee.id])).toEqual([]);
    const tasks = tasksFor([mentor.id]);
    expect(tasks).toHaveLength(4);
    for (const task of tasks) expect(task).toMatchObject({ kind: 'tell-by-phone', personId: mentee.id });
    expect(new Set(tasks.map(({ meetingId }) => meetingId)).size).toBe(4);
    // Whoever says yes, be it with somebody's help, knows.
    expect(tasksFor([mentee.id])).toEqual([]);
  });

  it('is said no to by either of the two, and by nobody else', () => {
    const decline = (who = mentor, version = 2) =>
      declineSeries.decide({ series, found }, { seriesId: series.id, version }, at, byOf(who));
    expect(changeOf(decline()).saves).toMatchObject([{ row: { state: 'ended' } }]);
    expect(changeOf(decline(mentee)).saves).toMatchObject([{ row: { state: 'ended' } }]);
    expect(refusedOf(decline(mentor, 1))).toBe('series.changed');
    expect(refusedOf(decline(zoe))).toBe('meeting.not-yours');
  });

  it('is asked by one of the two, about a meeting that is agreed, while the pair is there', () => {
    const propose = (
      who = mentee,
      fields: Parameters<typeof aMeetingInFull>[0] = { state: 'confirmed' },
      state = pair.state,
    ) => {
      const full = aMeetingInFull(fields, { ...found, pair: { ...pair, state } });
      const args = { meetingId: full.meeting.id, everyDays: 7 };
      return proposeSeries.decide({ found: full, standing: [] }, args, at, byOf(who));
    };
    expect(changeOf(propose()).saves).toMatchObject([
      { table: 'series', row: { state: 'proposed', everyDays: 7 } },
    ]);
    expect(refusedOf(propose(zoe))).toBe('meeting.not-yours');
    expect(refusedOf(propose(mentee, { state: 'proposed' }))).toBe('meeting.changed');
    expect(refusedOf(propose(mentee, { state: 'confirmed' }, 'paused'))).toBe('series.not-now');
  });

  it('is ended by one of the two, and then nothing of it is due any more', () => {
    const agreed = { ...series, state: 'agreed' as const };
    const end = (who = mentor, now = agreed) =>
      endSeries.decide(
        { series: now, pair: found, meetings: [] },
        { seriesId: series.id, callOff: false },
        at,
        byOf(who),
      );
    expect(changeOf(end()).callOff).toContain(`series:${series.id}`);
    expect(refusedOf(end(zoe))).toBe('meeting.not-yours');
    expect(
      refusedOf(
        endSeries.decide(
          { series, pair: found, meetings: [] },
          { seriesId: series.id, callOff: false },
          at,
          byOf(mentor),
        ),
      ),
    ).toBe('series.changed');
  });
});

describe('the warning before a clock change', () => {
  const lagos = aPerson('Ana', 'Africa/Lagos');
  const meetingOn = (date: string) => {
    const startsAt = instantOf(`${date}T19:00:00Z`);
    return aMeetingInFull(
      { state: 'confirmed', startsAt, wall: `${date}T19:00` },
      aPairInFull(lagos, mentee),
    );
  };
  const warned = (date: string, now: string, everyDays?: number) => {
    const { meeting, programme } = meetingOn(date);
    return plannedBefore(meeting, lagos, programme, instantOf(now), everyDays).filter(
      ({ kind }) => kind === 'clock-change',
    );
  };

  it('comes with the first meeting after the change, and not with those that follow', () => {
    expect(warned('2026-10-27', '2026-10-01T09:00:00Z', 7)).toMatchObject([{ usual: '19:00' }]);
    expect(warned('2026-11-03', '2026-10-01T09:00:00Z', 7)).toEqual([]);
  });

  it('does not come once the clocks have changed', () => {
    expect(warned('2026-10-27', '2026-10-26T09:00:00Z', 7)).toEqual([]);
    expect(warned('2026-10-27', '2026-10-26T09:00:00Z')).toEqual([]);
  });

  it('comes at once when the change is nearer than a week', () => {
    const [soon] = warned('2026-10-27', '2026-10-22T12:00:00Z', 7);
    expect(soon?.at.toString()).toBe('2026-10-22T12:00:00Z');
  });
});
