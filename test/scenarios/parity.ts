// Run by itself it writes docs/parity.md, the table of journeys and apps with the test that shows each.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { z } from 'zod';
import { APP_PAIRS, APPS, type AppName } from '../support/apps/app.ts';

const house = join(import.meta.dirname, '..', '..');
const table = join(house, 'docs', 'parity.md');
const NAMES: Readonly<Record<AppName, string>> = { telegram: 'Telegram', discord: 'Discord', slack: 'Slack' };

/** One journey as the tests tell it, in the apps in which they walk it. */
export type Journey = {
  readonly file: string;
  readonly chapter: string;
  readonly title: string;
  readonly apps: readonly AppName[];
  /** Walked by two people, each in every app. */
  readonly inPairs: boolean;
};

const Words = z.strictObject({
  /** Why a journey has no test in an app: by its title, then by the app. */
  reasons: z.record(
    z.string(),
    z.partialRecord(z.enum(['telegram', 'discord', 'slack']), z.string().min(20)),
  ),
  /** What people do differently in an app, by the title of the journey or of its chapter. */
  notes: z.record(z.string(), z.string().min(20)),
});
export type Words = z.infer<typeof Words>;

export function words(): Words {
  return Words.parse(JSON.parse(readFileSync(join(house, 'docs', 'parity.json'), 'utf8')));
}

/** Every test below test/scenarios/journeys, as it stands there. @throws when one is passed over. */
export function journeys(): Journey[] {
  const files = globSync('test/scenarios/journeys/*.ts', { cwd: house }).map((file) =>
    file.replaceAll('\\', '/'),
  );
  return files.sort().flatMap((file) => journeysIn(file, readFileSync(join(house, file), 'utf8')));
}

/** Files of journeys that no test runs. */
export function notRun(): string[] {
  const run = readFileSync(join(house, 'test', 'scenarios', 'journeys.test.ts'), 'utf8');
  return [...new Set(journeys().map(({ file }) => basename(file)))].filter(
    (file) => !run.includes(`import './journeys/${file}';`),
  );
}

export function journeysIn(file: string, text: string): Journey[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const found: Journey[] = [];
  const walk = (node: ts.Node, chapter: string, apps: readonly AppName[]): void => {
    const call = titled(node);
    if (call?.name === 'describe') {
      const inside = (each: ts.Node): void =>
        walk(each, call.title, call.each === undefined ? apps : appsOf(call.each));
      ts.forEachChild(node, inside);
      return;
    }
    if (call?.name === 'it') {
      const inPairs = call.each !== undefined;
      if (call.each !== undefined && !(ts.isIdentifier(call.each) && call.each.text === 'APP_PAIRS'))
        throw new Error(`The pairs of a journey are APP_PAIRS: ${call.title}`);
      // What only lets time go by for those after it is no journey.
      if (!call.title.startsWith('then ')) found.push({ file, chapter, title: call.title, apps, inPairs });
      return;
    }
    ts.forEachChild(node, (each) => walk(each, chapter, apps));
  };
  walk(source, '', APPS);
  return found;
}

type Titled = {
  readonly name: 'describe' | 'it';
  readonly title: string;
  readonly each: ts.Expression | undefined;
};

/** "describe(…)", "describe.each(…)(…)", "it(…)" and "it.each(…)(…)". */
function titled(node: ts.Node): Titled | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const [first] = node.arguments;
  const called = node.expression;
  const outer = ts.isCallExpression(called) ? called : undefined;
  const by = outer === undefined ? called : outer.expression;
  const base = ts.isPropertyAccessExpression(by) ? by.expression : by;
  if (!ts.isIdentifier(base) || (base.text !== 'describe' && base.text !== 'it')) return undefined;
  const way = ts.isPropertyAccessExpression(by) ? by.name.text : undefined;
  if (way !== undefined && way !== 'each') throw new Error(`A journey is not walked: ${base.text}.${way}`);
  if (first === undefined || !ts.isStringLiteralLike(first)) return undefined;
  return { name: base.text, title: first.text, each: outer?.arguments[0] };
}

