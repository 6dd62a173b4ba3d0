import { z } from 'zod';
import { change, next, type OutgoingNew } from '../kernel/change.ts';
import { command, personOf, type Refusal } from '../kernel/command.ts';
import { isBefore } from '../kernel/instant.ts';
import { text } from '../texts/text.ts';
import {
  canReceive,
  cardOfMessage,
  contactOf,
  hoursFor,
  isBlocked,
  nextIn,
  otherIn,
  sideIn,
  subjectOf,
} from './contact.ts';
import type { PairMessage } from './pair-message.ts';
import { sealMessage } from './seal-message.ts';

export const notYours: Refusal = { refused: 'pair-message.not-yours', say: text('button-no-longer-current') };
export const pausedNow: Refusal = { refused: 'pair-message.paused', say: text('messages-paused-now') };
/** Where nothing was written yet. */
export const pausedForNow: Refusal = { ...pausedNow, say: text('messages-paused-for-now') };

/**
 * Something for the other of a pair (BND-04). Within their hours it is passed on at once; outside them it waits, and its
 * writer is told until when, with the help card beneath (BND-05).
 */
export const writePairMessage = command({
  name: 'write-pair-message',
  schema: z.object({ pairId: z.uuid(), text: z.string().min(1) }),
  async load(read, { pairId }, by) {
    const { person } = personOf(by);
    const [two, waiting] = await Promise.all([
      read.pairMessages.two(pairId),
      read.pairMessages.waiting({ pairId, fromId: person.id }),
    ]);
    return { two, ahead: waiting.length, keys: read.keys };
  },
  decide({ two, ahead, keys }, { text: written }, at, by) {
    const { person, account } = personOf(by);
    const side = two === undefined ? undefined : sideIn(two, person.id);
    if (two === undefined || side === undefined || two.pair.state === 'ended') return notYours;
    if (isBlocked(two)) return pausedNow;
    const reader = otherIn(two, person.id);
    const id = at.newId();
    const row: PairMessage = {
      id,
      version: 1,
      pairId: two.pair.id,
      fromId: person.id,
      toId: reader.id,
      state: 'waiting',
      textSealed: sealMessage(keys, { writer: person, reader }, written, id, at),
      createdAt: at.now,
      sentAt: null,
      reportedAt: null,
    };
    const isOn = canReceive(two, reader.id, at.now);
    const goes = nextIn(hoursFor(two, reader.id), at.now);
    const waits = !isOn || isBefore(at.now, goes);
    const contact = contactOf(two);
    const told = side === 'mentor' ? { mentorTold: true } : { menteeTold: true };
    const answer = { to: person.id, account: account.id, mode: 'new', evenIfStopped: true } as const;
    const stands: OutgoingNew = {
      ...answer,
      screen: 'pair-message-written',
      args: { messageId: id },
      card: cardOfMessage(id),
    };
    const help: OutgoingNew = { ...answer, screen: 'help', args: { about: 'me' } };
    const send = { command: 'send-pair-message', args: { messageId: id }, subject: subjectOf(id) };
    const { keptDays } = two.programme.document.messages;
    return change({
      saves: [
        { table: 'pair_message', row },
        ...(contact[`${side}Told`] ? [] : [{ table: 'pair_contact', row: next(contact, told) } as const]),
      ],
      due: [
        // In the order in which they were written.
        ...(isOn
          ? [
              {
                ...send,
                key: `pair-message-send:${at.newId()}`,
                at: goes.add({ milliseconds: waits ? ahead : 0 }),
              },
            ]
          : []),
        {
          key: `pair-message-purge:${id}`,
          command: 'purge-pair-message',
          args: { messageId: id },
          at: at.now.add({ hours: 24 * keptDays }),
        },
      ],
      events: [{ event: 'pair-message.written', ids: { messageId: id, pairId: two.pair.id } }],
      outgoing: waits ? [stands, help] : [stands],
    });
  },
});
