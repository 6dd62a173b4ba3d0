import type { Address, Channel, Json, Removed, Sent } from '../core/index.ts';

/** So many calls in so many seconds, evenly: a few may come at once, then one at a time. */
export type Pace = { readonly calls: number; readonly seconds: number };

export type Pacing = {
  /** For one chat; left out where an app says itself, with each answer, how much a chat still takes. */
  readonly perChat?: Pace;
  /** For the whole bot. */
  readonly overall: Pace;
  /** Calls that the app does not count among those of the whole bot; `ref` is set where a message is edited. */
  readonly isUncounted?: (to: Address, ref: Json | undefined) => boolean;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
};

/** So many calls may be under way: an app that does not answer holds up no more than these, and never the other apps. */
const AT_ONCE = 25;
type Wait = Extract<Sent, { is: 'wait' }>;
const FULL: Wait = { is: 'wait', seconds: 1, everywhere: true };

/** Chats that are remembered; those that may be written to freely are forgotten first. */
const REMEMBERED = 10_000;

/**
 * The same channel, which is never called faster than its app takes. A call that would come too early is not made: it is
 * answered with how long to wait. What the app itself said about waiting is kept to the letter, for its chat or for everybody.
 */
export function paced(channel: Channel, pacing: Pacing): Channel {
  const { perChat, overall, isUncounted = () => false, now } = pacing;
  const whole = new Bucket(overall, now());
  const chats = new Map<string, Bucket>();
  const chatOf = ({ tenant, chatId }: Address): Bucket => {
    const key = `${tenant} ${chatId}`;
    const known = chats.get(key) ?? new Bucket(perChat ?? overall, now());
    if (!chats.has(key) && chats.size >= REMEMBERED) forgetIdle(chats, now());
    chats.set(key, known);
    return known;
  };
  let underWay = 0;
  // To take something away is no message to the chat: only the whole bot's pace counts it.
  const within = async <S extends Sent | Removed>(
    to: Address,
    ref: Json | undefined,
    call: () => Promise<S>,
    isMessage = true,
  ): Promise<S | Wait> => {
    const isCounted = !isUncounted(to, ref);
    const chat = chatOf(to);
    const own = isMessage ? chat.waitAt(now()) : 0;
    if (own > 0) return { is: 'wait', seconds: own / 1000 };
    const all = isCounted ? whole.waitAt(now()) : 0;
    if (all > 0) return { is: 'wait', seconds: whole.inLine(now(), all) / 1000, everywhere: true };
    if (underWay >= AT_ONCE) return FULL;
    if (perChat !== undefined && isMessage) chat.take(now());
    if (isCounted) whole.take(now());
    underWay += 1;
    const sent = await call().finally(() => {
      underWay -= 1;
    });
    if (sent.is === 'wait') (sent.everywhere === true ? whole : chat).shutUntil(now() + sent.seconds * 1000);
    return sent;
  };
  const { front, event, remove } = channel;
  return {
    ...channel,
    send: (to, shown, once) => within(to, undefined, () => channel.send(to, shown, once)),
    edit: (to, ref, shown) => within(to, ref, () => channel.edit(to, ref, shown)),
    ...(remove === undefined
      ? {}
      : { remove: (to, ref) => within(to, ref, () => remove.call(channel, to, ref), false) }),
    ...(front === undefined
      ? {}
      : { front: (to, shown) => within(to, undefined, () => front.call(channel, to, shown)) }),
    ...(event === undefined
      ? {}
      : {
          event: (place, entry, ref) =>
            within(place, undefined, () => event.call(channel, place, entry, ref)),
        }),
  };
}

function forgetIdle(chats: Map<string, Bucket>, at: number): void {
  for (const [key, bucket] of chats) if (bucket.isFullAt(at)) chats.delete(key);
}

/** Holds what may be called now, and fills up with time. */
class Bucket {
  readonly #calls: number;
  /** Milliseconds for one call more. */
  readonly #each: number;
  #left: number;
  #at: number;
  #shutUntil = 0;
  /** Until when those who were told to wait have been promised a turn. */
  #promised = 0;

  constructor({ calls, seconds }: Pace, at: number) {
    this.#calls = calls;
    this.#each = (seconds * 1000) / calls;
    this.#left = calls;
    this.#at = at;
  }

  /** Milliseconds until a call may be made; 0 when it may be made now. */
  waitAt(at: number): number {
    this.#fill(at);
    const shut = this.#shutUntil - at;
    return Math.max(0, shut, this.#left >= NEARLY_ONE ? 0 : (1 - this.#left) * this.#each);
  }

  /** The same, behind those who wait already, so that not everybody comes back at once. */
  inLine(at: number, wait: number): number {
    this.#promised = Math.max(at + wait, Math.min(this.#promised + this.#each, at + wait + LONGEST_LINE_MS));
    return this.#promised - at;
  }

  take(at: number): void {
    this.#fill(at);
    this.#left -= 1;
  }

  shutUntil(until: number): void {
    this.#shutUntil = Math.max(this.#shutUntil, until);
  }

  isFullAt(at: number): boolean {
    this.#fill(at);
    return this.#left >= this.#calls && this.#shutUntil <= at;
  }

  #fill(at: number): void {
    this.#left = Math.min(this.#calls, this.#left + Math.max(0, at - this.#at) / this.#each);
    this.#at = Math.max(this.#at, at);
  }
}

/** One, but for what is lost in counting by parts. */
const NEARLY_ONE = 1 - 1e-6;

/** Nobody is sent further back than this, lest a line of those who never return kept others away. */
const LONGEST_LINE_MS = 2000;
