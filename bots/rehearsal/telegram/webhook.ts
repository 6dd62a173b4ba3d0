import type { UpdateQueue } from './update-queue.ts';
import type { WireUpdate } from './wire.ts';

export interface WebhookSettings {
  readonly url: string;
  readonly secret: string | undefined;
  readonly maxConnections: number;
}

export interface WebhookState {
  readonly settings: WebhookSettings;
  lastError?: { at: number; words: string };
}

export interface WebhookHooks {
  now(): number;
  disturb(batch: readonly WireUpdate[]): WireUpdate[];
  /** A method that the bot called in its answer; what comes of it is told to nobody. */
  called(body: string): Promise<void>;
  delivered(update: WireUpdate, status: number): void;
}

/** Real milliseconds before the first repetition, and the longest pause: the real server doubles from one second to two minutes. */
export interface Backoff {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** An answer later than this counts as none. */
const ANSWER_WITHIN_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * Brings updates to the bot's address, again and again until it says 2xx or a day has gone by: those of one chat one after the
 * other, those of different chats side by side, as far as the bot allows connections.
 */
export class WebhookCarrier {
  readonly #queue: UpdateQueue;
  readonly #hooks: WebhookHooks;
  readonly #backoff: Backoff;
  readonly #bornAt = new WeakMap<WireUpdate, number>();
  #state: WebhookState | undefined;
  #stop = new AbortController();
  #soon: NodeJS.Immediate | undefined;
  #taken = new Set<WireUpdate>();
  #lanes = new Map<string, WireUpdate[]>();
  #running = new Map<string, Promise<void>>();

  constructor(queue: UpdateQueue, hooks: WebhookHooks, backoff: Backoff) {
    this.#queue = queue;
    this.#hooks = hooks;
    this.#backoff = backoff;
    queue.onPush(() => this.#collectSoon());
  }

  get state(): WebhookState | undefined {
    return this.#state;
  }

  /** Begins with a new address, or with none. */
  set(settings: WebhookSettings | undefined): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#state = settings && { settings };
    this.#taken = new Set();
    this.#lanes = new Map();
    this.#running = new Map();
    this.#collectSoon();
  }

  /** What happens in the same moment is one batch. */
  #collectSoon(): void {
    if (!this.#state) return;
    this.#soon ??= setImmediate(() => {
      this.#soon = undefined;
      const fresh = this.#queue.peek(Number.POSITIVE_INFINITY).filter((update) => !this.#taken.has(update));
      for (const update of this.#hooks.disturb(fresh)) {
        this.#taken.add(update);
        const lane = this.#lanes.get(laneOf(update)) ?? [];
        this.#lanes.set(laneOf(update), lane);
        lane.push(update);
      }
      this.#startLanes();
    });
  }

  #startLanes(): void {
    const state = this.#state;
    if (!state) return;
    for (const [name, lane] of this.#lanes) {
      if (this.#running.size >= state.settings.maxConnections) return;
      if (this.#running.has(name)) continue;
      const lanes = this.#running;
      const running = this.#carry(state, lane, this.#stop.signal).finally(() => {
        lanes.delete(name);
        if (lanes !== this.#running) return;
        if (lane.length === 0) this.#lanes.delete(name);
        this.#startLanes();
      });
      lanes.set(name, running);
    }
  }

  async #carry(state: WebhookState, lane: WireUpdate[], signal: AbortSignal): Promise<void> {
    for (let update = lane[0]; update && !signal.aborted; update = lane[0]) {
      await this.#insist(state, update, signal);
      lane.shift();
      if (!lane.includes(update)) this.#taken.delete(update);
    }
  }

  async #insist(state: WebhookState, update: WireUpdate, signal: AbortSignal): Promise<void> {
    const bornAt = this.#bornAt.get(update) ?? this.#hooks.now();
    this.#bornAt.set(update, bornAt);
    for (
      let pause = this.#backoff.firstMs;
      !signal.aborted;
      pause = Math.min(pause * 2, this.#backoff.longestMs)
    ) {
      const askedToWait = await this.#bring(state, update, signal);
      if (askedToWait === undefined || this.#hooks.now() - bornAt >= DAY_MS) {
        if (!signal.aborted) this.#queue.confirmOne(update);
        return;
      }
      await wait(Math.max(pause, Math.min(askedToWait, this.#backoff.longestMs)), signal);
    }
  }

  /** One attempt. Nothing if it was taken, otherwise the milliseconds that the bot asked to wait. */
  async #bring(
    { settings }: WebhookState,
    update: WireUpdate,
    signal: AbortSignal,
  ): Promise<number | undefined> {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (settings.secret !== undefined) headers['X-Telegram-Bot-Api-Secret-Token'] = settings.secret;
    try {
      const response = await fetch(settings.url, {
        method: 'POST',
        headers,
        body: JSON.stringify(update),
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
      });
      const body = await response.text();
      this.#hooks.delivered(update, response.status);
      if (response.ok) {
        await this.#hooks.called(body);
        return undefined;
      }
      this.#fail(`Wrong response from the webhook: ${response.status} ${response.statusText}`);
      return Number(response.headers.get('retry-after') ?? 0) * 1000 || 0;
    } catch {
      if (!signal.aborted) {
        this.#hooks.delivered(update, 0);
        this.#fail('Connection refused');
      }
      return 0;
    }
  }

  #fail(words: string): void {
    if (this.#state) this.#state.lastError = { at: this.#hooks.now(), words };
  }

  /** Ends everything; settles when nothing is on its way any more. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#state = undefined;
    clearImmediate(this.#soon);
    await Promise.allSettled(this.#running.values());
  }
}

/** The chat that an update belongs to. */
function laneOf({ message, edited_message: edited, callback_query: query }: WireUpdate): string {
  return String((message ?? edited ?? query?.message)?.chat.id);
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
