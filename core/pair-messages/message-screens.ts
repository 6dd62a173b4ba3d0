import { z } from 'zod';
import { helpButton, homeButton, homeButtons } from '../conversation/home-buttons.ts';
import { isBefore } from '../kernel/instant.ts';
import { type Button, type Line, message } from '../kernel/message.ts';
import { type Recipient, screen } from '../kernel/screen.ts';
import type { Person } from '../people/person.ts';
import type { TwoInContact } from '../store/read-pair-messages.ts';
import type { Reader } from '../store/reader.ts';
import { type Text, text } from '../texts/text.ts';
import { whenParts } from '../time/say-when.ts';
import { canReceive, hoursFor, isBlocked, nameOf, nextIn, otherIn } from './contact.ts';
import { openMessage } from './seal-message.ts';

const OfMessage = z.object({ messageId: z.uuid() });

async function load(read: Reader, { messageId }: z.infer<typeof OfMessage>, to: Recipient) {
  const found = await read.pairMessages.message(messageId);
  const two = found === undefined ? undefined : await read.pairMessages.two(found.pairId);
  if (found === undefined || two === undefined) return undefined;
  const other = otherIn(two, to.person.id);
  const [writer, reader] = found.fromId === to.person.id ? [to.person, other] : [other, to.person];
  const isOne = found.fromId === writer.id && found.toId === reader.id;
  if (!isOne) return undefined;
  // Once the pair has ended nobody reads any more what the other wrote; they can still report it.
  const isTheirs = two.pair.state !== 'ended' || found.fromId === to.person.id;
  if (found.state === 'taken-back' || !isTheirs) return { found, two, other, written: undefined };
  return {
    found,
    two,
    other,
    written: openMessage(read.keys, { writer, reader }, found.textSealed, found.id),
  };
}

const reply = (pairId: string, label: Text): Button => ({
  label,
  command: 'open-form',
  args: { form: 'pair-message', args: { pairId } },
});

/**
 * What the other wrote, under the name they chose: nobody's handle, number or app (BND-04). Where previews are private it is
 * read once it is opened, and what is said before the first one stands above it then.
 */
export const pairMessage = screen({
  name: 'pair-message',
  schema: OfMessage.extend({ first: z.boolean().default(false), opened: z.boolean().default(false) }),
  load: (read, args, to) => load(read, args, to),
  show(data, { messageId, first, opened }, { person }) {
    const gone = opened ? message([text('message-gone')], [homeButtons]) : undefined;
    if (data === undefined || data.found.toId !== person.id) return gone;
    const { found, other, written, two } = data;
    if (found.state === 'waiting' || written === undefined) return gone;
    // They asked for a pause since it was on its way.
    if (!opened && isBlocked(two)) return undefined;
    if (!opened && person.settings.discreet) {
      const args = { screen: 'pair-message', args: { messageId, first, opened: true } };
      const see: Button = { label: text('button-see-it'), command: 'show', args };
      return message([text('something-new')], [[see], homeButtons]);
    }
    const report: Button = {
      label: text('button-report-message'),
      command: 'begin-concern',
      args: { kind: 'reported-message', messageId },
    };
    const block: Button = {
      label: text('button-pause-messages'),
      command: 'block-messages',
      args: { pairId: found.pairId },
    };
    const how = first && opened ? howLines(two, other) : [];
    return message(
      [...how, text('message-from', { name: nameOf(other) }), { written }],
      [[reply(found.pairId, text('button-reply'))], [report, block], [homeButton, helpButton]],
    );
  },
});

/** Before the first message from somebody: who reads along, and how long it is kept. */
export const pairMessagesHow = screen({
  name: 'pair-messages-how',
  schema: z.object({ pairId: z.uuid() }),
  load: (read, { pairId }) => read.pairMessages.two(pairId),
  show(two, _args, { person }) {
    if (two === undefined || person.settings.discreet) return undefined;
    return message(howLines(two, otherIn(two, person.id)), [homeButtons]);
  },
});

function howLines(two: TwoInContact, other: Person): Line[] {
  const days = two.programme.document.messages.keptDays;
  return [
    text('messages-begin', { name: nameOf(other) }),
    text('messages-kept', { days }),
    text('messages-you-can'),
  ];
}

/** For its writer: whether it waits, until when, or is on its way. */
export const messageWritten = screen({
  name: 'pair-message-written',
  schema: OfMessage,
  load,
  show(data, { messageId }, to) {
    if (data === undefined || data.found.fromId !== to.person.id) return undefined;
    const { found } = data;
    if (found.state === 'taken-back') return message([text('message-taken-back')], [homeButtons]);
    const more: Button = {
      label: text('button-messages'),
      command: 'show',
      args: { screen: 'pair-messages', args: { pairId: found.pairId } },
    };
    if (found.state !== 'waiting')
      return message([text('message-passed-on', { name: nameOf(data.other) })], [[more], homeButtons]);
    const back: Button = {
      label: text('button-take-back'),
      command: 'take-back-message',
      args: { messageId },
    };
    const when = waitsUntil(data, to);
    const lines: Line[] =
      when === undefined ? [text('message-on-its-way', { name: nameOf(data.other) })] : when;
    return message(lines, [[back], [more], homeButtons]);
  },
});

type Data = NonNullable<Awaited<ReturnType<typeof load>>>;

/** Undefined when it goes now. Never why somebody cannot have it: only that it waits. */
function waitsUntil({ two, other, found }: Data, { person, now }: Recipient): Line[] | undefined {
  if (two.pair.state === 'ended' || isBlocked(two) || !canReceive(two, found.toId, now))
    return [text('message-waits', { name: nameOf(other) }), text('message-waits-take-back')];
  const goes = nextIn(hoursFor(two, found.toId), now);
  if (!isBefore(now, goes)) return undefined;
  const { weekday, day, month, time } = whenParts(goes, person.zone, now);
  return [
    text('message-waits-until', { name: nameOf(other), weekday, day, month, time }),
    text('message-waits-take-back'),
  ];
}
