/** Everybody who can ask for anything: people by what they are in a programme, and what is no person. */
export const ROLES = [
  'unknown',
  'somebody',
  'mentee',
  'mentor',
  'volunteer',
  'referrer',
  'coordinator',
  'safeguarding-lead',
  'safeguarding-deputy',
  'supervision-cover',
  'supporter',
  'desk',
  'token-read',
  'token-write',
  'token-shared',
  'token-concerns',
  'token-tokens',
  'token-referrals',
  'place',
  'clock',
] as const;
export type ActingRole = (typeof ROLES)[number];

/**
 * What whoever asks has to do with what they ask about. "programme" is their programme, and for whoever coordinates one site
 * of it that site; "another-site" is the rest of that programme, and what is of no site.
 */
export const RELATIONS = [
  'own',
  'pair',
  'ended-pair',
  'group-member',
  'group-lead',
  'programme',
  'another-site',
  'another',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** How things stand with the person who asks; "paused" is active with a break. */
export const STATES = ['arriving', 'active', 'held', 'paused', 'stopped', 'erased'] as const;
export type ActingState = (typeof STATES)[number];

/** In which relations each role may. Every role is named: one that may not has an empty list. */
export type Audience = Readonly<Record<ActingRole, readonly Relation[]>>;

/** Who may do or see one thing, and in which states of theirs. */
export type Entry = { readonly may: Audience; readonly when: readonly ActingState[] };

/** What there is of one kind (commands, screens or forms), by name. What is not in it is refused. */
export type Table = ReadonlyMap<string, Entry>;

/** Who asks, as far as it can be known before anything is read: in all their roles at once. */
export type Actor = {
  readonly roles: readonly ActingRole[];
  /** Empty for what is no person. */
  readonly states: readonly ActingState[];
};

/** Whether it can be allowed at all to whoever asks. In which relation they stand is decided with the data. */
export function mayAtAll(entry: Entry | undefined, actor: Actor): boolean {
  if (entry === undefined || !actor.states.every((state) => entry.when.includes(state))) return false;
  return actor.roles.some((role) => entry.may[role].length > 0);
}

/** One cell of the table. Nobody who is erased may anything, and what is not in the table nobody may. */
export function cell(
  entry: Entry | undefined,
  role: ActingRole,
  relation: Relation,
  state: ActingState,
): 'may' | 'may not' {
  if (entry === undefined || !entry.when.includes(state)) return 'may not';
  return entry.may[role].includes(relation) ? 'may' : 'may not';
}

/** Lines of a table as one. @throws when two of them decide on the same thing. */
export function tableOf(...lines: readonly (readonly (readonly [string, Entry])[])[]): Table {
  const table = new Map<string, Entry>();
  for (const [name, entry] of lines.flat()) {
    if (table.has(name)) throw new Error(`The table of who may what decides twice on "${name}"`);
    table.set(name, entry);
  }
  return table;
}

/** The same for several things, whose names stand with spaces between. */
export function each(may: Audience, when: readonly ActingState[], names: string): [string, Entry][] {
  return names
    .split(/\s+/)
    .filter((name) => name !== '')
    .map((name) => [name, { may, when }]);
}
