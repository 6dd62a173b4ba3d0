import { createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOfToken, tokenFrom } from '../../core/access/tokens.ts';
import { type Core, openCore } from '../../core/index.ts';
import { loggable } from '../../core/kernel/fault.ts';
import { startJobs } from '../../core/store/jobs.ts';
import { openKeys } from '../../core/store/keys.ts';
import { openStore, type Store } from '../../core/store/store.ts';
import { crashReport } from '../../run/crash-report.ts';
import { serve } from '../../run/serve.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { momentAt, movedClock } from '../support/moved-clock.ts';
import { recordingChannel } from '../support/recording-channel.ts';

const NAME = 'Zebedeecanary';
const WORDS = 'the harbourcanary at night';
const master = randomBytes(32);
const token = tokenFrom(randomBytes(32));
const clock = movedClock('2026-11-23T09:00:00Z');
const at = () => momentAt(clock);
const desk = { is: 'coordinator', name: 'command line' } as const;

let database: FreshDatabase;
let store: Store;
let core: Core;
let pool: pg.Pool;
/** All that was told to a log, or would have been written when the process ends. */
const told: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 1 });
  pool.on('error', () => undefined);
  store = openStore({ url: database.url, keys: openKeys(master), connections: 4 });
  core = openCore({
    store,
    channels: [recordingChannel('telegram')],
    moment: at,
    onFault: (fault) => told.push(JSON.stringify(fault)),
  });
  await core.prepare();
});

afterAll(async () => {
  await store.close();
  await pool.end();
  await database.drop();
});

let updates = 0;

async function says(userId: string, text: string): Promise<void> {
  updates += 1;
  const account = { platform: 'telegram', tenant: '', userId };
  const chat = { id: userId, private: true };
  try {
    await core.receive({ key: `u:${updates}`, account, chat, intent: { is: 'text', text } });
    await core.settle();
  } catch (error) {
    told.push(loggable(error), crashReport(error));
  }
}

async function person(userId: string, role: string): Promise<string> {
  const programmeId = (await core.read.programmes.first())?.id;
  const args = { name: NAME, programmeId, role, agreed: true, adult: true };
  const done = await core.perform({ command: 'enrol-person', args, by: desk });
  if (done.did !== 'done') throw new Error('Nobody was enrolled');
  const { personId } = Object.assign({}, ...done.happened.map(({ ids }) => ids));
  await pool.query(
    `INSERT INTO account (id, version, platform, tenant, "userId", "chatId", "personId", "programmeId", reachable, "createdAt")
     VALUES (gen_random_uuid(), 1, 'telegram', '', $1, $1, $2, $3, true, now())`,
    [userId, personId, programmeId],
  );
  return String(personId);
}

async function busy(): Promise<void> {
  const programmeId = (await core.read.programmes.first())?.id;
  const mentorId = await person('1', 'mentor');
  const menteeId = await person('2', 'mentee');
  await core.perform({ command: 'make-pair', args: { programmeId, mentorId, menteeId }, by: desk });
  const made = { name: 'desk', hash: hashOfToken(token), scopes: ['read'], days: 30 };
  await core.perform({ command: 'make-token', args: made, by: desk });
  for (const words of ['reflect', WORDS, 'yes', 'message my mentor', WORDS, WORDS, 'home'])
    await says('2', words);
  await says('3', `hello I am ${NAME} ${WORDS}`);
  // The database now refuses what is written, and quotes the row in its error.
  await pool.query('ALTER TABLE person ADD CONSTRAINT never CHECK (name IS NULL) NOT VALID');
  await pool.query('ALTER TABLE draft ADD CONSTRAINT never CHECK (id IS NULL) NOT VALID');
  const again = { name: NAME, programmeId, role: 'mentee', agreed: true, adult: true };
  await core
    .perform({ command: 'enrol-person', args: again, by: desk })
    .catch((error: unknown) => told.push(loggable(error), crashReport(error)));
  for (const words of ['reflect', WORDS, 'settings']) await says('2', words);
  await core.chain();
  await jobsThatFail();
}

/** The jobs of the night and the minute meet the database that quotes what people wrote. */
async function jobsThatFail(): Promise<void> {
  const failed = Promise.withResolvers<void>();
  const jobs = await startJobs({
    url: database.url,
    async onMinute() {
      try {
        await pool.query(
          `INSERT INTO person SELECT (p).* FROM (SELECT p FROM person p WHERE name = $1 LIMIT 1) AS s`,
          [NAME],
        );
      } finally {
        failed.resolve();
      }
    },
    onNight: async () => undefined,
    onDay: async () => undefined,
    onDraft: async () => undefined,
    onFault: (why) => told.push(why),
  });
  await pool.query(`SELECT 1`);
  const boss = new PgBoss({ connectionString: database.url, max: 1, schema: 'pgboss' });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.send('tick', {});
  await failed.promise;
  await expect
    .poll(async () => (await pool.query(`SELECT 1 FROM pgboss.job WHERE state = 'failed'`)).rows.length, {
      timeout: 20_000,
    })
    .toBeGreaterThan(0);
  await boss.stop({ graceful: false });
  await jobs.stop();
}

