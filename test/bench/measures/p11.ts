import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type By, type Core, openCore } from '../../../core/index.ts';
import { tieToKey } from '../../../core/store/install.ts';
import { type Keys, openKeys } from '../../../core/store/keys.ts';
import { openStore, type Store } from '../../../core/store/store.ts';
import { momentNow } from '../../../run/moments.ts';
import { backendCpu } from '../backend-cpu.ts';
import { setBookingStage } from '../booking-stage.ts';
import { type Compared, interleaved, median, spread, WARMING } from '../interleaved.ts';
import { benchDatabase } from '../one-database.ts';

const GOAL = 1.05;
const ROUNDS = 401;
/** Short turns: a machine that is busy with other things disturbs both sides alike. */
const TIMES = 10;

const WORDS =
  'We walked along the harbour and talked about the new flat. I had been dreading the forms, and we did the first page together; the rest I can do. '.repeat(
    3,
  );

/**
 * P11: saving a reflection (read, decide, seal, one commit with its card and its journal entry) against the very same save
 * with a key that leaves the words as they are.
 */
export async function p11(): Promise<boolean> {
  const database = await benchDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 4 });
  pool.on('error', () => undefined);
  const keys = openKeys(randomBytes(32));
  await tieToKey(pool, keys.fingerprint);
  const stores = [
    openStore({ url: named(database.url, 'sealed'), keys, connections: 4 }),
    openStore({ url: named(database.url, 'plain'), keys: inPlain(keys), connections: 4 }),
  ];
  const [sealed, plain] = stores.map(coreOn);
  if (sealed === undefined || plain === undefined) throw new Error('Nothing to compare');
  try {
    await sealed.prepare();
    const { userId } = await setBookingStage(sealed, pool, 1);
    const by = await somebody(sealed, stores, userId);
    const compared = await interleaved(saves('sealed', sealed, by), saves('plain', plain, by), ROUNDS, TIMES);
    const kept = await pool.query(
      `SELECT count(*)::int AS all, count(*) FILTER (WHERE "textSealed" = $1)::int AS plain FROM reflection`,
      [WORDS],
    );
    const behind = [await backendCpu(pool, 'sealed'), await backendCpu(pool, 'plain')];
    const each = (WARMING + ROUNDS) * TIMES;
    const whole = withDatabase(compared, behind, each);
    const isWhole = kept.rows[0].all === 2 * each && kept.rows[0].plain === each;
    process.stdout.write(
      [
        `P11 saving a reflection sealed: ${spread(compared.ratios, 3)} times the CPU of the same save in plain; goal at most ${GOAL}`,
        `   sealed ${spread(compared.ours, 0)} µs, plain ${spread(compared.beside, 0)} µs a save of ${WORDS.length} characters; ${ROUNDS} rounds of ${TIMES}; ${kept.rows[0].all} saved and counted`,
        whole,
        '',
      ].join('\n'),
    );
    return isWhole && median(compared.ratios) <= GOAL;
  } finally {
    for (const store of stores) await store.close();
    await pool.end();
    await database.stop();
  }
}

function named(url: string, application: string): string {
  const address = new URL(url);
  address.searchParams.set('application_name', application);
  return address.href;
}

/** The save as a whole: what this process used, and what the database used for it. */
function withDatabase(
  { ours, beside }: Compared,
  [sealed, plain]: readonly (number | undefined)[],
  saves: number,
): string {
  if (!sealed || !plain) return '   what the database used is not told here';
  const [own, other] = [median(ours) + sealed / saves, median(beside) + plain / saves];
  return `   with the work of the database: ${own.toFixed(0)} µs and ${other.toFixed(0)} µs a save, ${(own / other).toFixed(3)} times`;
}

function coreOn(store: Store): Core {
  return openCore({
    store,
    channels: [],
    moment: () => momentNow(),
    onFault: (fault) => process.stderr.write(`${JSON.stringify(fault)}\n`),
  });
}

/** Keys that seal nothing and unwrap nothing: for measuring alone. */
function inPlain(keys: Keys): Keys {
  return { ...keys, of: () => ({ seal: (text) => text, open: (text) => text }) };
}

async function somebody(core: Core, [store]: readonly Store[], userId: number): Promise<By> {
  const account = { platform: 'telegram', tenant: '', userId: String(userId) };
  const wayIn = await store?.wayIn('bench', account, undefined);
  const person = await core.read.people.person(wayIn?.person?.id ?? '');
  if (!wayIn?.account || person === undefined) throw new Error('Nobody is there');
  return { is: 'person', person, account: wayIn.account };
}

function saves(name: string, core: Core, by: By) {
  return {
    name,
    async run(times: number) {
      for (let n = 0; n < times; n += 1) {
        const done = await core.perform({ command: 'save-reflection', args: { text: WORDS }, by });
        if (done.did !== 'done') throw new Error(`The reflection was ${done.did}`);
      }
    },
  };
}
