import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { change, next, type OutgoingNew } from '../kernel/change.ts';
import { type By, command, type Refusal } from '../kernel/command.ts';
import { answerOnBoard, mayCoordinate, nameOfActor, rolesOfActor } from '../kernel/coordinator.ts';
import { isBefore } from '../kernel/instant.ts';
import type { Moment } from '../moment.ts';
import type { Programme } from '../programmes/programme.ts';
import { text } from '../texts/text.ts';
import { TrainingRecord } from './training.ts';
import { endsAtOf, type TrainedBy } from './training-stands.ts';
import { dueAroundEnd, endSubject } from './when-it-ends.ts';

/** Most characters of what a course is called, and of who gives it. */
export const LONGEST_NAME = 120;
const Name = z.string().trim().min(1).max(LONGEST_NAME);

/**
 * A coordinator puts down that somebody did a module, that their check was seen, or a course or qualification of theirs, with
 * who gave it and when (TRN-01, TRN-13). The same put down again changes nothing.
 */
export const recordTraining = command({
  name: 'record-training',
  schema: z.object({
    personId: z.uuid(),
    programmeId: z.uuid(),
    kind: TrainingRecord.shape.kind.exclude(['interest', 'read']),
    /** Code of a module; of a course or a qualification what it is called. A check has its name from the programme. */
    what: Name.optional(),
    issuer: Name.optional(),
    /** The day on which it was done, on the programme's clock. */
    doneOn: z.iso.date(),
    /** The day from which it is good no longer, where that is another than the programme says. */
    endsOn: z.iso.date().optional(),
  }),
  async load(read, { personId, programmeId }, by) {
    const [person, programme, roles, records] = await Promise.all([
      read.people.person(personId),
      read.programmes.programme(programmeId),
      rolesOfActor(read, by, { personId }),
      read.training.records([personId], programmeId),
    ]);
    return { person, programme, roles, records };
  },
  decide({ person, programme, roles, records }, args, at, by) {
    const { personId, programmeId, kind, issuer } = args;
    if (!mayCoordinate(by, roles, programmeId))
      return { refused: 'training.not-yours', say: text('coordinators-only') };
    if (person === undefined || person.state === 'erased')
      return { refused: 'person.unknown', say: text('person-unknown') };
    if (programme === undefined) return { refused: 'programme.unknown', say: text('programme-unknown') };
    const { document } = programme;
    const what = kind === 'disclosure' ? document.training.disclosure?.name : args.what;
    const trouble = troubleWith(args, what, document, at);
    if (trouble !== undefined || what === undefined) return trouble ?? noCheck;
    const doneAt = dayIn(args.doneOn, document);
    const endsAt = args.endsOn === undefined ? null : dayIn(args.endsOn, document);
    const same = records.find(
      (each) => each.kind === kind && each.what === what && each.doneAt.equals(doneAt),
    );
    if (same !== undefined) return change({ outgoing: answered(by) });
    const row = newRecord({ personId, programmeId, kind, what, issuer: issuer ?? null }, doneAt, at, by);
    const ends = endsAt ?? endsAtOf(document, row) ?? null;
    return recorded({ ...row, endsAt: ends }, programme, at, answered(by));
  },
});

const noCheck: Refusal = { refused: 'training.no-check', say: text('training-no-check') };

function troubleWith(
  { kind, doneOn, endsOn }: { kind: string; doneOn: string; endsOn?: string | undefined },
  what: string | undefined,
  document: Programme['document'],
  at: Moment,
): Refusal | undefined {
  if (kind === 'disclosure' && what === undefined) return noCheck;
  if (what === undefined) return { refused: 'training.no-name', say: text('training-no-name') };
  const { modules } = document.training;
  if (kind === 'module' && !modules.some(({ code }) => code === what)) return noModule(document);
  if (isBefore(at.now, dayIn(doneOn, document)))
    return { refused: 'training.not-done-yet', say: text('training-not-done-yet') };
  if (endsOn !== undefined && endsOn <= doneOn)
    return { refused: 'training.ends-before', say: text('training-ends-before') };
  return undefined;
}

export function noModule({ training }: TrainedBy): Refusal {
  const codes = training.modules.map(({ code }) => code).join(', ');
  const say = codes === '' ? text('training-no-modules') : text('training-no-module', { codes });
  return { refused: 'training.no-module', say };
}

/** The beginning of a day on the programme's clock. */
export function dayIn(day: string, { safeguarding }: TrainedBy): Temporal.Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime(safeguarding.zone).toInstant();
}

export function newRecord(
  about: Pick<TrainingRecord, 'personId' | 'programmeId' | 'kind' | 'what' | 'issuer'>,
  doneAt: Temporal.Instant,
  at: Moment,
  by: By,
): TrainingRecord {
  return { id: at.newId(), version: 1, ...about, doneAt, endsAt: null, by: nameOfActor(by), removedAt: null };
}

/** Puts a record down, with everything that is due about its end. */
export function recorded(
  row: TrainingRecord,
  { document }: Pick<Programme, 'document'>,
  at: Moment,
  outgoing: readonly OutgoingNew[],
) {
  const { id: recordId, personId, programmeId, kind } = row;
  return change({
    saves: [{ table: 'training_record', row }],
    events: [{ event: 'training.recorded', ids: { recordId, personId, programmeId, kind } }],
    due: dueAroundEnd(row, document, at),
    outgoing,
  });
}

function answered(by: By): OutgoingNew[] {
  return answerOnBoard(by, 'form', text('training-recorded-said'));
}

/** Something on record was put down by mistake. A coordinator takes back anything, somebody else what they noted themselves. */
export const takeBackTraining = command({
  name: 'take-back-training',
  schema: z.object({ recordId: z.uuid() }),
  async load(read, { recordId }, by) {
    const [record, roles] = await Promise.all([
      read.training.record(recordId),
      rolesOfActor(read, by, { recordId }),
    ]);
    return { record, roles };
  },
  decide({ record, roles }, { recordId }, at, by) {
    const isOwn = by.is === 'person' && by.supporter === undefined && record?.by === `person:${by.person.id}`;
    const mayTouch = record !== undefined && mayCoordinate(by, roles, record.programmeId);
    if (record === undefined || (!mayTouch && !(isOwn && record.personId === by.person.id)))
      return by.is === 'person'
        ? { refused: 'training.not-yours', say: text('training-not-yours') }
        : { refused: 'training.unknown', say: text('training-unknown') };
    const { personId, programmeId, kind } = record;
    const outgoing: OutgoingNew[] = isOwn
      ? [
          {
            to: by.person.id,
            account: by.account.id,
            screen: 'my-training',
            args: {},
            mode: 'new',
            evenIfStopped: true,
          },
        ]
      : [];
    if (record.removedAt !== null) return change({ outgoing });
    return change({
      saves: [{ table: 'training_record', row: next(record, { removedAt: at.now }) }],
      events: [{ event: 'training.taken-back', ids: { recordId, personId, programmeId, kind } }],
      callOff: [endSubject(recordId)],
      outgoing,
    });
  },
});
