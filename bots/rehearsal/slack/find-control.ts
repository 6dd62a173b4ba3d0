import { findElement, type Place } from './interact.ts';
import type { ShownBlocks, ShownButton, ShownSelect } from './shown.ts';
import type { Block, Element } from './wire.ts';

export function isLabelled(button: ShownButton, wanted: string | RegExp | ShownButton): boolean {
  if (wanted instanceof RegExp) return wanted.test(button.label);
  if (typeof wanted === 'string') return button.label === wanted;
  const { label, blockId, actionId } = wanted;
  return button.label === label && button.blockId === blockId && button.actionId === actionId;
}

/** The menu in which all of these can be chosen. One without a list of options is meant only where it is named. */
export function findChoice(
  shown: ShownBlocks,
  chosen: readonly string[],
  from: string | undefined,
): ShownSelect | undefined {
  return shown.selects.find((select) => {
    if (from !== undefined && !select.label.includes(from)) return false;
    if (select.options.length === 0) return from !== undefined;
    return chosen.every((one) => select.options.some(({ label }) => label === one));
  });
}

/** The element behind something that was shown. Throws if it is not there any more. */
export function findAction(
  place: Place,
  { blockId, actionId }: { readonly blockId: string; readonly actionId: string },
): { block: Block; element: Element } {
  const found = findElement(place, blockId, actionId);
  if (!found) throw new Error(`There is no ${actionId} any more`);
  return found;
}
