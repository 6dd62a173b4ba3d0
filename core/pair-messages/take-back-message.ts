import { z } from 'zod';
import { change, next } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import { text } from '../texts/text.ts';
import { cardOfMessage, subjectOf } from './contact.ts';
import { notYours } from './write-pair-message.ts';

/** Second thoughts about something that still waits. What it said goes at once. */
export const takeBackMessage = command({
  name: 'take-back-message',
  schema: z.object({ messageId: z.uuid() }),
  load: (read, { messageId }) => read.pairMessages.message(messageId),
  decide(message, { messageId }, _at, by) {
    const { person, account } = personOf(by);
    if (message?.fromId !== person.id) return notYours;
    if (message.state !== 'waiting')
      return { refused: 'pair-message.gone-already', say: text('message-gone-already') };
    return change({
      saves: [{ table: 'pair_message', row: next(message, { state: 'taken-back', textSealed: '' }) }],
      callOff: [subjectOf(messageId)],
      events: [{ event: 'pair-message.taken-back', ids: { messageId } }],
      outgoing: [
        {
          to: person.id,
          account: account.id,
          screen: 'pair-message-written',
          args: { messageId },
          mode: 'card',
          card: cardOfMessage(messageId),
          evenIfStopped: true,
        },
      ],
    });
  },
});
