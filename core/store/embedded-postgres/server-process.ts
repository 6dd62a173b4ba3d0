import { type ChildProcess, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Place } from './place.ts';
import type { RunFolder } from './run-folder.ts';

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

/**
 * Starts the server given as arguments and stops it when the other end of pipe 3 closes, which the system does
 * however the app ends. It takes no notice of the signals a terminal or a service manager sends to a whole group:
 * the app says when its database may go. `read` is the shell's own, so that no further process is left behind.
 * The libraries come in as an argument because macOS takes DYLD_ variables out of the environment of /bin/sh.
 */
const WATCHDOG = `
trap '' INT TERM HUP
libraries=$1; shift
LD_LIBRARY_PATH=$libraries DYLD_LIBRARY_PATH=$libraries "$@" </dev/null 3<&- &
server=$!
(
  read -r _
  kill -INT $server
  for second in 1 2 3 4 5; do sleep 1; kill -0 $server || exit 0; done
  kill -QUIT $server
) <&3 2>/dev/null &
watch=$!
exec 3<&-
wait $server
ended=$?
kill -KILL $watch
exit $ended
`;

/** Statements and details of errors hold what people wrote: they go to the client and into no log. */
const SETTINGS = [
  'listen_addresses=',
  'port=5432',
  'unix_socket_permissions=0700',
  'shared_buffers=32MB',
  'max_connections=60',
  'fsync=on',
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
 * Starts one server process under its watchdog. Its environment is empty but for the locale, so that no secret of
 * the app gets into it and no setting meant for another PostgreSQL does.
 * @param deadPid a process id to be taken as dead when the data folder's lock file names it
 */
export function runServer(plan: ServerPlan, deadPid: number | undefined): ServerProcess {
  const { place, run } = plan;
  const server = [join(place.binaries, 'bin/postgres'), '-D', place.data, '-k', run.sockets, ...SETTINGS];
  const child = spawn('/bin/sh', ['-c', WATCHDOG, 'beenthere-database', run.libraries, ...server], {
    ...place.user,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    // A server does not let itself be stopped by a lock file of its grandparent, and still looks for shared
    // memory that is in use: safer than to delete the file.
    env: {
      PATH: '/usr/bin:/bin',
      LC_ALL: 'C',
      ...(deadPid === undefined ? {} : { PG_GRANDPARENT_PID: String(deadPid) }),
    },
  });
  const pipe = child.stdio[3];
  const { ready, ended } = follow(child, plan.log);
  return {
    ready,
    ended,
    close() {
      child.ref();
      pipe?.destroy();
    },
    unref() {
      child.unref();
      for (const end of [child.stderr, pipe]) if (end instanceof Socket) end.unref();
    },
  };
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
  // The pipe's other end may go first; there is nothing to write to it anyway.
  child.stdio[3]?.on('error', () => {});
  child.once('error', (error) => {
    note(error.message);
    end();
  });
  child.once('close', end);
  child.once('exit', () => {
    child.stdio[3]?.destroy();
    // Usually its output ends at once. If the watchdog alone was killed, the server still writes.
    const waiting = setTimeout(end, OUTPUT_ENDS_WITHIN_MS);
    child.once('close', () => clearTimeout(waiting));
  });
  return { ready: ready.promise, ended: ended.promise };
}
