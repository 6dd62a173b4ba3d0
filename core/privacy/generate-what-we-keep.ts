import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type Column, REASONS, type Table } from './kept-columns.ts';
import { whatWeKeep } from './what-we-keep.ts';

const target = new URL('../../docs/what-we-keep.md', import.meta.url);

/** The page for people who want to check it: every column of every table. */
export function page(): string {
  const counts = { columns: whatWeKeep.flatMap(({ columns }) => columns).length, tables: whatWeKeep.length };
  return `${[
    '# What is kept',
    '',
    `Every column of every table (${counts.columns} in ${counts.tables}), what of it a person gets in their own copy ("export"), how long it is kept, and what "delete me" does with it. Made by \`npm run kept\`; a test fails when a column is missing here.`,
    '',
    ...whatWeKeep.flatMap(section),
    '## Why a column is not in the copy',
    '',
    ...Object.entries(REASONS).map(([reason, why]) => `- **${reason}**: ${why}`),
    '',
    '## What the database itself keeps for a while',
    '',
    "PostgreSQL marks a deleted row and overwrites it some day; its samples of values and its write-ahead log hold old bytes for longer. In the night after an erasure every table is written anew without them, the samples are taken again, and with the built-in database the old log is removed: planted words are then in none of its files. Until that night a name or a chat id may lie in those files; sealed words cannot be read there, because their key is gone from the living rows, though a copy of it may lie in the same old bytes. A server of your own may keep its log for as long as it is set to, and the free blocks of a disk are nobody's to promise: encrypt the disk.",
    '',
    'A backup made before an erasure holds what was there then. Keep few. A restore erases again whoever is on the list of the erased (`ERASED_LIST`, a file beside the data and in no backup) before anybody is answered.',
  ].join('\n')}\n`;
}

function section({ table, about, kept, columns, whyItStays }: Table): string[] {
  const stays = whyItStays === '' ? [] : [`What stays after "delete me", and why: ${whyItStays}`, ''];
  return [
    `## ${table}`,
    '',
    `${about} Kept: ${kept}`,
    '',
    '| column | in the copy | after "delete me" |',
    '|---|---|---|',
    ...columns.map(line),
    '',
    ...stays,
  ];
}

function line({ column, exported, reason, atErasure }: Column): string {
  return `| ${column} | ${exported ?? `no: ${reason}`} | ${atErasure} |`;
}

/** The page as it is in the repository. */
export function committedPage(): string {
  return readFileSync(target, 'utf8');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(target, page());
}
