import { randomBytes } from 'node:crypto';

interface Trigger {
  readonly user: string;
  readonly at: number;
  /** The view in which the person was when they did something. */
  readonly view: string | undefined;
  exchanged: boolean;
}

const KEPT = 10_000;

/** The short permissions to open a modal that come with everything a person does. */
export class Triggers {
  readonly #now: () => number;
  readonly #lifetimeMs: number;
  readonly #open = new Map<string, Trigger>();

  constructor(now: () => number, lifetimeMs: number) {
    this.#now = now;
    this.#lifetimeMs = lifetimeMs;
  }

  issue(user: string, view?: string): string {
    const now = this.#now();
    const id = `${now}.${String(this.#open.size).padStart(6, '0')}.${randomBytes(16).toString('hex')}`;
    this.#open.set(id, { user, at: now, view, exchanged: false });
    const oldest = this.#open.keys().next().value;
    if (this.#open.size > KEPT && oldest !== undefined) this.#open.delete(oldest);
    return id;
  }

  /** Uses a permission up; a word of refusal if it cannot be. Taking one that then meets a bad view costs nothing. */
  check(id: string | undefined): { user: string; view: string | undefined; exchange(): void } | string {
    const trigger = this.#open.get(id ?? '');
    if (!trigger) return 'invalid_trigger_id';
    if (this.#now() - trigger.at > this.#lifetimeMs) return 'expired_trigger_id';
    if (trigger.exchanged) return 'exchanged_trigger_id';
    return {
      user: trigger.user,
      view: trigger.view,
      exchange: () => {
        trigger.exchanged = true;
      },
    };
  }
}
