import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTelegramStandIn, type TelegramStandIn } from '../../bots/rehearsal/telegram/stand-in.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { closedPort } from './closed-port.ts';

const house = join(import.meta.dirname, '..', '..');
const TOKEN = '7000000001:AAF-rehearsal_0000000000000000000';
const WITHIN = { timeout: 20_000, interval: 50 };

let folder: string;
let database: FreshDatabase;
let app: ChildProcess | undefined;
let said = '';
let telegram: TelegramStandIn | undefined;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'beenthere-away-'));
  database = await freshDatabase();
  said = '';
});

afterEach(async () => {
  if (app !== undefined && app.exitCode === null && app.signalCode === null) {
    app.kill('SIGKILL');
    await once(app, 'exit');
  }
  await telegram?.stop();
  telegram = undefined;
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Waits for so many tries of something, each of which is cut off. */
async function triesAt(port: number, tries: number): Promise<void> {
  let tried = 0;
  const server = createServer((socket) => {
    tried += 1;
    socket.destroy();
  }).listen(port, '127.0.0.1');
  await expect.poll(() => tried, WITHIN).toBeGreaterThanOrEqual(tries);
  server.close();
  await once(server, 'close');
}

function starts(environment: Record<string, string>): void {
  const running = spawn(process.execPath, [join(house, 'main.ts')], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: database.url,
      DATA_DIR: join(folder, 'data'),
      LOG_LEVEL: 'info',
      TELEGRAM_BOT_TOKEN: TOKEN,
      ...environment,
    },
  });
  for (const stream of [running.stdout, running.stderr])
    stream.on('data', (piece: Buffer) => {
      said += piece.toString('utf8');
    });
  app = running;
}

const ready = async (port: number): Promise<number> =>
  await fetch(`http://127.0.0.1:${port}/ready`).then(
    ({ status }) => status,
    () => 0,
  );

describe('Telegram cannot be reached when the app starts', () => {
  it('starts all the same, does what is due, says so once, and is there when Telegram is', async () => {
    const [web, api] = [await closedPort(), await closedPort()];
    starts({ PORT: String(web), TELEGRAM_API_ROOT: `http://127.0.0.1:${api}` });
    await expect.poll(() => ready(web), WITHIN).toBe(200);
    const pool = new pg.Pool({ connectionString: database.url, max: 1 });
    pool.on('error', () => undefined);
    await pool.query(
      `INSERT INTO due (id, key, command, args, "dueAt")
       VALUES (gen_random_uuid(), 'a break', 'pause-ends', jsonb_build_object('personId', gen_random_uuid()), now())`,
    );
    const due = async (): Promise<unknown> => (await pool.query('SELECT key FROM due')).rows;
    await expect.poll(due, WITHIN).toEqual([]);
    await pool.end();
    await triesAt(api, 2);
    expect(said.match(/telegram-away/g)).toHaveLength(1);
    expect(said).toMatch(/Telegram cannot be reached/);
    expect(app?.exitCode).toBeNull();

    telegram = await startTelegramStandIn({ port: api, token: TOKEN });
    await expect.poll(() => said, WITHIN).toMatch(/Telegram is connected/);
    const mia = telegram.user({ id: 4001, firstName: 'Mia' });
    mia.start();
    await mia.waitFor('Hello', { timeoutMs: 10_000 });

    app?.kill('SIGTERM');
    await expect.poll(() => app?.exitCode, WITHIN).toBe(0);
  }, 60_000);

  it('ends within seconds when it is asked to while Telegram is away', async () => {
    const [web, api] = [await closedPort(), await closedPort()];
    starts({ PORT: String(web), TELEGRAM_API_ROOT: `http://127.0.0.1:${api}` });
    await expect.poll(() => ready(web), WITHIN).toBe(200);
    app?.kill('SIGTERM');
    await expect.poll(() => app?.exitCode, { timeout: 8000, interval: 50 }).toBe(0);
  }, 40_000);

  it('ends with a sentence when Telegram is back and does not know the token', async () => {
    const [web, api] = [await closedPort(), await closedPort()];
    starts({ PORT: String(web), TELEGRAM_API_ROOT: `http://127.0.0.1:${api}` });
    await expect.poll(() => ready(web), WITHIN).toBe(200);
    telegram = await startTelegramStandIn({
      port: api,
      token: '7000000002:AAF-another_bot_0000000000000000000',
    });
    await expect.poll(() => app?.exitCode, WITHIN).toBe(1);
    expect(said).toMatch(/TELEGRAM_BOT_TOKEN/);
  }, 40_000);
});
