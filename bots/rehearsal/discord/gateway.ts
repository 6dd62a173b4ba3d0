import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { GatewayConnection } from './gateway-connection.ts';
import type { GatewayDesk, GatewayOptions } from './gateway-options.ts';
import { GatewaySession } from './gateway-session.ts';
import type { OutEvent } from './world.ts';

/** The gateway: sessions, the connections they live on, and what they are told. */
export class Gateway implements GatewayDesk {
  readonly options: GatewayOptions;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 4096 });
  readonly #sessions = new Map<string, GatewaySession>();
  readonly #connections = new Set<GatewayConnection>();
  #batch: OutEvent[] = [];
  #soon: NodeJS.Immediate | undefined;
  #isAway = false;
  #isMute = false;

  constructor(options: GatewayOptions) {
    this.options = options;
  }

  /** Connections of bots that have said who they are. */
  get connected(): number {
    return [...this.#connections].filter((one) => one.session).length;
  }

  /** Events of this moment that are not sent yet. */
  get waiting(): number {
    return this.#batch.length;
  }

  get isMute(): boolean {
    return this.#isMute;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.#isAway) {
      socket.end('HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    const query = new URL(request.url ?? '/', 'ws://stand-in').searchParams;
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      const connection = new GatewayConnection(this, webSocket);
      this.#connections.add(connection);
      webSocket.on('close', () => this.#connections.delete(connection));
      connection.begin(query.get('v') ?? '', query.get('encoding') ?? 'json');
    });
  }

  /** Tells every session; one whose bot is away keeps it. What happens in the same moment is one batch. */
  publish(event: OutEvent): void {
    this.#batch.push(event);
    this.#soon ??= setImmediate(() => this.#flush());
  }

  #flush(): void {
    this.#soon = undefined;
    const batch = this.options.faults.disturb(this.#batch);
    this.#batch = [];
    this.#forgetOldSessions();
    for (const event of batch) {
      for (const session of this.#sessions.values()) {
        const dispatch = session.take(event);
        if (dispatch) this.#connectionOf(session)?.send(dispatch);
      }
    }
  }

  #connectionOf(session: GatewaySession): GatewayConnection | undefined {
    return [...this.#connections].find((one) => one.session === session);
  }

  #forgetOldSessions(): void {
    for (const [id, { leftAt }] of this.#sessions) {
      if (leftAt !== undefined && this.options.now() - leftAt > this.options.resumeMs)
        this.#sessions.delete(id);
    }
  }

  open(intents: number): GatewaySession {
    const session = new GatewaySession(intents);
    this.#sessions.set(session.id, session);
    return session;
  }

  /** The session of a bot that comes back, if it is still kept. */
  find(id: string): GatewaySession | undefined {
    this.#forgetOldSessions();
    return this.#sessions.get(id);
  }

  forget(session: GatewaySession): void {
    this.#sessions.delete(session.id);
  }

  /** Cuts every connection without a word, or closes it with a code. The sessions wait. */
  drop(code?: number): void {
    for (const connection of [...this.#connections]) connection.cut(code);
  }

  /** Op 7: every bot is asked to come back with a new connection. */
  askToReconnect(): void {
    for (const connection of this.#connections) connection.send({ op: 7, d: null });
  }

  /** Op 9: the session of every bot ends, or may be resumed. */
  invalidate(isResumable = false): void {
    for (const connection of this.#connections) {
      if (connection.session && !isResumable) this.forget(connection.session);
      connection.send({ op: 9, d: isResumable });
    }
  }

  /** Heartbeats are no longer answered, as on a line that is dead in one direction. */
  mute(isMute = true): void {
    this.#isMute = isMute;
  }

  /** Nobody can connect until comeBack; the sessions wait for as long as they do. */
  goAway(): void {
    this.#isAway = true;
    this.drop();
  }

  comeBack(): void {
    this.#isAway = false;
  }

  stop(): void {
    clearImmediate(this.#soon);
    this.drop();
    this.#server.close();
  }
}
