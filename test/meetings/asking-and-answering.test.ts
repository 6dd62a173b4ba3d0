import { describe, expect, it } from 'vitest';
import { proposeMeeting } from '../../core/meetings/book/propose-meeting.ts';
import { acceptMeeting } from '../../core/meetings/change/accept-meeting.ts';
import { declineMeeting } from '../../core/meetings/change/decline-meeting.ts';
import type { MeetingInFull, PairInFull } from '../../core/store/meeting-in-full.ts';
import {
  aMeetingInFull,
  aPairInFull,
  aPerson,
  busyFrom,
  byOf,
  changeOf,
  instantOf,
  keys,
  meetingIn,
  momentOf,
  refusedOf,
  TUESDAY,
  WEDNESDAY,
} from './in-full.ts';

const at = momentOf();
const stranger = byOf(aPerson('Sam'));

function ask(
  found: PairInFull | undefined,
  by = byOf(found?.mentee ?? aPerson('Mia')),
  startsAt = WEDNESDAY,
) {
  const pairId = found?.pair.id ?? aPerson('x').id;
  const args = { pairId, startsAt, mode: 'phone', minutes: 30, restMinutes: 0 } as const;
  return proposeMeeting.decide({ found, keys, by }, args, at, by);
}

describe('asking for a time', () => {
  it.each<[string, () => string]>([
    ['meeting.not-yours', () => refusedOf(ask(aPairInFull(), stranger))],
    ['meeting.not-yours', () => refusedOf(ask(undefined))],
    ['meeting.past', () => refusedOf(ask(aPairInFull(), undefined, '2026-11-23T09:00:00Z'))],
    ['meeting.too-far', () => refusedOf(ask(aPairInFull(), undefined, '2028-01-01T10:00:00Z'))],
    [
      'pair.not-active',
      () => {
        const found = aPairInFull();
        return refusedOf(ask({ ...found, pair: { ...found.pair, state: 'paused' } }));
      },
    ],
    [
      'meeting.clash',
      () => {
        const found = aPairInFull();
        return refusedOf(ask({ ...found, busy: [busyFrom(found.mentor.id, '2026-11-25T13:15:00Z')] }));
      },
    ],
    ['meeting.asked-already', () => refusedOf(ask({ ...aPairInFull(), askedAlready: aPerson('x').id }))],
  ])('is refused: %s', (refused, given) => expect(given()).toBe(refused));

  it('offers other times where one of them has something on', () => {
    const found = aPairInFull();
    const refusal = ask({ ...found, busy: [busyFrom(found.mentee.id, WEDNESDAY)] });
    expect(refusal).toMatchObject({
      show: { screen: 'other-times', args: { pairId: found.pair.id, minutes: 30 } },
    });
  });

  it('may begin the moment something else ends, and end the moment something begins', () => {
    const found = aPairInFull();
    const before = busyFrom(found.mentor.id, '2026-11-25T13:00:00Z');
    const after = busyFrom(found.mentee.id, '2026-11-25T14:30:00Z');
    expect(refusedOf(ask({ ...found, busy: [before, after] }))).toBe('accepted');
  });

  it('is at the wall time of the mentee, whoever asks', () => {
    const found = aPairInFull(aPerson('Ana', 'Pacific/Auckland'), aPerson('Mia', 'America/St_Johns'));
    const meeting = meetingIn(ask(found, byOf(found.mentor), '2026-11-24T15:00:00Z'));
    expect([meeting.zone, meeting.wall]).toEqual(['America/St_Johns', '2026-11-24T11:30']);
  });

  it('marks what a supporter arranged', () => {
    const found = aPairInFull();
    expect(meetingIn(ask(found, byOf(found.mentee, aPerson('Sam')))).arrangedWithHelp).toBe(true);
    expect(meetingIn(ask(found)).arrangedWithHelp).toBe(false);
  });

  it('seals the place with the key of whoever wrote it', () => {
    const found = aPairInFull();
    const by = byOf(found.mentor);
    const args = {
      pairId: found.pair.id,
      startsAt: WEDNESDAY,
      mode: 'in-person',
      minutes: 30,
      restMinutes: 0,
    } as const;
    const meeting = meetingIn(
      proposeMeeting.decide({ found, keys, by }, { ...args, place: 'The library' }, at, by),
    );
    const place = { table: 'meeting', row: meeting.id, column: 'placeSealed' };
    expect(keys.of(found.mentor).open(meeting.placeSealed ?? '', place)).toBe('The library');
    expect(() => keys.of(found.mentee).open(meeting.placeSealed ?? '', place)).toThrow();
  });

  it('knows a time that costs the mentor something', () => {
    const found = aPairInFull();
    const weekly = [{ day: 3, from: '12:00', to: '18:00', costly: true } as const];
    const mentorAvailability = { id: found.mentor.id, version: 1, weekly, exceptions: [], changedAt: at.now };
    expect(meetingIn(ask({ ...found, mentorAvailability })).costly).toBe(true);
    expect(meetingIn(ask(found)).costly).toBe(false);
  });
});

