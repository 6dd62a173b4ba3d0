import { randomBytes } from 'node:crypto';

/** What an address leads to: the place where a person did something, and the message they did it on. */
export interface ResponseTarget {
  readonly channel: string;
  readonly user: string;
  /** The message that `replace_original` and `delete_original` mean. */
  readonly messageTs: string | undefined;
}

export interface SavedResponseUrl extends ResponseTarget {
  readonly key: string;
  readonly at: number;
  left: number;
}

export const USES = 5;
export const LIFETIME_MS = 30 * 60_000;

/** Addresses to which the bot may answer without a token: five times within half an hour. */
export class ResponseUrls {
  readonly #now: () => number;
  readonly #open = new Map<string, SavedResponseUrl>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The path of a new address. */
  issue(target: ResponseTarget): string {
    const key = randomBytes(12).toString('base64url');
    const now = this.#now();
    for (const [old, { at }] of this.#open) {
      if (now - at <= LIFETIME_MS) break;
      this.#open.delete(old);
    }
    this.#open.set(key, { ...target, key, at: now, left: USES });
    return `/actions/${key}`;
  }

  /** Where an address leads, or the word that Slack says to one that leads nowhere any more. `spend` counts one use. */
  find(key: string): (ResponseTarget & { spend(): void }) | 'expired_url' | 'used_url' {
    const found = this.#open.get(key);
    if (!found || this.#now() - found.at > LIFETIME_MS) return 'expired_url';
    if (found.left <= 0) return 'used_url';
    return {
      channel: found.channel,
      user: found.user,
      messageTs: found.messageTs,
      spend: () => {
        found.left -= 1;
      },
    };
  }

  save(): readonly SavedResponseUrl[] {
    return [...this.#open.values()];
  }

  restore(saved: readonly SavedResponseUrl[]): void {
    for (const one of saved) this.#open.set(one.key, one);
  }
}
