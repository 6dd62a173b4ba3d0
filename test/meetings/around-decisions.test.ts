import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { noticePattern } from '../../core/meetings/after/notice-pattern.ts';
import { easeMeeting } from '../../core/meetings/before/ease-meeting.ts';
import { remind } from '../../core/meetings/before/remind.ts';
import { sayReady } from '../../core/meetings/before/say-ready.ts';
import { datesFrom } from '../../core/meetings/free-times/free-times.ts';
import { saveDifferentDay, saveFreeTimes } from '../../core/meetings/free-times/save-free-times.ts';
import type { Meeting } from '../../core/meetings/meeting.ts';
import { placeIn } from '../../core/meetings/new-meeting.ts';
import type { Task } from '../../core/tasks/task.ts';
import {
  aMeetingInFull,
  aPairInFull,
  aPerson,
  byOf,
  changeOf,
  instantOf,
  keys,
  meetingIn,
  momentOf,
  NOW,
  refusedOf,
} from './in-full.ts';

const clock = { is: 'clock' } as const;
const at = momentOf();

describe('a reminder, when its moment has come', () => {
  const confirmed = (fields: Partial<Meeting> = {}) => aMeetingInFull({ state: 'confirmed', ...fields });
  const decide = (found = confirmed(), more: object = {}, now = '2026-11-24T13:00:00Z') => {
    const ids = { meetingId: found.meeting.id, personId: found.mentee.id, sequence: 3 };
    const args = remind.schema.parse({ ...ids, kind: 'reminder', minutes: 120, ...more });
    return changeOf(remind.decide({ found, said: [], named: at.now }, args, momentOf(instantOf(now)), clock));
  };

  it('is sent with the card, not sent once quiet hours begin, and noted', () => {
    const { outgoing, events } = decide();
    expect(outgoing).toMatchObject([
      { screen: 'meeting', mode: 'new', args: { news: 'reminder', sequence: 3 } },
    ]);
    expect(outgoing[0]?.until?.toString()).toBe('2026-11-24T13:30:00Z');
    expect(events).toMatchObject([{ event: 'meeting.reminded', ids: { kind: 'reminder', minutes: 120 } }]);
    const nearNight = decide(
      confirmed({ startsAt: instantOf('2026-11-24T22:00:00Z') }),
      {},
      '2026-11-24T20:50:00Z',
    );
    expect(nearNight.outgoing[0]?.until?.toString()).toBe('2026-11-24T20:59:59.999Z');
  });

  it('waits while it is quiet, and is left out when that would be too late', () => {
    const early = confirmed({ startsAt: instantOf('2026-11-24T09:00:00Z') });
    const waiting = decide(early, {}, '2026-11-24T07:00:00Z');
    expect(waiting.outgoing).toEqual([]);
    expect(waiting.due.map((each) => each.at.toString())).toEqual(['2026-11-24T08:00:00Z']);
    const tooEarly = confirmed({ startsAt: instantOf('2026-11-24T08:04:00Z') });
    expect(decide(tooEarly, {}, '2026-11-24T07:00:00Z').due).toEqual([]);
  });

  it('is not sent about what has changed, or what this person does not wish any more', () => {
    for (const nothing of [
      decide(confirmed({ sequence: 4 })),
      decide(confirmed({ state: 'cancelled' })),
      decide(confirmed(), { minutes: 60 }),
      decide(confirmed(), {}, '2026-11-24T15:00:00Z'),
      decide({ ...confirmed(), reachable: [] }),
      decide(confirmed({ costly: true, menteeReady: true }), { kind: 'costly' }),
      decide(confirmed({ costly: false }), { kind: 'costly' }),
    ]) {
      expect([nothing.outgoing, nothing.due, nothing.events]).toEqual([[], [], []]);
    }
    expect(decide(confirmed({ costly: true }), { kind: 'costly' }).outgoing).toHaveLength(1);
  });

  it('comes by itself, and is asked for by nobody', () => {
    const found = confirmed();
    const args = {
      meetingId: found.meeting.id,
      personId: found.mentee.id,
      sequence: 3,
      kind: 'reminder',
      minutes: 120,
    } as const;
    expect(() =>
      remind.decide({ found, said: [], named: undefined }, args, at, byOf(found.mentee)),
    ).toThrow();
  });
});

