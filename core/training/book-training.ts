import { z } from 'zod';
import { change, type DueNew, next, type OutgoingNew } from '../kernel/change.ts';
import { type By, command, personOf, type Refusal } from '../kernel/command.ts';
import { rolesOfActor } from '../kernel/coordinator.ts';
import { isBefore } from '../kernel/instant.ts';
import type { Moment } from '../moment.ts';
import type { Person, Role } from '../people/person.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { kindMoment } from '../time/kind-moment.ts';
import { endOfMeeting, placeSubject, trainingCard } from './plan-training.ts';
import { isForSites, type TrainingMeeting, type TrainingPlace } from './training.ts';
import { maySpeak, whenLoud } from './when-it-ends.ts';

const Args = z.object({ trainingMeetingId: z.uuid() });

async function load(read: Reader, { trainingMeetingId }: z.infer<typeof Args>, by: By) {
  const [meeting, roles, places] = await Promise.all([
    read.training.meeting(trainingMeetingId),
    rolesOfActor(read, by, {}),
    read.training.places(trainingMeetingId),
  ]);
  if (meeting === undefined) return { meeting, roles, places, programme: undefined, sites: [] };
  const [programme, sites] = await Promise.all([
    read.programmes.programme(meeting.programmeId),
    read.sites.of(personOf(by).person.id, meeting.programmeId),
  ]);
  return { meeting, roles, places, programme, sites };
}

const notTheirs: Refusal = { refused: 'training.no-role', say: text('training-not-yours') };

/** Whether somebody takes part in the programme of a meeting, as whatever. */
function isAround(meeting: TrainingMeeting, roles: readonly Role[]): boolean {
  return roles.some((each) => each.programmeId === meeting.programmeId && each.endedAt === null);
}

function isAhead({ state, startsAt }: TrainingMeeting, at: Moment): boolean {
  return state === 'planned' && isBefore(at.now, startsAt);
}

/** A place at a training meeting. Two who reach for the last one at once are told apart by its number (TRN-07). */
export const bookTraining = command({
  name: 'book-training',
  schema: Args,
  load,
  decide({ meeting, roles, places, programme, sites }, { trainingMeetingId }, at, by) {
    const { person } = personOf(by);
    if (meeting === undefined || programme === undefined || !isAround(meeting, roles)) return notTheirs;
    if (!isForSites(meeting, sites)) return notTheirs;
    if (!isAhead(meeting, at)) return { refused: 'training.over', say: text('training-over') };
    const mine = places.find(({ personId }) => personId === person.id);
    const said = answer(by, trainingMeetingId, 'booked');
    if (mine?.state === 'booked') return change({ outgoing: said });
    const seat = freeSeat(meeting, places, at);
    if (seat === undefined) {
      const show = { screen: 'my-training', args: {} };
      return { refused: 'training.full', say: text('training-full'), show };
    }
    const row = placeWith(
      mine,
      trainingMeetingId,
      person.id,
      { state: 'booked', seat, bookedAt: at.now },
      at,
    );
    return change({
      saves: [{ table: 'training_place', row }],
      events: [{ event: 'training-place.booked', ids: { trainingMeetingId, personId: person.id } }],
      callOff: [placeSubject(trainingMeetingId, person.id)],
      due: [...remindersOf(meeting, person, row, at), checkIn(meeting, row, programme, at)],
      outgoing: said,
    });
  },
});

/** Several who book at once seldom want the same seat, so that few have to be decided again. */
function freeSeat(
  { capacity }: TrainingMeeting,
  places: readonly TrainingPlace[],
  at: Moment,
): number | undefined {
  const taken = new Set(places.map(({ seat }) => seat));
  const free = Array.from({ length: capacity }, (_, index) => index + 1).filter((seat) => !taken.has(seat));
  return free[Buffer.from(at.random(4)).readUInt32BE() % Math.max(1, free.length)];
}

export function placeWith(
  known: TrainingPlace | undefined,
  trainingMeetingId: string,
  personId: string,
  fields: Partial<Pick<TrainingPlace, 'state' | 'seat' | 'bookedAt'>>,
  at: Moment,
): TrainingPlace {
  if (known !== undefined) return next(known, fields);
  return {
    id: at.newId(),
    version: 1,
    trainingMeetingId,
    personId,
    seat: null,
    state: 'called-off',
    bookedAt: at.now,
    askedAt: null,
    ...fields,
  };
}

/** "I cannot come after all": the place is free for somebody else. Nobody is asked why. */
export const giveBackTraining = command({
  name: 'give-back-training',
  schema: Args,
  load,
  decide({ meeting, roles, places }, { trainingMeetingId }, at, by) {
    const { person } = personOf(by);
    if (meeting === undefined || !isAround(meeting, roles)) return notTheirs;
    const mine = places.find(({ personId }) => personId === person.id);
    const said = answer(by, trainingMeetingId, 'given-back');
    if (mine?.state !== 'booked') return change({ outgoing: said });
    if (!isAhead(meeting, at)) return { refused: 'training.over', say: text('training-over') };
    return change({
      saves: [{ table: 'training_place', row: next(mine, { state: 'called-off', seat: null }) }],
      events: [{ event: 'training-place.given-back', ids: { trainingMeetingId, personId: person.id } }],
      callOff: [placeSubject(trainingMeetingId, person.id)],
      outgoing: said,
    });
  },
});

