import { setTimeout as delay } from 'node:timers/promises';
import { type SocketModeReceiver, webApi } from '@slack/bolt';
import type { OnFault } from './way-in.ts';

type Line = SocketModeReceiver['client'];

/** Seconds before the next try to connect, by how often it failed in a row. */
const PATIENCE = [1, 2, 5, 10, 30];
/** How long the other side may take to say goodbye. */
const GOODBYE_MS = 1000;

/**
 * Keeps one Socket Mode connection until told to stop. The SDK's own way to reconnect ends the process when Slack cannot be
 * reached, and waits some seconds when Slack asks for a new connection: here a new one is opened at once.
 */
export async function stayConnected(
  line: Line,
  signal: AbortSignal,
  onConnected: (isConnected: boolean) => void,
  onFault: OnFault,
): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    try {
      await oneConnection(line, signal, () => {
        failures = 0;
        onConnected(true);
      });
    } catch (error) {
      failures += 1;
      if (!signal.aborted) onFault({ fault: 'slack-connection', code: codeOf(error) });
      await pause(secondsAfter(error, failures), signal);
    } finally {
      onConnected(false);
    }
  }
}

async function oneConnection(line: Line, signal: AbortSignal, onOpen: () => void): Promise<void> {
  const ended = Promise.withResolvers<void>();
  const leave = (): void => {
    goodbye(line, ended.promise).catch(() => undefined);
  };
  line.once('disconnected', ended.resolve);
  signal.addEventListener('abort', leave);
  try {
    await line.start();
    onOpen();
    // Told to stop while it was opening: there was nothing to close yet.
    if (signal.aborted) leave();
    await ended.promise;
  } finally {
    signal.removeEventListener('abort', leave);
    line.off('disconnected', ended.resolve);
  }
}

/** Closes the connection; one whose other side is gone is cut. */
async function goodbye(line: Line, ended: Promise<void>): Promise<void> {
  line.disconnect().catch(() => undefined);
  await Promise.race([ended, delay(GOODBYE_MS, undefined, { ref: false })]);
  if (line.websocket?.isActive() !== undefined) line.websocket.disconnect();
}

function secondsAfter(error: unknown, failures: number): number {
  if (error instanceof webApi.WebAPIRateLimitedError) return error.retryAfter;
  return PATIENCE[Math.min(failures, PATIENCE.length) - 1] ?? 1;
}

function codeOf(error: unknown): string {
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
  if (error instanceof webApi.WebAPIHTTPError) return String(error.statusCode);
  return error instanceof webApi.WebAPIRateLimitedError ? 'ratelimited' : 'no-connection';
}

async function pause(seconds: number, signal: AbortSignal): Promise<void> {
  await delay(seconds * 1000, undefined, { signal }).catch(() => undefined);
}
