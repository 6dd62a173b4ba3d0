import type { Core, Moment, Pace } from '../core/index.ts';

/** What is noted of a request: no address, no body, nobody. */
export type RequestNote = {
  readonly request: string;
  readonly method: string;
  readonly status: number;
  readonly tookMs: number;
};

export type ApiParts = {
  readonly core: Core;
  /** The moment now. */
  readonly moment: () => Moment;
  /** How often one token may ask; our default unless given. */
  readonly pace?: Pace;
  /** Something was committed: what is to be sent is looked for at once. */
  wake(): void;
  /** Told of what went wrong inside: codes only. */
  readonly onFault?: (fault: Readonly<Record<string, string>>) => void;
  /** Told of every request that was answered. */
  readonly onRequest?: (note: RequestNote) => void;
};
