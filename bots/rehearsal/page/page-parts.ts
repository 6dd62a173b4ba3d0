import type { html } from 'hono/html';
import type { Temporal } from 'temporal-polyfill';
import type { TextArgs, TextId, Texts } from '../../../core/index.ts';
import type { TelegramStandIn } from '../telegram/stand-in.ts';

/** Where the pages are mounted; every address on them begins with it. */
export const BASE = '/rehearsal';

export type Html = ReturnType<typeof html>;

/** One of the phones that are there from the start. */
export type PagePhone = {
  readonly id: number;
  readonly name: string;
  readonly part: 'mentee' | 'mentor' | 'new';
};

/** The clock that everybody in the rehearsal lives by. */
export type PageClock = {
  now(): Temporal.Instant;
  forward(by: Temporal.DurationLike): Promise<void>;
  toNext(): Promise<Temporal.Instant | undefined>;
};

export type PageParts = {
  readonly telegram: TelegramStandIn;
  readonly phones: readonly PagePhone[];
  readonly clock: PageClock;
  readonly texts: Texts;
  /** Settles once the bot has taken in what was done and has sent what it has to say. */
  settled(): Promise<void>;
};

/** Words a text in the language of these pages. */
export type Say = <K extends TextId>(id: K, args: TextArgs[K]) => string;
