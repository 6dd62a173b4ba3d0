import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { DeskWorld } from '../command-line/desk-world.ts';

const home = join(import.meta.dirname, '..', '..');

/**
 * Types words after `npm run beenthere --` in a process of its own, which dies at a step: "key.batch", or "key.batch 2" for
 * the second time it passes. Returns what ended it.
 */
export async function killedAt(
  world: Pick<DeskWorld, 'url' | 'folder'>,
  step: string,
  ...words: string[]
): Promise<NodeJS.Signals | null> {
  const [point = '', after = '1'] = step.split(' ');
  const child = spawn(
    process.execPath,
    ['--import', join(import.meta.dirname, 'die-at.ts'), 'main.ts', ...words],
    {
      cwd: home,
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        DATABASE_URL: world.url,
        DATA_DIR: world.folder,
        TELEGRAM_BOT_TOKEN: `123456:${'A'.repeat(31)}`,
        DIE_AT: point,
        DIE_AFTER: after,
      },
      stdio: 'ignore',
    },
  );
  const [, signal] = await once(child, 'exit');
  return signal;
}
