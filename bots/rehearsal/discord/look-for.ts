import type { Shown, ShownButton, ShownSelect } from './shown.ts';

/** Messages of the bot in which a person looks, the newest first; or only the one they mean, also as it was earlier. */
function whereTo(seen: readonly Shown[], where: Shown | string | undefined): readonly Shown[] {
  if (typeof where === 'object') return [where];
  const all = seen.filter((message) => message.from.isBot).toReversed();
  return where === undefined ? all : all.filter((message) => message.messageId === where);
}

/** The button that a person presses. Throws if no such button is shown. */
export function findButton(
  seen: readonly Shown[],
  label: string | RegExp | ShownButton,
  where: Shown | string | undefined,
): { button: ShownButton; messageId: string } {
  const looked = whereTo(seen, where);
  for (const message of looked) {
    const button = message.buttons.flat().find((shown) => isLabelled(shown, label));
    if (button) return { button, messageId: message.messageId };
  }
  const labels = looked.flatMap((message) => message.buttons.flat().map((button) => button.label));
  const name = label instanceof RegExp || typeof label === 'string' ? String(label) : label.label;
  throw new Error(`There is no button “${name}”; there are ${JSON.stringify(labels)}`);
}

function isLabelled(button: ShownButton, wanted: string | RegExp | ShownButton): boolean {
  if (wanted instanceof RegExp) return wanted.test(button.label);
  return typeof wanted === 'string' ? button.label === wanted : button.label === wanted.label;
}

/** The select that a person means: the one with this placeholder, or the newest that offers all of these. Throws if there is none. */
export function findSelect(
  seen: readonly Shown[],
  labels: readonly string[],
  where: Shown | string | undefined,
  placeholder: string | RegExp | undefined,
): { select: ShownSelect; messageId: string } {
  const looked = whereTo(seen, where);
  for (const message of looked) {
    const select = message.selects.find((one) => isMeant(one, labels, placeholder));
    if (select?.disabled) throw new Error(`“${select.placeholder ?? select.data}” is greyed out`);
    if (select) return { select, messageId: message.messageId };
  }
  const offered = looked.flatMap(({ selects }) =>
    selects.map((one) => one.options.map((option) => option.label)),
  );
  throw new Error(`There is no list with ${JSON.stringify(labels)}; there are ${JSON.stringify(offered)}`);
}

function isMeant(
  select: ShownSelect,
  labels: readonly string[],
  placeholder: string | RegExp | undefined,
): boolean {
  const words = select.placeholder ?? '';
  const isNamed = placeholder instanceof RegExp ? placeholder.test(words) : words === (placeholder ?? words);
  if (!isNamed) return false;
  return (
    select.kind !== 'string' || labels.every((label) => select.options.some((one) => one.label === label))
  );
}
