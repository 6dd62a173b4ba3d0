import { randomBytes, randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Change } from '../../core/kernel/change.ts';
import { type By, type Decision, isRefusal } from '../../core/kernel/command.ts';
import type { Meeting } from '../../core/meetings/meeting.ts';
import type { Moment } from '../../core/moment.ts';
import type { Account, Person } from '../../core/people/person.ts';
import { ProgrammeDocument } from '../../core/programmes/programme.ts';
import { openKeys } from '../../core/store/keys.ts';
import type { MeetingInFull, PairInFull } from '../../core/store/meeting-in-full.ts';
import { personRow } from '../support/person-row.ts';

export const instantOf = (text: string): Temporal.Instant => Temporal.Instant.from(text);
export const NOW = instantOf('2026-11-23T09:00:00Z');
export const TUESDAY = instantOf('2026-11-24T15:00:00Z');
export const WEDNESDAY = '2026-11-25T14:00:00Z';

export const keys = openKeys(randomBytes(32));

export function momentOf(now = NOW): Moment {
  return { now, newId: () => randomUUID(), random: (bytes) => randomBytes(bytes) };
}

export function aPerson(name: string, zone = 'Europe/London'): Person {
  const id = randomUUID();
  return personRow({ id, name, zone, wrappedKey: keys.newWrapped(id, momentOf()), createdAt: NOW });
}

/** That person at their phone; with `supporter`, somebody beside them. */
export function byOf(person: Person, supporter?: Person): By & { is: 'person' } {
  const account: Account = {
    id: randomUUID(),
    version: 1,
    platform: 'telegram',
    tenant: '',
    userId: person.id,
    chatId: person.id,
    personId: supporter?.id ?? person.id,
    programmeId: null,
    actingForId: null,
    reachable: true,
    unreachableSince: null,
    unreachableWhy: null,
    createdAt: NOW,
  };
  return { is: 'person', person, account, ...(supporter === undefined ? {} : { supporter }) };
}

/** Ana mentors Mia; both have an app and nothing on. */
export function aPairInFull(mentor = aPerson('Ana'), mentee = aPerson('Mia')): PairInFull {
  const programmeId = randomUUID();
  const document = ProgrammeDocument.parse({
    v: 1,
    name: 'Carers together',
    contact: { name: 'Jo', phone: '01234 567890', hours: 'weekdays 9 to 5' },
  });
  return {
    pair: {
      id: randomUUID(),
      version: 1,
      programmeId,
      mentorId: mentor.id,
      menteeId: mentee.id,
      state: 'active',
      rhythmDays: null,
      lastHeldAt: null,
      createdAt: NOW,
      endedAt: null,
    },
    mentor,
    mentee,
    programme: { id: programmeId, version: 1, slug: 'carers', document, createdAt: NOW, changedAt: NOW },
    mentorAvailability: null,
    busy: [],
    reachable: [mentor.id, mentee.id],
    askedAlready: null,
    example: null,
  };
}

/** Half an hour on the telephone on Tuesday at three, which the mentee asked for. */
export function aMeetingInFull(fields: Partial<Meeting> = {}, found = aPairInFull()): MeetingInFull {
  const { pair } = found;
  const meeting: Meeting = {
    id: randomUUID(),
    version: 1,
    programmeId: pair.programmeId,
    pairId: pair.id,
    mentorId: pair.mentorId,
    menteeId: pair.menteeId,
    seriesId: null,
    state: 'proposed',
    proposedBy: pair.menteeId,
    startsAt: TUESDAY,
    wall: '2026-11-24T15:00',
    zone: 'Europe/London',
    minutes: 30,
    restMinutes: 0,
    mode: 'phone',
    placeSealed: null,
    placeBy: null,
    costly: false,
    sequence: 3,
    createdAt: NOW,
    confirmedAt: null,
    cancelledAt: null,
    cancelledBy: null,
    reasonSealed: null,
    noticeMinutes: null,
    movedFrom: null,
    mentorReady: false,
    menteeReady: false,
    mentorAnswer: null,
    menteeAnswer: null,
    offeredStartsAt: null,
    offeredWall: null,
    offeredBy: null,
    arrangedWithHelp: false,
    ...fields,
  };
  return { ...found, meeting, toBeTold: [] };
}

/** Somebody has something else on from then for an hour. */
export function busyFrom(personId: string, from: string) {
  const start = instantOf(from);
  return { meetingId: randomUUID(), personId, from: start, to: start.add({ hours: 1 }) };
}

export function refusedOf(decision: Decision): string {
  return isRefusal(decision) ? decision.refused : 'accepted';
}

export function changeOf(decision: Decision): Change {
  if (isRefusal(decision)) throw new Error(`refused: ${decision.refused}`);
  return decision;
}

export function meetingIn(decision: Decision): Meeting {
  const save = changeOf(decision).saves.find((each) => each.table === 'meeting');
  if (save?.table !== 'meeting') throw new Error('No meeting is saved');
  return save.row;
}
