/** What was typed does not fit. The message says what to type. */
export class UsageWrong extends Error {
  override name = 'UsageWrong';
}

/** It was understood, and it is not possible. The message says why, or what to do instead. */
export class NotDone extends Error {
  override name = 'NotDone';
}
