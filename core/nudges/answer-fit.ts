import { z } from 'zod';
import { change, next, type OutgoingNew, type Save } from '../kernel/change.ts';
import { type By, command, personOf, type Refusal } from '../kernel/command.ts';
import type { Reader } from '../store/reader.ts';
import { newTask } from '../tasks/task.ts';
import { text } from '../texts/text.ts';
import { cardOfFit, metBy } from './ask-fit.ts';
import { Fit, type FitCheck, placeOfFit } from './fit-check.ts';

const OfFit = z.object({ fitId: z.uuid() });
const noLonger: Refusal = { refused: 'fit.not-yours', say: text('button-no-longer-current') };

/** A check of one's own about a pair that goes on; undefined: it is somebody else's, or over. */
async function load(read: Reader, { fitId }: z.infer<typeof OfFit>, by: By) {
  const fit = await read.nudges.fit(fitId);
  if (fit === undefined || fit.personId !== personOf(by).person.id) return undefined;
  const pair = await read.pairs.pair(fit.pairId);
  return pair === undefined || pair.state === 'ended' ? undefined : { fit, pair, keys: read.keys };
}

function answer(by: By, screen: string, args: OutgoingNew['args'], card?: string): OutgoingNew {
  const { person, account } = personOf(by);
  const to = { to: person.id, account: account.id, evenIfStopped: true, screen, args } as const;
  return card === undefined ? { ...to, mode: 'new' } : { ...to, mode: 'card', card };
}

/** The answer is theirs: it is sealed with their key, and nobody hears of it (MAT-11). They may say otherwise later. */
export const answerFit = command({
  name: 'answer-fit',
  schema: OfFit.extend({ answer: Fit }),
  load: (read, { fitId }, by) => load(read, { fitId }, by),
  decide(found, { answer: said }, at, by) {
    if (found === undefined) return noLonger;
    const { fit, pair, keys } = found;
    const { person } = personOf(by);
    const answerSealed = keys.of(person).seal(said, placeOfFit(fit.id), at.random(12));
    const row: FitCheck = next(fit, { answerSealed, answeredAt: at.now, againAfter: null });
    return change({
      saves: [{ table: 'fit_check', row }],
      events: [{ event: 'fit.answered', ids: { personId: person.id, pairId: pair.id } }],
      outgoing: [answer(by, 'fit-answered', { fitId: fit.id }, cardOfFit(fit.id))],
    });
  },
});

/** They would like to see: they are asked once more, after the two have met again. */
export const askFitAgain = command({
  name: 'ask-fit-again',
  schema: OfFit,
  async load(read, args, by) {
    const found = await load(read, args, by);
    return found === undefined ? undefined : { ...found, held: await read.nudges.metOf(found.pair.id) };
  },
  decide(found, _args, at, by) {
    if (found === undefined) return noLonger;
    const met = metBy(found.held, at.now);
    return change({
      saves: [{ table: 'fit_check', row: next(found.fit, { againAfter: met + 1 }) }],
      outgoing: [answer(by, 'say', { id: 'fit-again-said', args: {} })],
    });
  },
});

/** Only now does a coordinator hear anything: that this pair may want a hand, and not who said so or why. */
export const tellOfFit = command({
  name: 'tell-of-fit',
  schema: OfFit,
  async load(read, args, by) {
    const found = await load(read, args, by);
    if (found === undefined) return undefined;
    return { ...found, open: await read.tasks.openOf('may-want-a-hand', { pairId: found.pair.id }) };
  },
  decide(found, _args, at, by) {
    if (found === undefined) return noLonger;
    const { pair, open } = found;
    const { id: pairId, programmeId } = pair;
    // Whose it is stands in the row alone, so that it is in their own copy, and not in what the other one sees of theirs.
    const about = { programmeId, pairId, personId: personOf(by).person.id };
    const asks: Save[] =
      open === undefined ? [{ table: 'task', row: newTask('may-want-a-hand', about, at) }] : [];
    return change({
      saves: asks,
      events: asks.length === 0 ? [] : [{ event: 'pair.may-want-a-hand', ids: { pairId } }],
      outgoing: [answer(by, 'say', { id: 'fit-told', args: {} })],
    });
  },
});
