import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Core, openCore } from '../../../core/index.ts';
import { tieToKey } from '../../../core/store/install.ts';
import { openKeys } from '../../../core/store/keys.ts';
import { openStore } from '../../../core/store/store.ts';
import { openLog } from '../../../run/logger.ts';
import { startLoops } from '../../../run/loops.ts';
import { momentNow } from '../../../run/moments.ts';
import { chanceOf } from '../../faults/chance.ts';
import { BURST, leastMs } from '../../faults/least-time.ts';
import { type Call, type SendingApp, sendingApp } from '../../faults/sending-apps.ts';
import { APPS } from '../../support/apps/app.ts';
import { benchDatabase } from '../one-database.ts';
import { enrol, fill } from '../queue-stage.ts';

const GOAL = 1.2;
const PEOPLE = 20;
const EACH = 8;
const LOOK_MS = 100;
const SEED = 10;

/**
 * P10 while apps say that we are too fast: three in ten calls are answered with some seconds to wait. The time from the first
 * call to the last beside the shortest that those waits and the app's own pace allow, with the loops as the program runs them.
 */
export async function p10TooFast(): Promise<boolean> {
  const database = await benchDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  pool.on('error', () => undefined);
  const keys = openKeys(randomBytes(32));
  await tieToKey(pool, keys.fingerprint);
  const store = openStore({ url: database.url, keys, connections: 6 });
  const apps = await Promise.all(APPS.map((name) => sendingApp(name)));
  const core = openCore({
    store,
    channels: apps.map(({ connected }) => connected.channel),
    moment: () => momentNow(),
    onFault: (fault) => process.stderr.write(`${JSON.stringify(fault)}\n`),
  });
  await core.prepare();
  try {
    let well = true;
    for (const app of apps) well = (await underStorm(core, pool, app)) && well;
    return well;
  } finally {
    await Promise.all(apps.map((app) => app.stop()));
    await store.close();
    await pool.end();
    await database.stop();
  }
}

async function underStorm(core: Core, pool: pg.Pool, app: SendingApp): Promise<boolean> {
  const { name } = app;
  const people = Array.from({ length: PEOPLE }, (_, n) => app.user(`Reader ${n}`));
  const ids = await enrol(core, pool, { name, people });
  const calls: Call[] = [];
  const chance = chanceOf(SEED);
  app.onCall((call) => {
    calls.push(call);
    if (chance.next() < 0.3) app.meet({ is: 'wait', seconds: chance.whole(1, 3) }, call.userId);
  });
  await fill(pool, ids, EACH);
  const loops = startLoops(core, openLog('silent'));
  const isOver = async (): Promise<boolean> =>
    (await pool.query(`SELECT 1 FROM outgoing WHERE state = 'waiting' LIMIT 1`)).rowCount === 0;
  while (!(await isOver())) await pause(LOOK_MS);
  await loops.stop();
  const took = (calls.at(-1)?.at ?? 0) - (calls[0]?.at ?? 0);
  const least = leastMs(calls, BURST[name]);
  const told = calls.filter(({ wait }) => wait !== undefined).length;
  const taken = calls.filter((call) => call.taken).length;
  process.stdout.write(
    `P10 ${name}, told to wait ${told} times in ${calls.length} calls: ${(took / least).toFixed(2)} times the shortest possible time (${(least / 1000).toFixed(1)} s); goal at most ${GOAL}\n`,
  );
  return took / least <= GOAL && told > 0 && taken === PEOPLE * EACH;
}