function appsOf(each: ts.Expression): readonly AppName[] {
  const list = ts.isAsExpression(each) ? each.expression : each;
  if (ts.isIdentifier(list) && list.text === 'APPS') return APPS;
  if (!ts.isArrayLiteralExpression(list)) throw new Error('The apps of a journey are APPS, or written out');
  const names = list.elements.flatMap((element) => (ts.isStringLiteral(element) ? [element.text] : []));
  return APPS.filter((app) => names.includes(app));
}

/** Cells that have neither a test nor a reason, and reasons that nobody needs. */
export function gaps(all: readonly Journey[], { reasons, notes }: Words): string[] {
  const empty = all.flatMap(({ title, apps }) =>
    APPS.filter((app) => !apps.includes(app) && reasons[title]?.[app] === undefined).map(
      (app) => `${title}: ${app}`,
    ),
  );
  const needless = Object.entries(reasons).flatMap(([title, byApp]) =>
    APPS.filter((app) => byApp[app] !== undefined)
      .filter((app) => !all.some((each) => each.title === title && !each.apps.includes(app)))
      .map((app) => `no need of a reason: ${title}: ${app}`),
  );
  const strange = Object.keys(notes)
    .filter((title) => !all.some((each) => each.title === title || plain(each.chapter) === title))
    .map((title) => `a note on nothing: ${title}`);
  return [...empty, ...needless, ...strange];
}

/** The whole table as a page. */
export function parityPage(all: readonly Journey[], told: Words): string {
  const chapters = [...new Set(all.map(({ chapter }) => chapter))];
  const parts = chapters.flatMap((chapter) => {
    const own = all.filter((each) => each.chapter === chapter);
    const [first] = own;
    const note = told.notes[plain(chapter)];
    return [
      `## ${capital(plain(chapter))}`,
      '',
      `Test: \`${first?.file ?? ''}\``,
      '',
      ...(note === undefined ? [] : [note, '']),
      ...(first?.inPairs === true ? pairTable(own) : appTable(own, told)),
      '',
    ];
  });
  return [...HEAD, ...parts].join('\n').replace(/\n+$/, '\n');
}

const HEAD = [
  '# The same journeys in every app',
  '',
  'Each row is something people do; ✓ is a test that does it through the real client of that app (grammY, discord.js, Bolt)',
  'against a stand-in that refuses what the real app refuses. What is expected is written once for all of them. Where there is',
  'no ✓ stands the reason, from `parity.json`. Made by `npm run parity`.',
  '',
];

function appTable(own: readonly Journey[], told: Words): string[] {
  const notes: string[] = [];
  const rows = own.map(({ title, apps }) => {
    const note = told.notes[title];
    if (note !== undefined) notes.push(`${capital(title)}: ${note}`, '');
    const cells = APPS.map((app) => (apps.includes(app) ? '✓' : (told.reasons[title]?.[app] ?? '')));
    return `| ${[capital(title), ...cells].join(' | ')} |`;
  });
  const heads = [
    `| Journey | ${APPS.map((app) => NAMES[app]).join(' | ')} |`,
    `| --- |${' --- |'.repeat(APPS.length)}`,
  ];
  return [...heads, ...rows, ...(notes.length === 0 ? [] : ['', ...notes.slice(0, -1)])];
}

/** The app of a mentee down the side, that of a mentor across. */
function pairTable(own: readonly Journey[]): string[] {
  const list = own.map(({ title }) => `- ${capital(title.replace(/: a mentee in .*$/, ''))}`);
  const head = [`| A mentee in … and a mentor in … | ${APPS.map((app) => NAMES[app]).join(' | ')} |`];
  const cell = (mentee: AppName, mentor: AppName): string =>
    APP_PAIRS.some((pair) => pair.mentee === mentee && pair.mentor === mentor) ? '✓' : '';
  const rows = APPS.map((app) => `| ${[NAMES[app], ...APPS.map((other) => cell(app, other))].join(' | ')} |`);
  return [
    'Every pair does all of this:',
    '',
    ...list,
    '',
    ...head,
    `| --- |${' --- |'.repeat(APPS.length)}`,
    ...rows,
  ];
}

function plain(chapter: string): string {
  return chapter.replace(/, with %s$/, '');
}

function capital(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

export function committedParity(): string {
  return readFileSync(table, 'utf8');
}

if (import.meta.main) {
  writeFileSync(table, parityPage(journeys(), words()));
  console.log(`${basename(table)}: ${journeys().length} journeys`);
}
