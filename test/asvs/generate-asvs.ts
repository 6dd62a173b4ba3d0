// `npm run asvs`: writes docs/asvs.md, what of OWASP ASVS 5.0 level 2 applies here and what shows it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import asvs from './asvs.json' with { type: 'json' };

const house = join(import.meta.dirname, '..', '..');
const target = join(house, 'docs', 'asvs.md');

/**
 * test: a test shows it. file: only the code does. operator: for whoever runs the place. not-yet: it applies and does not
 * hold. not: it does not apply.
 */
const Status = z.enum(['test', 'file', 'operator', 'not-yet', 'not']);

const Item = z.strictObject({
  id: z.string().regex(/^\d{1,2}\.\d{1,2}\.\d{1,2}$/),
  level: z.union([z.literal(1), z.literal(2)]),
  /** In our words. */
  about: z.string().min(4).max(90),
  status: Status,
  shown: z.array(z.string()).min(1).optional(),
  why: z.string().optional(),
});
export type Item = z.infer<typeof Item>;

/** Every requirement of level 1 and 2, decided. */
export const items: readonly Item[] = z.array(Item).parse(asvs);

const CHAPTERS = [
  'Encoding and cleaning',
  'Input and the order of steps',
  'Pages in a browser',
  'API',
  'Files',
  'Signing in',
  'Sessions',
  'Who may what',
  'Tokens that carry something',
  'OAuth and OIDC',
  'Encryption',
  'Connections',
  'Configuration',
  'Data',
  'Code and dependencies',
  'Logs and faults',
  'WebRTC',
];

const WORDS: Readonly<Record<Item['status'], string>> = {
  test: 'a test',
  file: 'the code',
  operator: 'whoever runs it',
  'not-yet': 'not yet',
  not: 'does not apply',
};

/** What is wrong with the list itself: something named that is not there, or nothing named where something has to be. */
export function doubts(all: readonly Item[] = items): string[] {
  return all.flatMap(({ id, status, shown = [], why }) => [
    ...shown.filter((path) => !existsSync(join(house, path))).map((path) => `${id}: ${path} is not there`),
    ...(status === 'test' && !shown.some(isTest) ? [`${id}: names no test`] : []),
    ...(status === 'file' && shown.length === 0 ? [`${id}: names no file`] : []),
    ...(status !== 'test' && why === undefined ? [`${id}: gives no reason`] : []),
  ]);
}

function isTest(path: string): boolean {
  const file = join(house, path);
  return (
    path.endsWith('.test.ts') && existsSync(file) && /\b(it|test)(\.\w+)*\(/.test(readFileSync(file, 'utf8'))
  );
}

/** How many of those that apply have a test. */
export function share(all: readonly Item[] = items) {
  const applies = all.filter(({ status }) => status !== 'not').length;
  const tested = all.filter(({ status }) => status === 'test').length;
  const percent = applies === 0 ? 0 : Math.round((100 * tested) / applies);
  return { all: all.length, applies, tested, percent };
}

export function page(): string {
  const { all, applies, tested, percent } = share();
  const of = (status: Item['status']) => items.filter((each) => each.status === status).length;
  return `${[
    '# OWASP ASVS 5.0, level 2',
    '',
    `The ${all} requirements of level 1 and 2, in our own short words (the numbers are those of the standard, whose text counts). ${applies} apply here; an automated test shows ${tested} of these (${percent} %). The code alone shows ${of('file')}, ${of('operator')} are for whoever runs the place, and ${of('not-yet')} do not hold yet.`,
    '',
    'Written in `test/asvs/asvs.json` and printed by `npm run asvs`. It is our own reading and no certificate: nobody from outside has verified it. A test fails when a requirement is missing, when a test or file that is named does not exist, and when this page is older than the list. That a named test shows all of a requirement is a judgement.',
    '',
    ...CHAPTERS.flatMap((title, index) => chapter(index + 1, title)),
  ].join('\n')}`;
}

function chapter(number: number, title: string): string[] {
  const own = items.filter(({ id }) => id.startsWith(`${number}.`));
  const rows = own.map(({ id, level, about, status, shown = [], why }) => {
    const evidence = [...shown.map((path) => `\`${path}\``), ...(why === undefined ? [] : [why])].join(' ');
    return `| ${id} | ${level} | ${about} | ${WORDS[status]} | ${evidence} |`;
  });
  return [
    `## ${number} ${title}`,
    '',
    '| id | level | what | shown by | where, or why not |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ];
}

/** The page as it is in the repository. */
export function committedPage(): string {
  return readFileSync(target, 'utf8');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(target, page());
  const { applies, tested, percent } = share();
  process.stdout.write(
    `ASVS 5.0 level 2: ${tested} of ${applies} that apply have an automated test (${percent} %).\n`,
  );
}
