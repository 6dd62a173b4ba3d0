import type { Core } from '../../core/index.ts';

/** What the shell needs of the core: a way in, what its menu takes, and word that the answer can be sent. */
export type SlackWayIn = {
  readonly receive: Core['receive'];
  readonly sheet: Core['sheet'];
  readonly commands: ReadonlySet<string>;
  readonly databaseAnswers: () => Promise<boolean>;
  /** Something was committed: its answer waits to be sent. */
  onReceived(): void;
};

/** Told of what went wrong; ids and codes only. */
export type OnFault = (fault: Readonly<Record<string, string>>) => void;
