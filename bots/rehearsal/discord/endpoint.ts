import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { Given } from './interaction-methods.ts';
import { readBytes, UnreadableRequest } from './request-body.ts';
import type { Endpoint } from './world.ts';

/** What stands before the seed of an Ed25519 key in PKCS8. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** What came of bringing an interaction to the bot's address. */
export interface Brought {
  /** 0 if nobody answered in time. */
  readonly status: number;
  /** What the bot said in its answer, if it said anything. */
  readonly given?: Given;
}

/** The bot's own address for interactions: what goes there is signed. */
export class SignedEndpoint implements Endpoint {
  url: string | undefined;
  /** 32 bytes in hex, as the developer portal shows it. */
  readonly publicKey: string;
  readonly #key: KeyObject;
  readonly #now: () => number;
  readonly #stop = new AbortController();

  /** The pair of keys follows from the seed, so that it is the same after a restart. */
  constructor(seed: string, now: () => number) {
    const bytes = createHash('sha256').update(seed).digest();
    this.#key = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, bytes]), format: 'der', type: 'pkcs8' });
    const whole = createPublicKey(this.#key).export({ format: 'der', type: 'spki' });
    this.publicKey = whole.subarray(-32).toString('hex');
    this.#now = now;
  }

  /** The headers that go with a body. */
  headersFor(body: string): Record<string, string> {
    const timestamp = String(Math.floor(this.#now() / 1000));
    return {
      'content-type': 'application/json',
      'user-agent': 'Discord-Interactions/1.0 (+https://discord.com)',
      'x-signature-ed25519': sign(null, Buffer.from(timestamp + body), this.#key).toString('hex'),
      'x-signature-timestamp': timestamp,
    };
  }

  async verify(url: string): Promise<boolean> {
    const body = JSON.stringify({ id: '0', application_id: '0', type: 1, token: 'ping', version: 1 });
    const good = await this.#post(url, body, this.headersFor(body));
    const forged = { ...this.headersFor(body), 'x-signature-ed25519': '0'.repeat(128) };
    const bad = await this.#post(url, body, forged);
    return good.status === 200 && good.given?.params['type'] === 1 && bad.status === 401;
  }

  bring(interaction: unknown): Promise<Brought> {
    const body = JSON.stringify(interaction);
    return this.#post(this.url ?? '', body, this.headersFor(body));
  }

  async #post(url: string, body: string, headers: Record<string, string>): Promise<Brought> {
    try {
      const signal = AbortSignal.any([this.#stop.signal, AbortSignal.timeout(4000)]);
      const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
      const bytes = Buffer.from(await response.arrayBuffer());
      if (response.status !== 200) return { status: response.status };
      const read = await readBytes(bytes, response.headers.get('content-type') ?? '');
      return { status: response.status, given: { params: read.params, uploads: read.uploads } };
    } catch (error) {
      return { status: error instanceof UnreadableRequest ? 400 : 0 };
    }
  }

  stop(): void {
    this.#stop.abort();
  }
}
