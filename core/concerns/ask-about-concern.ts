import { z } from 'zod';
import { type Change, change, next, type OutgoingNew, type Save, together } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import type { Moment } from '../moment.ts';
import type { Programme } from '../programmes/programme.ts';
import { ProgrammeDocument } from '../programmes/programme.ts';
import type { Reader } from '../store/reader.ts';
import { newTask, type Task } from '../tasks/task.ts';
import type { Concern } from './concern.ts';
import { canBeAsked, inOrder } from './cover.ts';
import { answerersCards, goesOn, newsFor, openAgain, pagesTo, stepOf, writersCard } from './steps.ts';

const OURS = ProgrammeDocument.shape.safeguarding.parse({});

/** How many minutes a programme gives those who answer. */
export function minutesOf(programme: Programme | undefined) {
  return programme?.document.safeguarding ?? OURS;
}

async function load(read: Reader, { concernId }: { readonly concernId: string }) {
  const concern = await read.concerns.concern(concernId);
  if (concern === undefined || concern.state === 'closed') return undefined;
  const { programmeId } = concern;
  const [team, writer, programme, coordinators, open] = await Promise.all([
    read.concerns.team(programmeId),
    read.people.person(concern.fromId),
    programmeId === null ? undefined : read.programmes.programme(programmeId),
    read.concerns.coordinators(programmeId),
    read.tasks.open(),
  ]);
  const task = open.find((each) => each.kind === 'ring-safeguarding' && each.programmeId === programmeId);
  return { concern, team, writer, programme, coordinators, task };
}
type Data = NonNullable<Awaited<ReturnType<typeof load>>>;

/**
 * Goes to the first who answers, and from there on to the next whenever nobody has said that they have seen it, or nobody
 * takes it. When all were asked, all are asked once more, and a person of the programme is asked to ring them.
 */
export const askAboutConcern = command({
  name: 'ask-about-concern',
  schema: z.object({ concernId: z.uuid(), level: z.int() }),
  load: (read, args) => load(read, args),
  decide(data, { level }, at, by): Change {
    if (by.is !== 'clock') throw new Error('Nobody asks for this');
    if (data === undefined || data.concern.state !== 'open' || data.concern.level !== level)
      return change({});
    const { concern, team } = data;
    const left = inOrder(team, concern.notFor, at.now).filter(
      ({ personId }) => !concern.asked.includes(personId),
    );
    const index = left.findIndex(canBeAsked);
    const passedBy = index === -1 ? left : left.slice(0, index);
    const after = left[index];
    const asked = [...concern.asked, ...passedBy.map(({ personId }) => personId)];
    const noted = passedBy.map(({ personId }) =>
      stepOf(concern.id, 'not-delivered', at, { byId: personId, code: 'no-app' }),
    );
    if (after === undefined) return everybody(data, asked, noted, at);
    const row = next(concern, { asked: [...asked, after.personId], level: concern.level + 1 });
    // What nobody has answered so far is news; that it began is on the card already.
    const isNews = concern.level > 0 || passedBy.length > 0;
    return change({
      saves: [{ table: 'concern', row }, ...noted, stepOf(concern.id, 'asked', at, { byId: after.personId })],
      events: [{ event: 'concern.asked', ids: { concernId: concern.id, level: row.level } }],
      due: [goesOn(row, minutesOf(data.programme).acknowledgeMinutes, at)],
      outgoing: [
        ...pagesTo(after, concern.id),
        ...(concern.level > 0 ? answerersCards(concern) : []),
        writersCard(row),
        ...(isNews ? newsFor(data.writer, row, true) : []),
      ],
    });
  },
});

