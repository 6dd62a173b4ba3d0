import type { html } from 'hono/html';
import type { Temporal } from 'temporal-polyfill';
import type { TextArgs, TextId, Texts } from '../../../core/index.ts';
import type { Phones } from '../phones/phone.ts';

/** Where the pages are mounted; every address on them begins with it. */
export const BASE = '/rehearsal';

export type Html = ReturnType<typeof html>;

export type Part = 'mentee' | 'mentor' | 'coordinator' | 'new';

/** The clock that everybody in the rehearsal lives by. */
export type PageClock = {
  now(): Temporal.Instant;
  forward(by: Temporal.DurationLike): Promise<void>;
  toNext(): Promise<Temporal.Instant | undefined>;
};

/** Some people side by side; which, is told by the ids of their phones. */
export type PageView = { readonly name: 'apps' | 'telegram'; readonly phones: readonly string[] };

export type PageParts = {
  readonly phones: Phones;
  /** What part those of the story play, by the ids of their phones. */
  readonly cast: ReadonlyMap<string, Part>;
  /** The first is what a newcomer sees. */
  readonly views: readonly PageView[];
  readonly clock: PageClock;
  readonly texts: Texts;
  /** Settles once the bots have taken in what was done and have sent what they have to say. */
  settled(): Promise<void>;
  /** Settles when everybody of the story is there: until then nothing can be done, only looked at. */
  readonly ready: Promise<void>;
};

/** Words a text in the language of these pages. */
export type Say = <K extends TextId>(id: K, args: TextArgs[K]) => string;
