import { z } from 'zod';
import { helpButton, homeButton, homeButtons } from '../conversation/home-buttons.ts';
import { type Button, type Line, type Message, message, type Paragraph } from '../kernel/message.ts';
import { type Recipient, screen } from '../kernel/screen.ts';
import type { Reader } from '../store/reader.ts';
import { type Text, text } from '../texts/text.ts';
import { whenParts } from '../time/say-when.ts';
import { type Answerer, type Concern, ConcernOutcome, WhyReadConcern } from './concern.ts';
import { isAskedInHand } from './in-hand.ts';
import { type OpenedConcern, openedConcern } from './opened-concern.ts';

const OfConcern = z.object({ concernId: z.uuid() });

/** In this app there is never a word of a concern: whoever runs the workspace can read everything in it. */
const NEVER_IN = 'slack';

/** The concern, for somebody who answers and whom it is not about. For everybody else it is not there. */
async function load(read: Reader, { concernId }: z.infer<typeof OfConcern>, to: Recipient) {
  const concern = await read.concerns.concern(concernId);
  if (concern === undefined || to.supporter !== undefined) return undefined;
  const team = await read.concerns.team(concern.programmeId);
  const me = team.find(({ personId }) => personId === to.person.id);
  if (me === undefined || concern.notFor.includes(me.personId)) return undefined;
  const steps = concern.takenById === me.personId ? await read.concerns.steps(concernId) : [];
  const pair = concern.pairId === null ? undefined : await read.pairMessages.two(concern.pairId);
  const { deskAddress } = read;
  const isPaused = pair?.contact?.leadPaused === true;
  return { concern, team, me, deskAddress, isPaused, isAsked: isAskedInHand(steps, me.personId) };
}
type Found = NonNullable<Awaited<ReturnType<typeof load>>>;

const unknown = message([text('concern-unknown')], [homeButtons]);

const KIND: Readonly<Record<Concern['kind'], Text>> = {
  'need-help': text('concern-kind-need-help'),
  'tell-someone': text('concern-kind-tell-someone'),
  'worried-about': text('concern-kind-worried-about'),
  'reported-message': text('concern-kind-reported-message'),
  'group-report': text('concern-kind-group-report'),
};

/** What comes to those who answer: that there is something, since when, and what can be done. No word of it. */
export const concernPage = screen({
  name: 'concern-page',
  schema: OfConcern,
  load,
  show(found, _args, to) {
    return found === undefined ? undefined : pageOf(found, to);
  },
});

function pageOf(found: Found, to: Recipient): Message {
  const { concern, me, isPaused, isAsked } = found;
  const { id: concernId, state, seenAt } = concern;
  const go = (label: Text, command: string, args: Record<string, string> = {}): Button => ({
    label,
    command,
    args: { concernId, ...args },
  });
  const show = (label: Text, name: string): Button => ({
    label,
    command: 'show-any-time',
    args: { screen: name, args: { concernId } },
  });
  const isHere = to.account?.platform !== NEVER_IN;
  const pausing: Button[] =
    concern.pairId === null || state === 'closed'
      ? []
      : [
          isPaused
            ? go(text('button-concern-resume-pair'), 'resume-pair')
            : go(text('button-concern-pause-pair'), 'pause-pair'),
        ];
  const rows: Button[][] = [
    state === 'open' && seenAt === null ? [go(text('button-concern-seen'), 'see-concern')] : [],
    state === 'closed' || concern.takenById === me.personId
      ? []
      : [go(text('button-concern-take'), 'take-concern')],
    state === 'taken' && isAsked ? [go(text('button-concern-in-hand'), 'take-concern')] : [],
    isHere ? [show(text('button-concern-read'), 'concern-why')] : [],
    pausing,
    state === 'taken' ? [show(text('button-concern-close'), 'concern-outcome')] : [],
    [homeButton, helpButton],
  ];
  return message(
    pageLines(found, to, isHere),
    rows.filter((row) => row.length > 0),
  );
}

function pageLines(
  { concern, team, me, deskAddress, isAsked }: Found,
  to: Recipient,
  isHere: boolean,
): Paragraph[] {
  const { weekday, time } = whenParts(concern.createdAt, to.person.zone, to.now);
  const taker = team.find(({ personId }) => personId === concern.takenById);
  const elsewhere = me.accounts.some(({ platform, reachable }) => reachable && platform !== NEVER_IN);
  return [
    text('concern-page-title', { weekday, time }),
    KIND[concern.kind],
    standing(concern, taker),
    ...(concern.state === 'taken' && isAsked ? [text('concern-page-in-hand')] : []),
    ...(isHere ? [] : [text(elsewhere ? 'concern-open-elsewhere' : 'concern-open-at-desk')]),
    ...(isHere || deskAddress === undefined ? [] : [{ link: deskAddress }]),
  ];
}

