/** A message with buttons and lists, as Discord and Slack have them. */
type Labelled = {
  readonly buttons: readonly (readonly { readonly label: string }[])[];
  readonly selects: readonly { readonly options: readonly { readonly label: string }[] }[];
};

/** What can be pressed or chosen on it. */
export function labelsOf({ buttons, selects }: Labelled): string[] {
  const chosen = selects.flatMap(({ options }) => options);
  return [...buttons.flat(), ...chosen].map(({ label }) => label);
}

/**
 * Presses a button, or chooses from a list, by its label: on the newest of these messages that has it.
 * @throws when none has.
 */
export function pressOrChoose<M extends Labelled>(
  messages: readonly M[],
  label: string | RegExp,
  doing: { press(label: string, message: M): unknown; choose(option: string, message: M): unknown },
): void {
  const message = messages.findLast((each) => labelsOf(each).some((one) => isMeant(one, label)));
  const found = message && labelsOf(message).find((one) => isMeant(one, label));
  if (message === undefined || found === undefined) {
    const seen = messages.flatMap(labelsOf);
    throw new Error(`There is no "${label}" to press among: ${seen.join(' | ')}`);
  }
  if (message.buttons.flat().some((button) => button.label === found)) doing.press(found, message);
  else doing.choose(found, message);
}

function isMeant(label: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? label === wanted : wanted.test(label);
}
