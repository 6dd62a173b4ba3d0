import type { WireMessage } from './wire.ts';

export interface Scheduled {
  readonly id: string;
  /** Epoch seconds. */
  readonly postAt: number;
  readonly channel: string;
  readonly content: Omit<WireMessage, 'ts'>;
}

/** Messages that the bot has left with Slack for later. They appear when somebody looks and their time has come. */
export class Schedule {
  #waiting: Scheduled[] = [];

  add(scheduled: Scheduled): void {
    this.#waiting.push(scheduled);
  }

  get waiting(): readonly Scheduled[] {
    return this.#waiting;
  }

  restore(saved: readonly Scheduled[]): void {
    this.#waiting = [...saved];
  }

  remove(id: string): boolean {
    const before = this.#waiting.length;
    this.#waiting = this.#waiting.filter((one) => one.id !== id);
    return this.#waiting.length < before;
  }

  /** Takes out what is due, the earliest first. */
  takeDue(nowMs: number): Scheduled[] {
    const due = this.#waiting.filter(({ postAt }) => postAt * 1000 <= nowMs);
    if (due.length === 0) return [];
    this.#waiting = this.#waiting.filter((one) => !due.includes(one));
    return due.toSorted((a, b) => a.postAt - b.postAt);
  }
}
