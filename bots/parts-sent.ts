import { createHash } from 'node:crypto';

/** Parts that are remembered; the oldest are forgotten first. */
const REMEMBERED = 10_000;

/** Parts of messages that were sent lately, so that a message whose end failed goes on from there and does not begin again. */
export class PartsSent {
  readonly #done = new Map<string, string>();

  has(key: string): boolean {
    return this.#done.has(key);
  }

  /** Sends a part, or says what came of it before. `key` names the part, the message it is of, and where it goes. */
  async once(key: string, send: () => Promise<string>): Promise<string> {
    const before = this.#done.get(key);
    if (before !== undefined) return before;
    const id = await send();
    this.#done.set(key, id);
    const [oldest] = this.#done.keys();
    if (this.#done.size > REMEMBERED && oldest !== undefined) this.#done.delete(oldest);
    return id;
  }
}

/** What a part is known by: worded otherwise the next time it is tried, it is another. */
export function keyOfPart(chat: string, once: string, index: number, words: string): string {
  return createHash('sha256')
    .update(JSON.stringify([chat, once, index, words]))
    .digest('base64url');
}