function standing({ state, seenAt }: Concern, taker: Answerer | undefined): Text {
  if (state === 'closed') return text('concern-page-closed');
  if (taker !== undefined) return text('concern-page-taken', { role: taker.role, name: taker.name ?? '…' });
  return seenAt === null ? text('concern-page-waits') : text('concern-page-seen');
}

const WHY: Readonly<Record<z.infer<typeof WhyReadConcern>, Text>> = {
  'to-answer': text('concern-why-to-answer'),
  'to-follow-up': text('concern-why-to-follow-up'),
  'to-pass-on': text('concern-why-to-pass-on'),
  'asked-by-writer': text('concern-why-asked-by-writer'),
};

/** Why they want to read it: written down with who they are. */
export const concernWhy = screen({
  name: 'concern-why',
  schema: OfConcern,
  load,
  show(found, { concernId }) {
    if (found === undefined) return unknown;
    const reasons = WhyReadConcern.options.map((why): Button[] => [
      { label: WHY[why], command: 'read-concern', args: { concernId, why } },
    ]);
    return message([text('concern-ask-why')], [...reasons, homeButtons]);
  },
});

const OUTCOME: Readonly<Record<z.infer<typeof ConcernOutcome>, Text>> = {
  talked: text('concern-outcome-talked'),
  'passed-on': text('concern-outcome-passed-on'),
  'emergency-services': text('concern-outcome-emergency-services'),
  'nothing-needed': text('concern-outcome-nothing-needed'),
};

/** What came of it, when it is closed. */
export const concernOutcome = screen({
  name: 'concern-outcome',
  schema: OfConcern,
  load,
  show(found, { concernId }) {
    if (found === undefined) return unknown;
    const outcomes = ConcernOutcome.options.map((outcome): Button[] => [
      { label: OUTCOME[outcome], command: 'close-concern', args: { concernId, outcome } },
    ]);
    return message([text('concern-ask-outcome')], [...outcomes, homeButtons]);
  },
});

/** The words themselves: only after it was written down who reads them, and only in the chat in which they were asked for. */
export const concernWords = screen({
  name: 'concern-words',
  schema: OfConcern.extend({ accountId: z.uuid() }),
  async load(read, args, to) {
    const found = await load(read, args, to);
    const isHere = to.account?.id === args.accountId && to.account.platform !== NEVER_IN;
    if (found === undefined || !isHere) return undefined;
    const steps = await read.concerns.steps(args.concernId);
    const isNoted = steps.some(({ step, byId }) => step === 'read' && byId === to.person.id);
    return isNoted ? await openedConcern(read, args.concernId) : undefined;
  },
  show(opened, { concernId }) {
    if (opened === undefined) return undefined;
    const back: Button = {
      label: text('button-back'),
      command: 'show-any-time',
      args: { screen: 'concern-page', args: { concernId } },
    };
    return message(wordsOf(opened), [[back], homeButtons]);
  },
});

function wordsOf({ from, about, aboutName, whom, words, message: reported }: OpenedConcern): Line[] {
  return [
    text('concern-from', { name: from ?? '…' }),
    text('concern-is-about', { about, name: aboutName ?? '…' }),
    ...(whom === null ? [] : [text('concern-about-whom'), { written: whom }]),
    ...(words === null ? [text('concern-no-words')] : [text('concern-their-words'), { written: words }]),
    ...(reported === null
      ? []
      : [text('concern-the-message', { name: reported.from ?? '…' }), { written: reported.words }]),
  ];
}

/** What waits for whoever answers, and what they have in hand. */
export const concerns = screen({
  name: 'concerns',
  schema: z.object({}),
  async load(read, _args, to) {
    const answers = to.roles.some(({ role }) => ['safeguarding-lead', 'safeguarding-deputy'].includes(role));
    if (!answers || to.supporter !== undefined) return undefined;
    return { open: await read.concerns.openFor(to.person.id) };
  },
  show(found, _args, to) {
    if (found === undefined) return message([text('concerns-not-yours')], [homeButtons]);
    const { open } = found;
    const rows = open.map((each): Button[] => {
      const { weekday, time } = whenParts(each.createdAt, to.person.zone, to.now);
      const label = text('button-concern-of', { weekday, time });
      return [
        { label, command: 'show-any-time', args: { screen: 'concern-page', args: { concernId: each.id } } },
      ];
    });
    const away: Button = {
      label: text('button-away'),
      command: 'open-form',
      args: { form: 'away' },
    };
    return message([text('concerns-open', { count: open.length })], [...rows, [away], homeButtons]);
  },
});
