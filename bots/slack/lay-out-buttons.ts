import type { types } from '@slack/bolt';
import type { ShownButton } from '../../core/index.ts';
import { inGroups, plain } from './plain-text.ts';

export type LaidOut = {
  /** Labels that are too long, by the number that stands in their place. */
  readonly notes: readonly string[];
  readonly blocks: readonly types.ActionsBlock[];
};

/** As the documentation of Block Kit has them; a row of five is ours. */
const MOST = { inRow: 5, inBlock: 25, label: 75, options: 100 } as const;
/** More choices than this stand in a menu that opens, and not side by side; our default. */
const CHOICES_AS_BUTTONS = 10;
/** What begins the name of everything that can be pressed. */
const PRESS = 'press';

export type ButtonsManner = {
  /** What the blocks go by, so that a press tells on which message it was. */
  readonly mark?: string | undefined;
  /** As few blocks as can be, where only so many may stand. */
  readonly dense?: boolean;
};

/** Lays buttons out in rows; many choices of one question become a menu. Nothing is cut off. */
export function layOutButtons(
  rows: readonly (readonly ShownButton[])[],
  { mark, dense = false }: ButtonsManner = {},
): LaidOut {
  const labels = longLabels();
  const asMenu = rows.flat().filter(isChoice).length > CHOICES_AS_BUTTONS;
  const elements: (types.Button | types.StaticSelect)[][] = [];
  let menus = asMenu ? menusOf(rows.flat().filter(isChoice), labels.short) : [];
  for (const row of rows) {
    const isOfChoices = asMenu && row.some(isChoice);
    if (isOfChoices) elements.push(...menus.map((menu) => [menu]));
    if (isOfChoices) menus = [];
    const buttons = row.filter((button) => !asMenu || !isChoice(button));
    const made = buttons.map((button) => buttonOf(button, labels.short));
    elements.push(...inGroups(made, MOST.inRow));
  }
  const packed = dense ? inGroups(elements.flat(), MOST.inBlock) : elements;
  return { notes: labels.notes, blocks: packed.map((each, index) => blockOf(each, index, mark)) };
}

function isChoice({ choice }: ShownButton): boolean {
  return choice === true;
}

/** Gives out labels that fit; one that does not is noted, and its number stands for it. */
export function longLabels(): { readonly notes: string[]; short(label: string): string } {
  const notes: string[] = [];
  return {
    notes,
    short(label) {
      if (label.trim() === '') return '…';
      if (plain(label).text.length <= MOST.label) return label;
      notes.push(`${notes.length + 1}. ${label}`);
      return String(notes.length);
    },
  };
}

function buttonOf({ label, token }: ShownButton, short: (label: string) => string): types.Button {
  return { type: 'button', text: plain(short(label)), value: token };
}

function menusOf(choices: readonly ShownButton[], short: (label: string) => string): types.StaticSelect[] {
  return inGroups(choices, MOST.options).map((some) => ({
    type: 'static_select',
    options: some.map(({ label, token }) => ({ text: plain(short(label)), value: token })),
  }));
}

function blockOf(
  elements: readonly (types.Button | types.StaticSelect)[],
  index: number,
  mark: string | undefined,
): types.ActionsBlock {
  return {
    type: 'actions',
    ...(mark === undefined ? {} : { block_id: `${mark}.${index}` }),
    elements: elements.map((element, place) => ({ ...element, action_id: `${PRESS}.${index}.${place}` })),
  };
}

/** The message on which something was pressed, by the name of the block; undefined if it goes by none. */
export function markIn(blockId: string): string | undefined {
  return /^(.+)\.\d+$/.exec(blockId)?.[1];
}
