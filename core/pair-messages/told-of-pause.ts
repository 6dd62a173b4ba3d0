import type { OutgoingNew } from '../kernel/change.ts';
import { isBefore } from '../kernel/instant.ts';
import type { Moment } from '../moment.ts';
import type { Pair } from '../pairs/pair.ts';
import type { CardSent } from '../store/read-pair-messages.ts';
import { cardOfMessages } from './contact-hours.ts';

const ONE_MESSAGE_EVERY = { hours: 24 };

/** How somebody was last told of how their pair writes to each other. */
export type Told = { readonly to: string; readonly pairId: string; readonly card: CardSent | undefined };

/**
 * However often a pause begins and ends, whoever is told gets one message a day of it; in between the card they have tells the
 * truth. Where it comes to their meetings they always get one: nobody is to stand there alone.
 * @param pair as it becomes, where that changes
 */
export function toldOfPause(
  { to, pairId, card }: Told,
  pair: Pair | undefined,
  { now }: Pick<Moment, 'now'>,
): OutgoingNew {
  const isLately = card?.sentAt != null && isBefore(now.subtract(ONE_MESSAGE_EVERY), card.sentAt);
  const isOnlyCard = isLately && pair?.state !== 'paused';
  return messagesShown(to, pairId, isOnlyCard || card?.waits === true ? 'refresh' : 'new');
}

export function messagesShown(to: string, pairId: string, mode: OutgoingNew['mode']): OutgoingNew {
  return { to, screen: 'pair-messages', args: { pairId }, mode, card: cardOfMessages(pairId) };
}
