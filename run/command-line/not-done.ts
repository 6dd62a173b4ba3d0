/** What was typed does not fit. The message says what to type. */
export class UsageWrong extends Error {
  override name = 'UsageWrong';
}

/** It was understood, and it is not possible. The message says why, or what to do instead. */
export class NotDone extends Error {
  override name = 'NotDone';
}

/** A name fits several, who are listed in the message: it was a look at them, and is written down as one. */
export class FitsSeveral extends NotDone {
  readonly what: string;
  readonly count: number;

  constructor(message: string, what: string, count: number) {
    super(message);
    this.what = what;
    this.count = count;
  }
}