/** What anybody who asks on this machine is told over HTTP, in whole: heads too. */
async function overHttp(): Promise<[string, string][]> {
  const web = await serve({
    config: { host: '127.0.0.1', port: 0, publicUrl: undefined },
    core,
    moment: at,
    wake: () => undefined,
    onFault: (fault) => told.push(JSON.stringify(fault)),
    onRequest: (note) => told.push(JSON.stringify(note)),
    databaseAnswers: store.answers,
  });
  try {
    const kept: [string, string][] = [];
    // What is asked may be quoted in what is counted.
    const asked = { headers: { Authorization: `Bearer ${token}` } };
    for (const path of [`/api/v1/people/${NAME}`, `/api/v1/${NAME}`, `/desk/people/${NAME}`, `/${NAME}`])
      await fetch(`${web.url}${path}`, asked);
    for (const path of ['/metrics', '/health', '/ready']) {
      const answer = await fetch(`${web.url}${path}`);
      expect(answer.status, path).toBe(path === '/ready' ? answer.status : 200);
      kept.push([path, JSON.stringify([...answer.headers]) + (await answer.text())]);
    }
    expect(kept[0]?.[1]).toMatch(/beenthere_people \d+/);
    return kept;
  } finally {
    await web.stop();
  }
}

/** A person's key in the clear, as only whoever has the master key can have it. */
function keyOf(id: string, wrappedKey: string): Buffer {
  const wrapping = new Uint8Array(
    hkdfSync('sha256', master, new Uint8Array(0), 'beenthere wrap people v1', 32),
  );
  const sealed = Buffer.from(wrappedKey.split('.').at(-1) ?? '', 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', wrapping, sealed.subarray(0, 12));
  decipher.setAAD(Buffer.from(JSON.stringify(['v1', 'person', id, 'wrappedKey'])));
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
}

function everyWay(secret: Uint8Array): string[] {
  const bytes = Buffer.from(secret);
  return [
    bytes.toString('base64').slice(0, 40),
    bytes.toString('base64url').slice(0, 40),
    bytes.toString('hex'),
  ];
}

describe('names, words, keys and tokens', () => {
  it('stand in no log, no report of a crash, no queue, no journal, no audit and no count', async () => {
    await busy();
    const people = await pool.query('SELECT id, "wrappedKey" FROM person');
    expect(people.rows.length).toBeGreaterThan(1);
    const secrets = [NAME, 'harbourcanary', token, ...everyWay(master)];
    for (const { id, wrappedKey } of people.rows) secrets.push(...everyWay(keyOf(id, wrappedKey)));
    const places = [
      'inbox',
      'outgoing',
      'due',
      'journal',
      'audit',
      'audit_key',
      'button',
      'shown',
      'api_answer',
      'install',
    ];
    const kept: [string, string][] = [];
    const queues = await pool.query(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'pgboss'`);
    for (const { name } of queues.rows) {
      const found = await pool.query(
        `SELECT coalesce(string_agg(t::text, E'\\n'), '') AS rows FROM pgboss."${name}" t`,
      );
      kept.push([`pgboss.${name}`, found.rows[0].rows]);
    }
    // The job that failed is there, with where it failed.
    expect(kept.map(([, rows]) => rows).join()).toMatch(/"tick,.*failed|tick.*23514/s);
    for (const table of places) {
      const found = await pool.query(
        `SELECT coalesce(string_agg(t::text, E'\\n'), '') AS rows FROM "${table}" t`,
      );
      kept.push([table, found.rows[0].rows]);
    }
    // It is the queue that was busy and the database that said no: otherwise this would show nothing.
    expect(kept.find(([table]) => table === 'outgoing')?.[1].split('\n').length).toBeGreaterThan(10);
    expect(told.join('\n')).toContain('23514');
    kept.push(...(await overHttp()));
    kept.push(['told', told.join('\n')], ['counts', JSON.stringify(await core.read.desk.counts())]);
    const leaks = kept.flatMap(([place, text]) =>
      secrets
        .filter((secret) => text.toLowerCase().includes(secret.toLowerCase()))
        .map((secret) => `${place}: ${secret}`),
    );
    expect(leaks).toEqual([]);
    // A name is kept where names are kept, and would have been found.
    const named = await pool.query('SELECT count(*)::int AS n FROM person WHERE name = $1', [NAME]);
    expect(named.rows[0].n).toBe(2);
  });
});
