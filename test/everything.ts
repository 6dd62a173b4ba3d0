// `npm test`: everything that must hold, one step after the other, stopping at the first that fails.
import { spawnSync } from 'node:child_process';
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
for (const [name, command, ...args] of CHECKS) {
  const code = run(name, command, args);
  if (code !== 0) {
    console.error(`\n"${name}" failed. The steps after it were not run.`);
    process.exit(code);
  }
}
process.exit(runTests(process.argv.slice(2)));

function run(name: string, command: string, args: string[]): number {
  console.log(`\n── ${name}`);
  const began = performance.now();
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) console.error(error.message);
  console.log(`   ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return status ?? 1;
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
