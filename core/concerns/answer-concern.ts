import { z } from 'zod';
import { answererOf, hasInHand, stillInHand } from '../kernel/answerer.ts';
import { type Change, change, next, type OutgoingNew, type Save } from '../kernel/change.ts';
import { type By, command, type Refusal } from '../kernel/command.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { minutesOf } from './ask-about-concern.ts';
import { type Concern, ConcernOutcome, cardOfAnswerers, subjectOf, WhyReadConcern } from './concern.ts';
import { looksInHand } from './in-hand.ts';
import { answerersCards, goesOn, newsFor, stepOf, writersCard } from './steps.ts';

const OfConcern = z.object({
  concernId: z.uuid(),
  /** As whom, where it is not done in a chat. */
  asId: z.uuid().optional(),
});

/** For whoever has no business with it, it is not there. */
const notThere: Refusal = { refused: 'concern.unknown', say: text('concern-unknown') };

async function load(read: Reader, { concernId }: z.infer<typeof OfConcern>) {
  const concern = await read.concerns.concern(concernId);
  if (concern === undefined) return undefined;
  const { programmeId } = concern;
  const [team, writer, programme, open] = await Promise.all([
    read.concerns.team(programmeId),
    read.people.person(concern.fromId),
    programmeId === null ? undefined : read.programmes.programme(programmeId),
    read.tasks.open(),
  ]);
  const task = open.find((each) => each.kind === 'ring-safeguarding' && each.programmeId === programmeId);
  return { concern, team, writer, programme, task };
}
type Data = Awaited<ReturnType<typeof load>>;

function answererIn(data: Data, by: By, asId: string | undefined) {
  return data === undefined ? undefined : answererOf(data.team, data.concern, by, asId);
}

/** The card as it is now, where it was pressed. */
function ownCard(concernId: string, by: By): OutgoingNew[] {
  if (by.is !== 'person') return [];
  const to = { to: by.person.id, account: by.account.id, evenIfStopped: true } as const;
  return [
    { ...to, screen: 'concern-page', args: { concernId }, mode: 'card', card: cardOfAnswerers(concernId) },
  ];
}

/** Who was asked to ring need not any more. */
function rung({ task }: NonNullable<Data>, at: Moment): Save[] {
  if (task === undefined) return [];
  return [{ table: 'task', row: next(task, { doneAt: at.now, doneBy: 'answered' }) }];
}

/** "I have seen it": nobody else is asked for a while. */
export const seeConcern = command({
  name: 'see-concern',
  schema: OfConcern,
  keepsForm: true,
  load,
  decide(data, { concernId, asId }, at, by) {
    const who = answererIn(data, by, asId);
    if (data === undefined || who === undefined) return notThere;
    const { concern } = data;
    if (concern.state !== 'open' || concern.seenAt !== null)
      return change({ outgoing: ownCard(concernId, by) });
    const row = next(concern, { seenAt: at.now });
    return change({
      saves: [
        { table: 'concern', row },
        stepOf(concernId, 'seen', at, { byId: who.personId }),
        ...rung(data, at),
      ],
      callOff: [subjectOf(concernId)],
      due: [goesOn(row, minutesOf(data.programme).againMinutes, at)],
      events: [{ event: 'concern.seen', ids: { concernId } }],
      outgoing: [...ownCard(concernId, by), ...answerersCards(row), writersCard(row)],
    });
  },
});

/**
 * "I take it": whoever wrote it is told that somebody has it in hand. Another may take it over; said again by whoever has it,
 * it is in hand still.
 */
export const takeConcern = command({
  name: 'take-concern',
  schema: OfConcern,
  keepsForm: true,
  load,
  decide(data, { concernId, asId }, at, by) {
    const who = answererIn(data, by, asId);
    if (data === undefined || who === undefined) return notThere;
    const { concern, writer } = data;
    if (hasInHand(concern, who))
      return change({
        saves: [...stillInHand(concern, who), stepOf(concernId, 'in-hand', at, { byId: who.personId })],
        outgoing: ownCard(concernId, by),
      });
    if (concern.state === 'closed') return change({ outgoing: ownCard(concernId, by) });
    const taken = { state: 'taken', takenById: who.personId, takenAt: at.now } as const;
    const asked = concern.asked.includes(who.personId) ? concern.asked : [...concern.asked, who.personId];
    const row = next(concern, { ...taken, asked, seenAt: concern.seenAt ?? at.now });
    return change({
      saves: [
        { table: 'concern', row },
        stepOf(concernId, 'taken', at, { byId: who.personId }),
        ...rung(data, at),
      ],
      callOff: [subjectOf(concernId)],
      due: [looksInHand(row, at.now.add({ hours: minutesOf(data.programme).inHandHours }), at)],
      events: [{ event: 'concern.taken', ids: { concernId } }],
      outgoing: [
        ...ownCard(concernId, by),
        ...answerersCards(row),
        writersCard(row),
        ...newsFor(writer, row, false),
      ],
    });
  },
});

/** It has been dealt with: closed with what came of it. */
export const closeConcern = command({
  name: 'close-concern',
  schema: OfConcern.extend({ outcome: ConcernOutcome }),
  keepsForm: true,
  load: (read, args) => load(read, args),
  decide(data, { concernId, asId, outcome }, at, by) {
    const who = answererIn(data, by, asId);
    if (data === undefined || who === undefined) return notThere;
    const { concern } = data;
    if (concern.state === 'closed') return change({ outgoing: ownCard(concernId, by) });
    const row: Concern = next(concern, {
      state: 'closed',
      closedAt: at.now,
      closedById: who.personId,
      outcome,
      seenAt: concern.seenAt ?? at.now,
    });
    return change({
      saves: [
        { table: 'concern', row },
        stepOf(concernId, 'closed', at, { byId: who.personId, code: outcome }),
        ...rung(data, at),
      ],
      callOff: [subjectOf(concernId)],
      events: [{ event: 'concern.closed', ids: { concernId, outcome } }],
      outgoing: [...ownCard(concernId, by), ...answerersCards(row), writersCard(row)],
    });
  },
});

/** The page as it stands, which says where the words can be read. */
function pageNow(concernId: string) {
  return { screen: 'concern-page', args: { concernId }, card: cardOfAnswerers(concernId) };
}

/** Somebody is about to read it: written down first, with who and why, or it cannot be read. Never in Slack. */
export const readConcern = command({
  name: 'read-concern',
  schema: OfConcern.extend({ why: WhyReadConcern }),
  keepsForm: true,
  load: (read, args) => load(read, args),
  decide(data, { concernId, asId, why }, at, by): Change | Refusal {
    const who = answererIn(data, by, asId);
    if (data === undefined || who === undefined) return notThere;
    if (by.is === 'person' && by.account.platform === 'slack')
      return { refused: 'concern.not-here', say: text('concern-not-in-slack'), show: pageNow(concernId) };
    const words: OutgoingNew[] =
      by.is === 'person'
        ? [
            {
              to: by.person.id,
              account: by.account.id,
              evenIfStopped: true,
              mode: 'new',
              screen: 'concern-words',
              args: { concernId, accountId: by.account.id },
            },
          ]
        : [];
    return change({
      saves: [
        ...stillInHand(data.concern, who),
        stepOf(concernId, 'read', at, { byId: who.personId, code: why }),
      ],
      audits: [{ action: 'concern.read', ids: { concernId, readerId: who.personId }, reason: why }],
      outgoing: words,
    });
  },
});
