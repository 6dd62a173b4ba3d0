import { z } from 'zod';
import { type Change, change, next, type OutgoingNew, type Save } from '../kernel/change.ts';
import { type By, command } from '../kernel/command.ts';
import { answerOnBoard, rolesOfActor } from '../kernel/coordinator.ts';
import { isBefore } from '../kernel/instant.ts';
import type { Moment } from '../moment.ts';
import type { Programme } from '../programmes/programme.ts';
import { text } from '../texts/text.ts';
import { checkIn, placeWith } from './book-training.ts';
import { noSuchMeeting, notToChange } from './plan-training.ts';
import { newRecord } from './record-training.ts';
import { loadRegister, noLongerAsked } from './register-asked.ts';
import type { TrainingMeeting, TrainingPlace, TrainingRecord } from './training.ts';
import { endsAtOf } from './training-stands.ts';
import { dueAroundEnd, endSubject } from './when-it-ends.ts';

export const Attended = z.enum(['came', 'did-not-come', 'booked']);

/** A coordinator notes whether somebody came. For whoever came the modules are on record; put right, they are not. */
export const markTraining = command({
  name: 'mark-training',
  schema: z.object({
    trainingMeetingId: z.uuid(),
    personId: z.uuid(),
    attended: Attended,
    page: z.int().min(0).default(0),
  }),
  async load(read, { trainingMeetingId, personId }, by) {
    const [meeting, roles, places, person] = await Promise.all([
      read.training.meeting(trainingMeetingId),
      rolesOfActor(read, by, { trainingMeetingId, personId }),
      read.training.places(trainingMeetingId),
      read.people.person(personId),
    ]);
    const programmeId = meeting?.programmeId;
    const [programme, records, theirs, ways] =
      programmeId === undefined
        ? [undefined, [], [], []]
        : await Promise.all([
            read.programmes.programme(programmeId),
            read.training.records([personId], programmeId),
            read.people.rolesOf(personId),
            read.enquiries.allOf(personId),
          ]);
    const isTheirs =
      places.some((each) => each.personId === personId) ||
      [...theirs, ...ways].some((each) => each.programmeId === programmeId);
    return { meeting, roles, places, person: isTheirs ? person : undefined, programme, records };
  },
  decide({ meeting, roles, places, person, programme, records }, args, at, by) {
    const { trainingMeetingId, personId, attended, page } = args;
    const refusal = notToChange(meeting, by, roles);
    if (meeting === undefined || programme === undefined || refusal !== undefined)
      return refusal ?? noSuchMeeting;
    if (person === undefined || person.state === 'erased')
      return { refused: 'person.unknown', say: text('person-unknown') };
    if (meeting.state === 'cancelled')
      return { refused: 'training.cancelled', say: text('training-is-cancelled') };
    if (isBefore(at.now, meeting.startsAt))
      return { refused: 'training.not-begun', say: text('training-not-begun') };
    const known = places.find((each) => each.personId === personId);
    const shown = registerShown(by, trainingMeetingId, page);
    if (known?.state === attended) return change({ outgoing: shown });
    // Whoever came without a place has one now, beyond those there were if need be.
    const seat = known?.seat ?? Math.max(0, ...places.map((each) => each.seat ?? 0)) + 1;
    const place = placeWith(known, trainingMeetingId, personId, { state: attended, seat }, at);
    const effect = onRecord(attended, meeting, programme, place, records, at, by);
    return change({
      ...effect,
      saves: [{ table: 'training_place', row: place }, ...effect.saves],
      due: [
        ...effect.due,
        ...(attended === 'came' && (known?.seat ?? null) === null
          ? [checkIn(meeting, place, programme, at)]
          : []),
      ],
      events: [
        { event: 'training-place.marked', ids: { trainingMeetingId, personId, attended } },
        ...effect.events,
      ],
      outgoing: shown,
    });
  },
});

/** What the register does to what is on record: modules taught at that meeting, of this person. */
function onRecord(
  attended: z.infer<typeof Attended>,
  { modules, startsAt }: TrainingMeeting,
  { id: programmeId, document }: Programme,
  { personId }: TrainingPlace,
  records: readonly TrainingRecord[],
  at: Moment,
  by: By,
): Pick<Change, 'saves' | 'events' | 'due' | 'callOff'> {
  const there = records.filter(
    ({ kind, what, doneAt }) => kind === 'module' && modules.includes(what) && doneAt.equals(startsAt),
  );
  if (attended !== 'came') {
    const gone = there.map(
      (row): Save => ({ table: 'training_record', row: next(row, { removedAt: at.now }) }),
    );
    const ids = { personId, programmeId, kind: 'module' };
    return {
      saves: gone,
      events: there.map(({ id }) => ({ event: 'training.taken-back', ids: { ...ids, recordId: id } })),
      due: [],
      callOff: there.map(({ id }) => endSubject(id)),
    };
  }
  const rows = modules
    .filter((code) => !there.some(({ what }) => what === code))
    .map((what) => newRecord({ personId, programmeId, kind: 'module', what, issuer: null }, startsAt, at, by))
    .map((row) => ({ ...row, endsAt: endsAtOf(document, row) ?? null }));
  return {
    saves: rows.map((row) => ({ table: 'training_record', row })),
    events: rows.map(({ id: recordId, kind }) => ({
      event: 'training.recorded',
      ids: { recordId, personId, programmeId, kind },
    })),
    due: rows.flatMap((row) => dueAroundEnd(row, document, at)),
    callOff: [],
  };
}

function registerShown(by: By, trainingMeetingId: string, page: number): OutgoingNew[] {
  if (by.is !== 'person') return [];
  const to = { to: by.person.id, account: by.account.id, evenIfStopped: true } as const;
  const card = `training-register:${trainingMeetingId}`;
  return [{ ...to, screen: 'training-register', args: { trainingMeetingId, page }, mode: 'card', card }];
}

/** The register is finished; it can still be put right. */
export const finishTraining = command({
  name: 'finish-training',
  schema: z.object({ trainingMeetingId: z.uuid() }),
  async load(read, { trainingMeetingId }, by) {
    const [meeting, roles] = await Promise.all([
      read.training.meeting(trainingMeetingId),
      rolesOfActor(read, by, { trainingMeetingId }),
    ]);
    return { meeting, roles, register: await loadRegister(read, meeting) };
  },
  decide({ meeting, roles, register }, { trainingMeetingId }, at, by) {
    const refusal = notToChange(meeting, by, roles);
    if (meeting === undefined || refusal !== undefined) return refusal ?? noSuchMeeting;
    if (meeting.state === 'cancelled')
      return { refused: 'training.cancelled', say: text('training-is-cancelled') };
    if (isBefore(at.now, meeting.startsAt))
      return { refused: 'training.not-begun', say: text('training-not-begun') };
    const said = answerOnBoard(by, 'form', text('training-register-said'));
    if (meeting.state === 'held') return change({ outgoing: said });
    return change({
      saves: [
        { table: 'training_meeting', row: next(meeting, { state: 'held' }) },
        ...noLongerAsked(register, by, at),
      ],
      events: [{ event: 'training-meeting.held', ids: { trainingMeetingId } }],
      outgoing: said,
    });
  },
});
