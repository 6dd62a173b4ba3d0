import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Enquiry } from '../enquiries/enquiry.ts';
import { type Change, change, type DueNew, next } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import { isBefore } from '../kernel/instant.ts';
import type { Moment } from '../moment.ts';
import type { Person } from '../people/person.ts';
import { As } from '../programmes/intake.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Waits } from '../store/read-plans.ts';
import type { Reader } from '../store/reader.ts';
import { newTask, type Task } from '../tasks/task.ts';
import { text } from '../texts/text.ts';
import { nextLoud } from '../time/quiet.ts';
import { offersFor } from './offer-mentors.ts';

/** Rhythms somebody can choose from, in days; 0: no word until there is news (UNM-06). */
export const RHYTHMS = [7, 14, 28, 0] as const;
export const Way = z.object({ programmeId: z.uuid(), as: As });

function subjectOf({ id }: Pick<Enquiry, 'id'>): string {
  return `wait:${id}`;
}

export function newsOf({ id }: Pick<Enquiry, 'id'>): string {
  return `wait-news:${id}`;
}

/** How often somebody hears how it stands, in days; 0: never. What they chose goes before the programme's. */
export function newsDaysOf({ newsDays }: Enquiry, { document }: Pick<Programme, 'document'>): number {
  return newsDays ?? document.matching.newsDays;
}

/** The next word on how the waiting stands, never in quiet hours; none where somebody chose none. */
export function nextNews(
  enquiry: Enquiry,
  person: Person,
  programme: Pick<Programme, 'document'>,
  at: Moment,
  since = at.now,
): DueNew[] {
  const days = newsDaysOf(enquiry, programme);
  if (days === 0) return [];
  const wanted = since.add({ hours: 24 * days });
  const moment = isBefore(wanted, at.now) ? at.now : wanted;
  const then = nextLoud(moment, person.zone, person.quietFrom, person.quietTo);
  return [
    {
      key: `wait-news:${enquiry.id}:${at.newId()}`,
      command: 'send-wait-news',
      args: { enquiryId: enquiry.id },
      at: then,
      subject: newsOf(enquiry),
    },
  ];
}

/** When a coordinator is told that somebody has waited for long. Its key is new each time: the plan before is called off. */
function longWait(
  enquiry: Enquiry,
  since: Temporal.Instant,
  { document }: Pick<Programme, 'document'>,
  at: Moment,
): DueNew {
  return {
    key: `waits-long:${enquiry.id}:${since.epochMilliseconds}:${at.newId()}`,
    command: 'notice-long-wait',
    args: { enquiryId: enquiry.id },
    at: since.add({ hours: 24 * document.matching.waitDays }),
    subject: subjectOf(enquiry),
  };
}

/** What is still to come of somebody's waiting, by a newer document; what was said already is not said again. */
export function planWaitAnew(
  { enquiry, person, isTold, supports: isNeeded }: Waits,
  programme: Pick<Programme, 'document'>,
  at: Moment,
): Pick<Change, 'callOff' | 'due'> {
  const { waitingSince } = enquiry;
  if (waitingSince === null || isNeeded) return { callOff: [], due: [] };
  // A rhythm that somebody chose is theirs, whatever the programme says.
  const isOurs = enquiry.newsDays === null;
  const news = isOurs ? nextNews(enquiry, person, programme, at, enquiry.newsAt ?? waitingSince) : [];
  return {
    callOff: [subjectOf(enquiry), ...(isOurs ? [newsOf(enquiry)] : [])],
    due: [...(isTold ? [] : [longWait(enquiry, waitingSince, programme, at)]), ...news],
  };
}

/** Whoever supports somebody already is told nothing of waiting, also while they would take one more. */
async function supports(read: Reader, { personId, programmeId, as }: Enquiry): Promise<boolean> {
  if (as === 'mentee') return false;
  const pairs = await read.pairs.pairsOf(personId);
  return pairs.some((pair) => pair.mentorId === personId && pair.programmeId === programmeId);
}

async function load(read: Reader, enquiryId: string) {
  const enquiry = await read.enquiries.enquiry(enquiryId);
  if (enquiry === undefined) return undefined;
  const [person, programme, isNeeded] = await Promise.all([
    read.people.person(enquiry.personId),
    read.programmes.programme(enquiry.programmeId),
    supports(read, enquiry),
  ]);
  if (person === undefined || programme === undefined) return undefined;
  return { enquiry, person, programme, supports: isNeeded };
}

