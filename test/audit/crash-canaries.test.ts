import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const NAME = 'Zebedeecanary';
const WORDS = 'the harbourcanary at night';

describe('names and words', () => {
  it('stand in nothing that is written when the process ends over a fault', () => {
    const report = join(import.meta.dirname, '..', '..', 'run', 'crash-report.ts');
    for (const ends of ['setTimeout(() => { throw fault; })', 'Promise.reject(fault)']) {
      const program = `const { endPrivately } = await import(${JSON.stringify(report)}); endPrivately();
        const fault = Object.assign(new TypeError('${NAME}\\n    ${WORDS}'), { detail: '${WORDS}', code: 'X1' });
        fault.cause = new Error('${NAME}'); ${ends};`;
      const folder = mkdtempSync(join(tmpdir(), 'bt-reports-'));
      // As somebody may start it who wants to know why it ends.
      const reports = [
        '--report-uncaught-exception',
        '--report-on-fatalerror',
        `--report-directory=${folder}`,
      ];
      const given = ['--input-type=module', ...reports, '-e', program];
      const ended = spawnSync(process.execPath, given, { encoding: 'utf8', cwd: folder });
      const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
      rmSync(folder, { recursive: true });
      expect(files.join('\n').slice(0, 100_000)).not.toMatch(/canary/i);
      expect(ended.status).toBe(1);
      expect(ended.stderr).toMatch(/^TypeError X1\n {4}at /);
      expect(ended.stderr + ended.stdout).not.toMatch(/canary/i);
    }
  });
});
