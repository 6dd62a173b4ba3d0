import type { Core, Moment } from '../core/index.ts';

export type ApiParts = {
  readonly core: Core;
  /** The moment now. */
  readonly moment: () => Moment;
  /** Something was committed: what is to be sent is looked for at once. */
  wake(): void;
  /** Told of what went wrong inside: codes only. */
  readonly onFault?: (fault: Readonly<Record<string, string>>) => void;
};
