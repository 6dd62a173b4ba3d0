import { z } from 'zod';
import { type Change, change, next, type OutgoingNew } from '../kernel/change.ts';
import { command, type Refusal } from '../kernel/command.ts';
import { answerOnBoard, mayCoordinate, rolesOfActor } from '../kernel/coordinator.ts';
import { instant, isBefore } from '../kernel/instant.ts';
import { noSuchSite } from '../kernel/no-such-site.ts';
import { reachOf } from '../kernel/reach.ts';
import type { Moment } from '../moment.ts';
import type { Person } from '../people/person.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Reader } from '../store/reader.ts';
import { newTask } from '../tasks/task.ts';
import { text } from '../texts/text.ts';
import { nextLoud } from '../time/quiet.ts';
import { wallOf } from '../time/wall-time.ts';
import { noModule } from './record-training.ts';
import { loadRegister, noLongerAsked } from './register-asked.ts';
import { siteOf, type TrainingMeeting } from './training.ts';
import { trainingStands, WAYS_OF } from './training-stands.ts';
import { maySpeak, takesPartAs } from './when-it-ends.ts';

/** Most characters of where it is. */
export const LONGEST_PLACE = 200;
/** The register is asked for this long after the end; our number. */
const REGISTER_AFTER_MINUTES = 10;

export const trainingCard = (id: string): string => `training-meeting:${id}`;

export function endOfMeeting({ startsAt, minutes }: Pick<TrainingMeeting, 'startsAt' | 'minutes'>) {
  return startsAt.add({ minutes });
}

/** Those who take part, at that site, as somebody whom the training concerns, and what is on record of them. */
async function concerned(read: Reader, programme: Programme | undefined, site: string | null) {
  if (programme === undefined) return [];
  const roles = await read.training.rolesIn(programme.id);
  const all = [...new Set(roles.map(({ personId }) => personId))];
  const people = await read.people.people(site === null ? all : await read.sites.at(programme.id, site, all));
  const ids = people.map(({ id }) => id);
  const records = await read.training.records(ids, programme.id);
  return people.map((person) => ({
    person,
    roles: roles.filter(({ personId }) => personId === person.id),
    records: records.filter(({ personId }) => personId === person.id),
  }));
}
type Concerned = Awaited<ReturnType<typeof concerned>>[number];

/** Whether a meeting teaches something that is still to come for somebody, or ends soon. */
function isFor(
  { roles, records }: Concerned,
  { document, id }: Programme,
  modules: readonly string[],
  at: Moment,
) {
  return takesPartAs(roles, id)
    .filter((whom) => whom !== 'group-lead')
    .some((whom) => {
      const stands = trainingStands(document, records, WAYS_OF[whom], whom, at.now);
      const open = [...stands.missing, ...stands.ending.map(({ code }) => code)];
      return modules.some((code) => open.includes(code));
    });
}

/** A coordinator plans a meeting at which modules are taught; those for whom they are still to come are told (TRN-07). */
export const planTraining = command({
  name: 'plan-training',
  schema: z.object({
    programmeId: z.uuid(),
    modules: z.array(z.string().min(1).max(40)).min(1).max(40),
    startsAt: instant,
    minutes: z.int().min(15).max(720),
    where: z.string().trim().min(1).max(LONGEST_PLACE),
    capacity: z.int().min(1).max(200),
    /** Code of the site for whose people it is. Whoever coordinates one site plans for that. */
    site: z.string().trim().min(1).max(40).optional(),
  }),
  async load(read, { programmeId, site: named }, by) {
    const [programme, roles] = await Promise.all([
      read.programmes.programme(programmeId),
      rolesOfActor(read, by, {}),
    ]);
    const own = reachOf(roles).sites[programmeId];
    const site = own?.find((each) => named === undefined || each === named) ?? named ?? null;
    const isTheirs = own === undefined || (site !== null && own.includes(site));
    return { programme, roles, site, isTheirs, people: await concerned(read, programme, site) };
  },
  decide({ programme, roles, site, isTheirs, people }, args, at, by): Change | Refusal {
    const { programmeId, startsAt, minutes, where, capacity } = args;
    if (!mayCoordinate(by, roles, programmeId) || !isTheirs) return notYours;
    if (programme === undefined) return { refused: 'programme.unknown', say: text('programme-unknown') };
    const away = site === null ? undefined : noSuchSite(programme.document, site);
    if (away !== undefined) return away;
    const modules = [...new Set(args.modules)];
    const known = programme.document.training.modules.map(({ code }) => code);
    if (modules.some((code) => !known.includes(code))) return noModule(programme.document);
    if (!isBefore(at.now, startsAt)) return { refused: 'training.past', say: text('training-past') };
    const { zone } = programme.document.safeguarding;
    const row: TrainingMeeting = {
      id: at.newId(),
      version: 1,
      programmeId,
      modules,
      startsAt,
      wall: wallOf(startsAt, zone),
      zone,
      minutes,
      place: where,
      capacity,
      state: 'planned',
      createdAt: at.now,
      site,
    };
    const told = people
      .filter((each) => maySpeak(each.person) && isFor(each, programme, modules, at))
      .filter(({ person }) => by.is !== 'person' || person.id !== by.person.id);
    return change({
      saves: [{ table: 'training_meeting', row }],
      events: [{ event: 'training-meeting.planned', ids: { trainingMeetingId: row.id, programmeId } }],
      due: [
        {
          key: `${trainingCard(row.id)}:register`,
          command: 'ask-for-training-register',
          args: { trainingMeetingId: row.id },
          at: endOfMeeting(row).add({ minutes: REGISTER_AFTER_MINUTES }),
          subject: trainingCard(row.id),
        },
      ],
      outgoing: [
        ...told.map(({ person }) => newsOf(row, person, 'planned', at)),
        ...answerOnBoard(by, 'form', text('training-planned-said', { count: told.length })),
      ],
    });
  },
});

