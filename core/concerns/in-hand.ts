import { z } from 'zod';
import { type Change, change } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { isBefore } from '../kernel/instant.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../store/reader.ts';
import { nextLoud } from '../time/quiet.ts';
import { minutesOf } from './ask-about-concern.ts';
import { type Concern, type ConcernStep, subjectOf } from './concern.ts';
import { openAgain, pagesTo, stepOf } from './steps.ts';

/** What shows that somebody works on what they took. */
const WORKS: readonly ConcernStep['step'][] = ['taken', 'read', 'in-hand', 'pair-paused', 'pair-resumed'];

/** Whoever says again and again that it is in hand is asked less often: after one, two, four and then eight times as long. */
const MOST_DOUBLINGS = 3;

function lastOf(steps: readonly ConcernStep[], personId: string): ConcernStep | undefined {
  return steps.findLast(
    ({ step, byId }) => byId === personId && (WORKS.includes(step) || step === 'asked-in-hand'),
  );
}

/** Whether somebody was asked "is it in hand?" and has done nothing since. */
export function isAskedInHand(steps: readonly ConcernStep[], personId: string): boolean {
  return lastOf(steps, personId)?.step === 'asked-in-hand';
}

/** When it is looked whether somebody works on what they took. */
export function looksInHand({ id, takenById }: Concern, time: Moment['now'], at: Moment) {
  return {
    key: `concern-in-hand:${at.newId()}`,
    command: 'ask-in-hand',
    args: { concernId: id, takenById },
    at: time,
    subject: subjectOf(id),
  };
}

async function load(read: Reader, { concernId }: { readonly concernId: string }) {
  const concern = await read.concerns.concern(concernId);
  if (concern === undefined || concern.takenById === null) return undefined;
  const { programmeId, takenById } = concern;
  const [steps, person, team, programme] = await Promise.all([
    read.concerns.steps(concernId),
    read.people.person(takenById),
    read.concerns.team(programmeId),
    programmeId === null ? undefined : read.programmes.programme(programmeId),
  ]);
  return { concern, takenById, steps, person, team, programme };
}

/**
 * "I take it" does not end it for good: whoever took it and has noted nothing for the programme's time is asked once whether
 * it is in hand. When they do not say so, it goes on to the next.
 */
export const askInHand = command({
  name: 'ask-in-hand',
  schema: z.object({ concernId: z.uuid(), takenById: z.uuid() }),
  load: (read, args) => load(read, args),
  decide(data, { takenById }, at, by): Change {
    if (by.is !== 'clock') throw new Error('Nobody asks for this');
    if (data === undefined || data.concern.state !== 'taken' || data.takenById !== takenById)
      return change({});
    const { concern, steps, person, team } = data;
    const { inHandHours, againMinutes } = minutesOf(data.programme);
    const last = lastOf(steps, takenById);
    const since = last?.at ?? at.now;
    if (last?.step === 'asked-in-hand') {
      const ends = since.add({ minutes: againMinutes });
      return isBefore(at.now, ends)
        ? change({ due: [looksInHand(concern, ends, at)] })
        : openAgain(concern, takenById, at, { code: 'no-answer' });
    }
    const said = steps.filter(({ step, byId }) => step === 'in-hand' && byId === takenById).length;
    const asks = since.add({ hours: inHandHours * 2 ** Math.min(said, MOST_DOUBLINGS) });
    const due = isBefore(at.now, asks) ? asks : at.now;
    const loud = person === undefined ? due : nextLoud(due, person.zone, person.quietFrom, person.quietTo);
    if (isBefore(at.now, loud)) return change({ due: [looksInHand(concern, loud, at)] });
    const answerer = team.find(({ personId }) => personId === takenById);
    return change({
      saves: [stepOf(concern.id, 'asked-in-hand', at, { byId: takenById })],
      due: [looksInHand(concern, at.now.add({ minutes: againMinutes }), at)],
      outgoing: answerer === undefined ? [] : pagesTo(answerer, concern.id),
    });
  },
});
