import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Change, change, type DueNew, next, type OutgoingNew, type Save } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import { isBefore } from '../kernel/instant.ts';
import { otherHelpNamed } from '../kernel/other-help.ts';
import type { Moment } from '../moment.ts';
import type { Pair } from '../pairs/pair.ts';
import type { Person } from '../people/person.ts';
import type { Programme } from '../programmes/programme.ts';
import { newTask, type Task } from '../tasks/task.ts';
import { text } from '../texts/text.ts';
import { nextLoud } from '../time/quiet.ts';
import { mayNudge, wantsNudges } from './may-nudge.ts';
import type { Nudge } from './nudge.ts';

/** What it is kept as among the nudges, whose caps it shares. */
export const STILL_HELPING = 'still-helping';
const LOOKS_BACK = 40;
const WAITS = { hours: 12 };
/** After one of the two made a meeting easier because there was little energy, neither is asked how all of it is going. */
export const AFTER_A_HARD_DAY = { hours: 48 };

/** Who was last asked about which pair. */
export type AskedLast = readonly { personId: string; pairId: string; at: Temporal.Instant }[];

/** For a pair of a programme that wishes it: whom of the two to ask today. Whether it is really asked is decided then. */
export function asksStillHelping(
  pair: Pair,
  two: readonly Person[],
  programme: Programme | undefined,
  asked: AskedLast,
  date: string,
  now: Temporal.Instant,
): DueNew[] {
  const rhythm = programme?.document.stillHelping;
  if (rhythm?.on !== true || pair.state !== 'active') return [];
  return two
    .filter((person) => wantsNudges(person, now).may === 'now')
    .filter((person) => {
      const last = asked.find(({ personId, pairId }) => personId === person.id && pairId === pair.id)?.at;
      return !isBefore(now, (last ?? pair.createdAt).add({ hours: rhythm.weeks * 7 * 24 }));
    })
    .map((person) => {
      const at = nextLoud(now, person.zone, person.quietFrom, person.quietTo);
      return {
        key: `${STILL_HELPING}:${pair.id}:${person.id}:${date}`,
        command: 'ask-still-helping',
        args: { personId: person.id, pairId: pair.id },
        at,
        until: at.add(WAITS),
        subject: `nudges:${person.id}`,
      };
    });
}

/** Asks one of the two, in private, if they may be written to first now. What cannot be asked today is asked another day. */
export const askStillHelping = command({
  name: 'ask-still-helping',
  speaksFirst: true,
  schema: z.object({ personId: z.uuid(), pairId: z.uuid() }),
  async load(read, { personId, pairId }) {
    const pair = await read.pairs.pair(pairId);
    const programme = pair === undefined ? undefined : await read.programmes.programme(pair.programmeId);
    return {
      pair,
      programme,
      person: await read.people.person(personId),
      recent: await read.nudges.latestTo(personId, LOOKS_BACK),
      eased: await read.kept.timesOf('meeting.eased', 'pairId', pairId, 1),
    };
  },
  decide({ pair, programme, person, recent, eased: [eased] }, _args, at, by): Change {
    if (by.is !== 'clock') throw new Error('It is asked at its time, nobody asks for it');
    const document = programme?.document;
    if (pair?.state !== 'active' || person === undefined || document?.stillHelping.on !== true)
      return change({});
    if (eased !== undefined && isBefore(at.now, eased.add(AFTER_A_HARD_DAY))) return change({});
    const { weeklyCap } = document.nudges;
    if (mayNudge({ person, recent, unanswered: 0, weeklyCap, now: at.now }).may !== 'now') return change({});
    const id = at.newId();
    const row: Nudge = {
      id,
      version: 1,
      personId: person.id,
      pairId: pair.id,
      rule: STILL_HELPING,
      facts: { weeks: document.stillHelping.weeks },
      createdAt: at.now,
    };
    return change({
      saves: [
        { table: 'nudge', row },
        { table: 'person', row: next(person, {}) },
      ],
      events: [
        { event: 'still-helping.asked', ids: { personId: person.id, pairId: pair.id } },
        otherHelpNamed(person.id),
      ],
      outgoing: [
        {
          to: person.id,
          screen: STILL_HELPING,
          args: { nudgeId: id },
          mode: 'new',
          card: `nudge:${id}`,
          until: at.now.add(WAITS),
        },
      ],
    });
  },
});

export const HowItIs = z.enum(['helps', 'change', 'pause', 'talk', 'end']);

/** What a coordinator is asked to do. */
const ASKS_FOR: Readonly<Partial<Record<z.infer<typeof HowItIs>, Task['kind']>>> = {
  change: 'wants-a-change',
  end: 'wants-to-end',
};

/** The answer is theirs: the other one is never told, and a coordinator hears only of what they ask for. */
export const answerStillHelping = command({
  name: 'answer-still-helping',
  schema: z.object({ nudgeId: z.uuid(), answer: HowItIs }),
  async load(read, { nudgeId }, by) {
    const nudge = await read.nudges.nudge(nudgeId);
    const { person } = personOf(by);
    const pair = nudge?.pairId == null ? undefined : await read.pairs.pair(nudge.pairId);
    const open = await Promise.all(
      (['wants-a-change', 'wants-to-end'] as const).map((kind) =>
        pair === undefined ? undefined : read.tasks.openOf(kind, { personId: person.id, pairId: pair.id }),
      ),
    );
    return { nudge, pair, open: open.flatMap((each) => each ?? []) };
  },
  decide({ nudge, pair, open }, { answer }, at, by) {
    const { person, account } = personOf(by);
    if (nudge?.personId !== person.id || pair === undefined)
      return { refused: 'nudge.not-yours', say: text('button-no-longer-current') };
    const kind = ASKS_FOR[answer];
    const isNew = kind !== undefined && !open.some((task) => task.kind === kind);
    return change({
      saves: isNew ? [taskOf(kind, person.id, pair, at)] : [],
      events: [{ event: 'still-helping.answered', ids: { personId: person.id, pairId: pair.id, answer } }],
      outgoing: [{ to: person.id, account: account.id, evenIfStopped: true, ...shownFor(answer) }],
    });
  },
});

function shownFor(answer: z.infer<typeof HowItIs>): Pick<OutgoingNew, 'screen' | 'args' | 'mode'> {
  if (answer === 'pause') return { screen: 'pause-choices', args: {}, mode: 'new' };
  if (answer === 'talk') return { screen: 'who-can-i-talk-to', args: {}, mode: 'new' };
  return { screen: 'say', args: { id: `still-helping-said-${answer}`, args: {} }, mode: 'new' };
}

function taskOf(kind: Task['kind'], personId: string, pair: Pair, at: Moment): Save {
  const row: Task = newTask(kind, { programmeId: pair.programmeId, personId, pairId: pair.id }, at);
  return { table: 'task', row };
}
