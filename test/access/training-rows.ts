import type { Save } from '../../core/kernel/change.ts';
import { momentAt } from '../support/moved-clock.ts';
import type { PaperWorld } from '../support/paper-world.ts';
import type { Someone } from './sealed-rows.ts';

/** A training meeting with a place of somebody at it, and something of theirs on record. */
export async function savedTraining(
  world: PaperWorld,
  who: Someone,
  programmeId: string,
  site: string | null = null,
): Promise<Record<string, string>> {
  const now = world.clock.now();
  const id = () => momentAt(world.clock).newId();
  const [trainingMeetingId, seatId, recordId] = [id(), id(), id()];
  const startsAt = now.add({ hours: 50 });
  const personId = who.person.id;
  const meets: Save = {
    table: 'training_meeting',
    row: {
      ...{ id: trainingMeetingId, version: 1, programmeId, modules: ['listening'], startsAt },
      ...{ wall: '2026-11-25T11:00', zone: 'Europe/London', minutes: 60, place: 'The hall', capacity: 9 },
      state: 'planned',
      createdAt: now,
      site,
    },
  };
  const seat: Save = {
    table: 'training_place',
    row: {
      ...{ id: seatId, version: 1, trainingMeetingId, personId, seat: 1, bookedAt: now, askedAt: null },
      state: 'booked',
    },
  };
  const record: Save = {
    table: 'training_record',
    row: {
      ...{ id: recordId, version: 1, personId, programmeId, kind: 'disclosure', what: 'PVG' },
      ...{ issuer: null, doneAt: now, endsAt: startsAt, by: `person:${personId}`, removedAt: null },
    },
  };
  await world.commit({ saves: [meets, seat, record] });
  return { trainingMeetingId, seatId, recordId };
}
