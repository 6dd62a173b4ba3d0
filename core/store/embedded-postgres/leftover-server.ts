import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { DatabaseNotStarted } from './database-not-started.ts';

/** How often, and after how many looks, a server that should end is asked more firmly. */
const LOOK_EVERY_MS = 25;
const ASKS: ReadonlyMap<number, NodeJS.Signals> = new Map([
  [0, 'SIGINT'],
  [200, 'SIGQUIT'],
  [400, 'SIGKILL'],
]);
const LAST_LOOK = 600;

/**
 * Ends a server that still runs on the data folder. Only for who has the folder's lock: then no app uses it, and
 * it is one whose app and watchdog were both killed, or one that is on its way out.
 * @returns the process id in a lock file that nobody removed, when there is one. That process may be anybody's by now.
 * @throws DatabaseNotStarted when it is still there after 15 seconds
 */
export async function endLeftoverServer(data: string): Promise<number | undefined> {
  for (let look = 0; look <= LAST_LOOK; look += 1) {
    const pid = await pidOfServer(data);
    if (pid === undefined || !(await isServerOn(data, pid))) return pid;
    const signal = ASKS.get(look);
    if (signal !== undefined) send(signal, pid);
    await delay(LOOK_EVERY_MS);
  }
  throw new DatabaseNotStarted(
    `A PostgreSQL server of an earlier start still runs on ${data} and does not end. End process ${await pidOfServer(data)} and start again.`,
  );
}

/** The process id that PostgreSQL wrote into its lock file; it removes the file when it ends of its own will. */
async function pidOfServer(data: string): Promise<number | undefined> {
  const file = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number.parseInt(file, 10);
  return pid > 1 ? pid : undefined;
}

/** Whether that process is a server on that folder, by its command line: the system gives ids out again. */
async function isServerOn(data: string, pid: number): Promise<boolean> {
  if (process.platform === 'linux') {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    const words = line.split('\0');
    return words[0]?.endsWith('/postgres') === true && words[words.indexOf('-D') + 1] === data;
  }
  const shown = await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }));
  return shown.stdout.includes(`/postgres -D ${data} `);
}

function send(signal: NodeJS.Signals, pid: number): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in the meantime, which is what was wanted.
  }
}