describe('saying yes', () => {
  const accept = (
    found: MeetingInFull | undefined,
    by = byOf(found?.mentor ?? aPerson('Ana')),
    sequence = 3,
  ) => acceptMeeting.decide(found, { meetingId: found?.meeting.id ?? by.person.id, sequence }, at, by);

  it.each<[string, string, () => string]>([
    ['to what is not theirs', 'meeting.not-yours', () => refusedOf(accept(aMeetingInFull(), stranger))],
    ['to what is not there', 'meeting.not-yours', () => refusedOf(accept(undefined))],
    ['to an older state of it', 'meeting.changed', () => refusedOf(accept(aMeetingInFull(), undefined, 2))],
    [
      'to oneself',
      'meeting.changed',
      () => {
        const found = aMeetingInFull();
        return refusedOf(accept(found, byOf(found.mentee)));
      },
    ],
    ['twice', 'meeting.changed', () => refusedOf(accept(aMeetingInFull({ state: 'confirmed' })))],
    [
      'to what was called off',
      'meeting.changed',
      () => refusedOf(accept(aMeetingInFull({ state: 'cancelled' }))),
    ],
    [
      'to what is over',
      'meeting.changed',
      () => refusedOf(accept(aMeetingInFull({ startsAt: instantOf('2026-11-23T08:30:00Z') }))),
    ],
    [
      'to what has begun',
      'meeting.past',
      () => refusedOf(accept(aMeetingInFull({ startsAt: instantOf('2026-11-23T08:45:00Z') }))),
    ],
    [
      'while one of them has something on',
      'meeting.clash',
      () => {
        const found = aMeetingInFull();
        return refusedOf(accept({ ...found, busy: [busyFrom(found.mentee.id, '2026-11-24T15:29:00Z')] }));
      },
    ],
  ])('%s is refused', (_what, refused, given) => expect(given()).toBe(refused));

  it('takes the time from both, the rest between two halves included', () => {
    const found = aMeetingInFull({ restMinutes: 10 });
    const { claims } = changeOf(accept(found));
    expect(claims).toEqual([
      {
        meetingId: found.meeting.id,
        people: [found.mentor.id, found.mentee.id],
        from: TUESDAY,
        to: TUESDAY.add({ minutes: 40 }),
      },
    ]);
  });

  it('tells the other side, and a coordinator when the other side has no app', () => {
    const found = aMeetingInFull();
    const told = changeOf(accept(found)).outgoing.filter(({ to }) => to === found.mentee.id);
    expect(told.map(({ mode }) => mode)).toEqual(['refresh', 'new']);
    const without = changeOf(accept({ ...found, reachable: [found.mentor.id] }));
    expect(without.outgoing.filter(({ to }) => to === found.mentee.id)).toEqual([]);
    expect(without.saves.flatMap((each) => (each.table === 'task' ? [each.row] : []))).toMatchObject([
      { kind: 'tell-by-phone', personId: found.mentee.id, meetingId: found.meeting.id },
    ]);
    const already = { ...found, reachable: [found.mentor.id], toBeTold: [found.mentee.id] };
    expect(changeOf(accept(already)).saves.map(({ table }) => table)).toEqual(['meeting']);
  });
});

describe('saying no', () => {
  const decline = (found: MeetingInFull, by = byOf(found.mentor), sequence = 3) =>
    declineMeeting.decide(found, { meetingId: found.meeting.id, sequence }, at, by);

  it('ends what was asked for', () => {
    expect(meetingIn(decline(aMeetingInFull())).state).toBe('declined');
  });

  it('is refused to strangers, on older buttons, to what one asked for oneself, and where nothing is asked', () => {
    const found = aMeetingInFull();
    expect(refusedOf(decline(found, stranger))).toBe('meeting.not-yours');
    expect(refusedOf(decline(found, undefined, 2))).toBe('meeting.changed');
    expect(refusedOf(decline(found, byOf(found.mentee)))).toBe('meeting.changed');
    expect(refusedOf(decline(aMeetingInFull({ state: 'confirmed' })))).toBe('meeting.changed');
  });
});
