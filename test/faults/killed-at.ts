import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onCrashpoint } from '../../core/delivery/crashpoint.ts';
import type { DeskWorld } from '../command-line/desk-world.ts';

const home = join(import.meta.dirname, '..', '..');

/**
 * Types words after `npm run beenthere --` in a process of its own, which dies at a step: "key.batch", or "key.batch 2" for
 * the second time it passes. Returns what ended it. This file is also what is loaded into that process before main.ts.
 */
export async function killedAt(
  world: Pick<DeskWorld, 'url' | 'folder'>,
  step: string,
  ...words: string[]
): Promise<NodeJS.Signals | null> {
  const [point = '', after = '1'] = step.split(' ');
  const child = spawn(process.execPath, ['--import', fileURLToPath(import.meta.url), 'main.ts', ...words], {
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
  });
  const [, signal] = await once(child, 'exit');
  return signal;
}

/** In that process. */
function listenFor(point: string): void {
  let left = Number(process.env['DIE_AFTER'] ?? 1);
  onCrashpoint((name) => {
    if (name !== point) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  });
}

if (process.env['DIE_AT'] !== undefined) listenFor(process.env['DIE_AT']);
