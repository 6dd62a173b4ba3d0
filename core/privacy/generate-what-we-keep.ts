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
    'PostgreSQL overwrites a deleted row only when the table is vacuumed, and its write-ahead log holds a change until the next checkpoints have passed. After an erasure a vacuum and a checkpoint run with the next nightly round; until then the old bytes may lie in the data folder, where sealed words cannot be read, because the key of that person is gone from the living rows, but a name or a chat id could. Backups made before an erasure hold what was there then: keep as few as you need. A restore applies the list of the erased before anybody is answered.',
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
