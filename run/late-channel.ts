import type { Channel } from '../core/index.ts';
import type { Connected } from './connected.ts';

/** What an app can do besides sending, which the core has to know before it is connected. */
type Has = {
  readonly sheets?: true;
  readonly front?: true;
  readonly event?: true;
  readonly removesWithinHours?: number;
};

/** The channel of an app that is not connected yet: whoever wants to send waits until it is. */
export function lateChannel(platform: string, connected: Promise<Connected>, has: Has = {}): Channel {
  const channel = connected.then((bot) => bot.channel);
  // Whoever connects it hears of it when it fails.
  channel.catch(() => undefined);
  return {
    platform,
    ...(has.sheets === undefined ? {} : { sheets: true }),
    send: async (to, shown, once) => await (await channel).send(to, shown, once),
    edit: async (to, ref, shown) => await (await channel).edit(to, ref, shown),
    remove: async (to, ref) => (await (await channel).remove?.(to, ref)) ?? MISSING,
    ...(has.removesWithinHours === undefined ? {} : { removesWithinHours: has.removesWithinHours }),
    ...(has.front === undefined
      ? {}
      : { front: async (to, shown) => (await (await channel).front?.(to, shown)) ?? MISSING }),
    ...(has.event === undefined
      ? {}
      : {
          event: async (place, entry, ref) => (await (await channel).event?.(place, entry, ref)) ?? MISSING,
        }),
  };
}

const MISSING = { is: 'refused', why: 'not-in-this-app' } as const;
