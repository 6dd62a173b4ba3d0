import type { Moment } from '../moment.ts';
import type { NotSent } from './channel.ts';
import type { Delivery } from './delivery.ts';
import type { Put, Spot } from './put.ts';

/** So many are taken away in one go, well within the time for which a runner holds the row. */
const AT_ONCE = 40;

const GO_ON: NotSent = { is: 'wait', seconds: 0 };

/**
 * Takes away what was sent to an account, newest first, as far as the app lets a bot do that. What is gone is forgotten, so
 * that it goes on where it was broken off; what the app keeps is still known afterwards, and can be spoken of.
 */
export async function takeAway({ channels, store }: Delivery, spot: Spot, at: Moment): Promise<Put> {
  const channel = channels.get(spot.address.platform);
  if (channel?.remove === undefined) return { is: 'sent' };
  const hours = channel.removesWithinHours;
  const since = hours === undefined ? undefined : at.now.subtract({ hours });
  const rows = await store.showing.sentTo(spot.id, since, MOST);
  const gone: string[] = [];
  let stopped: NotSent | undefined;
  for (const row of rows) {
    const removed = await channel.remove(spot.address, row.ref);
    if (removed.is === 'removed' || removed.is === 'gone-message') gone.push(row.id);
    else if (removed.is !== 'refused' && removed.is !== 'unchanged') stopped = removed;
    if (gone.length >= AT_ONCE) stopped ??= GO_ON;
    if (stopped !== undefined) break;
  }
  await store.showing.forgetSent(gone);
  return stopped === undefined ? { is: 'sent' } : { is: 'not-sent', at: spot, sent: stopped };
}

/** Of a chat with more messages than this the oldest stay, and it is said that some do. */
const MOST = 500;
