import type { ShownButton } from '../../core/index.ts';

export type ButtonPart = {
  readonly type: 2;
  readonly style: 1 | 2;
  readonly label: string;
  readonly custom_id: string;
};
export type SelectPart = {
  readonly type: 3;
  readonly custom_id: string;
  readonly options: readonly { readonly label: string; readonly value: string }[];
};
export type Row = { readonly type: 1; readonly components: readonly (ButtonPart | SelectPart)[] };

export type LaidOut = {
  /** Labels that are too long for a button, by the number that stands on the button instead. */
  readonly notes: readonly string[];
  /** Rows by message: what does not fit below one goes below a next one. */
  readonly groups: readonly (readonly Row[])[];
};

/** As the documentation of message components has them. */
const MOST = { rows: 5, inRow: 5, label: 80, options: 25, optionLabel: 100 } as const;
/** More choices than this stand in a list that opens, and not side by side; our default. */
const CHOICES_AS_BUTTONS = 10;

/** Lays buttons out in rows; many choices of one question become a list to choose from. Nothing is cut off. */
export function layOutButtons(rows: readonly (readonly ShownButton[])[]): LaidOut {
  const notes: string[] = [];
  const labelled = (label: string, most: number): string => {
    if (label.trim() === '') return '…';
    if (label.length <= most) return label;
    notes.push(`${notes.length + 1}. ${label}`);
    return String(notes.length);
  };
  const choices = rows.flat().filter((button) => button.choice === true);
  const asList = choices.length > CHOICES_AS_BUTTONS;
  const asButton = ({ label, token }: ShownButton): ButtonPart => ({
    type: 2,
    style: 2,
    label: labelled(label, MOST.label),
    custom_id: token,
  });
  const before: ShownButton[][] = [];
  const after: ShownButton[][] = [];
  let isAfter = false;
  for (const row of rows) {
    if (asList && row.some((button) => button.choice === true)) isAfter = true;
    const rest = asList ? row.filter((button) => button.choice !== true) : [...row];
    if (rest.length > 0) (isAfter ? after : before).push(rest);
  }
  const lists = asList ? listsOf(choices, labelled) : [];
  const room = Math.max(1, MOST.rows - lists.length);
  const [above, below] = [before, after].map((part) => part.map((row) => row.map(asButton)));
  const packed = packed5(above ?? [], below ?? [], room);
  const all = [...packed.above.map(rowOf), ...lists, ...packed.below.map(rowOf)];
  return { notes, groups: inGroups(all, MOST.rows) };
}

function listsOf(choices: readonly ShownButton[], labelled: (label: string, most: number) => string): Row[] {
  return inGroups(choices, MOST.options).map((some, index) => ({
    type: 1,
    components: [
      {
        type: 3,
        custom_id: `choices-${index}`,
        options: some.map(({ label, token }) => ({ label: labelled(label, MOST.optionLabel), value: token })),
      },
    ],
  }));
}

type Buttons = readonly (readonly ButtonPart[])[];

/** Rows as they were meant where they fit; otherwise the narrowest rows that do, or as many full ones as it takes. */
function packed5(above: Buttons, below: Buttons, room: number): { above: Buttons; below: Buttons } {
  const fits = (parts: readonly Buttons[]): boolean =>
    parts.flat().length <= room && parts.flat().every((row) => row.length <= MOST.inRow);
  if (fits([above, below])) return { above, below };
  for (let width = 1; width <= MOST.inRow; width += 1) {
    const packed = { above: inGroups(above.flat(), width), below: inGroups(below.flat(), width) };
    if (fits([packed.above, packed.below]) || width === MOST.inRow) return packed;
  }
  return { above, below };
}

function rowOf(components: readonly ButtonPart[]): Row {
  return { type: 1, components };
}

function inGroups<T>(list: readonly T[], most: number): T[][] {
  const groups: T[][] = [];
  for (let from = 0; from < list.length; from += most) groups.push(list.slice(from, from + most));
  return groups;
}
