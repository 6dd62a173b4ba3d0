import type { RawData, WebSocket } from 'ws';
import { z } from 'zod';
import type { GatewayDesk } from './gateway-options.ts';
import type { Dispatch, GatewaySession } from './gateway-session.ts';

const frame = z.object({ op: z.number(), d: z.unknown() });
const identify = z.object({
  token: z.string(),
  intents: z.number().int().nonnegative(),
  properties: z.object({ os: z.string() }),
  shard: z.tuple([z.number(), z.number()]).optional(),
});
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number() });

/** Close codes of the documentation. */
const CLOSE = {
  unknownOpcode: 4001,
  undecodable: 4002,
  notAuthenticated: 4003,
  wrongToken: 4004,
  alreadyAuthenticated: 4005,
  invalidSequence: 4007,
  rateLimited: 4008,
  timedOut: 4009,
  invalidVersion: 4012,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const;

/** All intents that there are: a bit beyond them is a mistake. */
const ALL_INTENTS = (1 << 26) - 1;
const MOST_FRAMES = 120;
const FRAMES_MS = 60_000;

type Frame = Dispatch | { readonly op: number; readonly d: unknown };

/** One connection of a bot. */
export class GatewayConnection {
  session: GatewaySession | undefined;
  readonly #gateway: GatewayDesk;
  readonly #socket: WebSocket;
  #heart: NodeJS.Timeout | undefined;
  #beats = 0;
  #received: number[] = [];

  constructor(gateway: GatewayDesk, socket: WebSocket) {
    this.#gateway = gateway;
    this.#socket = socket;
  }

  begin(version: string, encoding: string): void {
    const { options } = this.#gateway;
    options.write({ way: 'open' });
    this.#socket.on('message', (data) => this.#hear(data));
    this.#socket.on('error', () => this.#socket.terminate());
    this.#socket.on('close', (code) => {
      clearInterval(this.#heart);
      if (this.session) {
        this.session.leftAt = options.now();
        // A bot that says goodbye in this way does not come back to its session.
        if (code === 1000 || code === 1001) this.#gateway.forget(this.session);
      }
      options.write({ way: 'closed', code });
    });
    if (version !== '10' || encoding !== 'json') {
      this.#close(CLOSE.invalidVersion, 'Invalid API version');
      return;
    }
    this.send({ op: 10, d: { heartbeat_interval: options.heartbeatMs, _trace: ['stand-in'] } });
    this.#beats = 2;
    this.#heart = setInterval(() => {
      this.#beats -= 1;
      if (this.#beats < 0) this.#close(CLOSE.timedOut, 'Session timed out.');
    }, options.heartbeatMs);
  }

  send(sent: Frame): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#socket.send(JSON.stringify(sent));
    const about = 't' in sent ? { event: sent.t, seq: sent.s } : {};
    this.#gateway.options.write({ way: 'sent', op: sent.op, ...about });
  }

  cut(code?: number): void {
    if (code === undefined) this.#socket.terminate();
    else this.#socket.close(code);
  }

  #close(code: number, words: string): void {
    const isOver = code === CLOSE.timedOut || code === CLOSE.invalidSequence;
    if (isOver && this.session) this.#gateway.forget(this.session);
    this.#socket.close(code, words);
  }

  #hear(data: RawData): void {
    if (this.#isTooMuch()) {
      this.#close(CLOSE.rateLimited, 'Rate limited.');
      return;
    }
    const read = readFrame(data);
    if (!read) {
      this.#close(CLOSE.undecodable, 'Error while decoding payload.');
      return;
    }
    this.#gateway.options.write({ way: 'received', op: read.op });
    this.#answer(read.op, read.d);
  }

  #isTooMuch(): boolean {
    const now = performance.now();
    this.#received = [...this.#received.filter((at) => now - at < FRAMES_MS), now];
    return this.#received.length > MOST_FRAMES;
  }

  #answer(op: number, d: unknown): void {
    switch (op) {
      case 1:
        this.#beats = 2;
        if (!this.#gateway.isMute) this.send({ op: 11, d: null });
        return;
      case 2:
        this.#identify(d);
        return;
      case 6:
        this.#resume(d);
        return;
      case 3:
      case 4:
      case 8:
      case 31:
        // What a bot says of its own presence, of voices and of members is of no interest here.
        if (!this.session) this.#close(CLOSE.notAuthenticated, 'Not authenticated.');
        return;
      default:
        this.#close(CLOSE.unknownOpcode, 'Unknown opcode.');
    }
  }

  #identify(d: unknown): void {
    const { options } = this.#gateway;
    const read = identify.safeParse(d);
    if (this.session) this.#close(CLOSE.alreadyAuthenticated, 'Already authenticated.');
    else if (!read.success) this.#close(CLOSE.undecodable, 'Error while decoding payload.');
    else if (read.data.token !== options.token) this.#close(CLOSE.wrongToken, 'Authentication failed.');
    else if (read.data.intents > ALL_INTENTS) this.#close(CLOSE.invalidIntents, 'Invalid intent(s).');
    else if ((read.data.intents & options.refusedIntents) !== 0) {
      this.#close(CLOSE.disallowedIntents, 'Disallowed intent(s).');
    } else {
      const session = this.#gateway.open(read.data.intents);
      this.session = session;
      this.send(session.number('READY', options.ready(session)));
      for (const greeting of options.greetings()) {
        const dispatch = session.take(greeting);
        if (dispatch) this.send(dispatch);
      }
    }
  }

  #resume(d: unknown): void {
    const read = resume.safeParse(d);
    if (!read.success) {
      this.#close(CLOSE.undecodable, 'Error while decoding payload.');
      return;
    }
    if (read.data.token !== this.#gateway.options.token) {
      this.#close(CLOSE.wrongToken, 'Authentication failed.');
      return;
    }
    const session = this.#gateway.find(read.data.session_id);
    if (session && read.data.seq > session.seq) {
      this.#gateway.forget(session);
      this.#close(CLOSE.invalidSequence, 'Invalid seq.');
      return;
    }
    const missed = session?.after(read.data.seq);
    if (!session || !missed) {
      this.send({ op: 9, d: false });
      return;
    }
    this.session = session;
    session.leftAt = undefined;
    for (const dispatch of missed) this.send(dispatch);
    this.send(session.number('RESUMED', { _trace: ['stand-in'] }));
  }
}

function readFrame(data: RawData): z.infer<typeof frame> | undefined {
  try {
    return frame.safeParse(JSON.parse(String(data))).data;
  } catch {
    return undefined;
  }
}
