import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Change, change, type DueNew, next, type Save } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import { isBefore } from '../kernel/instant.ts';
import type { Moment } from '../moment.ts';
import type { Role } from '../people/person.ts';
import type { ProgrammeDocument } from '../programmes/programme.ts';
import type { TrainingModule } from '../programmes/training-plan.ts';
import { text } from '../texts/text.ts';
import { nextLoud } from '../time/quiet.ts';
import { newRecord } from './record-training.ts';
import { maySpeak } from './when-it-ends.ts';

/** However much is written about somebody's supervision in a week, it is sent once (our number). */
const NOT_TWICE = { hours: 7 * 24 };
/** More would be no short message. */
const MOST = 3;
const PAGE = 200;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** The modules that are sent again when somebody is supervised: those the programme names, or those on what blurs with time. */
export function sentAgain({ training }: Pick<ProgrammeDocument, 'training'>): TrainingModule[] {
  const { modules, sentAgain: codes } = training;
  const wanted = ({ code, isAbout }: TrainingModule): boolean =>
    codes === undefined ? isAbout.length > 0 : codes.includes(code);
  return modules.filter(wanted).slice(0, MOST);
}

/** The roles in which somebody supports people in a programme now. */
export function supporting(roles: readonly Role[], programmeId: string): Role[] {
  return roles.filter(
    (each) =>
      each.programmeId === programmeId &&
      each.endedAt === null &&
      (each.role === 'mentor' || each.role === 'volunteer'),
  );
}

function isLately(roles: readonly Role[], at: Moment): boolean {
  return roles.some(({ sentAgainAt }) => sentAgainAt != null && isBefore(at.now, sentAgainAt.add(NOT_TWICE)));
}

/** Part of the daily sweep: mentors whose supervision is due by the rhythm of their programme. */
export const sweepSupervised = command({
  name: 'sweep-supervised',
  schema: z.object({ date: z.iso.date(), after: z.uuid().optional() }),
  async load(read, { date, after }) {
    const programmes = (await read.programmes.all()).filter(({ document }) => sentAgain(document).length > 0);
    const ids = programmes.map(({ id }) => id);
    const until = Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime('UTC').toInstant();
    return ids.length === 0 ? [] : await read.supervision.toSendAgain(ids, until, after ?? BEFORE_ALL, PAGE);
  },
  decide(mentors, { date }, at, by): Change {
    if (by.is !== 'clock') throw new Error('A sweep is due at its time, nobody asks for it');
    const due = mentors.map(({ programmeId, personId, zone, quietFrom, quietTo }): DueNew => {
      const loud = nextLoud(at.now, zone, quietFrom, quietTo);
      return {
        key: `send-again:${programmeId}:${personId}:${date}`,
        command: 'send-again',
        args: { mentorId: personId, programmeId, byRhythm: true },
        at: loud,
        until: loud.add({ hours: 12 }),
      };
    });
    const last = mentors.length === PAGE ? mentors.at(-1) : undefined;
    const goesOn = { command: 'sweep-supervised', args: { date, after: last?.id ?? '' }, at: at.now };
    return change({
      due: [
        ...(last === undefined ? [] : [{ ...goesOn, key: `sweep-supervised:${date}:${last.id}` }]),
        ...due,
      ],
    });
  },
});

/**
 * What blurs with time is looked at again whenever somebody's supervision is written about, and by its rhythm (TRN-05). Never
 * in quiet hours or on a break; by the rhythm alone not while all of it is a lot for them.
 */
export const sendAgain = command({
  name: 'send-again',
  speaksFirst: true,
  schema: z.looseObject({
    mentorId: z.uuid(),
    programmeId: z.uuid(),
    byRhythm: z.boolean().default(false),
  }),
  async load(read, { mentorId, programmeId }) {
    const [person, programme, roles, aLot] = await Promise.all([
      read.people.person(mentorId),
      read.programmes.programme(programmeId),
      read.people.rolesOf(mentorId),
      read.tasks.openOf('a-lot-just-now', { personId: mentorId }),
    ]);
    return { person, programme, roles: supporting(roles, programmeId), aLot };
  },
  decide({ person, programme, roles, aLot }, { programmeId, byRhythm }, at, by): Change {
    if (by.is !== 'clock') throw new Error('It follows from supervision, nobody asks for it');
    if (!maySpeak(person) || programme === undefined || roles.length === 0) return change({});
    if (sentAgain(programme.document).length === 0 || isLately(roles, at)) return change({});
    if (byRhythm && aLot !== undefined) return change({});
    return change({
      saves: roles.map((role): Save => ({ table: 'role', row: next(role, { sentAgainAt: at.now }) })),
      events: [{ event: 'training.sent-again', ids: { personId: person.id, programmeId } }],
      outgoing: [
        {
          to: person.id,
          screen: 'training-again',
          args: { programmeId },
          mode: 'new',
          at: nextLoud(at.now, person.zone, person.quietFrom, person.quietTo),
        },
      ],
    });
  },
});

/** They have read it: that stands on their training record, once for each time it was sent. */
export const readAgain = command({
  name: 'read-again',
  schema: z.object({ programmeId: z.uuid() }),
  async load(read, { programmeId }, by) {
    const { person } = personOf(by);
    const [programme, roles, records] = await Promise.all([
      read.programmes.programme(programmeId),
      read.people.rolesOf(person.id),
      read.training.records([person.id], programmeId),
    ]);
    return { programme, roles: supporting(roles, programmeId), records };
  },
  decide({ programme, roles, records }, { programmeId }, at, by) {
    const { person, account } = personOf(by);
    if (programme === undefined || roles.length === 0)
      return { refused: 'training.no-role', say: text('training-no-role') };
    const sent = roles.flatMap(({ sentAgainAt }) => sentAgainAt ?? []);
    const isNew = ({ code }: TrainingModule): boolean =>
      !records.some(
        ({ kind, what, doneAt }) =>
          kind === 'read' && what === code && sent.every((each) => !isBefore(doneAt, each)),
      );
    const saves = sentAgain(programme.document)
      .filter(isNew)
      .map(({ code }): Save => {
        const about = { personId: person.id, programmeId, kind: 'read', what: code, issuer: null } as const;
        return { table: 'training_record', row: newRecord(about, at.now, at, by) };
      });
    return change({
      saves,
      events:
        saves.length === 0 ? [] : [{ event: 'training.read', ids: { personId: person.id, programmeId } }],
      outgoing: [
        {
          to: person.id,
          account: account.id,
          screen: 'say',
          args: { id: 'training-again-thanks', args: {} },
          mode: 'new',
          evenIfStopped: true,
        },
      ],
    });
  },
});
