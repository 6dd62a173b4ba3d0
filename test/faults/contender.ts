import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type By, openCore } from '../../core/index.ts';
import { openKeys } from '../../core/store/keys.ts';
import { openStore, type Store } from '../../core/store/store.ts';
import { momentNow } from '../../run/moments.ts';

/** A process of its own that does many things at once on a database that others use too. This file is also its program. */
export type Contender = {
  /** Does all of them at once; answers how often each outcome came. */
  doAll(orders: readonly ContenderOrder[]): Promise<Outcomes>;
  stop(): Promise<void>;
};

const Order = z.object({
  personId: z.string().nullable(),
  command: z.string(),
  args: z.record(z.string(), z.json()),
});
/** Done for that person, or for a coordinator where it is nobody. */
export type ContenderOrder = z.infer<typeof Order>;

const Outcomes = z.record(z.string(), z.number());
export type Outcomes = z.infer<typeof Outcomes>;

const program = fileURLToPath(import.meta.url);

export function startContender(url: string, key: Uint8Array): Contender {
  const child = fork(program, [url, Buffer.from(key).toString('base64')], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return {
    async doAll(orders) {
      const heard = answerOf(child);
      child.send(orders);
      return Outcomes.parse(await heard);
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  const gone = once(child, 'exit', { signal: ended.signal }).then(() =>
    Promise.reject(new Error('A contender ended')),
  );
  const [said] = await Promise.race([once(child, 'message'), gone]);
  ended.abort();
  gone.catch(() => undefined);
  return said;
}

async function main(url: string, key: string): Promise<void> {
  const counted: Record<string, number> = {};
  const add = (what: string): void => {
    counted[what] = (counted[what] ?? 0) + 1;
  };
  const store = counting(openStore({ url, keys: openKeys(Buffer.from(key, 'base64')), connections: 8 }), add);
  const core = openCore({ store, channels: [], moment: () => momentNow(), onFault: () => add('fault') });
  const people = new Map<string, By>();
  const byOf = async (id: string | null): Promise<By> => {
    if (id === null) return { is: 'coordinator', name: 'test' };
    const known = people.get(id);
    if (known !== undefined) return known;
    const [person, [account]] = await Promise.all([
      core.read.people.person(id),
      core.read.people.accountsOf(id),
    ]);
    if (person === undefined || account === undefined) throw new Error('Nobody is there');
    const by: By = { is: 'person', person, account };
    people.set(id, by);
    return by;
  };
  const one = async ({ personId, command, args }: ContenderOrder): Promise<void> => {
    try {
      const performed = await core.perform({ command, args, by: await byOf(personId) });
      add(performed.did === 'refused' ? performed.refusal.refused : `${command} ${performed.did}`);
    } catch (error) {
      add(`threw ${error instanceof Error ? error.message : ''}`);
    }
  };
  process.on('disconnect', () => process.exit(0));
  process.on('message', (given) => {
    const orders = z.array(Order).parse(given);
    Promise.all(orders.map(one)).then(
      () => {
        process.send?.(counted);
        for (const what of Object.keys(counted)) delete counted[what];
      },
      () => process.exit(1),
    );
  });
}

/** What the database said no to, which a caller does not hear: it is decided again. */
function counting(store: Store, add: (what: string) => void): Store {
  return {
    ...store,
    async commit(change, cause, at) {
      const committed = await store.commit(change, cause, at);
      if (committed !== 'done') add(`database: ${committed}`);
      return committed;
    },
  };
}

const [, started, url, key] = process.argv;
if (started === program && url !== undefined && key !== undefined) await main(url, key);
