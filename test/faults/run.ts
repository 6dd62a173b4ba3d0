// `npm run faults`: every fault at its full size, each figure printed. `npm run faults -- F5` runs one, and `-- HOSTILE` what
// people write to break out, 10,000 of it in each app, `-- GUESS` codes and keys guessed as fast as the doors let anybody; SEED=… replays.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Figure } from './size.ts';

/** Words that are to stay words, wherever they come out. */
const HOSTILE = [
  'test/bots/hostile-outlets.test.ts',
  'test/bots/hostile-sheets.test.ts',
  'test/admin/hostile-json.test.ts',
  'test/scenarios/hostile-messages.test.ts',
];
const MOST_STRINGS = '10000';

/** A fault may have several files. */
const files = Map.groupBy(
  readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.test.ts'))
    .sort((a, b) => Number.parseInt(a.slice(1), 10) - Number.parseInt(b.slice(1), 10))
    .map((name) => `test/faults/${name}`),
  (path) => path.slice('test/faults/'.length, path.indexOf('-')).toUpperCase(),
);
files.set('HOSTILE', HOSTILE);
files.set('GUESS', ['test/access/guessing.test.ts']);
const asked = process.argv.slice(2).map((name) => name.toUpperCase());
const unknown = asked.filter((name) => !files.has(name));
if (unknown.length > 0) {
  console.error(`There is no "${unknown.join(', ')}". Choose from ${[...files.keys()].join(', ')}.`);
  process.exit(2);
}

const seed = process.env['SEED'] ?? String(Math.trunc(performance.timeOrigin) % 1_000_000_000);
console.log(`SEED=${seed}\n`);
const folder = mkdtempSync(join(tmpdir(), 'beenthere-faults-'));
let well = true;
try {
  for (const [name, paths] of files) {
    if (asked.length === 0 || asked.includes(name)) well = runOne(name, paths) && well;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(well ? '\nAll held.' : `\nNot all held. Again with: SEED=${seed} npm run faults`);
process.exitCode = well ? 0 : 1;

function runOne(name: string, paths: readonly string[]): boolean {
  const figures = join(folder, name);
  const began = performance.now();
  const strings = process.env['HOSTILE_STRINGS'] ?? MOST_STRINGS;
  const full = { FAULTS: 'full', SEED: seed, FAULTS_FIGURES: figures, HOSTILE_STRINGS: strings };
  const env = { ...process.env, ...full };
  const ran = spawnSync('vitest', ['run', '--reporter=dot', '--no-file-parallelism', ...paths], {
    env,
    encoding: 'utf8',
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`${name.padEnd(4)} ${ran.status === 0 ? 'held' : 'BROKE'} (${seconds} s)`);
  for (const { what, value, goal } of figuresIn(figures)) {
    console.log(`     ${what}: ${value}${goal === undefined ? '' : ` (goal: ${goal})`}`);
  }
  if (ran.status !== 0) console.log(ran.stdout, ran.stderr);
  return ran.status === 0;
}

function figuresIn(file: string): Figure[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => Figure.parse(JSON.parse(line)));
}
