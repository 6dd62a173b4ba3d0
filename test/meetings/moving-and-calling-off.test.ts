import { describe, expect, it } from 'vitest';
import { bookForPair } from '../../core/meetings/book/book-for-pair.ts';
import { acceptMeeting } from '../../core/meetings/change/accept-meeting.ts';
import { cancelMeeting } from '../../core/meetings/change/cancel-meeting.ts';
import { cancelMyMeetings } from '../../core/meetings/change/cancel-my-meetings.ts';
import { declineMeeting } from '../../core/meetings/change/decline-meeting.ts';
import { moveMeeting } from '../../core/meetings/change/move-meeting.ts';
import { sayWhy } from '../../core/meetings/change/say-why.ts';
import type { MeetingInFull } from '../../core/store/meeting-in-full.ts';
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
const coordinator = { is: 'coordinator', name: 'Jo' } as const;
const stranger = byOf(aPerson('Sam'));

describe('another time for what is agreed', () => {
  const move = (found: MeetingInFull, by = byOf(found.mentee), startsAt = WEDNESDAY) =>
    moveMeeting.decide(found, { meetingId: found.meeting.id, startsAt }, at, by);
  const agreed = () => aMeetingInFull({ state: 'confirmed' });

  it('leaves what is agreed as it is, with its claim, until the other one says yes', () => {
    const found = agreed();
    const decision = move(found);
    const meeting = meetingIn(decision);
    expect(meeting).toMatchObject({ state: 'confirmed', startsAt: TUESDAY, offeredBy: found.mentee.id });
    expect(changeOf(decision).claims).toMatchObject([{ from: TUESDAY }]);
    const by = byOf(found.mentor);
    const yes = acceptMeeting.decide({ ...found, meeting }, { meetingId: meeting.id, sequence: 4 }, at, by);
    expect(meetingIn(yes)).toMatchObject({
      startsAt: instantOf(WEDNESDAY),
      movedFrom: TUESDAY,
      offeredBy: null,
    });
    expect(changeOf(yes).claims).toMatchObject([{ from: instantOf(WEDNESDAY) }]);
  });

  it('is a yes when both ask for the same', () => {
    const found = agreed();
    const meeting = meetingIn(move(found));
    const same = move({ ...found, meeting }, byOf(found.mentor));
    expect(meetingIn(same)).toMatchObject({ startsAt: instantOf(WEDNESDAY), offeredBy: null });
  });

  it.each<[string, string, () => string]>([
    [
      'it is agreed for already',
      'meeting.changed',
      () => refusedOf(move(agreed(), undefined, TUESDAY.toString())),
    ],
    ['has passed', 'meeting.past', () => refusedOf(move(agreed(), undefined, '2026-11-22T10:00:00Z'))],
    ['is too far off', 'meeting.too-far', () => refusedOf(move(agreed(), undefined, '2028-11-22T10:00:00Z'))],
    ['a stranger asks for', 'meeting.not-yours', () => refusedOf(move(agreed(), stranger))],
    [
      'the pair asked for elsewhere',
      'meeting.asked-already',
      () => refusedOf(move({ ...agreed(), askedAlready: aPerson('x').id })),
    ],
    [
      'one of them has something on',
      'meeting.clash',
      () => {
        const found = agreed();
        return refusedOf(move({ ...found, busy: [busyFrom(found.mentor.id, WEDNESDAY)] }));
      },
    ],
  ])('is refused where %s', (_what, refused, given) => expect(given()).toBe(refused));

  it('is refused where the button is older than the meeting', () => {
    const found = agreed();
    const args = { meetingId: found.meeting.id, startsAt: WEDNESDAY, sequence: 2 };
    expect(refusedOf(moveMeeting.decide(found, args, at, byOf(found.mentee)))).toBe('meeting.changed');
  });

  it('is a new question to the other side where nothing was agreed', () => {
    const found = aMeetingInFull();
    const meeting = meetingIn(move(found, byOf(found.mentor)));
    expect(meeting).toMatchObject({
      state: 'proposed',
      proposedBy: found.mentor.id,
      startsAt: instantOf(WEDNESDAY),
    });
  });

  it('is a move at once when a coordinator makes it (MTG-04)', () => {
    const found = agreed();
    const args = { meetingId: found.meeting.id, startsAt: WEDNESDAY };
    const decision = moveMeeting.decide(found, args, at, coordinator);
    expect(meetingIn(decision)).toMatchObject({ state: 'confirmed', startsAt: instantOf(WEDNESDAY) });
    expect(new Set(changeOf(decision).outgoing.map(({ to }) => to))).toEqual(
      new Set([found.mentor.id, found.mentee.id]),
    );
  });

  it('is taken back, or said no to, with what is agreed left standing', () => {
    const found = agreed();
    const meeting = meetingIn(move(found));
    for (const person of [found.mentor, found.mentee]) {
      const args = { meetingId: meeting.id, sequence: 4 };
      const kept = meetingIn(declineMeeting.decide({ ...found, meeting }, args, at, byOf(person)));
      expect(kept).toMatchObject({ state: 'confirmed', startsAt: TUESDAY, offeredStartsAt: null });
    }
  });
});

