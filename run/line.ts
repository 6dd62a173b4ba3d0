import type { Core } from '../core/index.ts';
import type { WebHandler } from './connected.ts';
import { hearWhileConnected } from './hear-while-connected.ts';
import type { Log } from './logger.ts';
import { whenReached } from './when-reached.ts';
import { whileLeased } from './while-leased.ts';

/** How a bot comes to hear what people do. */
export type Hearing = {
  readonly core: Pick<Core, 'hear'>;
  /** How long the app keeps what people do while we are away. */
  readonly keepsMinutes: number;
  isConnected(): boolean;
  /** Makes the bot known to the app; tried again for as long as the app is away. */
  introduce(): Promise<void>;
  /** Listens until told to stop, where one program of those that share a database may: the lease by which they take turns. */
  readonly listen?: { lease(): string; on(signal: AbortSignal): Promise<void> };
};

/** The line between a bot and its chat app, which may be away when we start. */
export type Line = {
  /** Says why, if the app was away at first and does not take us once it is back. */
  readonly refused: Promise<string>;
  /** Tries once, then by itself. @throws what no other try can mend, such as a token that is not known. */
  open(hearing: Hearing): Promise<void>;
  /** Answers web requests once the app has been reached; until then it is asked to come again. */
  onceReached(answer: WebHandler): WebHandler;
  close(): Promise<void>;
};

/** Seconds after which an app may send again what came too early. */
const COME_AGAIN_AFTER = 5;

/** @param app the chat app's name, for the log */
export function lineTo(app: string, databaseUrl: string, log: Log): Line {
  const stopping = new AbortController();
  const { signal } = stopping;
  const refused = Promise.withResolvers<string>();
  let isReached = false;
  let hushed = (): void => undefined;
  let listening: Promise<void> = Promise.resolve();
  const goOn = async (reached: () => Promise<void>, hearing: Hearing): Promise<void> => {
    await reached();
    if (signal.aborted) return;
    isReached = true;
    const { core, keepsMinutes, isConnected, listen } = hearing;
    hushed = hearWhileConnected(core, app.toLowerCase(), keepsMinutes, isConnected);
    if (listen !== undefined)
      await whileLeased((ending) => listen.on(ending), {
        name: listen.lease(),
        url: databaseUrl,
        signal,
        log,
      });
  };
  return {
    refused: refused.promise,
    async open(hearing) {
      const reached = await whenReached(hearing.introduce, { app, signal, log });
      listening = goOn(reached, hearing).catch((error: unknown) =>
        refused.resolve(error instanceof Error ? error.message : `${app} cannot be used`),
      );
    },
    onceReached: (answer) => async (request) =>
      isReached
        ? await answer(request)
        : new Response('', { status: 503, headers: { 'retry-after': String(COME_AGAIN_AFTER) } }),
    async close() {
      stopping.abort();
      hushed();
      await listening;
    },
  };
}
