// `npm test`: everything that must hold. The checks of the code come first; the tests run when they have passed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ensureClient } from '../prisma/generate-client.mjs';

const vitestResult = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

const CHECKS: [name: string, command: string, ...args: string[]][] = [
  ['Form and lint', 'biome', 'check', '--error-on-warnings', '.'],
  ['Types', 'tsc', '--noEmit'],
  ['Nothing unused', 'knip'],
  ['Architecture', 'vitest', 'run', '--reporter=dot', 'test/architecture.test.ts'],
];

await ensureClient();
// None of them needs another's result and each leaves a core idle at times, so they run side by side.
const outcomes = await Promise.all(
  CHECKS.map(async (check) => ({ name: check[0], code: await look(check) })),
);
const broken = outcomes.filter(({ code }) => code !== 0);
if (broken.length > 0) {
  const names = broken.map(({ name }) => `"${name}"`).join(' and ');
  console.error(`\n${names} failed. The tests were not run.`);
  process.exit(1);
}
process.exit(runTests(process.argv.slice(2)));

/** Runs a check to its end and only then prints what it said, so that two never speak at once. */
function look([name, command, ...args]: (typeof CHECKS)[number]): Promise<number> {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => said.push(part));
    child.stderr.on('data', (part: Buffer) => said.push(part));
    child.on('error', (error) => said.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (code) => {
      heading(name);
      process.stdout.write(Buffer.concat(said));
      tookSince(began);
      resolve(code ?? 1);
    });
  });
}

function run(name: string, command: string, args: string[]): number {
  heading(name);
  const began = performance.now();
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) console.error(error.message);
  tookSince(began);
  return status ?? 1;
}

function heading(name: string): void {
  console.log(`\n── ${name}`);
}

function tookSince(began: number): void {
  console.log(`   ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

/** Runs the tests, then says how many passed and failed in a line that a program can read. */
function runTests(filters: string[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'beenthere-results-'));
  const file = join(folder, 'results.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const code = run('Tests', 'vitest', ['run', ...reporters, ...filters]);
    const { passed, failed, notRun } = count(file);
    for (const name of notRun) console.log(`not run: ${name}`);
    // An error outside every test, such as an unhandled rejection, fails the run without failing a test.
    console.log(`\n${passed} passed, ${code === 0 ? failed : Math.max(failed, 1)} failed`);
    return code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function count(file: string): { passed: number; failed: number; notRun: string[] } {
  if (!existsSync(file)) return { passed: 0, failed: 1, notRun: [] };
  const result = vitestResult.parse(JSON.parse(readFileSync(file, 'utf8')));
  const brokenFiles = result.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  const notRun = result.testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map((test) => test.fullName),
  );
  return { passed: result.numPassedTests, failed: result.numFailedTests + brokenFiles.length, notRun };
}