describe('making a meeting easier, and saying that one will be there', () => {
  const found = aMeetingInFull({ state: 'confirmed', minutes: 60 });
  const ease = (meeting: Partial<Meeting>, how: 'shorter' | 'by-text', who = found.mentee, sequence = 3) => {
    const now = { ...found, meeting: { ...found.meeting, ...meeting } };
    return easeMeeting.decide(now, { meetingId: now.meeting.id, sequence, how }, at, byOf(who));
  };

  it.each([
    [
      { minutes: 60, restMinutes: 15 },
      { minutes: 30, restMinutes: 15 },
    ],
    [{ minutes: 45 }, { minutes: 20, restMinutes: 0 }],
    [
      { minutes: 35, restMinutes: 10 },
      { minutes: 15, restMinutes: 0 },
    ],
    [{ minutes: 20 }, { minutes: 15 }],
  ])('of %j makes %j', (long, short) => {
    expect(meetingIn(ease(long, 'shorter'))).toMatchObject(short);
  });

  it('never makes it worse, and is for the two alone, about the meeting as it is now', () => {
    expect(refusedOf(ease({ minutes: 15 }, 'shorter'))).toBe('meeting.changed');
    expect(refusedOf(ease({ mode: 'text' }, 'by-text'))).toBe('meeting.changed');
    expect(refusedOf(ease({ state: 'proposed' }, 'shorter'))).toBe('meeting.changed');
    expect(refusedOf(ease({}, 'shorter', found.mentee, 2))).toBe('meeting.changed');
    expect(refusedOf(ease({}, 'shorter', aPerson('Zoe')))).toBe('meeting.not-yours');
  });

  it('takes the number or link away when it is by text', () => {
    const { id } = found.meeting;
    const placeSealed = keys.of(found.mentee).seal('01592 000000', placeIn(id), at.random(12));
    expect(meetingIn(ease({ placeSealed, placeBy: found.mentee.id }, 'by-text'))).toMatchObject({
      ...{ mode: 'text', placeSealed: null, placeBy: null },
    });
  });

  it('says "I will be there" once, for oneself, about the meeting as it is now', () => {
    const ready = (meeting: Partial<Meeting> = {}, who = found.mentee, sequence = 3) => {
      const now = { ...found, meeting: { ...found.meeting, ...meeting } };
      return sayReady.decide(now, { meetingId: now.meeting.id, sequence }, at, byOf(who));
    };
    expect(meetingIn(ready())).toMatchObject({ menteeReady: true, mentorReady: false, sequence: 3 });
    expect(meetingIn(ready({}, found.mentor))).toMatchObject({ menteeReady: false, mentorReady: true });
    expect(changeOf(ready({ menteeReady: true })).saves).toEqual([]);
    expect(refusedOf(ready({}, found.mentee, 2))).toBe('meeting.changed');
    expect(refusedOf(ready({ state: 'proposed' }))).toBe('meeting.changed');
    expect(refusedOf(ready({}, aPerson('Zoe')))).toBe('meeting.not-yours');
  });
});

describe('a pattern of short notice (MTG-09)', () => {
  const { pair, programme } = aPairInFull();
  const calledOff = (...daysAgo: number[]) =>
    daysAgo.map((days) => ({ at: NOW.subtract({ hours: days * 24 + 1 }), notice: 60 }));
  const decide = (days: number[], asked?: Partial<Task>) => {
    const task = {
      id: randomUUID(),
      version: 1,
      programmeId: pair.programmeId,
      kind: 'may-want-a-hand',
    } as const;
    const about = {
      personId: null,
      pairId: pair.id,
      meetingId: null,
      createdAt: NOW,
      doneAt: null,
      doneBy: null,
    };
    const latest = asked === undefined ? undefined : { ...task, ...about, ...asked };
    const data = { pair, programme, calledOff: calledOff(...days), asked: latest };
    return changeOf(noticePattern.decide(data, { pairId: pair.id }, at, clock)).saves.map(
      ({ table }) => table,
    );
  };

  it('counts what lies in the days that the programme names', () => {
    expect(decide([1, 30, 59])).toEqual(['task', 'pair']);
    expect(decide([1, 30, 60])).toEqual([]);
  });

  it('asks nothing while a coordinator is at it, however much follows', () => {
    const createdAt = NOW.subtract({ hours: 24 * 10 });
    expect(decide([1, 2, 3], { createdAt })).toEqual([]);
    expect(decide([1, 2, 3], { createdAt, doneAt: NOW.subtract({ hours: 24 * 5 }) })).toEqual([
      'task',
      'pair',
    ]);
  });
});

describe('the bounds of what can be kept of when somebody is free', () => {
  const mia = aPerson('Mia');

  it('says so kindly when there is no more room', () => {
    const known = { id: mia.id, version: 1, weekly: [], changedAt: NOW };
    const dates = datesFrom(
      '2026-12-01',
      Temporal.PlainDate.from('2026-12-01').add({ days: 199 }).toString(),
    );
    const exceptions = dates.map((date) => ({ date, kind: 'off' as const }));
    const one = { kind: 'off', first: '2027-12-01', last: '2027-12-01' } as const;
    expect(refusedOf(saveDifferentDay.decide({ ...known, exceptions }, one, at, byOf(mia)))).toBe(
      'free.too-many',
    );
    const longest = { kind: 'off', first: '2026-12-01', last: '2027-03-03' } as const;
    expect(refusedOf(saveDifferentDay.decide(undefined, longest, at, byOf(mia)))).toBe('free.too-long');
  });

  it('belongs to whoever is asked, and to nobody at a desk', () => {
    const args = { days: [1 as const], from: '10:00', to: '12:00', costly: false };
    const desk = { is: 'coordinator', name: 'Jo' } as const;
    expect(refusedOf(saveFreeTimes.decide(undefined, args, at, desk))).toBe('meeting.not-yours');
    const { saves } = changeOf(saveFreeTimes.decide(undefined, args, at, byOf(mia)));
    expect(saves).toMatchObject([{ table: 'availability', row: { id: mia.id, version: 1 } }]);
  });
});