/** Somebody waits for a match from now on: what they hear meanwhile, and when a coordinator is told (MAT-10, UNM-01). */
export const beginToWait = command({
  name: 'begin-to-wait',
  schema: z.looseObject({ enquiryId: z.uuid() }),
  load: (read, { enquiryId }) => load(read, enquiryId),
  decide(data, _args, at, by) {
    if (by.is !== 'clock') throw new Error('It follows from something else, nobody does it');
    if (data?.enquiry.state !== 'waiting' || data.enquiry.waitingSince === null) return change({});
    const { enquiry, person, programme } = data;
    const long = longWait(enquiry, data.enquiry.waitingSince, programme, at);
    const told = data.supports ? [] : [long, ...nextNews(enquiry, person, programme, at)];
    // One rhythm at a time, however often somebody begins to wait.
    return change({
      callOff: [newsOf(enquiry), subjectOf(enquiry)],
      due: [...told, offersFor(enquiry, person.id, at)],
    });
  },
});

/** A word to somebody who waits: why it takes time and what happens next, never a place in a queue. */
export const sendWaitNews = command({
  name: 'send-wait-news',
  speaksFirst: true,
  schema: z.object({ enquiryId: z.uuid() }),
  load: (read, { enquiryId }) => load(read, enquiryId),
  decide(data, _args, at, by) {
    if (by.is !== 'clock') throw new Error('It is said at its time, nobody asks for it');
    if (data?.enquiry.state !== 'waiting' || data.supports) return change({});
    const { enquiry, person, programme } = data;
    const due = nextNews(enquiry, person, programme, at);
    // During a break and after "stop" nothing is said; the rhythm goes on.
    if (person.state !== 'active' || person.paused || due.length === 0) return change({ due });
    const { programmeId, as } = enquiry;
    return change({
      saves: [{ table: 'enquiry', row: next(enquiry, { newsAt: at.now }) }],
      due,
      events: [{ event: 'wait.told', ids: { enquiryId: enquiry.id, programmeId } }],
      outgoing: [
        {
          to: person.id,
          screen: 'wait-news',
          args: { programmeId, as },
          mode: 'new',
          at: nextLoud(at.now, person.zone, person.quietFrom, person.quietTo),
          until: at.now.add({ hours: 48 }),
        },
      ],
    });
  },
});

/** Somebody has waited for longer than their programme thinks right: a coordinator is told, once for each wait. */
export const noticeLongWait = command({
  name: 'notice-long-wait',
  schema: z.object({ enquiryId: z.uuid() }),
  async load(read, { enquiryId }) {
    const enquiry = await read.enquiries.enquiry(enquiryId);
    const person = enquiry === undefined ? undefined : await read.people.person(enquiry.personId);
    if (enquiry === undefined || person === undefined) return undefined;
    const { personId, programmeId, as } = enquiry;
    const kind: Task['kind'] = as === 'mentee' ? 'waits-for-mentor' : 'waits-for-mentee';
    const [told, open] = await Promise.all([
      read.plans.lastTold(kind, personId, programmeId),
      read.tasks.openAboutPerson(personId),
    ]);
    const isOpen = open.some((task) => task.kind === kind && task.programmeId === programmeId);
    return { enquiry, person, kind, told, isOpen };
  },
  decide(found, _args, at, by) {
    if (by.is !== 'clock') throw new Error('It is noticed at its time, nobody does it');
    if (found?.enquiry.state !== 'waiting' || found.person.state === 'erased' || found.isOpen)
      return change({});
    const { enquiry, kind, told } = found;
    const { programmeId, personId, waitingSince } = enquiry;
    if (told !== null && waitingSince !== null && !isBefore(told, waitingSince)) return change({});
    return change({
      saves: [{ table: 'task', row: newTask(kind, { programmeId, personId }, at) }],
      events: [{ event: 'wait.long', ids: { enquiryId: enquiry.id, programmeId } }],
    });
  },
});

/** Somebody chooses how often they hear how it stands. */
export const setWaitNews = command({
  name: 'set-wait-news',
  schema: Way.extend({ days: z.union(RHYTHMS.map((days) => z.literal(days))) }),
  async load(read, { programmeId, as }, by) {
    const { person } = personOf(by);
    const [enquiry, programme] = await Promise.all([
      read.enquiries.of(person.id, programmeId, as),
      read.programmes.programme(programmeId),
    ]);
    return { enquiry, programme };
  },
  decide({ enquiry, programme }, { days, programmeId, as }, at, by) {
    const { person, account } = personOf(by);
    if (enquiry === undefined || programme === undefined || enquiry.personId !== person.id)
      return { refused: 'wait.not-waiting', say: text('match-not-waiting') };
    const row = next(enquiry, { newsDays: days });
    return change({
      saves: [{ table: 'enquiry', row }],
      callOff: [newsOf(row)],
      due: row.state === 'waiting' ? nextNews(row, person, programme, at) : [],
      outgoing: [
        {
          to: person.id,
          account: account.id,
          screen: 'wait-choices',
          args: { programmeId, as, chosen: true },
          mode: 'new',
          evenIfStopped: true,
        },
      ],
    });
  },
});
