import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { DiscordStandIn } from '../../bots/rehearsal/discord/stand-in.ts';

export interface Frame {
  op: number;
  d: unknown;
  s?: number;
  t?: string;
}

/** The address of the gateway, without a question to the server. */
export function gatewayOf(standIn: DiscordStandIn): string {
  return standIn.url.replace(/^http(.*)\/api$/, 'ws$1');
}

/** A connection to the gateway without any client. */
export class RawSocket {
  readonly frames: Frame[] = [];
  readonly #socket: WebSocket;
  #closed: number | undefined;

  constructor(url: string) {
    this.#socket = new WebSocket(url);
    this.#socket.on('message', (data) => this.frames.push(JSON.parse(String(data))));
    this.#socket.on('close', (code) => {
      this.#closed = code;
    });
    this.#socket.on('error', () => {});
  }

  send(op: number, d: unknown): void {
    this.#socket.send(JSON.stringify({ op, d }));
  }

  sendRaw(words: string): void {
    this.#socket.send(words);
  }

  /** The first frame that fits, as soon as it is there. */
  async waitFor(fits: (frame: Frame) => boolean): Promise<Frame> {
    for (;;) {
      const found = this.frames.find(fits);
      if (found) return found;
      if (this.#closed !== undefined) throw new Error(`Closed with ${this.#closed}`);
      await Promise.race([once(this.#socket, 'message'), once(this.#socket, 'close')]);
    }
  }

  event(name: string): Promise<Frame> {
    return this.waitFor((frame) => frame.t === name);
  }

  /** The names of all events so far. */
  get events(): string[] {
    return this.frames.flatMap((frame) => frame.t ?? []);
  }

  /** The code with which the other side closes. */
  async closed(): Promise<number> {
    if (this.#closed !== undefined) return this.#closed;
    return new Promise((resolve) => this.#socket.once('close', resolve));
  }

  close(code?: number): void {
    if (code === undefined) this.#socket.terminate();
    else this.#socket.close(code);
  }
}

/** A connection that has been greeted. */
export async function connect(standIn: DiscordStandIn, query = '?v=10&encoding=json'): Promise<RawSocket> {
  const socket = new RawSocket(`${gatewayOf(standIn)}/${query}`);
  await socket.waitFor((frame) => frame.op === 10);
  return socket;
}

export function identity(standIn: DiscordStandIn, intents: number, token = standIn.token) {
  return { token, intents, properties: { os: 'x', browser: 'x', device: 'x' } };
}

/** A connection that has said who it is. */
export async function identified(standIn: DiscordStandIn, intents: number) {
  const socket = await connect(standIn);
  socket.send(2, identity(standIn, intents));
  const { d } = await socket.event('READY');
  return { socket, sessionId: String(Reflect.get(Object(d), 'session_id')) };
}
