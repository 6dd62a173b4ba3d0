import { type ChildProcess, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import type { ServerUser } from './server-user.ts';

type Watched = {
  program: string;
  args: string[];
  /** The folder with the program's libraries. */
  libraries: string;
  user: ServerUser | undefined;
  env?: Record<string, string>;
};

/**
 * Runs the program given as arguments and stops it when the other end of pipe 3 closes, which the system does
 * however the app ends. It takes no notice of the signals a terminal or a service manager sends to a whole group:
 * the app says when its database may go. `read` is the shell's own, so that no further process is left behind, and the
 * shell gives its output away, so that saying "Killed" to a dead app does not kill it as well.
 * After three seconds an interrupted server is made to end at once, which loses nothing committed.
 * The libraries come in as an argument because macOS takes DYLD_ variables out of the environment of /bin/sh.
 */
const WATCHDOG = `
trap '' INT TERM HUP
libraries=$1; shift
LD_LIBRARY_PATH=$libraries DYLD_LIBRARY_PATH=$libraries "$@" </dev/null 3<&- &
program=$!
(
  read -r _
  kill -INT $program
  for second in 1 2 3; do sleep 1; kill -0 $program || exit 0; done
  kill -QUIT $program
) <&3 2>/dev/null &
watch=$!
exec 3<&- 2>/dev/null
wait $program
ended=$?
kill -KILL $watch
exit $ended
`;

/**
 * Starts a program that ends when this process does, however that happens. Its environment is empty but for the
 * locale, so that no secret of the app gets into it and no setting meant for another PostgreSQL does. What it
 * writes to stderr is for the caller to read.
 */
export function startWatched({ program, args, libraries, user, env }: Watched): ChildProcess {
  const child = spawn('/bin/sh', ['-c', WATCHDOG, 'beenthere-database', libraries, program, ...args], {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', ...env },
  });
  const pipe = child.stdio[3];
  // The pipe's other end may go first; there is nothing to write to it anyway.
  pipe?.on('error', () => {});
  child.once('exit', () => pipe?.destroy());
  return child;
}

/** Asks the program to end, by its interrupt signal. */
export function endWatched(child: ChildProcess): void {
  child.ref();
  child.stdio[3]?.destroy();
}

/** From now on the program does not keep this process alive. */
export function unrefWatched(child: ChildProcess): void {
  child.unref();
  for (const end of [child.stderr, child.stdio[3]]) if (end instanceof Socket) end.unref();
}
