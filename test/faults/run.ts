// `npm run faults`: every fault at its full size, each figure printed. `npm run faults -- F5` runs one; SEED=… replays.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Figure } from './size.ts';

/** A fault may have several files. */
const files = Map.groupBy(
  readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.test.ts'))
    .sort((a, b) => Number.parseInt(a.slice(1), 10) - Number.parseInt(b.slice(1), 10)),
  (name) => name.slice(0, name.indexOf('-')).toUpperCase(),
);
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
  for (const [name, ofOne] of files) {
    if (asked.length === 0 || asked.includes(name)) well = runOne(name, ofOne) && well;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(well ? '\nAll held.' : `\nNot all held. Again with: SEED=${seed} npm run faults`);
process.exitCode = well ? 0 : 1;

function runOne(name: string, ofOne: readonly string[]): boolean {
  const figures = join(folder, name);
  const began = performance.now();
  const env = { ...process.env, FAULTS: 'full', SEED: seed, FAULTS_FIGURES: figures };
  const ran = spawnSync(
    'vitest',
    ['run', '--reporter=dot', '--no-file-parallelism', ...ofOne.map((file) => `test/faults/${file}`)],
    { env, encoding: 'utf8' },
  );
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
