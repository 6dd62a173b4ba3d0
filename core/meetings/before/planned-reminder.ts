import type { Temporal } from 'temporal-polyfill';

/** What is said to one of the two before a meeting, on which of its occasions. */
export type Kind = 'reminder' | 'energy' | 'costly' | 'clock-change';

export type Planned = {
  readonly kind: Kind;
  /** Minutes before the start that it was meant for. */
  readonly minutes: number;
  readonly at: Temporal.Instant;
  /** After this it is dropped rather than sent late. */
  readonly until: Temporal.Instant;
  /** A reminder on the day that also asks how somebody is, so that they are not written to twice. */
  readonly check?: true;
  /** "HH:mm" that the reader's clock would show without the change of clocks. */
  readonly usual?: string;
};
