import { type Change, change } from './kernel/change.ts';
import type { AccountKey } from './kernel/incoming.ts';
import type { Known } from './to-order.ts';

/** The front page of whoever opened it. */
export function frontFor({ person, account }: Known): Change {
  const front = { to: person.id, account: account.id, screen: 'front', args: {}, mode: 'front' } as const;
  return change({ outgoing: [{ ...front, evenIfStopped: true }] });
}

/** The front page of somebody who has never written: it is for their eyes, and nothing of them is known. */
export function frontForStranger({ platform, tenant }: AccountKey, chatId: string): Change {
  const place = { platform, tenant, chatId };
  return change({
    outgoing: [{ to: '', place, screen: 'front-for-stranger', args: {}, mode: 'front', evenIfStopped: true }],
  });
}
