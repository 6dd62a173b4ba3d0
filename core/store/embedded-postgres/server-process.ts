import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Place } from './place.ts';
import type { RunFolder } from './run-folder.ts';
import { endWatched, startWatched, unrefWatched } from './watched-process.ts';

/** What a server is started with. */
export type ServerPlan = { place: Place; run: RunFolder; log: (line: string) => void };

export type ServerProcess = {
  /** True once it takes connections, false if it ended before. */
  ready: Promise<boolean>;
  /** The last lines the server wrote, when it and its watchdog have ended. */
  ended: Promise<string>;
  /** Asks for a fast shutdown: open transactions are rolled back, connections closed. */
  close(): void;
  /** From now on the server does not keep this process alive. */
  unref(): void;
};

/** Statements and details of errors hold what people wrote: they go to the client and into no log. */
const SETTINGS = [
  'listen_addresses=',
  'port=5432',
  'unix_socket_permissions=0700',
  'shared_buffers=32MB',
  'max_connections=60',
  'fsync=on',
  // The old log of changes is taken away, not written over some day: what was deleted is not left lying in it.
  'wal_recycle=off',
  'timezone=UTC',
  'log_timezone=UTC',
  'logging_collector=off',
  'log_destination=stderr',
  'log_line_prefix=',
  'log_min_messages=log',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_checkpoints=off',
].flatMap((setting) => ['-c', setting]);

const READY = 'database system is ready to accept connections';
const LINES_KEPT = 20;
const OUTPUT_ENDS_WITHIN_MS = 1000;

/**
 * Starts one server process under its watchdog.
 * @param deadPid a process id to be taken as dead when the data folder's lock file names it
 */
export function runServer(plan: ServerPlan, deadPid: number | undefined): ServerProcess {
  const { place, run } = plan;
  const child = startWatched({
    program: join(place.binaries, 'bin/postgres'),
    args: ['-D', place.data, '-k', run.sockets, ...SETTINGS],
    libraries: run.libraries,
    user: place.user,
    // A server does not let itself be stopped by a lock file of its grandparent, and still looks for shared
    // memory that is in use: safer than to delete the file.
    env: deadPid === undefined ? {} : { PG_GRANDPARENT_PID: String(deadPid) },
  });
  return { ...follow(child, plan.log), close: () => endWatched(child), unref: () => unrefWatched(child) };
}

function follow(child: ChildProcess, log: (line: string) => void): Pick<ServerProcess, 'ready' | 'ended'> {
  const last: string[] = [];
  const ready = Promise.withResolvers<boolean>();
  const ended = Promise.withResolvers<string>();
  const end = () => {
    ready.resolve(false);
    ended.resolve(last.join('\n'));
  };
  const note = (line: string) => {
    last.push(line);
    if (last.length > LINES_KEPT) last.shift();
    if (line.includes(READY)) ready.resolve(true);
    log(line);
  };
  if (child.stderr !== null) createInterface(child.stderr).on('line', note);
  child.once('error', (error) => {
    note(error.message);
    end();
  });
  child.once('close', end);
  child.once('exit', () => {
    // Usually its output ends at once. If the watchdog alone was killed, the server still writes.
    const waiting = setTimeout(end, OUTPUT_ENDS_WITHIN_MS);
    child.once('close', () => clearTimeout(waiting));
  });
  return { ready: ready.promise, ended: ended.promise };
}
