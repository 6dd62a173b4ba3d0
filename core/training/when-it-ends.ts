import { z } from 'zod';
import { type Change, change, type DueNew, next, type Save } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { isBefore } from '../kernel/instant.ts';
import { leadingRoles } from '../kernel/training.ts';
import type { Moment } from '../moment.ts';
import type { Person, Role } from '../people/person.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Reader } from '../store/reader.ts';
import { newTask } from '../tasks/task.ts';
import { isQuiet, nextLoud } from '../time/quiet.ts';
import type { TrainingRecord } from './training.ts';
import { endsAtOf, type TrainedBy, trainingStands, WAYS_OF, type Whom } from './training-stands.ts';

/** Everything due about the end of one record. */
export function endSubject(recordId: string): string {
  return `training-ends:${recordId}`;
}

/**
 * Kind reminders before a record ends, on the days its programme names, and a look at what follows when it has (TRN-03).
 * `stamp` tells a plan from an earlier one that it takes the place of.
 */
export function dueAroundEnd(record: TrainingRecord, document: TrainedBy, at: Moment, stamp = ''): DueNew[] {
  const endsAt = endsAtOf(document, record);
  if (endsAt === undefined || !isBefore(at.now, endsAt)) return [];
  const { id: recordId } = record;
  const subject = endSubject(recordId);
  const days = [...new Set(document.training.remindDays)];
  const reminders = days
    .map((count) => ({ count, moment: endsAt.subtract({ hours: 24 * count }) }))
    .filter(({ moment }) => isBefore(at.now, moment))
    .map(({ count, moment }) => ({
      key: `${subject}:${count}${stamp}`,
      command: 'remind-of-refresh',
      args: { recordId },
      at: moment,
      until: endsAt,
      subject,
    }));
  const ended = {
    key: `${subject}:ended${stamp}`,
    command: 'note-training-ended',
    args: { recordId },
    subject,
  };
  return [...reminders, { ...ended, at: endsAt }];
}

const Args = z.object({ recordId: z.uuid() });

async function load(read: Reader, { recordId }: z.infer<typeof Args>) {
  const record = await read.training.record(recordId);
  if (record === undefined) return undefined;
  const { personId, programmeId } = record;
  const [person, programme, roles, records, led, open] = await Promise.all([
    read.people.person(personId),
    read.programmes.programme(programmeId),
    read.people.rolesOf(personId),
    read.training.records([personId], programmeId),
    read.groups.ledBy(personId),
    read.tasks.openOf('training-ended', { personId }),
  ]);
  return { record, person, programme, roles, records, led, open };
}

type Data = NonNullable<Awaited<ReturnType<typeof load>>>;

/** As what somebody takes part in a programme, as far as training is concerned. */
export function takesPartAs(roles: readonly Role[], programmeId: string): Whom[] {
  const own = roles.filter((each) => each.programmeId === programmeId && each.endedAt === null);
  const supports = own.some(({ role }) => role === 'mentor' || role === 'volunteer');
  return [
    ...(supports ? (['mentor', 'group-lead'] as const) : []),
    ...(own.some(({ role }) => role === 'mentee') ? (['mentee'] as const) : []),
  ];
}

/** Whether this is still what they have to do again: nothing newer is there, and it is asked of what they are. */
function isTheirs({ record, programme, roles, records }: Data, now: Moment['now']): boolean {
  if (programme === undefined || record.removedAt !== null) return false;
  const { document, id } = programme;
  const endsAt = endsAtOf(document, record);
  if (endsAt === undefined) return false;
  return takesPartAs(roles, id)
    .filter(
      (whom) => whom !== 'group-lead' || leadingRoles(roles, id).some(({ trainedAt }) => trainedAt != null),
    )
    .some((whom) => {
      const stands = trainingStands(document, records, WAYS_OF[whom], whom, now);
      if (record.kind === 'disclosure') {
        const isLast = stands.disclosureEndsAt?.equals(endsAt) === true;
        return isLast && (stands.disclosure === 'ending' || stands.disclosure === 'ended');
      }
      if (record.kind !== 'module') return false;
      const ending = stands.ending.find(({ code }) => code === record.what);
      return ending?.endsAt.equals(endsAt) === true || stands.missing.includes(record.what);
    });
}

