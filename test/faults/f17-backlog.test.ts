import { execFileSync } from 'node:child_process';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { openQueues } from '../../core/store/queues.ts';
import { momentNow } from '../../run/moments.ts';
import { APPS } from '../support/apps/app.ts';
import type { AppUnderTest } from './app-under-test.ts';
import { numbersSeen, openSendingStage, type Reader, type SendingStage } from './sending-stage.ts';
import { figure, isFull, LONGEST_MS, sized } from './size.ts';
import { until } from './stage.ts';

let stage: SendingStage;

afterEach(() => stage.close());

/** The stand-ins take what comes; the pace is another test's. */
const FREELY = { overall: { calls: 100_000, seconds: 1 } };
const ROWS = sized(20_000, 1_000_000);
/** Chats that wait: each has many messages in line. */
const CHATS = sized(200, 1000);
const AT_ONCE = 20;

/** So much was taken in, and so much was sent, as would be there after a long time. */
async function history(): Promise<void> {
  await stage.rows(
    `INSERT INTO inbox (key, at) SELECT 'telegram:' || n, now() FROM generate_series(1, $1::int) n`,
    [ROWS],
  );
  await stage.rows(
    `INSERT INTO outgoing (chat, screen, args, mode, "dueAt", state, attempts, "createdAt", "sentAt")
     SELECT 'old ' || n % $2, 'say', '{}', 'new', $3, 'sent', 1, $3, $3 FROM generate_series(1, $1::int) n`,
    [ROWS, CHATS, stage.clock.now().toString()],
  );
}

/** So much waits in chats that are not to be written to yet, in front of everything else. */
async function waitingInVain(chats: number): Promise<void> {
  await stage.rows(
    `INSERT INTO outgoing (chat, screen, args, mode, "dueAt", state, attempts, "createdAt", "leaseUntil")
     SELECT 'away ' || n % $2, 'say', '{}', 'new', $3, 'waiting', 0, $3,
       CASE WHEN n < $2 THEN now() + interval '1 hour' END FROM generate_series(0, $1::int - 1) n`,
    [ROWS, chats, stage.clock.now().toString()],
  );
  await stage.rows('ANALYZE outgoing');
  await stage.rows('ANALYZE inbox');
}

/** Milliseconds that claims take at this moment, in their order; what is claimed is free again. */
async function claims(count: number): Promise<number[]> {
  const took: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const began = performance.now();
    const { rows } = await stage.store.queues.claimOutgoing(stage.clock.now(), AT_ONCE);
    took.push(performance.now() - began);
    expect(rows.length).toBeGreaterThan(0);
    await stage.rows('UPDATE outgoing SET "leaseUntil" = NULL, attempts = 0 WHERE id = ANY($1)', [
      rows.map(({ id }) => id),
    ]);
  }
  return took.toSorted((a, b) => a - b);
}

const at = (sorted: readonly number[], part: number): number => sorted[Math.floor(sorted.length * part)] ?? 0;

/** Times that so many claims read a queue or the inbox from end to end, for want of an index. */
async function readsFromEndToEnd(count: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: stage.databaseUrl, max: 1 });
  try {
    const queues = openQueues(pool, 15);
    // What a transaction has counted is exact at once, and nobody else's.
    await pool.query('BEGIN');
    for (let n = 0; n < count; n += 1) {
      const { rows } = await queues.claimOutgoing(stage.clock.now(), AT_ONCE);
      expect(rows.length).toBeGreaterThan(0);
      await pool.query('UPDATE outgoing SET "leaseUntil" = NULL WHERE id = ANY($1)', [
        rows.map(({ id }) => id),
      ]);
    }
    const found = await pool.query(
      `SELECT sum(seq_scan)::int AS n FROM pg_stat_xact_user_tables WHERE relname IN ('outgoing', 'inbox')`,
    );
    await pool.query('ROLLBACK');
    return Number(found.rows[0]?.n);
  } finally {
    await pool.end();
  }
}

async function openWithReaders(inEach: number, pace?: typeof FREELY): Promise<Reader[]> {
  stage = await openSendingStage(APPS, pace === undefined ? {} : { pace });
  const readers: Reader[] = [];
  for (const name of APPS) readers.push(...(await stage.readers(inEach, [name])));
  return readers;
}

describe('F17: a great many rows', () => {
  it(
    'a claim finds what may be sent behind them, by indexes alone, and all three apps get theirs',
    async () => {
      const readers = await openWithReaders(5, FREELY);
      await stage.queue(readers, 1);
      const before = await claims(sized(10, 300));
      await stage.rows('DELETE FROM outgoing');
      await history();
      await waitingInVain(CHATS);
      await stage.queue(readers, 1);
      const since = await claims(sized(20, 300));
      const more = await readsFromEndToEnd(20);
      const tell = (sorted: readonly number[]): string =>
        `${at(sorted, 0.5).toFixed(1)}, ${at(sorted, 0.99).toFixed(1)}`;
      figure('F17', `rows sent, waiting in vain in ${CHATS} chats, and taken in`, `${ROWS} each`);
      figure('F17', 'a claim with an empty queue, median and p99 (ms)', tell(before));
      figure('F17', 'a claim with all of them, median and p99 (ms)', tell(since), 'p99 < 10');
      figure('F17', 'reads of a queue from end to end', more, '0');
      expect(more).toBe(0);
      if (isFull) expect(at(since, 0.5)).toBeLessThan(10);
      stage.start();
      await until(
        () => readers.every((reader) => numbersSeen(reader).length === 1),
        LONGEST_MS,
        'all have theirs',
      );
    },
    LONGEST_MS,
  );

  // A program of its own and many messages: at full size only.
  it.runIf(isFull)(
    'the program needs no more memory to send in front of them',
    async () => {
      const readers = await openWithReaders(60);
      stage.clock.set(momentNow().now.toString());
      await history();
      await waitingInVain(CHATS);
      const each = 20;
      await stage.queue(readers, each);
      const app = stage.startApp();
      await app.connected;
      const seen = (): number => readers.reduce((sum, reader) => sum + numbersSeen(reader).length, 0);
      const all = readers.length * each;
      await until(() => seen() > all / 5, LONGEST_MS, 'a fifth is sent');
      const early = residentMb(app);
      await until(() => seen() >= all, LONGEST_MS, 'all is sent');
      const growth = (residentMb(app) / early - 1) * 100;
      figure('F17', `memory after a fifth of ${all} messages (MB)`, Math.round(early));
      figure('F17', 'growth from there to the end (%)', Math.round(growth), '< 20');
      expect(growth).toBeLessThan(20);
    },
    LONGEST_MS,
  );
});

/** Megabytes of memory that it holds now. */
function residentMb({ process: { pid } }: AppUnderTest): number {
  const kb = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(kb) / 1024;
}
