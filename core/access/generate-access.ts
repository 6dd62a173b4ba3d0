import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import {
  type ActingRole,
  type Entry,
  RELATIONS,
  type Relation,
  ROLES,
  STATES,
  type Table,
} from './access.ts';
import { PEOPLE } from './audiences.ts';
import { commandTable } from './table-commands.ts';
import { formTable } from './table-forms.ts';
import { readTable } from './table-reads.ts';
import { placeTable, screenTable } from './table-screens.ts';

const target = new URL('../../docs/access.md', import.meta.url);

const ROLE_WORDS: Readonly<Record<ActingRole, string>> = {
  unknown: 'not known yet',
  somebody: 'anybody known',
  mentee: 'mentee',
  mentor: 'mentor',
  volunteer: 'volunteer',
  referrer: 'referrer',
  coordinator: 'coordinator',
  'safeguarding-lead': 'lead',
  'safeguarding-deputy': 'deputy',
  'supervision-cover': 'cover',
  supporter: 'supporter beside',
  desk: 'command line',
  'token-read': 'token: read',
  'token-write': 'token: write',
  'token-concerns': 'token: concerns',
  'token-shared': 'token: shared',
  'token-tokens': 'token: tokens',
  'token-referrals': 'token: referrals',
  place: 'shared place',
  clock: 'clock',
};

const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  own: 'their own',
  pair: 'their pair',
  'ended-pair': 'a pair of theirs that ended',
  'group-member': 'a group they are in',
  'group-lead': 'a group they lead',
  programme: 'their programme',
  'another-site': 'another site of it',
  another: "anybody's",
};

/** Who may, as one cell: in which relations, in as few words as tell it. */
function cellOf(relations: readonly Relation[]): string {
  if (relations.length === 0) return '–';
  if (relations.length === RELATIONS.length) return 'all';
  return relations.map((relation) => RELATION_WORDS[relation]).join(', ');
}

function whenOf({ when }: Entry): string {
  const left = STATES.filter((state) => state !== 'erased' && !when.includes(state));
  return left.length === 0 ? 'always' : when.join(', ');
}

/** What a role may beyond what everybody may who is known. */
function beyond(entry: Entry, role: ActingRole): readonly Relation[] {
  if (role === 'somebody' || !isPerson(role)) return entry.may[role];
  return entry.may[role].filter((relation) => !entry.may.somebody.includes(relation));
}

function isPerson(role: ActingRole): boolean {
  return PEOPLE.some((each) => each === role);
}

/** Things that everybody may alike stand in one row: the table says each decision once. */
function rowsOf(table: Table, roles: readonly ActingRole[], isAsked: boolean): string[] {
  const rows = new Map<string, string[]>();
  for (const [name, entry] of table) {
    const people = PEOPLE.some((role) => entry.may[role].length > 0);
    const when = people ? whenOf(entry) : '';
    const cells = roles.map((role) => cellOf(beyond(entry, role)));
    const row = [...cells, ...(isAsked ? [when] : [])].join(' | ');
    rows.set(row, [...(rows.get(row) ?? []), `\`${name}\``]);
  }
  return [...rows].map(([row, names]) => `| ${names.join(', ')} | ${row} |`);
}

function section(title: string, about: string, table: Table): string[] {
  const roles = ROLES.filter((role) => [...table.values()].some((entry) => beyond(entry, role).length > 0));
  const nothing = ROLES.filter((role) => [...table.values()].every((entry) => entry.may[role].length === 0));
  const others = nothing.map((role) => ROLE_WORDS[role]).join(', ');
  const isAsked = PEOPLE.some((role) => !nothing.includes(role));
  const heads = [...roles.map((role) => ROLE_WORDS[role]), ...(isAsked ? ['when they are'] : [])];
  return [
    `## ${title}`,
    '',
    others === '' ? about : `${about} Nothing of it is for: ${others}.`,
    '',
    `| what | ${heads.join(' | ')} |`,
    `|---|${heads.map(() => '---').join('|')}|`,
    ...rowsOf(table, roles, isAsked),
    '',
  ];
}

/** The page for people who want to know who may what. */
export function page(): string {
  const tables = [commandTable, screenTable, formTable, placeTable, readTable];
  const things = tables.reduce((sum, table) => sum + table.size, 0);
  const cells = things * ROLES.length * RELATIONS.length * STATES.length;
  return `${[
    '# Who may do what',
    '',
    `Everything that can be done, shown or asked here (${things} things), who may, and about whom: ${cells.toLocaleString('en')} cells, each of them decided. Made by \`npm run access\` from \`core/access\`; a test fails when this page is older than the table, when a command, screen or form is missing from it, and when one of them lets somebody do more or less than the table says.`,
    '',
    'What is not written here is refused. The table is asked before anything is read: a button, a form, an address of the API, something that is due. Whose matter it is ("their pair", "their programme") is then decided with the data, and the same answer is given for what is another\'s and for what never was.',
    '',
    '"their pair" lasts as long as the pair does. Afterwards two people keep the name of the other and that they met; nothing that the other wrote is shown to them any more. "their programme" is a programme they coordinate; for whoever coordinates one site of it, that site, and "another site of it" is all the rest. Whoever is signed in at the desk in a browser may what their roles may anywhere, and no more. Whoever acts beside somebody ("supporter beside") does so with that person\'s consent, about meetings, and sees nothing private. Nobody who was erased may anything.',
    '',
    'A mentee, a mentor and a volunteer belong to the site that their way in came to, or that was said when they were given the role; a pair, its meetings and a possible pair to the site of the mentee, and a mentor also to the sites of those they support; a group to the sites of its lead; an enquiry to its own; a training meeting to the one it was planned for; and something to do to the sites to which everything in it belongs. What is of no site yet is seen by those who coordinate the whole programme alone, of whom there is always one.',
    '',
    '"anybody known" is everybody who has written here, in whatever role: mentee, mentor, volunteer, referrer, coordinator, safeguarding lead and deputy, and people without a role. What they may follows from whose pair, group or words it is. A role has a column of its own only for what it may beyond that.',
    '',
    ...section('What can be done', 'Every command.', commandTable),
    ...section('What can be seen', 'Every screen, in a chat of their own.', screenTable),
    ...section('What can be filled in', 'Every form.', formTable),
    ...section('What is said where many read', 'Nothing of anybody alone.', placeTable),
    ...section('What can be read at the desk', 'Every address of the API that is read.', readTable),
  ].join('\n')}`;
}

/** The page as it is in the repository. */
export function committedPage(): string {
  return readFileSync(target, 'utf8');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(target, page());
}
