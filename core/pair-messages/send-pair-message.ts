import { z } from 'zod';
import { type Change, change, next, type OutgoingNew, type Save } from '../kernel/change.ts';
import { type By, command } from '../kernel/command.ts';
import { isBefore } from '../kernel/instant.ts';
import type { Moment } from '../moment.ts';
import type { TwoInContact } from '../store/read-pair-messages.ts';
import type { Reader } from '../store/reader.ts';
import {
  canReceive,
  cardOfMessage,
  contactOf,
  endOf,
  type Hours,
  hoursFor,
  isBlocked,
  nextIn,
  sideIn,
  standsFor,
  subjectOf,
} from './contact.ts';
import type { PairMessage } from './pair-message.ts';

const OfMessage = z.object({ messageId: z.uuid() });

async function load(read: Reader, { messageId }: z.infer<typeof OfMessage>) {
  const message = await read.pairMessages.message(messageId);
  if (message === undefined) return undefined;
  const two = await read.pairMessages.two(message.pairId);
  return two === undefined ? undefined : { message, two };
}

function onlyClock(by: By): void {
  if (by.is !== 'clock') throw new Error('Nobody asks for this');
}

/** Its hours have begun. It is passed on if its reader can have it now; else it waits, and its writer hears that. */
export const sendPairMessage = command({
  name: 'send-pair-message',
  speaksFirst: true,
  schema: OfMessage,
  load,
  decide(data, { messageId }, at, by): Change {
    onlyClock(by);
    if (data === undefined || data.message.state !== 'waiting') return change({});
    const { message, two } = data;
    const hours = hoursFor(two, message.toId);
    if (two.pair.state === 'ended' || isBlocked(two) || !canReceive(two, message.toId, at.now))
      return change({ outgoing: [standsFor(message, 'new')] });
    const goes = nextIn(hours, at.now);
    if (isBefore(at.now, goes)) {
      const due = { command: 'send-pair-message', args: { messageId }, subject: subjectOf(messageId) };
      return change({
        due: [{ ...due, key: `pair-message-send:${at.newId()}`, at: goes }],
        outgoing: [standsFor(message, 'refresh')],
      });
    }
    return passedOn(message, two, hours, at);
  },
});

function passedOn(message: PairMessage, two: TwoInContact, hours: Hours, at: Moment): Change {
  const until = endOf(hours, at.now);
  const { id, toId, pairId } = message;
  const contact = contactOf(two);
  const side = sideIn(two, toId) ?? 'mentee';
  const first = !contact[`${side}Told`];
  const told: Save[] = first
    ? [{ table: 'pair_contact', row: next(contact, { [`${side}Told`]: true }) }]
    : [];
  const said = { to: toId, mode: 'new', until } as const;
  const how: OutgoingNew = { ...said, screen: 'pair-messages-how', args: { pairId } };
  return change({
    saves: [{ table: 'pair_message', row: next(message, { state: 'sending', sentAt: at.now }) }, ...told],
    due: [
      {
        key: `pair-message-check:${id}:${message.version}`,
        command: 'check-pair-message',
        args: { messageId: id },
        at: until.add({ minutes: 1 }),
      },
    ],
    events: [{ event: 'pair-message.sent', ids: { messageId: id, pairId } }],
    outgoing: [
      ...(first ? [how] : []),
      { ...said, screen: 'pair-message', args: { messageId: id, first }, card: cardOfMessage(id) },
      standsFor(message, 'refresh'),
    ],
  });
}

/** The hours in which it was passed on are over: it has arrived, or it waits for the next ones. */
export const checkPairMessage = command({
  name: 'check-pair-message',
  schema: OfMessage,
  async load(read, args) {
    const message = await read.pairMessages.message(args.messageId);
    return message === undefined ? undefined : { message, arrived: await read.pairMessages.arrived(message) };
  },
  decide(data, { messageId }, at, by): Change {
    onlyClock(by);
    if (data === undefined || data.message.state !== 'sending') return change({});
    const { message, arrived } = data;
    if (arrived) return change({ saves: [{ table: 'pair_message', row: next(message, { state: 'sent' }) }] });
    return change({
      saves: [{ table: 'pair_message', row: next(message, { state: 'waiting', sentAt: null }) }],
      due: [dueNow(messageId, at, 0)],
    });
  },
});

/** Something that kept messages back is over: whatever waits is looked at again, in the order in which it was written. */
export const releasePairMessages = command({
  name: 'release-pair-messages',
  schema: z.object({ personId: z.uuid().optional(), pairId: z.uuid().optional() }),
  async load(read, { personId, pairId }) {
    if (pairId !== undefined) return await read.pairMessages.waiting({ pairId });
    return personId === undefined ? [] : await read.pairMessages.waiting({ toId: personId });
  },
  decide(waiting, _args, at, by): Change {
    onlyClock(by);
    return change({
      callOff: waiting.map(({ id }) => subjectOf(id)),
      due: waiting.map(({ id }, index) => dueNow(id, at, waiting.length - index)),
    });
  },
});

function dueNow(messageId: string, at: Moment, ahead: number) {
  return {
    key: `pair-message-send:${at.newId()}`,
    command: 'send-pair-message',
    args: { messageId },
    subject: subjectOf(messageId),
    at: at.now.subtract({ milliseconds: ahead }),
  };
}

/** It was kept for as long as it may be. One that was reported stays until a coordinator has dealt with that. */
export const purgePairMessage = command({
  name: 'purge-pair-message',
  schema: OfMessage,
  async load(read, { messageId }) {
    const message = await read.pairMessages.message(messageId);
    const reports = await read.pairMessages.reportsOf(messageId);
    const tasks = await Promise.all(reports.map(({ id }) => read.tasks.task(id)));
    return { message, reports, isOpen: tasks.some((task) => task !== undefined && task.doneAt === null) };
  },
  decide({ message, reports, isOpen }, { messageId }, at, by): Change {
    onlyClock(by);
    if (message === undefined) return change({});
    if (isOpen) {
      const due = { command: 'purge-pair-message', args: { messageId }, at: at.now.add({ hours: 24 }) };
      return change({ due: [{ ...due, key: `pair-message-purge:${messageId}:${at.now}` }] });
    }
    const gone = { to: message.fromId, screen: 'say', mode: 'new' } as const;
    return change({
      removals: [
        { table: 'pair_message', id: messageId },
        ...reports.map(({ id }) => ({ table: 'message_report', id }) as const),
      ],
      callOff: [subjectOf(messageId)],
      events: [{ event: 'pair-message.gone', ids: { messageId } }],
      outgoing:
        message.state === 'waiting' ? [{ ...gone, args: { id: 'message-not-passed-on', args: {} } }] : [],
    });
  },
});
