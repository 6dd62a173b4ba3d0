import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { Snowflake } from './snowflake.ts';

export type HttpParts = {
  /** 32 bytes in hex, as the developer portal shows them. */
  readonly publicKey: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Takes an interaction. Settles when Discord has our first answer. */
  onInteraction(raw: unknown): Promise<unknown>;
};

/** What stands before the 32 bytes of an Ed25519 key in its usual form. */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** A request older than this, or from further ahead, is nobody's honest message; our default. */
const FRESH_MS = 5 * 60_000;

/**
 * Answers Discord's web requests: what is not signed by Discord, is old, or came before is refused with 401; what is signed and means nothing to us is passed over. The interaction is
 * answered by its own callback, so that this way and the gateway's are one; the request itself gets 202.
 */
export function httpInteractions(parts: HttpParts): (request: Request) => Promise<Response> {
  const key = createPublicKey({
    key: Buffer.concat([SPKI_HEAD, Buffer.from(parts.publicKey, 'hex')]),
    format: 'der',
    type: 'spki',
  });
  const seen = new Map<string, number>();
  return async (request) => {
    const body = Buffer.from(await request.arrayBuffer());
    if (!isSigned(request.headers, body, key, parts.now()))
      return new Response('bad request signature', { status: 401 });
    const raw = readJson(body);
    // From Discord, and nothing that we know: to be sent it again would change nothing.
    if (typeof raw !== 'object' || raw === null) return new Response(null, { status: 202 });
    if (Reflect.get(raw, 'type') === 1) return Response.json({ type: 1 });
    const named = Snowflake.safeParse(Reflect.get(raw, 'id'));
    if (!named.success) return new Response(null, { status: 202 });
    const id = named.data;
    for (const [old, at] of seen) {
      if (parts.now() - at <= 2 * FRESH_MS) break;
      seen.delete(old);
    }
    if (seen.has(id)) return new Response('seen before', { status: 401 });
    seen.set(id, parts.now());
    await parts.onInteraction(raw);
    return new Response(null, { status: 202 });
  };
}

/** Checks the signature over the bytes as they came, and their age. */
function isSigned(headers: Headers, body: Buffer, key: KeyObject, now: number): boolean {
  const signature = headers.get('x-signature-ed25519') ?? '';
  const timestamp = headers.get('x-signature-timestamp') ?? '';
  if (!/^[0-9a-f]{128}$/i.test(signature) || !/^\d{1,12}$/.test(timestamp)) return false;
  const signed = Buffer.concat([Buffer.from(timestamp), body]);
  if (!verify(null, signed, key, Buffer.from(signature, 'hex'))) return false;
  return Math.abs(now - Number(timestamp) * 1000) <= FRESH_MS;
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
