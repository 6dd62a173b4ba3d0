import { createHmac } from 'node:crypto';
import type { Attempt, Carrier, Envelope, Failure, Outcome } from './dispatcher.ts';

export interface RequestUrls {
  readonly events: string;
  /** The same as for events unless given. */
  readonly commands?: string;
  readonly interactivity?: string;
}

export interface HttpCarrierOptions {
  readonly signingSecret: string;
  readonly ackTimeoutMs: number;
  /** Epoch milliseconds for the signature: the clock by which the bot judges its age. */
  readonly signedAt: () => number;
}

const REASONS: Readonly<Record<Failure, string>> = {
  timeout: 'http_timeout',
  http_error: 'http_error',
  connection_failed: 'connection_failed',
};

/** Posts what happened to the bot's own addresses, signed. */
export class HttpCarrier implements Carrier {
  readonly via = 'http' as const;
  readonly #options: HttpCarrierOptions;
  readonly #urls: RequestUrls;

  constructor(urls: RequestUrls, options: HttpCarrierOptions) {
    this.#urls = urls;
    this.#options = options;
  }

  /** Asks the address whether it is the bot's. Throws, saying why, if it is not. */
  async verify(token: string): Promise<void> {
    const challenge = `challenge-${Math.floor(this.#options.signedAt())}`;
    const body = JSON.stringify({ token, challenge, type: 'url_verification' });
    const signal = AbortSignal.timeout(this.#options.ackTimeoutMs);
    const response = await this.#post(this.#urls.events, body, 'application/json', {}, signal);
    const words = await response.text();
    if (response.status !== 200 || !answersChallenge(words, challenge)) {
      throw new Error(`Your request URL didn't respond with the challenge: ${response.status} ${words}`);
    }
  }

  async deliver(envelope: Envelope, attempt: Attempt): Promise<Outcome> {
    const retry =
      attempt.number === 0
        ? {}
        : {
            'x-slack-retry-num': String(attempt.number),
            'x-slack-retry-reason': REASONS[attempt.reason ?? 'timeout'],
          };
    const { url, body, type } = this.#requestOf(envelope);
    const timeout = AbortSignal.timeout(this.#options.ackTimeoutMs);
    try {
      const response = await this.#post(url, body, type, retry, AbortSignal.any([timeout, attempt.signal]));
      const words = await response.text();
      if (response.ok) return { kind: 'acknowledged', answer: answerOf(response, words) };
      const isLast = response.headers.get('x-slack-no-retry') === '1';
      return { kind: 'failed', reason: 'http_error', ...(isLast && { isLast }) };
    } catch {
      const isLate = timeout.aborted || attempt.signal.aborted;
      return { kind: 'failed', reason: isLate ? 'timeout' : 'connection_failed' };
    }
  }

  /** There is no line that could be cut. */
  drop(): void {}

  #requestOf({ type, payload }: Envelope): { url: string; body: string; type: string } {
    const form = 'application/x-www-form-urlencoded';
    const { events, commands = events, interactivity = events } = this.#urls;
    if (type === 'events_api')
      return { url: events, body: JSON.stringify(payload), type: 'application/json' };
    if (type === 'slash_commands') {
      const fields = Object.entries(payload).map(([name, value]): [string, string] => [name, String(value)]);
      return { url: commands, body: new URLSearchParams(fields).toString(), type: form };
    }
    const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
    return { url: interactivity, body, type: form };
  }

  #post(url: string, body: string, type: string, more: Record<string, string>, signal: AbortSignal) {
    const timestamp = String(Math.floor(this.#options.signedAt() / 1000));
    const headers = {
      'content-type': type,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signatureOf(this.#options.signingSecret, timestamp, body),
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      ...more,
    };
    return fetch(url, { method: 'POST', headers, body, signal, redirect: 'follow' });
  }
}

/** Slack's signature of a body, version 0. */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

function answersChallenge(words: string, challenge: string): boolean {
  if (words === challenge || words === `challenge=${challenge}`) return true;
  try {
    const read: unknown = JSON.parse(words);
    return typeof read === 'object' && read !== null && 'challenge' in read && read.challenge === challenge;
  } catch {
    return false;
  }
}

/** What came with the acknowledgement: JSON, or words. */
function answerOf(response: Response, words: string): unknown {
  if (words === '') return undefined;
  if (!response.headers.get('content-type')?.includes('json')) return words;
  try {
    return JSON.parse(words);
  } catch {
    return words;
  }
}
