import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Attempt, Carrier, Envelope, Outcome } from './dispatcher.ts';

/** The most connections that one app may hold. */
export const MOST_CONNECTIONS = 10;
/** How often the server asks whether a connection lives, in real milliseconds. */
const PING_MS = 10_000;
/** How long a connection may take to say goodbye, in real milliseconds. */
const GOODBYE_MS = 250;

const acknowledgement = z.looseObject({ envelope_id: z.string(), payload: z.unknown().optional() });

export interface SocketHubOptions {
  readonly appId: string;
  /** Real milliseconds within which an envelope must be acknowledged. */
  readonly ackTimeoutMs: number;
}

/** The Socket Mode connections of the app. */
export class SocketHub implements Carrier {
  readonly via = 'socket' as const;
  readonly #options: SocketHubOptions;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #tickets = new Set<string>();
  readonly #connections = new Set<WebSocket>();
  readonly #waiting = new Map<string, (answer: unknown) => void>();
  readonly #changed = new Set<() => void>();
  readonly #pings: NodeJS.Timeout;
  #turn = 0;

  constructor(options: SocketHubOptions) {
    this.#options = options;
    this.#pings = setInterval(() => {
      for (const socket of this.#connections) socket.ping('Ping from the server');
    }, PING_MS);
    this.#pings.unref();
  }

  get size(): number {
    return this.#connections.size;
  }

  /** The path of an address that opens one connection. */
  issueTicket(): string {
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return `/link/?ticket=${ticket}&app_id=${this.#options.appId}`;
  }

  /** Turns a request into a connection, if its ticket is good. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = new URL(request.url ?? '/', 'http://stand-in');
    if (!url.pathname.startsWith('/link') || !this.#tickets.delete(url.searchParams.get('ticket') ?? '')) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#welcome(opened));
  }

  #welcome(socket: WebSocket): void {
    socket.on('error', () => {});
    if (this.#connections.size >= MOST_CONNECTIONS) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets', debug_info: debug() }));
      socket.close();
      return;
    }
    this.#connections.add(socket);
    socket.on('close', () => {
      this.#connections.delete(socket);
      this.#tell();
    });
    socket.on('message', (data) => this.#hear(String(data)));
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.#connections.size,
        debug_info: { ...debug(), approximate_connection_time: 18_060 },
        connection_info: { app_id: this.#options.appId },
      }),
    );
    this.#tell();
  }

  #hear(data: string): void {
    let read: unknown;
    try {
      read = JSON.parse(data);
    } catch {
      return;
    }
    const heard = acknowledgement.safeParse(read);
    if (!heard.success) return;
    this.#waiting.get(heard.data.envelope_id)?.(heard.data.payload);
  }

  /** Sends an envelope over the next connection in turn and waits for its acknowledgement. */
  deliver(envelope: Envelope, attempt: Attempt): Promise<Outcome> {
    const sockets = [...this.#connections].filter((socket) => socket.readyState === socket.OPEN);
    const socket = sockets[this.#turn % Math.max(1, sockets.length)];
    this.#turn += 1;
    if (!socket) return Promise.resolve({ kind: 'failed', reason: 'connection_failed' });
    // An event that comes again comes in an envelope of its own.
    const id = attempt.number === 0 ? envelope.id : randomUUID();
    return new Promise((resolve) => {
      const end = (outcome: Outcome) => {
        clearTimeout(timer);
        attempt.signal.removeEventListener('abort', giveUp);
        this.#waiting.delete(id);
        resolve(outcome);
      };
      const giveUp = () => end({ kind: 'failed', reason: 'timeout' });
      const timer = setTimeout(giveUp, this.#options.ackTimeoutMs);
      attempt.signal.addEventListener('abort', giveUp);
      const twin = this.#waiting.get(id);
      this.#waiting.set(id, (answer) => {
        twin?.(answer);
        end({ kind: 'acknowledged', answer: isEmpty(answer) ? undefined : answer });
      });
      socket.send(JSON.stringify(wireOf(envelope, id, attempt)));
    });
  }

  /** Asks the app to come back on a new connection, as Slack does every few hours. */
  askToRefresh(reason: 'refresh_requested' | 'warning' = 'refresh_requested'): void {
    for (const socket of this.#connections) {
      socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: debug() }));
    }
  }

  /** Cuts every connection without a word. */
  drop(): void {
    for (const socket of this.#connections) socket.terminate();
    this.#connections.clear();
    this.#tell();
  }

  /** Settles once so many connections are open. */
  connected(count = 1): Promise<void> {
    if (this.#connections.size >= count) return Promise.resolve();
    return new Promise((resolve) => {
      const look = () => {
        if (this.#connections.size < count) return;
        this.#changed.delete(look);
        resolve();
      };
      this.#changed.add(look);
    });
  }

  /** Says goodbye to every connection, and cuts those that do not answer. */
  async stop(): Promise<void> {
    clearInterval(this.#pings);
    const leaving = [...this.#connections];
    const gone = leaving.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    for (const socket of leaving) socket.close(1001);
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise((resolve) => {
      timer = setTimeout(resolve, GOODBYE_MS);
    });
    await Promise.race([Promise.all(gone), patience]);
    clearTimeout(timer);
    this.drop();
    this.#server.close();
  }

  #tell(): void {
    for (const look of [...this.#changed]) look();
  }
}

function wireOf({ type, payload, acceptsAnswer }: Envelope, id: string, attempt: Attempt): object {
  const retry =
    type === 'events_api' ? { retry_attempt: attempt.number, retry_reason: attempt.reason ?? '' } : {};
  return { envelope_id: id, payload, type, accepts_response_payload: acceptsAnswer, ...retry };
}

/** The library sends an empty object where there is nothing to say. */
function isEmpty(answer: unknown): boolean {
  return (
    answer === undefined ||
    answer === null ||
    (typeof answer === 'object' && Object.keys(answer).length === 0)
  );
}

function debug(): object {
  return { host: `applink-${randomBytes(3).toString('hex')}`, build_number: 1 };
}
