import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { unlessDiscreet } from '../kernel/discreet-news.ts';
import { type Button, message } from '../kernel/message.ts';
import { type Recipient, screen } from '../kernel/screen.ts';
import type { Reader } from '../store/reader.ts';
import { type Text, text } from '../texts/text.ts';
import { isQuiet } from '../time/quiet.ts';
import { cardOfFit, FIT_CHECK, wantsFitCheck } from './ask-fit.ts';
import { type Fit, type FitCheck, fitOf } from './fit-check.ts';
import { partnerName } from './nudge-screen.ts';

const Args = z.object({ fitId: z.uuid(), opened: z.boolean().default(false) });

async function ownFit(read: Reader, fitId: string, { person }: Recipient) {
  const fit: FitCheck | undefined = await read.nudges.fit(fitId);
  if (fit?.personId !== person.id) return undefined;
  const pair = await read.pairs.pair(fit.pairId);
  if (pair === undefined || pair.state === 'ended') return undefined;
  const answer = person.wrappedKey === '' ? undefined : fitOf(fit, read.keys.of(person));
  return { fit, pair, answer, partner: await partnerName(read, pair, person.id) };
}

const ANSWERS = [
  ['well', text('button-fit-well')],
  ['unsure', text('button-fit-unsure')],
  ['not', text('button-fit-not')],
  ['unsaid', text('button-fit-unsaid')],
] as const satisfies readonly (readonly [Fit, Text])[];

/** How it is to meet with somebody: four answers, each as good as the others. Nothing of it is on a locked screen. */
export const fitCheckScreen = screen({
  name: FIT_CHECK,
  schema: Args,
  load: (read, { fitId }, to) => ownFit(read, fitId, to),
  show(data, { fitId, opened }, to) {
    if (data === undefined) return undefined;
    const { person, now } = to;
    const isQuietNow = isQuiet(now, person.zone, person.quietFrom, person.quietTo);
    // It may have waited for a phone or an app that was away.
    if (!opened && (isQuietNow || !wantsFitCheck(person, now))) return undefined;
    const { partner } = data;
    const answers = ANSWERS.map(([answer, label]): Button[] => [
      { label, command: 'answer-fit', args: { fitId, answer } },
    ]);
    const news = message(
      [text('fit-check', { partner }), text('fit-check-private', { partner })],
      [
        ...answers,
        [{ label: text('nudge-stop'), command: 'set-nudges', args: { nudges: 'off' } }],
        [...homeButtons],
      ],
    );
    return unlessDiscreet(to, opened, FIT_CHECK, { fitId }, news, cardOfFit(fitId));
  },
});

const SAID: Readonly<Record<Fit, Text>> = {
  well: text('fit-said-well'),
  unsure: text('fit-said-unsure'),
  not: text('fit-said-not'),
  unsaid: text('fit-said-unsaid'),
};

/** What follows from an answer, as far as its owner wishes. */
export const fitAnswered = screen({
  name: 'fit-answered',
  schema: Args.omit({ opened: true }),
  load: (read, { fitId }, to) => ownFit(read, fitId, to),
  show(data, { fitId }) {
    if (data?.answer === undefined) return undefined;
    const { answer, pair, partner } = data;
    const isOpen = answer === 'unsure' || answer === 'not';
    const different: Button = {
      label: text('different-button-now', { name: partner }),
      command: 'different-match',
      args: { pairId: pair.id },
    };
    const again: Button = { label: text('button-fit-again'), command: 'ask-fit-again', args: { fitId } };
    const tell: Button = { label: text('button-fit-tell'), command: 'tell-of-fit', args: { fitId } };
    const talk: Button = {
      label: text('match-button-talk'),
      command: 'show-any-time',
      args: { screen: 'who-can-i-talk-to' },
    };
    return message(
      [
        SAID[answer],
        ...(answer === 'not' ? [text('different-off')] : []),
        ...(isOpen ? [text('fit-may-tell')] : []),
      ],
      [
        ...(answer === 'not' ? [[different]] : []),
        ...(answer === 'unsure' ? [[again]] : []),
        ...(isOpen ? [[tell], [talk]] : []),
        [...homeButtons],
      ],
    );
  },
});
