import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { ProgrammeDocument } from '../../core/programmes/programme.ts';
import type { TrainingRecord } from '../../core/training/training.ts';
import { endOf, trainingStands, WAYS_OF } from '../../core/training/training-stands.ts';

const MODULES = [
  { code: 'listening', name: 'Listening', requiredOf: ['mentor'] },
  {
    code: 'safety',
    name: 'Health and safety',
    requiredOf: ['mentor'],
    onlyFor: ['in-person'],
    refreshMonths: 12,
  },
  { code: 'groups', name: 'Group work', requiredOf: ['group-lead'], onlyFor: ['group'] },
  { code: 'welcome', name: 'Welcome', requiredOf: ['mentee'] },
  { code: 'extra', name: 'Extra' },
];
const contact = { name: 'Morag', phone: '01632 960 001', hours: 'Monday to Friday' };
const documentWith = (training: object, zone = 'Europe/London') =>
  ProgrammeDocument.parse({ v: 1, name: 'North', contact, training, safeguarding: { zone } });
const document = documentWith({ modules: MODULES });

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const now = at('2026-11-23T09:00:00Z');

function record(what: string, more: Partial<TrainingRecord> = {}): TrainingRecord {
  const ids = { id: crypto.randomUUID(), personId: crypto.randomUUID(), programmeId: crypto.randomUUID() };
  const doneAt = at('2026-01-05T00:00:00Z');
  const rest = {
    version: 1,
    kind: 'module',
    issuer: null,
    endsAt: null,
    by: 'desk',
    removedAt: null,
  } as const;
  return { ...ids, ...rest, what, doneAt, ...more };
}

const mentor = (records: readonly TrainingRecord[], when = now, of = document) =>
  trainingStands(of, records, WAYS_OF.mentor, 'mentor', when);

describe('how training stands (TRN-01, TRN-04)', () => {
  it('asks each only for what is required of what they are, and of how they meet people', () => {
    expect(mentor([]).missing).toEqual(['listening', 'safety']);
    expect(trainingStands(document, [], ['phone'], 'mentor', now).missing).toEqual(['listening']);
    expect(trainingStands(document, [], WAYS_OF['group-lead'], 'group-lead', now).missing).toEqual([
      'groups',
    ]);
    expect(trainingStands(document, [], WAYS_OF.mentee, 'mentee', now).missing).toEqual(['welcome']);
  });

  it('is complete with all of it, and with nothing asked', () => {
    const all = [record('listening'), record('safety')];
    expect(mentor(all)).toMatchObject({ missing: [], complete: true, inDate: ['listening', 'safety'] });
    expect(mentor([], now, documentWith({})).complete).toBe(true);
  });

  it('counts nothing that was taken back, is still to come, or is another kind of thing', () => {
    const listening = [
      record('listening', { removedAt: now }),
      record('listening', { doneAt: now.add({ minutes: 1 }) }),
      record('listening', { kind: 'course' }),
    ];
    expect(mentor([...listening, record('safety')]).missing).toEqual(['listening']);
  });

  it('says what ends soon, and goes by the record that lasts longest', () => {
    const soon = record('safety', { endsAt: at('2026-12-24T00:00:00Z') });
    expect(mentor([record('listening'), soon]).ending).toEqual([
      { code: 'safety', endsAt: at('2026-12-24T00:00:00Z') },
    ]);
    const renewed = record('safety', { endsAt: at('2027-12-24T00:00:00Z') });
    expect(mentor([record('listening'), renewed, soon]).ending).toEqual([]);
  });
});

describe('a check of an authority', () => {
  const checked = documentWith({
    modules: [],
    disclosure: { name: 'PVG', requiredOf: ['mentor'], months: 60 },
  });
  const check = (doneAt: string, more: Partial<TrainingRecord> = {}) =>
    record('PVG', { kind: 'disclosure', doneAt: at(doneAt), ...more });

  it.each([
    ['never', [], 'not-seen', false],
    ['a year ago', [check('2025-11-01T00:00:00Z')], 'valid', true],
    ['nearly five years ago', [check('2021-12-20T00:00:00Z')], 'ending', true],
    ['more than five years ago', [check('2021-11-20T00:00:00Z')], 'ended', false],
    ['and taken back', [check('2025-11-01T00:00:00Z', { removedAt: now })], 'not-seen', false],
  ] as const)('that was seen %s', (_when, records, disclosure, complete) => {
    expect(mentor(records, now, checked)).toMatchObject({ disclosure, complete });
  });

  it('is not asked of those whom the programme does not name', () => {
    expect(trainingStands(checked, [], WAYS_OF.mentee, 'mentee', now)).toMatchObject({
      disclosure: 'not-asked',
      complete: true,
    });
  });
});

describe('the end of something that is good for some months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2023-11-23', 36, '2026-11-23'],
  ])('that was done on %s and is good for %i months is %s', (done, months, end) => {
    const start = at(`${done}T10:00:00Z`);
    expect(endOf(start, months, 'UTC').toString()).toBe(`${end}T10:00:00Z`);
  });

  it('is at the same time of the clock on both sides of a clock change', () => {
    const ends = endOf(at('2026-01-15T00:00:00Z'), 6, 'Europe/London');
    expect(ends.toZonedDateTimeISO('Europe/London').toPlainDateTime().toString()).toBe('2026-07-15T00:00:00');
  });

  const day = fc.date({
    min: new Date('2000-01-01T00:00:00Z'),
    max: new Date('2090-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  const zones = fc.constantFrom('Europe/London', 'UTC', 'Pacific/Auckland', 'America/St_Johns');

  it('falls on the same day of the month, or the last one where that month is shorter', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 120 }), zones, (date, months, zone) => {
        const start = Temporal.Instant.fromEpochMilliseconds(date.getTime());
        const from = start.toZonedDateTimeISO(zone);
        const to = endOf(start, months, zone).toZonedDateTimeISO(zone);
        const count = (to.year - from.year) * 12 + to.month - from.month;
        // In an hour that a clock change leaves out the clock shows another time, never another day of these zones.
        expect(count).toBe(months);
        expect(to.day).toBe(Math.min(from.day, to.daysInMonth));
      }),
    );
  });

  it('is missing from that moment on and not a millisecond before, however many records there are', () => {
    const one = fc.record({ date: day, removed: fc.boolean() });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), zones, day, (given, zone, when) => {
        const of = documentWith({ modules: MODULES }, zone);
        const moment = Temporal.Instant.fromEpochMilliseconds(when.getTime());
        const records = given.map(({ date, removed }) =>
          record('safety', {
            doneAt: Temporal.Instant.fromEpochMilliseconds(date.getTime()),
            removedAt: removed ? now : null,
          }),
        );
        const isThere = records.some(
          ({ doneAt, removedAt }) =>
            removedAt === null &&
            doneAt.epochMilliseconds <= moment.epochMilliseconds &&
            moment.epochMilliseconds < endOf(doneAt, 12, zone).epochMilliseconds,
        );
        const stands = mentor(records, moment, of);
        expect(stands.missing.includes('safety')).toBe(!isThere);
        expect(stands.inDate.includes('safety')).toBe(isThere);
        expect(stands.complete).toBe(false);
      }),
    );
  });
});
