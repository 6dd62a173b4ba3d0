import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { helpButton, homeButton, homeButtons } from '../conversation/home-buttons.ts';
import { contactLines } from '../kernel/contact-lines.ts';
import { type Button, type Line, type Message, message } from '../kernel/message.ts';
import { type Recipient, screen } from '../kernel/screen.ts';
import type { Reader } from '../store/reader.ts';
import { type Text, text } from '../texts/text.ts';
import { whenParts } from '../time/say-when.ts';
import { BeginConcern, beginning } from './begin-concern.ts';
import type { Answerer, Concern } from './concern.ts';
import { whatAbout } from './what-about.ts';
import { whoReads } from './who-reads.ts';

const OfConcern = z.object({ concernId: z.uuid() });

async function loadBefore(read: Reader, args: z.infer<typeof BeginConcern>, to: Recipient) {
  if (to.account === undefined || to.supporter !== undefined) return undefined;
  const found = await whatAbout(read, { ...args, about: 'else' }, to.person, to.account);
  if (found === undefined) return undefined;
  const { programmeId, team, concerned, isMessageGone } = found;
  const programme = programmeId === null ? undefined : await read.programmes.programme(programmeId);
  return { team, concerned: [to.person.id, ...concerned], programme, isMessageGone };
}

const WHAT_IS_SENT: Readonly<Record<Concern['kind'], Text>> = {
  'need-help': text('concern-sends'),
  'tell-someone': text('concern-sends'),
  'worried-about': text('concern-sends'),
  'reported-message': text('concern-sends-message'),
  'group-report': text('concern-sends-group'),
};

/** Before anything is sent: who will read it, what is sent, when they are there, and what cannot stay between them. */
export const concernBefore = screen({
  name: 'concern-before',
  schema: BeginConcern,
  load: loadBefore,
  show(readers, args, to) {
    if (readers === undefined) return message([text('concern-about-gone')], [homeButtons]);
    const on: Button = {
      label: text('button-concern-go-on'),
      command: 'open-form',
      args: { form: 'concern', args: beginning(args) },
    };
    const no: Button = { label: text('button-not-now'), command: 'show', args: { screen: 'home' } };
    const lines: Line[] = [
      ...(to.person.adult === false ? [text('concern-young-first')] : []),
      text('concern-can-tell'),
      ...whoReads(readers, to.now),
      ...(readers.isMessageGone
        ? [text('concern-message-gone'), text('concern-sends')]
        : [WHAT_IS_SENT[args.kind]]),
      text('concern-limits'),
      text('concern-kept'),
      text('concern-nothing-sent-yet'),
    ];
    const whole: Button = {
      label: text('button-who-sees'),
      command: 'show-any-time',
      args: { screen: 'who-sees-what' },
    };
    return message(lines, [[on], [no], [whole], [helpButton]]);
  },
});

async function loadOwn(read: Reader, { concernId }: z.infer<typeof OfConcern>, to: Recipient) {
  const concern = await read.concerns.concern(concernId);
  if (concern?.fromId !== to.person.id || to.supporter !== undefined) return undefined;
  return { concern, team: await read.concerns.team(concern.programmeId) };
}

/** What became of what somebody told: one card that is kept true. */
export const myConcern = screen({
  name: 'my-concern',
  schema: OfConcern,
  load: loadOwn,
  show(found, _args, to) {
    if (found === undefined) return undefined;
    return cardOf(found.concern, found.team, to);
  },
});

function cardOf(concern: Concern, team: readonly Answerer[], to: Recipient): Message {
  const { state, everybodyAt } = concern;
  const rings = state === 'open' && everybodyAt !== null;
  const lines: Line[] = [
    text('concern-card-title'),
    ...steps(concern, team, to.person.zone, to.now),
    ...(rings ? [text('concern-ring-them'), ...contactLines(to.programme, to.person.adult === false)] : []),
    ...(state === 'closed' ? [] : [text('concern-not-an-emergency')]),
  ];
  const pause: Button[] =
    concern.pairId === null
      ? []
      : [
          {
            label: text('button-pause-messages'),
            command: 'block-messages',
            args: { pairId: concern.pairId },
          },
        ];
  return message(lines, [...(pause.length === 0 ? [] : [pause]), [homeButton, helpButton]]);
}

/** What has happened so far, in its order. */
function steps(concern: Concern, team: readonly Answerer[], zone: string, now: Temporal.Instant): Text[] {
  const { createdAt, deliveredAt, seenAt, takenAt, closedAt, state, asked } = concern;
  const at = (instant: Temporal.Instant) => {
    const { weekday, time } = whenParts(instant, zone, now);
    return { weekday, time };
  };
  const taker = team.find(({ personId }) => personId === concern.takenById);
  const movedOn = state === 'open' && asked.length > 1 && concern.everybodyAt === null;
  return [
    text('concern-step-sent', at(createdAt)),
    ...(deliveredAt === null ? [] : [text('concern-step-delivered', at(deliveredAt))]),
    ...(deliveredAt === null && state === 'open' ? [text('concern-step-not-yet')] : []),
    ...(movedOn ? [text('concern-step-moved-on')] : []),
    ...(seenAt === null ? [] : [text('concern-step-seen', at(seenAt))]),
    ...(takenAt === null || taker === undefined
      ? []
      : [text('concern-step-taken', { ...at(takenAt), role: taker.role, name: taker.name ?? '…' })]),
    ...(closedAt === null ? [] : [text('concern-step-closed', at(closedAt))]),
  ];
}

/** That there is news of it, for a screen that others may see: nothing of what it is. */
export const concernNews = screen({
  name: 'concern-news',
  schema: OfConcern.extend({ withHelp: z.boolean().default(false) }),
  async load() {
    return undefined;
  },
  show(_data, { concernId, withHelp }) {
    const see: Button = {
      label: text('button-see-it'),
      command: 'look-at-concern',
      args: { concernId, withHelp },
    };
    return message([text('something-new')], [[see], homeButtons]);
  },
});

/** For a coordinator: those who answer for safeguarding are to be rung. Nothing of what it is about. */
export const ringSafeguarding = screen({
  name: 'ring-safeguarding',
  schema: z.object({}),
  async load() {
    return undefined;
  },
  show(_data, _args, to) {
    if (!to.roles.some(({ role }) => role === 'coordinator')) return undefined;
    return message([text('ring-safeguarding'), text('ring-safeguarding-nothing-else')], [homeButtons]);
  },
});