/** Whether something may be said to somebody that they did not ask for; nobody on a break is asked for anything. */
export function maySpeak(person: Person | undefined): person is Person {
  return person?.state === 'active' && !person.paused;
}

/** "This is to be done again before then." Kind, and never in quiet hours. */
export const remindOfRefresh = command({
  name: 'remind-of-refresh',
  speaksFirst: true,
  schema: Args,
  load,
  decide(data, { recordId }, at, by): Change {
    if (by.is !== 'clock') throw new Error('A reminder is due at its time, nobody asks for it');
    if (data === undefined || !maySpeak(data.person) || !isTheirs(data, at.now)) return change({});
    const { person, record, programme } = data;
    const endsAt = programme === undefined ? undefined : endsAtOf(programme.document, record);
    if (endsAt === undefined) return change({});
    const later = whenLoud(person, 'remind-of-refresh', { recordId }, endSubject(recordId), at);
    if (later !== undefined) return change({ due: [{ ...later, until: endsAt }] });
    return change({
      events: [{ event: 'training.reminded', ids: { recordId, personId: person.id } }],
      outgoing: [{ to: person.id, screen: 'training-ends', args: { recordId }, mode: 'new', until: endsAt }],
    });
  },
});

/** The same once more when their quiet hours are over; undefined when it can be said now. */
export function whenLoud(
  person: Person,
  name: string,
  args: DueNew['args'],
  subject: string,
  at: Moment,
): DueNew | undefined {
  const { zone, quietFrom, quietTo } = person;
  if (!isQuiet(at.now, zone, quietFrom, quietTo)) return undefined;
  const loud = nextLoud(at.now, zone, quietFrom, quietTo);
  return { key: `${subject}:${name}:${loud.epochMilliseconds}`, command: name, args, at: loud, subject };
}

/**
 * Something has ended. They are told, and are proposed for nobody new until it is done again; whoever they support keeps
 * them, and a coordinator is told (D21).
 */
export const noteTrainingEnded = command({
  name: 'note-training-ended',
  schema: Args,
  load,
  decide(data, { recordId }, at, by): Change {
    if (by.is !== 'clock') throw new Error('An end is noted at its time');
    if (data?.programme === undefined || !isTheirs(data, at.now)) return change({});
    const { person, record, programme, open } = data;
    if (person === undefined || person.state === 'erased') return change({});
    const { zone, quietFrom, quietTo } = person;
    const task = newTask('training-ended', { programmeId: programme.id, personId: person.id }, at);
    return change({
      saves: [
        ...(open === undefined ? [{ table: 'task', row: task } as const] : []),
        ...noLongerLeads(data, programme, at),
      ],
      events: [
        { event: 'training.ended', ids: { recordId, personId: person.id, programmeId: record.programmeId } },
      ],
      outgoing: maySpeak(person)
        ? [
            {
              to: person.id,
              screen: 'training-ends',
              args: { recordId },
              mode: 'new',
              at: nextLoud(at.now, zone, quietFrom, quietTo),
            },
          ]
        : [],
    });
  },
});

/** Whoever leads no open group now counts as trained to lead one no longer; an open group goes on. */
function noLongerLeads({ record, roles, led, records }: Data, programme: Programme, at: Moment): Save[] {
  const { document, id } = programme;
  const module = document.training.modules.find(
    ({ code }) => record.kind === 'module' && code === record.what,
  );
  if (module?.requiredOf.includes('group-lead') !== true) return [];
  const stands = trainingStands(document, records, WAYS_OF['group-lead'], 'group-lead', at.now);
  if (stands.complete || led.some((group) => group.programmeId === id && group.state === 'open')) return [];
  return leadingRoles(roles, id)
    .filter(({ trainedAt }) => trainedAt != null)
    .map((each) => ({ table: 'role', row: next(each, { trainedAt: null, trainedBy: null }) }));
}
