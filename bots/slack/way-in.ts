import type { Core } from '../../core/index.ts';
import type { SheetWords } from './write-sheet.ts';

/** What the shell needs of the core: a way in, what its sheets and menu say, and word that the answer can be sent. */
export type SlackWayIn = {
  readonly receive: Core['receive'];
  readonly sheet: Core['sheet'];
  readonly commands: ReadonlySet<string>;
  readonly words: SheetWords;
  readonly databaseAnswers: () => Promise<boolean>;
  /** Something was committed: its answer waits to be sent. */
  onReceived(): void;
};

/** Told of what went wrong; ids and codes only. */
export type OnFault = (fault: Readonly<Record<string, string>>) => void;
