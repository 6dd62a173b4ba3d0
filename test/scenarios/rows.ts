// `npm run rows`: writes docs/rows.md, the table of what the handbook asks for and the tests that show it.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { z } from 'zod';

const house = join(import.meta.dirname, '..', '..');
const table = join(house, 'docs', 'rows.md');
const ROW = /\b[A-Z]{3}-\d{2}\b/g;

type Told = { readonly file: string; readonly title: string; readonly rows: readonly string[] };

/** What each row means, in our own words: the rows that are claimed. */
export function claimedRows(): ReadonlyMap<string, string> {
  const words = z.record(z.string().regex(/^[A-Z]{3}-\d{2}$/), z.string().min(10).max(120));
  return new Map(
    Object.entries(words.parse(JSON.parse(readFileSync(join(house, 'docs', 'rows.json'), 'utf8')))),
  );
}

/** Every test whose title, or whose chapter's title, names a row. */
export function testsOfRows(): Told[] {
  const files = globSync('test/**/*.test.ts', { cwd: house }).map((file) => file.replaceAll('\\', '/'));
  return files.sort().flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(join(house, file), 'utf8'), ts.ScriptTarget.Latest);
    return titlesIn(source).flatMap(({ title, chapters }) => {
      const rows = [...new Set([...chapters, title].join(' ').match(ROW) ?? [])];
      return rows.length === 0 ? [] : [{ file, title: withoutRows(title), rows }];
    });
  });
}

type Titled = { readonly title: string; readonly chapters: readonly string[] };

function titlesIn(node: ts.Node, chapters: readonly string[] = []): Titled[] {
  const found: Titled[] = [];
  ts.forEachChild(node, (child) => {
    const call = ts.isCallExpression(child) ? child : undefined;
    const [first] = call?.arguments ?? [];
    const name = call === undefined ? '' : nameOf(call.expression);
    const title = first !== undefined && ts.isStringLiteralLike(first) ? first.text : undefined;
    if (title !== undefined && name === 'it') found.push({ title, chapters });
    const inside = title !== undefined && name === 'describe' ? [...chapters, title] : chapters;
    found.push(...titlesIn(child, inside));
  });
  return found;
}

/** "it" of `it(…)` and of `it.each(…)(…)`. */
function nameOf(expression: ts.Expression): string {
  if (ts.isIdentifier(expression)) return expression.text;
  if (ts.isPropertyAccessExpression(expression)) return nameOf(expression.expression);
  return ts.isCallExpression(expression) ? nameOf(expression.expression) : '';
}

/** What a title leaves open for each of its cases reads as "…". */
function withoutRows(title: string): string {
  return title.replace(/%[sjdi]/g, '…').replace(/\s*\((?:[A-Z]{3}-\d{2}(?:, )?)+\)/g, '');
}

/** The whole table as a page. */
export function rowsPage(claimed: ReadonlyMap<string, string>, told: readonly Told[]): string {
  const parts = [...claimed].map(([row, words]) => {
    const tests = told.filter(({ rows }) => rows.includes(row));
    const lines = tests.map(({ file, title }) => `- ${title} (\`${file}\`)`);
    return [`## ${row}`, '', words, '', ...lines, ''].join('\n');
  });
  const head = [
    '# What is shown by which test',
    '',
    'Each row is one thing that peer-mentoring programmes need, in our own words, with the tests that show it. The words are',
    'in `rows.json`; a test names its rows in its title. Made by `npm run rows`.',
    '',
  ];
  return [...head, ...parts].join('\n');
}

if (import.meta.main) writeFileSync(table, rowsPage(claimedRows(), testsOfRows()));

export function committedPage(): string {
  return readFileSync(table, 'utf8');
}
