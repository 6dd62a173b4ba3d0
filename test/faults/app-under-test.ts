import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { onCrashpoint } from '../../core/delivery/crashpoint.ts';
import type { AppName } from '../support/apps/app.ts';

/**
 * The real app as a process of its own, that can be made to die at a chosen step. This file is also what is loaded into
 * that process before main.ts, to listen for the step.
 */
export type AppUnderTest = {
  readonly process: ChildProcess;
  /** Settles when its bots are connected, or when the process ended before. */
  readonly connected: Promise<void>;
  readonly ended: Promise<Ended>;
  /** It ends by SIGKILL the next time it passes this step. */
  armFor(point: string): void;
  /** The steps it passed, since it was asked last. */
  passed(): string[];
  kill(signal: NodeJS.Signals): Promise<Ended>;
  /** What it wrote, for a look when something went wrong. */
  readonly said: () => string;
};

export type Ended = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly ms: number;
};

const program = fileURLToPath(import.meta.url);
const main = join(import.meta.dirname, '..', '..', 'main.ts');

const Told = z.object({ passed: z.string() });
const Order = z.object({ armFor: z.string() });

const running = new Set<ChildProcess>();

/** Starts the app with these settings and no others. */
export function startAppUnderTest(
  settings: Readonly<Record<string, string>>,
  apps: readonly AppName[] = ['telegram'],
): AppUnderTest {
  const { PATH = '', HOME = '', TMPDIR, TZ } = process.env;
  const own = {
    PATH,
    HOME,
    ...(TMPDIR === undefined ? {} : { TMPDIR }),
    ...(TZ === undefined ? {} : { TZ }),
  };
  const child = fork(main, [], {
    execArgv: ['--import', program],
    env: { ...own, PORT: '0', LOG_LEVEL: 'info', ...settings, BEENTHERE_UNDER_TEST: '1' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    cwd: settings['DATA_DIR'],
  });
  running.add(child);
  let said = '';
  let passed: string[] = [];
  const connected = Promise.withResolvers<void>();
  const hear = (piece: Buffer): void => {
    said = (said + piece.toString('utf8')).slice(-200_000);
    if (apps.every((app) => said.toLowerCase().includes(`${app} is connected`))) connected.resolve();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  child.on('message', (message) => passed.push(Told.parse(message).passed));
  let asked = performance.now();
  const ended = once(child, 'exit').then(([code, signal]): Ended => {
    running.delete(child);
    connected.resolve();
    return { code, signal, ms: performance.now() - asked };
  });
  return {
    process: child,
    connected: connected.promise,
    ended,
    armFor(point) {
      if (child.connected) child.send({ armFor: point }, () => undefined);
    },
    passed() {
      const names = passed;
      passed = [];
      return names;
    },
    kill(signal) {
      asked = performance.now();
      child.kill(signal);
      return ended;
    },
    said: () => said,
  };
}

/** To be called after each test. */
export async function endAllApps(): Promise<void> {
  const children = [...running];
  for (const child of children) child.kill('SIGKILL');
  await Promise.all(
    children.map((child) =>
      child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined,
    ),
  );
  running.clear();
}

/** In the app's process: dies where it was told to, and with whoever started it. */
function listenForSteps(): void {
  let armedFor: string | undefined;
  process.on('message', (message) => {
    armedFor = Order.parse(message).armFor;
  });
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  // Or the line to the test would keep an app alive that was asked to end.
  process.channel?.unref();
  onCrashpoint((name) => {
    process.send?.({ passed: name });
    if (name === armedFor) process.kill(process.pid, 'SIGKILL');
  });
}

if (process.env['BEENTHERE_UNDER_TEST'] === '1') listenForSteps();