/** News of a meeting to somebody who did not ask for it just now: after their quiet hours, and not once it has begun. */
export function newsOf(
  { id, startsAt }: TrainingMeeting,
  { id: to, zone, quietFrom, quietTo }: Person,
  news: string,
  at: Moment,
): OutgoingNew {
  const args = { trainingMeetingId: id, news };
  const loud = nextLoud(at.now, zone, quietFrom, quietTo);
  return {
    to,
    screen: 'training-meeting',
    args,
    mode: 'new',
    card: trainingCard(id),
    at: loud,
    until: startsAt,
  };
}

/** A meeting is called off: those who had a place are told. */
export const cancelTraining = command({
  name: 'cancel-training',
  schema: z.object({ trainingMeetingId: z.uuid() }),
  async load(read, { trainingMeetingId }, by) {
    const [meeting, roles, places] = await Promise.all([
      read.training.meeting(trainingMeetingId),
      rolesOfActor(read, by, { trainingMeetingId }),
      read.training.places(trainingMeetingId),
    ]);
    const booked = places.filter(({ state }) => state === 'booked');
    const [people, register] = await Promise.all([
      read.people.people(booked.map(({ personId }) => personId)),
      loadRegister(read, meeting),
    ]);
    return { meeting, roles, people, register };
  },
  decide({ meeting, roles, people, register }, { trainingMeetingId }, at, by) {
    const refusal = notToChange(meeting, by, roles);
    if (meeting === undefined || refusal !== undefined) return refusal ?? noSuchMeeting;
    if (meeting.state === 'cancelled') return change({});
    if (meeting.state === 'held') return { refused: 'training.held', say: text('training-held-already') };
    return change({
      saves: [
        { table: 'training_meeting', row: next(meeting, { state: 'cancelled' }) },
        ...noLongerAsked(register, by, at),
      ],
      events: [{ event: 'training-meeting.cancelled', ids: { trainingMeetingId } }],
      callOff: [
        trainingCard(trainingMeetingId),
        ...people.map(({ id }) => placeSubject(trainingMeetingId, id)),
      ],
      outgoing: [
        // Whoever keeps a place hears of it at once: they may be on their way.
        ...people.map(({ id: to }) => ({
          to,
          screen: 'training-meeting',
          args: { trainingMeetingId, news: 'cancelled' },
          mode: 'new' as const,
          card: trainingCard(trainingMeetingId),
        })),
        ...answerOnBoard(by, 'form', text('training-cancelled-said', { count: people.length })),
      ],
    });
  },
});

export const noSuchMeeting: Refusal = {
  refused: 'training-meeting.unknown',
  say: text('training-meeting-unknown'),
};

/** Why somebody may not change a meeting. The same is said of one of others and of one that never was. */
export function notToChange(
  meeting: TrainingMeeting | undefined,
  by: Parameters<typeof mayCoordinate>[0],
  roles: Parameters<typeof mayCoordinate>[1],
): Refusal | undefined {
  if (meeting === undefined) return by.is === 'person' ? notYours : noSuchMeeting;
  return mayCoordinate(by, roles, meeting.programmeId) ? undefined : notYours;
}

const notYours: Refusal = { refused: 'training.not-yours', say: text('coordinators-only') };

/** Everything due for one person around one meeting. */
export function placeSubject(trainingMeetingId: string, personId: string): string {
  return `training-place:${trainingMeetingId}:${personId}`;
}

/** After the end coordinators are asked who came; once, however many registers are open. */
export const askForTrainingRegister = command({
  name: 'ask-for-training-register',
  schema: z.object({ trainingMeetingId: z.uuid() }),
  async load(read, { trainingMeetingId }) {
    const meeting = await read.training.meeting(trainingMeetingId);
    if (meeting === undefined) return { meeting, open: undefined };
    const { programmeId } = meeting;
    return { meeting, open: await read.tasks.openIn('training-register', programmeId, siteOf(meeting)) };
  },
  decide({ meeting, open }, { trainingMeetingId }, at, by) {
    if (by.is !== 'clock') throw new Error('The register is asked for after the meeting');
    if (meeting?.state !== 'planned' || open !== undefined) return change({});
    const { programmeId } = meeting;
    const about = { programmeId, what: siteOf(meeting) };
    return change({
      saves: [{ table: 'task', row: newTask('training-register', about, at) }],
      events: [{ event: 'training-meeting.over', ids: { trainingMeetingId, programmeId } }],
    });
  },
});
