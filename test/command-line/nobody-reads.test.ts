import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const main = join(import.meta.dirname, '../../main.ts');

it('ends quietly when whoever reads the answer stops reading, as "head" does', async () => {
  const typed = spawn(process.execPath, [main, 'help'], { stdio: ['ignore', 'pipe', 'pipe'] });
  typed.stdout.destroy();
  const said: Buffer[] = [];
  typed.stderr.on('data', (bytes: Buffer) => said.push(bytes));
  const [code] = await once(typed, 'close');
  expect(Buffer.concat(said).toString()).toBe('');
  expect(code).toBe(0);
});
