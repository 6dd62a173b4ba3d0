/** Why something is not in a person's own copy of everything. */
export const REASONS = {
  id: 'An id leads from one row to another inside the database, and says nothing to anybody outside it.',
  house: 'Housekeeping: it keeps two changes from crossing each other.',
  key: "The person's own key, locked with the master key. What it locks is in the copy, opened.",
  secret: 'A secret or its fingerprint: it would be worth as much as a password to whoever finds the copy.',
  others: 'It is about somebody else, or what the other side said.',
  waiting: 'What a message or a task to come is made from, in ids and codes. Nothing anybody wrote is in it.',
  nobody: 'It is about no person.',
  place: 'Where the app finds a message or a chat. The copy names the app.',
  safety: 'It is told to the person by itself, as soon as telling is safe.',
  same: 'The same stands elsewhere in the copy.',
} as const;
export type Reason = keyof typeof REASONS;
const reasons: readonly Reason[] = [
  'id',
  'house',
  'key',
  'secret',
  'others',
  'waiting',
  'nobody',
  'place',
  'safety',
  'same',
];

/** How a column is given: as it stands; unlocked; the id of somebody as the name they chose; only what is the person's own side. */
export type Given = 'as it is' | 'opened' | 'as a name' | 'own side';

/** What an erasure does to a column. */
export type AtErasure = 'goes' | 'emptied' | 'stays';

export type Column = {
  readonly column: string;
  readonly exported: Given | undefined;
  readonly reason: Reason | undefined;
  readonly atErasure: AtErasure;
};

/** One table: what it is for, what of it a person gets, how long it is kept, and what erasing somebody does with it. */
export type Table = {
  readonly table: string;
  readonly about: string;
  /** How long, in words; where a rule of core/privacy/retention.ts sets it, its name. */
  readonly kept: string;
  readonly columns: readonly Column[];
  /** Why anything stays when somebody is erased. */
  readonly whyItStays: string;
};

/** Columns of a table by what becomes of them, as names with spaces between. */
export type Written = {
  readonly about: string;
  readonly kept: string;
  readonly asItIs?: string;
  readonly opened?: string;
  readonly asAName?: string;
  readonly ownSide?: string;
  readonly left?: Partial<Readonly<Record<Reason, string>>>;
  readonly erasure: 'row goes' | 'row stays' | 'nobody';
  /** Of a row that stays: what is taken out of it. */
  readonly emptied?: string;
  readonly stays?: string;
};

/** The same, column by column. */
export function columnsOf(written: Written): Column[] {
  const names = (text = ''): string[] => text.split(' ').filter((name) => name !== '');
  const emptied = new Set(names(written.emptied));
  const atErasure = (column: string): AtErasure => {
    if (written.erasure === 'row goes') return 'goes';
    return emptied.has(column) ? 'emptied' : 'stays';
  };
  const given = (text: string | undefined, exported: Given): Column[] =>
    names(text).map((column) => ({ column, exported, reason: undefined, atErasure: atErasure(column) }));
  return [
    ...given(written.asItIs, 'as it is'),
    ...given(written.opened, 'opened'),
    ...given(written.asAName, 'as a name'),
    ...given(written.ownSide, 'own side'),
    ...reasons.flatMap((reason) =>
      names(written.left?.[reason]).map((column) => ({
        column,
        exported: undefined,
        reason,
        atErasure: atErasure(column),
      })),
    ),
  ];
}

/** Why most of what two people share stays when one of them goes. */
export const COUNTED =
  'Ids, codes and dates: reports count them, and the other half of the pair keeps what is theirs.';
