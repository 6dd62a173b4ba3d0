import type { Core, MenuEntry } from '../../core/index.ts';

/** What the shell needs of the core: a way in, what a form asks, and word that the answer can be sent. */
export type DiscordWayIn = {
  readonly receive: Core['receive'];
  readonly sheet: Core['sheet'];
  /** What there is besides words and buttons: offered to whoever types, and understood behind /mentoring. */
  readonly menu: readonly MenuEntry[];
  readonly databaseAnswers: () => Promise<boolean>;
  /** Something was committed: its answer waits to be sent. */
  onReceived(): void;
  /** Discord kept nothing of what people did while we were away: some of it may be lost. */
  onMissed?(): void;
};

/** Told of what went wrong; ids and codes only. */
export type OnFault = (fault: Readonly<Record<string, string>>) => void;
