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
  const asButton = ({ label, token }: ShownButton): ButtonPart => ({
    type: 2,
    style: 2,
    label: labelled(label, MOST.label),
    custom_id: token,
  });
  const choices = rows.flat().filter((button) => button.choice === true);
  const asList = choices.length > CHOICES_AS_BUTTONS;
  const lines: Line[] = [];
  let isListed = false;
  for (const row of rows) {
    if (asList && !isListed && row.some((button) => button.choice === true)) {
      lines.push(...listsOf(choices, labelled).map((list): Line => ({ kind: 'list', parts: [list] })));
      isListed = true;
    }
    const rest = asList ? row.filter((button) => button.choice !== true) : row;
    const kind = rest.some((button) => button.choice === true) ? 'choices' : 'ways';
    for (const parts of inGroups(rest, MOST.inRow)) lines.push({ kind, parts: parts.map(asButton) });
  }
  const packed = packedInto(MOST.rows, lines).map(({ parts }): Row => ({ type: 1, components: parts }));
  return { notes, groups: inGroups(packed, MOST.rows) };
}

/** A row: of choices, of ways on, or a list to choose from, which fills it. */
type Line = {
  readonly kind: 'choices' | 'ways' | 'list';
  readonly parts: readonly (ButtonPart | SelectPart)[];
};

/** Moves rows together until they fit, like to like and the shortest first; what still does not fit is left for a next message. */
function packedInto(most: number, given: readonly Line[]): readonly Line[] {
  let lines = given;
  while (lines.length > most) {
    const joinable = lines.slice(1).flatMap((line, index) => {
      const before = lines[index];
      const size = line.parts.length + (before?.parts.length ?? 0);
      if (before === undefined || size > MOST.inRow || [line.kind, before.kind].includes('list')) return [];
      return [{ index, cost: size + (line.kind === before.kind ? 0 : MOST.inRow), before, line }];
    });
    const best = joinable.toSorted((one, other) => one.cost - other.cost)[0];
    if (best === undefined) break;
    const joined = { kind: best.line.kind, parts: [...best.before.parts, ...best.line.parts] };
    lines = [...lines.slice(0, best.index), joined, ...lines.slice(best.index + 2)];
  }
  return lines.length <= most ? lines : filled(given);
}

/** Every row full, in the order of the buttons. */
function filled(lines: readonly Line[]): Line[] {
  const full: Line[] = [];
  for (const line of lines) {
    const last = full.at(-1);
    const free = last === undefined || last.kind === 'list' ? 0 : MOST.inRow - last.parts.length;
    if (line.kind === 'list' || last === undefined || free === 0) full.push(line);
    else {
      full[full.length - 1] = { kind: last.kind, parts: [...last.parts, ...line.parts.slice(0, free)] };
      if (line.parts.length > free) full.push({ kind: line.kind, parts: line.parts.slice(free) });
    }
  }
  return full;
}

function listsOf(
  choices: readonly ShownButton[],
  labelled: (label: string, most: number) => string,
): SelectPart[] {
  return inGroups(choices, MOST.options).map((some, index) => ({
    type: 3,
    custom_id: `choices-${index}`,
    options: some.map(({ label, token }) => ({ label: labelled(label, MOST.optionLabel), value: token })),
  }));
}

function inGroups<T>(list: readonly T[], most: number): T[][] {
  const groups: T[][] = [];
  for (let from = 0; from < list.length; from += most) groups.push(list.slice(from, from + most));
  return groups;
}
