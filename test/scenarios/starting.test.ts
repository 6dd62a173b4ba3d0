import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTelegramStandIn, type TelegramStandIn } from '../../bots/rehearsal/telegram/stand-in.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

const house = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'beenthere-starting-'));
const key = join(folder, 'data', 'beenthere.key');
let telegram: TelegramStandIn;
let database: FreshDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  telegram = await startTelegramStandIn();
  database = await freshDatabase({ empty: true });
  pool = new pg.Pool({ connectionString: database.url, max: 1 });
  pool.on('error', () => undefined);
  // A first start, by which there is something that could be lost.
  await starts({});
});

afterAll(async () => {
  await pool.end();
  await database.drop();
  await telegram.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the program as an operator would, and ends it once it runs. Resolves with what it said and how it ended. */
async function starts(
  environment: Record<string, string>,
): Promise<{ said: string; code: number | null; ran: boolean }> {
  const app = spawn(process.execPath, [join(house, 'main.ts')], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: database.url,
      DATA_DIR: join(folder, 'data'),
      PORT: '0',
      LOG_LEVEL: 'info',
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.url,
      ...environment,
    },
  });
  let ran = false;
  app.stdout.on('data', (words: Buffer) => {
    if (!words.includes('Telegram is connected') || ran) return;
    ran = true;
    app.kill('SIGTERM');
  });
  const late = setTimeout(() => app.kill('SIGKILL'), 15_000);
  const [said] = await Promise.all([text(app.stderr), once(app, 'exit')]);
  clearTimeout(late);
  return { said, code: app.exitCode, ran };
}

const kept = async (): Promise<unknown> => [
  (await pool.query('SELECT * FROM install')).rows,
  (await pool.query('SELECT * FROM programme')).rows,
];

describe('an operator starts it, and something is not as it should be', () => {
  it.each([
    [
      'the token is wrong',
      { TELEGRAM_BOT_TOKEN: '7000000009:AAF-somebody_elses_00000000000000' },
      /BotFather/,
    ],
    ['the database is away', { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/beenthere' }, /DATABASE_URL/],
  ])('%s: it says so in a sentence, ends, and nothing is lost', async (_what, wrong, sentence) => {
    const before = await kept();
    const { said, code, ran } = await starts(wrong);
    expect([ran, code]).toEqual([false, 1]);
    expect(said).toMatch(sentence);
    expect(said).not.toMatch(/^\s+at /m);
    expect(await kept()).toEqual(before);
  });

  it('the key file is lost: it makes no new one, and goes on when the file is back', async () => {
    const before = await kept();
    renameSync(key, `${key}.away`);
    const { said, code } = await starts({});
    expect(code).toBe(1);
    expect(said).toMatch(/key file .* is missing/);
    expect(said).not.toMatch(/^\s+at /m);
    expect(() => readFileSync(key)).toThrow(/ENOENT/);
    expect(await kept()).toEqual(before);
    renameSync(`${key}.away`, key);
    expect((await starts({})).ran).toBe(true);
  });

  it('the key file is another one: it says which it expects, and changes nothing', async () => {
    const before = await kept();
    const right = readFileSync(key, 'utf8');
    writeFileSync(key, `${Buffer.alloc(32, 7).toString('base64')}\n`);
    const { said, code } = await starts({});
    expect(code).toBe(1);
    expect(said).toMatch(/is not the one this database was made with/);
    writeFileSync(key, right);
    expect(await kept()).toEqual(before);
  });
});
