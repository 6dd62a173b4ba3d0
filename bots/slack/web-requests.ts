import { setTimeout as delay } from 'node:timers/promises';
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import { z } from 'zod';
import { Seal, type Signed } from './signature.ts';

/** Slack waits three seconds; what is not taken in by then is asked for again. */
const ANSWERED_WITHIN_MS = 2800;
const LARGEST_BODY = 1_000_000;

const Challenge = z.object({ type: z.literal('url_verification'), challenge: z.string() });
const Fields = z.record(z.string(), z.unknown());

export type WebOptions = {
  readonly signingSecret: string;
  /** Epoch seconds. */
  now(): number;
  onFault(fault: Readonly<Record<string, string>>): void;
};

/** Takes in what Slack posts, as a receiver of Bolt. */
export class WebRequests implements Receiver {
  readonly #seal: Seal;
  readonly #options: WebOptions;
  #app: App | undefined;

  constructor(options: WebOptions) {
    this.#options = options;
    this.#seal = new Seal(options.signingSecret, options.now);
  }

  init(app: App): void {
    this.#app = app;
  }

  async start(): Promise<void> {}
  async stop(): Promise<void> {}

  readonly answer = async (request: Request): Promise<Response> => {
    const body = await request.text();
    if (body.length > LARGEST_BODY) return new Response('', { status: 413 });
    const isForm =
      request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') === true;
    const form = isForm ? Object.fromEntries(new URLSearchParams(body)) : undefined;
    // A look at the certificate: nothing is asked and nothing told.
    if (form?.['ssl_check'] === '1') return new Response('');
    const signed: Signed = {
      body,
      timestamp: request.headers.get('x-slack-request-timestamp'),
      signature: request.headers.get('x-slack-signature'),
    };
    if (!this.#seal.isGood(signed)) return new Response('', { status: 401 });
    const parsed = parse(form, body);
    // From Slack, and nothing that we know: to be sent it again would change nothing.
    if (parsed === undefined) {
      this.#options.onFault({ fault: 'slack-request-unreadable' });
      return new Response('');
    }
    const challenge = Challenge.safeParse(parsed);
    if (challenge.success) return Response.json({ challenge: challenge.data.challenge });
    const answer = await this.#process(parsed, request.headers);
    if (answer.ok) this.#seal.noteAnswered(signed);
    return answer;
  };

  /** Answered as soon as it is acknowledged; Slack is asked to try again when that takes too long or fails. */
  async #process(body: Record<string, unknown>, headers: Headers): Promise<Response> {
    const app = this.#app;
    if (app === undefined) return new Response('', { status: 503 });
    const acknowledged = Promise.withResolvers<Response>();
    const failed = (): void => acknowledged.resolve(new Response('', { status: 503 }));
    const retryNum = Number(headers.get('x-slack-retry-num'));
    const event: ReceiverEvent = {
      body,
      ack: async () => acknowledged.resolve(new Response('')),
      ...(retryNum > 0 ? { retryNum, retryReason: headers.get('x-slack-retry-reason') ?? '' } : {}),
    };
    const enough = new AbortController();
    delay(ANSWERED_WITHIN_MS, undefined, { signal: enough.signal }).then(failed, () => undefined);
    app.processEvent(event).then(failed, () => {
      this.#options.onFault({ fault: 'slack-request-not-taken-in' });
      failed();
    });
    const answer = await acknowledged.promise;
    enough.abort();
    return answer;
  }
}

function parse(form: Record<string, string> | undefined, body: string): Record<string, unknown> | undefined {
  try {
    if (form !== undefined && form['payload'] === undefined) return form;
    const read = Fields.safeParse(JSON.parse(form?.['payload'] ?? body));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