describe('calling off (MTG-11)', () => {
  const callOff = (found: MeetingInFull, by = byOf(found.mentee)) =>
    cancelMeeting.decide(found, { meetingId: found.meeting.id }, at, by);

  it('needs one tap and no reason, gives the time back, and keeps how much notice there was', () => {
    const found = aMeetingInFull({ state: 'confirmed' });
    const decision = callOff(found);
    expect(meetingIn(decision)).toMatchObject({
      state: 'cancelled',
      cancelledBy: found.mentee.id,
      reasonSealed: null,
      noticeMinutes: 30 * 60,
    });
    expect(changeOf(decision).claims).toMatchObject([{ people: [] }]);
    expect(changeOf(decision).callOff).toEqual([`meeting:${found.meeting.id}`]);
  });

  it('keeps no notice where nothing was agreed, and none below nothing', () => {
    expect(meetingIn(callOff(aMeetingInFull())).noticeMinutes).toBeNull();
    const begun = aMeetingInFull({ state: 'confirmed', startsAt: instantOf('2026-11-23T08:45:00Z') });
    expect(meetingIn(callOff(begun)).noticeMinutes).toBe(0);
  });

  it('is refused to strangers, and when it is over or off already', () => {
    expect(refusedOf(callOff(aMeetingInFull(), stranger))).toBe('meeting.not-yours');
    expect(refusedOf(callOff(aMeetingInFull({ state: 'cancelled' })))).toBe('meeting.changed');
    const over = aMeetingInFull({ state: 'confirmed', startsAt: instantOf('2026-11-23T08:30:00Z') });
    expect(refusedOf(callOff(over))).toBe('meeting.changed');
  });

  it('calls off all of somebody at once, and leaves what is over', () => {
    const pair = aPairInFull();
    const ahead = aMeetingInFull({ state: 'confirmed' }, pair);
    const over = aMeetingInFull({ state: 'confirmed', startsAt: instantOf('2026-11-20T10:00:00Z') }, pair);
    const data = { whose: pair.mentee.id, isErased: false, meetings: [ahead, over] };
    const decision = cancelMyMeetings.decide(data, {}, at, byOf(pair.mentee));
    expect(changeOf(decision).saves.map((each) => each.table === 'meeting' && each.row.id)).toEqual([
      ahead.meeting.id,
    ]);
    expect(refusedOf(cancelMyMeetings.decide(undefined, {}, at, stranger))).toBe('meeting.not-yours');
  });

  it('seals a reason for whoever called it off, once, and for nobody else', () => {
    const pair = aPairInFull();
    const found = aMeetingInFull({ state: 'cancelled', cancelledBy: pair.mentee.id }, pair);
    const say = (given: MeetingInFull, by = byOf(pair.mentee)) =>
      sayWhy.decide({ found: given, keys }, { meetingId: given.meeting.id, why: 'caring' }, at, by);
    const meeting = meetingIn(say(found));
    const place = { table: 'meeting', row: meeting.id, column: 'reasonSealed' };
    expect(keys.of(pair.mentee).open(meeting.reasonSealed ?? '', place)).toBe('caring');
    expect(refusedOf(say({ ...found, meeting }))).toBe('meeting.changed');
    expect(refusedOf(say(found, byOf(pair.mentor)))).toBe('meeting.changed');
    expect(refusedOf(say(found, stranger))).toBe('meeting.not-yours');
  });
});

describe('a coordinator books for two (MTG-04)', () => {
  const when = { instant: TUESDAY, kind: 'plain' };
  const args = { pairId: aPerson('x').id, wall: '2026-11-24T15:00', mode: 'phone', restMinutes: 0 } as const;

  it('is agreed at once, and both are told', () => {
    const found = aPairInFull();
    const decision = bookForPair.decide({ found, when, keys }, args, at, coordinator);
    expect(meetingIn(decision)).toMatchObject({ state: 'confirmed', minutes: 30 });
    expect(changeOf(decision).claims).toMatchObject([{ people: [found.mentor.id, found.mentee.id] }]);
    expect(new Set(changeOf(decision).outgoing.map(({ to }) => to)).size).toBe(2);
  });

  it('is refused to others, for no pair, for a time the clocks skip, and where something is on', () => {
    const found = aPairInFull();
    const decide = (data: Parameters<typeof bookForPair.decide>[0], by = coordinator) =>
      refusedOf(bookForPair.decide(data, args, at, by));
    expect(refusedOf(bookForPair.decide({ found, when, keys }, args, at, byOf(found.mentee)))).toBe(
      'meeting.not-yours',
    );
    expect(decide(undefined)).toBe('pair.unknown');
    expect(decide({ found, when: { ...when, kind: 'gap' }, keys })).toBe('meeting.no-such-time');
    const busy = [busyFrom(found.mentor.id, '2026-11-24T14:45:00Z')];
    expect(decide({ found: { ...found, busy }, when, keys })).toBe('meeting.clash');
  });
});
