import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../core/store/embedded-postgres/start-embedded-postgres.ts';

/** A real process that starts the database and stays, so that tests can kill it; this file is also its program. */

export const asRoot = process.geteuid?.() === 0;

const program = fileURLToPath(import.meta.url);

const folders: string[] = [];

/** A new folder that other users can pass through, as most folders for data are. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bt-test-'));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

let model: string | undefined;

/** A new folder as an app that ended well leaves it: a copy of one, since a first start takes a second. */
export async function usedFolder(): Promise<string> {
  model ??= await makeModel();
  const folder = newFolder();
  spawnSync('cp', ['-a', join(model, 'data'), folder]);
  return folder;
}

async function makeModel(): Promise<string> {
  const folder = newFolder();
  folders.pop();
  await (await startApp(folder)).kill('SIGTERM');
  return folder;
}

/** To be called after each test. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** To be called after the last test. */
export function removeModel(): void {
  if (model !== undefined) folders.push(model);
  model = undefined;
  removeFolders();
}

export type App = {
  process: ChildProcess;
  url: string;
  /** The process id of the database server. */
  server: number;
  sockets: string;
  data: string;
  notes: string[];
  kill(signal: NodeJS.Signals): Promise<void>;
};

/** Starts an app on the folder; answers the sentence it was refused with, or the app once it is ready. */
export async function tryApp(folder: string): Promise<App | string> {
  const child = spawnApp(folder);
  const ended = once(child, 'exit');
  if (child.stdout === null) throw new Error('The app has no output.');
  for await (const line of createInterface(child.stdout)) {
    const said = JSON.parse(line);
    if (said.refused !== undefined) {
      await ended;
      return said.refused;
    }
    return {
      ...said,
      process: child,
      server: serverIn(said.data),
      async kill(signal) {
        child.kill(signal);
        await ended;
      },
    };
  }
  throw new Error('The app ended without a word.');
}

export function spawnApp(folder: string): ChildProcess {
  // What it makes outside DATA_DIR goes too when the folder does.
  const env = { ...process.env, TMPDIR: folder };
  return spawn(process.execPath, [program, folder], { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** As `tryApp`, where being refused is an error. */
export async function startApp(folder: string): Promise<App> {
  const app = await tryApp(folder);
  if (typeof app === 'string') throw new Error(app);
  return app;
}

/** The process id in the server's lock file. */
export function serverIn(data: string): number {
  return Number.parseInt(readFileSync(join(data, 'postmaster.pid'), 'utf8'), 10);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !existsSync(`/proc/${pid}/stat`) || !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The processes that have the text in their command line. Linux only. */
export function processesWith(text: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && commandLine(name).includes(text))
    .map(Number);
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** Rows of one query on a connection of its own. */
export async function ask(url: string, question: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(question)).rows;
  } finally {
    await client.end();
  }
}

/** Where root's copies go in tests. */
export function rootHomeOf(folder: string): string {
  return join(folder, 'root-home');
}

async function main(folder: string): Promise<void> {
  const dataDir = join(folder, 'data');
  try {
    const { url, notes, place, stop } = await startEmbeddedPostgres({
      dataDir,
      rootHome: rootHomeOf(folder),
    });
    process.once('SIGTERM', () => {
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
    console.log(JSON.stringify({ url, notes, sockets: place.sockets, data: place.data }));
    setInterval(() => {}, 60_000);
  } catch (error) {
    console.log(JSON.stringify({ refused: error instanceof Error ? error.message : String(error) }));
  }
}

if (process.argv[1] === program && process.argv[2] !== undefined) await main(process.argv[2]);