function everybody(data: Data, asked: string[], noted: readonly Save[], at: Moment): Change {
  const { concern, team, writer, programme, coordinators, task } = data;
  // Counted anew whenever it goes round again, so that nobody waits as long as the last time in the end.
  const rounds = concern.everybodyAt === null ? 0 : Math.max(0, concern.level - asked.length);
  const row = next(concern, {
    asked,
    level: asked.length + rounds + 1,
    everybodyAt: concern.everybodyAt ?? at.now,
  });
  const all = inOrder(team, concern.notFor, at.now).filter(canBeAsked);
  const ring: Save[] = task === undefined ? [{ table: 'task', row: toRing(concern, at) }] : [];
  const isFirst = concern.everybodyAt === null;
  const told = coordinators.filter(({ personId }) => !concern.notFor.includes(personId));
  return together(
    change({
      saves: [{ table: 'concern', row }, ...noted, ...ring, stepOf(concern.id, 'everybody', at)],
      events: [{ event: 'concern.everybody', ids: { concernId: concern.id } }],
      due: [goesOn(row, untilAgain(rounds, minutesOf(programme).againMinutes), at)],
      outgoing: [
        ...all.flatMap((each) => pagesTo(each, concern.id)),
        ...told.map(({ personId }) => ringNotice(personId)),
        writersCard(row),
      ],
    }),
    change({ outgoing: isFirst ? newsFor(writer, row, true) : [] }),
  );
}

const A_DAY = 24 * 60;

/** Twice as long each time, once a day at the least: it is never given up. */
function untilAgain(rounds: number, minutes: number): number {
  return Math.min(minutes * 2 ** Math.min(rounds, 10), A_DAY);
}

/** Says nothing of what it is about, nor who told it: only that those who answer are to be rung. */
function toRing({ programmeId }: Concern, at: Moment): Task {
  return newTask('ring-safeguarding', { programmeId }, at);
}

function ringNotice(to: string): OutgoingNew {
  return { to, screen: 'ring-safeguarding', args: {}, mode: 'new', evenIfStopped: true, ownLane: true };
}

async function loadPage(read: Reader, { concernId, personId }: { concernId: string; personId: string }) {
  const concern = await read.concerns.concern(concernId);
  if (concern === undefined) return undefined;
  const [pages, steps] = await Promise.all([
    read.concerns.pages(concernId, personId),
    read.concerns.steps(concernId),
  ]);
  return { concern, pages, steps };
}

const UNDER_WAY: readonly string[] = ['waiting', 'sent', 'review'];

/** One of the messages by which somebody is asked was sent, or cannot be: then the next is asked at once. */
export const noteConcernPage = command({
  name: 'note-concern-page',
  schema: z.object({ concernId: z.uuid(), personId: z.uuid(), ended: z.string() }),
  load: (read, args) => loadPage(read, args),
  decide(data, { personId, ended }, at, by): Change {
    if (by.is !== 'clock') throw new Error('Nobody asks for this');
    if (data === undefined || data.concern.state === 'closed') return change({});
    const { concern, pages, steps } = data;
    const had = (step: string) => steps.some((each) => each.step === step && each.byId === personId);
    if (ended === 'sent') {
      if (had('delivered')) return change({});
      const step = stepOf(concern.id, 'delivered', at, { byId: personId });
      const isFirst = concern.deliveredAt === null;
      const row = next(concern, { deliveredAt: concern.deliveredAt ?? at.now });
      return change({
        saves: isFirst ? [{ table: 'concern', row }, step] : [step],
        outgoing: isFirst ? [writersCard(row)] : [],
      });
    }
    const isLost = !pages.some((state) => UNDER_WAY.includes(state)) && !had('not-delivered');
    if (!isLost) return change({});
    // Whoever was asked last and has not seen it is waited for; that the one before has seen it changes nothing.
    const waits = concern.state === 'open' && concern.asked.at(-1) === personId && !had('seen');
    return change({
      saves: [stepOf(concern.id, 'not-delivered', at, { byId: personId, code: ended })],
      due: waits ? [goesOn(concern, 0, at)] : [],
    });
  },
});

/** Somebody who answers is gone, or goes away: what they have not answered goes on, and what they had in hand is open again. */
export const giveBackConcerns = command({
  name: 'give-back-concerns',
  schema: z.object({ personId: z.uuid() }),
  load: (read, { personId }) => read.concerns.heldBy(personId),
  decide(held, { personId }, at, by): Change {
    if (by.is !== 'clock') throw new Error('Nobody asks for this');
    return together(...held.map((each) => givenBack(each, personId, at)));
  },
});

function givenBack(concern: Concern, personId: string, at: Moment): Change {
  if (concern.state === 'taken' && concern.takenById !== personId) return change({});
  const wasTheirs = concern.takenById === personId;
  const isWaiting = concern.state === 'open' && concern.asked.at(-1) === personId;
  if (!wasTheirs && !isWaiting) return change({});
  return openAgain(concern, personId, at, {});
}
