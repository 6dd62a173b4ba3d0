import { setTimeout as delay } from 'node:timers/promises';
import { linkLibraries } from './binaries.ts';
import { DatabaseNotStarted, saidBy } from './database-not-started.ts';
import { endLeftoverServer } from './leftover-server.ts';
import { runServer, type ServerPlan, type ServerProcess } from './server-process.ts';

/** A server that is started again when it ends unasked. */
export type KeptServer = {
  /** Says why, once the server has ended and could not be brought back. Pending otherwise. */
  lost: Promise<string>;
  /** Ends the server; what was committed is on the disk. */
  stop(): Promise<void>;
};

/** The processes of a killed server hold its shared memory for a moment longer. */
const STILL_ENDING = /pre-existing shared memory block|lock file "postmaster\.pid" already exists/;
const TRIES = 150;
const TRY_EVERY_MS = 100;

/** After a power cut the server first repeats what it had written ahead, up to a gigabyte. */
const READY_WITHIN_MS = 300_000;

const RESTARTS = { most: 5, withinMs: 600_000, pauseMs: 300 };

/** A server that is stuck longer, on a dead disk for instance, is left to its watchdog and to the next start. */
const STOP_WITHIN_MS = 4500;

/**
 * Starts the server and keeps it running.
 * @throws DatabaseNotStarted with the server's last words when it does not come up the first time
 */
export async function keepServer(plan: ServerPlan): Promise<KeptServer> {
  const state: State = { server: await startServer(plan), stopping: false };
  const lost = Promise.withResolvers<string>();
  const over = bringBack(plan, state).then((why) => {
    if (why !== undefined) lost.resolve(why);
  });
  return {
    lost: lost.promise,
    async stop() {
      state.stopping = true;
      state.server.close();
      const { data } = plan.place;
      const enough = new AbortController();
      const late = delay(STOP_WITHIN_MS, undefined, { signal: enough.signal });
      const gone = over.then(() => endLeftoverServer(data)).catch(saidBy);
      await Promise.race([gone, late]);
      enough.abort();
      await late.catch(() => {});
    },
  };
}

type State = { server: ServerProcess; stopping: boolean };

/** Waits for the server's end, again and again; answers why it is gone for good, or nothing when it was stopped. */
async function bringBack(plan: ServerPlan, state: State): Promise<string | undefined> {
  let restarts = 0;
  let words = await state.server.ended;
  while (!state.stopping) {
    restarts += 1;
    if (restarts > RESTARTS.most) {
      return `The database server ended ${restarts} times in ten minutes; the last time it said: ${words}\nSee whether the disk or the memory is full, and start Beenthere again.`;
    }
    setTimeout(() => {
      restarts -= 1;
    }, RESTARTS.withinMs).unref();
    plan.log('The database server ended by itself; starting it again.');
    words = await runAgain(plan, state);
  }
  return undefined;
}

/** Starts the server once more; answers its last words when it has ended, or why it did not start. */
async function runAgain(plan: ServerPlan, state: State): Promise<string> {
  try {
    state.server = await startServer(plan);
  } catch (error) {
    await delay(RESTARTS.pauseMs);
    return saidBy(error);
  }
  if (state.stopping) state.server.close();
  return await state.server.ended;
}

async function startServer(plan: ServerPlan): Promise<ServerProcess> {
  for (let tries = 1; ; tries += 1) {
    const deadPid = await endLeftoverServer(plan.place.data);
    await linkLibraries(plan.place.binaries, plan.run.libraries);
    const server = runServer(plan, deadPid);
    if (await readyInTime(server)) {
      server.unref();
      return server;
    }
    server.close();
    const words = await server.ended;
    if (tries < TRIES && STILL_ENDING.test(words)) {
      await delay(TRY_EVERY_MS);
      continue;
    }
    throw new DatabaseNotStarted(
      `PostgreSQL did not start on ${plan.place.data}. It said: ${words || 'nothing'}\nPut that right, or set DATABASE_URL to another PostgreSQL server.`,
    );
  }
}

async function readyInTime(server: ServerProcess): Promise<boolean> {
  const enough = new AbortController();
  const late = delay(READY_WITHIN_MS, false, { signal: enough.signal, ref: false }).catch(() => false);
  const ready = await Promise.race([server.ready, late]);
  enough.abort();
  return ready;
}
