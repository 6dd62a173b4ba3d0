import type { AppName } from '../support/apps/app.ts';
import type { Call } from './sending-apps.ts';

/** What each app lets a chat have by the pace that it asks for: so many at once, then one a second. */
export const BURST: Readonly<Record<AppName, number>> = {
  telegram: 3,
  slack: 3,
  discord: Number.POSITIVE_INFINITY,
};

/** The shortest time in which these calls could have been made, chat beside chat, by the waits that were told and the pace. */
export function leastMs(calls: readonly Call[], burst: number): number {
  const chats = Map.groupBy(calls, ({ userId }) => userId);
  return Math.max(...[...chats.values()].map((ofOne) => leastOfOne(ofOne, burst)));
}

function leastOfOne(calls: readonly Call[], burst: number): number {
  let [now, left] = [0, burst];
  for (const { wait } of calls) {
    if (left < 1) {
      now += (1 - left) * 1000;
      left = 1;
    }
    left -= 1;
    if (wait === undefined) continue;
    now += wait * 1000;
    left = Math.min(burst, left + wait);
  }
  return now;
}
