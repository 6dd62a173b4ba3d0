import type { ShownForm } from './form.ts';
import type { Shown } from './shown.ts';

/** 2 a command, 3 a button or select, 4 a word being typed into an option, 5 a form. */
export type InteractionType = 2 | 3 | 4 | 5;

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** What a person gets for a press, a command or a form. */
export type Answer =
  | { readonly kind: 'message'; readonly shown: Shown }
  | { readonly kind: 'thinking'; readonly shown: Shown }
  | { readonly kind: 'update'; readonly shown: Shown }
  | { readonly kind: 'later' }
  | { readonly kind: 'form'; readonly form: ShownForm }
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
  /** “The application did not respond”, “This interaction failed”. */
  | { readonly kind: 'failed' };

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly userId: string;
  readonly channelId: string;
  readonly guildId: string | undefined;
  /** The message with the button, or from which the form was opened. */
  readonly sourceId: string | undefined;
  /** The kind of option that is being typed. */
  readonly focusedType?: number;
  readonly commandName?: string;
  /** Epoch milliseconds by the stand-in's clock. */
  readonly askedAt: number;
  /** Milliseconds on the stopwatch. */
  readonly startedAt: number;
  state: 'open' | 'acknowledged' | 'failed';
  /** The message that answers it, or the one it changes. */
  originalId: string | undefined;
  isThinking: boolean;
}

export interface Windows {
  /** Milliseconds in which an interaction must be acknowledged: three seconds. */
  readonly acknowledgeMs: number;
  /** Milliseconds for which its token lives after that: fifteen minutes. */
  readonly tokenMs: number;
}

interface Waiting {
  readonly interaction: Interaction;
  readonly answer: (answer: Answer) => void;
}

const KEPT = 10_000;

/** Interactions that were asked, and how long each may still be answered. */
export class Interactions {
  readonly #windows: Windows;
  readonly #now: () => number;
  readonly #stopwatch: () => number;
  readonly #byToken = new Map<string, Waiting>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #unfinished = new Set<Interaction>();

  /** The three seconds are measured by the stopwatch, the fifteen minutes by the clock. */
  constructor(windows: Windows, now: () => number, stopwatch: () => number) {
    this.#windows = windows;
    this.#now = now;
    this.#stopwatch = stopwatch;
  }

  /** Begins to wait. The time by the stopwatch is `interaction.startedAt`. */
  open(interaction: Interaction, answer: (answer: Answer) => void): void {
    const oldest = this.#byToken.keys().next().value;
    if (this.#byToken.size > KEPT && oldest !== undefined) this.#byToken.delete(oldest);
    const waiting = { interaction, answer };
    this.#byToken.set(interaction.token, waiting);
    this.#unfinished.add(interaction);
    this.#watch(waiting);
  }

  startedAt(): number {
    return this.#stopwatch();
  }

  /** Whoever waits learns that nothing came. */
  #watch(waiting: Waiting): void {
    const { interaction } = waiting;
    const left = interaction.startedAt + this.#windows.acknowledgeMs - this.#stopwatch();
    if (left <= 0) {
      this.fail(interaction);
      return;
    }
    // The stopwatch may be one that a test turns by hand, so a long wait is looked at again and again.
    const timer = setTimeout(() => this.#watch(waiting), Math.min(left + 1, 100));
    this.#timers.set(interaction.token, timer);
  }

  /** The interaction with this id, if its first answer may still come. */
  find(id: string, token: string): Interaction | undefined {
    const found = this.#byToken.get(token)?.interaction;
    if (!found || found.id !== id) return undefined;
    const isLate = this.#stopwatch() - found.startedAt > this.#windows.acknowledgeMs;
    if (found.state === 'open' && isLate) this.fail(found);
    return found.state === 'failed' ? undefined : found;
  }

  /** The interaction with this token: `expired` when the token's time is over. */
  byToken(token: string): Interaction | 'expired' | undefined {
    const found = this.#byToken.get(token)?.interaction;
    if (!found) return undefined;
    return this.#now() - found.askedAt > this.#windows.tokenMs ? 'expired' : found;
  }

  acknowledge(interaction: Interaction, answer: Answer): void {
    interaction.state = 'acknowledged';
    interaction.isThinking = answer.kind === 'thinking';
    this.#end(interaction, answer);
  }

  fail(interaction: Interaction): void {
    if (interaction.state !== 'open') return;
    interaction.state = 'failed';
    this.#end(interaction, { kind: 'failed' });
  }

  /** The answer that was promised has come. */
  thought(interaction: Interaction): void {
    interaction.isThinking = false;
    this.#unfinished.delete(interaction);
  }

  #end(interaction: Interaction, answer: Answer): void {
    clearTimeout(this.#timers.get(interaction.token));
    this.#timers.delete(interaction.token);
    if (!interaction.isThinking) this.#unfinished.delete(interaction);
    this.#byToken.get(interaction.token)?.answer(answer);
  }

  /** Interactions that wait for their first answer, or for the one that was promised. */
  get pending(): number {
    return [...this.#unfinished].filter(({ token }) => this.byToken(token) !== 'expired').length;
  }

  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
