import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const logger = join(import.meta.dirname, '..', '..', 'run', 'logger.ts');

/** What a program of its own logs, as a line of the log. */
async function logged(line: object): Promise<unknown> {
  const program = `const { openLog } = await import(${JSON.stringify(logger)});
    openLog('info').warn(${JSON.stringify(line)});`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  return JSON.parse(stdout);
}

describe('the log', () => {
  it('says of which kind a fault was', async () => {
    const line = await logged({ fault: 'discord-update-failed', update: 'discord:1', name: 'TypeError' });
    expect(line).toMatchObject({ fault: 'discord-update-failed', update: 'discord:1', error: 'TypeError' });
    expect(line).not.toHaveProperty('name');
  });

  it('keeps names and words out, should they ever be handed to it', async () => {
    const line = await logged({ name: 'Aisha', text: 'Something private', person: { name: 'Aisha' } });
    expect(JSON.stringify(line)).not.toMatch(/Aisha|private/);
  });
});
