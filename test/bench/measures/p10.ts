import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type Core, openCore } from '../../../core/index.ts';
import { tieToKey } from '../../../core/store/install.ts';
import { openKeys } from '../../../core/store/keys.ts';
import { openStore } from '../../../core/store/store.ts';
import { momentNow } from '../../../run/moments.ts';
import { median, spread } from '../interleaved.ts';
import { benchDatabase } from '../one-database.ts';
import { enrol, fill } from '../queue-stage.ts';
import { discordSides, type SendingSides, slackSides, telegramSides } from '../sending-sides.ts';

const GOAL = 0.8;
const PEOPLE = 100;
const EACH = 3;
const ROUNDS = 7;

/**
 * P10: draining the outgoing queue (claim, find the person, word it, keep its buttons, send, mark) against a bare loop of the
 * same messages, laid out beforehand, by the app's own library, each with one UPDATE. Both talk to the same stand-in in this process, in turn.
 */
export async function p10(): Promise<boolean> {
  const database = await benchDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 4 });
  pool.on('error', () => undefined);
  const keys = openKeys(randomBytes(32));
  await tieToKey(pool, keys.fingerprint);
  const store = openStore({ url: database.url, keys, connections: 6 });
  const sides = await Promise.all([telegramSides(PEOPLE), discordSides(PEOPLE), slackSides(PEOPLE)]);
  const core = openCore({
    store,
    channels: sides.map(({ channel }) => channel),
    moment: () => momentNow(),
    onFault: (fault) => process.stderr.write(`${JSON.stringify(fault)}\n`),
  });
  await core.prepare();
  let well = true;
  try {
    for (const side of sides) {
      const ids = await enrol(core, pool, side);
      const ratios = await compare(core, pool, side, ids);
      well = median(ratios) >= GOAL && well;
      process.stdout.write(
        `P10 draining the queue to ${side.name}: ${spread(ratios, 2)} times the throughput of a bare loop of calls, each with one UPDATE; goal at least ${GOAL}\n`,
      );
    }
    process.stdout.write(`   ${ROUNDS} rounds of ${PEOPLE * EACH} messages to ${PEOPLE} people each\n`);
    return well;
  } finally {
    await Promise.all(sides.map((side) => side.stop()));
    await store.close();
    await pool.end();
    await database.stop();
  }
}

async function compare(core: Core, pool: pg.Pool, side: SendingSides, ids: string[]): Promise<number[]> {
  const ours = async (): Promise<number> => {
    await fill(pool, ids, EACH);
    return await timed(async () => {
      let sent = 0;
      while (sent < PEOPLE * EACH) sent += await core.deliver({ more: () => true });
    });
  };
  const bare = async (): Promise<number> => {
    await fill(pool, ids, EACH);
    const rows = (await pool.query(`SELECT id FROM outgoing WHERE state = 'waiting' ORDER BY id`)).rows;
    return await timed(async () => {
      for (const [n, { id }] of rows.entries()) {
        await side.bare(side.people[n % PEOPLE]?.userId ?? '');
        await pool.query({
          name: 'bare-mark',
          text: `UPDATE outgoing SET state = 'sent', "sentAt" = now() WHERE id = $1`,
          values: [id],
        });
      }
    });
  };
  for (let round = 0; round < 2; round += 1) {
    await ours();
    await bare();
  }
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const first = round % 2 === 0 ? await ours() : await bare();
    const second = round % 2 === 0 ? await bare() : await ours();
    ratios.push(round % 2 === 0 ? second / first : first / second);
  }
  return ratios;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