function answer(by: By, trainingMeetingId: string, news: string): OutgoingNew[] {
  const { person, account } = personOf(by);
  const args = { trainingMeetingId, news, opened: true };
  const card = trainingCard(trainingMeetingId);
  const to = { to: person.id, account: account.id, evenIfStopped: true } as const;
  return [{ ...to, screen: 'training-meeting', args, mode: 'card', card }];
}

/** As long before as they chose for all their meetings, and never in their quiet hours. */
function remindersOf(meeting: TrainingMeeting, person: Person, place: TrainingPlace, at: Moment): DueNew[] {
  const subject = placeSubject(meeting.id, person.id);
  return person.settings.reminders.flatMap((minutes): DueNew[] => {
    const wanted = meeting.startsAt.subtract({ minutes });
    const moment = isBefore(at.now, wanted)
      ? kindMoment(wanted, meeting.startsAt, person, at.now)
      : undefined;
    if (moment === undefined) return [];
    const key = `${subject}:${minutes}:${place.version}`;
    const args = { seatId: place.id, minutes };
    return [{ key, command: 'remind-of-training', args, at: moment, until: meeting.startsAt, subject }];
  });
}

/** Some hours afterwards each of them is asked, in private, how it was (TRN-09). */
export function checkIn(
  meeting: TrainingMeeting,
  place: TrainingPlace,
  { document }: Programme,
  at: Moment,
): DueNew {
  const subject = placeSubject(meeting.id, place.personId);
  const hours = document.training.askAfterHours;
  const moment = endOfMeeting(meeting).add({ hours });
  return {
    key: `${subject}:after:${place.version}`,
    command: 'ask-after-training',
    args: { seatId: place.id },
    at: isBefore(moment, at.now) ? at.now : moment,
    until: moment.add(ASKED_WITHIN),
    subject,
  };
}

/** Asked later than this it would be about something that is long over; our number. */
const ASKED_WITHIN = { hours: 36 };

async function loadPlace(read: Reader, seatId: string) {
  const place = await read.training.place(seatId);
  if (place === undefined) return undefined;
  const [meeting, person] = await Promise.all([
    read.training.meeting(place.trainingMeetingId),
    read.people.person(place.personId),
  ]);
  return meeting === undefined || person === undefined ? undefined : { place, meeting, person };
}

export const remindOfTraining = command({
  name: 'remind-of-training',
  speaksFirst: true,
  schema: z.object({ seatId: z.uuid(), minutes: z.int() }),
  load: async (read, { seatId }) => await loadPlace(read, seatId),
  decide(data, { minutes }, at, by) {
    if (by.is !== 'clock') throw new Error('A reminder is due at its time, nobody asks for it');
    if (data === undefined || data.person.state !== 'active') return change({});
    const { place, meeting, person } = data;
    if (place.state !== 'booked' || !isAhead(meeting, at)) return change({});
    if (!person.settings.reminders.includes(minutes)) return change({});
    const { id: to } = person;
    const subject = placeSubject(meeting.id, to);
    const later = whenLoud(person, 'remind-of-training', { seatId: place.id, minutes }, subject, at);
    if (later !== undefined) return change({ due: [{ ...later, until: meeting.startsAt }] });
    const args = { trainingMeetingId: meeting.id, news: 'reminder' };
    const card = trainingCard(meeting.id);
    return change({
      events: [{ event: 'training-place.reminded', ids: { trainingMeetingId: meeting.id, personId: to } }],
      outgoing: [{ to, screen: 'training-meeting', args, mode: 'new', card, until: meeting.startsAt }],
    });
  },
});

/**
 * Asks whoever had a place how they are now: hearing others talk of hard things can stay with somebody. In private, once,
 * never in quiet hours, and nothing of the answer is kept.
 */
export const askAfterTraining = command({
  name: 'ask-after-training',
  speaksFirst: true,
  schema: z.object({ seatId: z.uuid() }),
  load: async (read, { seatId }) => await loadPlace(read, seatId),
  decide(data, { seatId }, at, by) {
    if (by.is !== 'clock') throw new Error('It is asked at its time, nobody asks for it');
    if (data === undefined || !maySpeak(data.person)) return change({});
    const { place, meeting, person } = data;
    if (!['booked', 'came'].includes(place.state) || place.askedAt !== null) return change({});
    if (meeting.state === 'cancelled') return change({});
    const later = whenLoud(person, 'ask-after-training', { seatId }, placeSubject(meeting.id, person.id), at);
    if (later !== undefined) return change({ due: [later] });
    return change({
      saves: [{ table: 'training_place', row: next(place, { askedAt: at.now }) }],
      events: [{ event: 'training.asked-after', ids: { personId: person.id, seatId } }],
      outgoing: [
        {
          to: person.id,
          screen: 'after-training',
          args: { seatId },
          mode: 'new',
          until: at.now.add(ASKED_WITHIN),
        },
      ],
    });
  },
});
