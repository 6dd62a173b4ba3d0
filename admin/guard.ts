import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type By, type Pace, scopeAt, type TokenHolder } from '../core/index.ts';
import type { Needs } from './describe.ts';
import { noteRead, noteRefused } from './note-reads.ts';
import type { ApiParts } from './parts.ts';
import { answerProblem, Problem } from './problem.ts';
import { keptWithin, onlyWithin } from './within.ts';

export type Env = { Variables: { holder: TokenHolder } };

/** A programme's document is the longest thing that comes in. */
const MOST_BYTES = 256 * 1024;

/**
 * How often one token may ask, of all instances together. Our default: a page of a desk asks a dozen things at once, a
 * program that copies everything a few a second.
 */
const PACE: Pace = { burst: 60, perSecond: 10 };

const LOOKS = ['GET', 'HEAD'];

const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Nothing here is shown in a frame, guessed at, or kept on the way; a page may say itself where its style comes from. */
export const safeHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) {
    if (!context.res.headers.has(name)) context.header(name, value);
  }
};

/** Gives every request an id, and notes its route and outcome: never its address, its body or who asked. */
export function noted({ moment, onRequest }: ApiParts): MiddlewareHandler {
  return async (context, next) => {
    const { now, newId } = moment();
    const request = newId();
    context.header('X-Request-Id', request);
    await next();
    const tookMs = moment().now.epochMilliseconds - now.epochMilliseconds;
    onRequest?.({ request, method: context.req.method, status: context.res.status, tookMs });
  };
}

/** Lets in who holds a good token for what is asked, at the pace of a token. Everything else is refused unread. */
export function onlyHolders(parts: ApiParts): MiddlewareHandler<Env> {
  return async (context, next) => {
    const { holder, note } = await admitted(parts, context);
    context.set('holder', holder);
    const by = byHolder(holder);
    if (!endsItself(holder, context) && !holder.scopes.includes(neededFor(context))) {
      await noteRefused(parts, context, by);
      throw mayNot(neededFor(context));
    }
    if (note) await noteUse(parts, holder);
    const looks = LOOKS.includes(context.req.method);
    const { reach } = holder;
    if (looks && reach !== undefined) await onlyWithin(parts, context, reach);
    await next();
    if (context.res.status === 200 && looks && reach !== undefined) await keptWithin(parts, context, reach);
    if (context.res.status === 200 && looks) await noteRead(parts, context, by);
  };
}

/** @throws Problem when there is no good token, or it asked too often */
export async function admitted({ core, pace = PACE }: Pick<ApiParts, 'core' | 'pace'>, context: Context) {
  const token = bearerOf(context);
  const found = token === undefined ? undefined : await core.admit(token, pace);
  if (found === undefined) throw needsToken();
  if (found.wait === 0) return found;
  const detail = 'This token asked too often. Wait as long as "Retry-After" says, then try again.';
  throw new Problem(429, 'token.too-fast', detail, { retryAfter: found.wait });
}

function needsToken(): Problem {
  return new Problem(
    401,
    'token.needed',
    'Send a good token: "Authorization: Bearer bt_…". The command "token make" makes one.',
  );
}

/** One token, by its id. */
const TOKEN = /\/v1\/tokens\/([^/]+)$/;

/** Whoever holds a token may always end it, as when it has leaked. */
function endsItself(holder: TokenHolder, { req }: Context): boolean {
  return req.method === 'DELETE' && TOKEN.exec(req.path)?.[1] === holder.id;
}

function neededFor({ req }: Context): Needs {
  return scopeAt(req.path, LOOKS.includes(req.method));
}

/** @throws Problem when the token is not good for this */
export function mayOnly(holder: TokenHolder, needs: Needs): void {
  if (!holder.scopes.includes(needs)) throw mayNot(needs);
}

function mayNot(needs: Needs): Problem {
  return new Problem(403, 'token.may-not', `This needs a token that may "${needs}".`);
}

export function bearerOf(context: Context): string | undefined {
  return /^Bearer +(bt_[A-Za-z0-9_-]{43})$/i.exec(context.req.header('Authorization') ?? '')?.[1];
}

/** Whoever holds a token, as the core knows them: what it is good for goes along. */
export function byHolder({ id, name, scopes, source, reach }: TokenHolder): By {
  const bound = { ...(source === null ? {} : { source }), ...(reach === undefined ? {} : { reach }) };
  return { is: 'coordinator', name, tokenId: id, scopes, ...bound };
}

async function noteUse({ core, onFault }: ApiParts, holder: TokenHolder): Promise<void> {
  const args = { tokenId: holder.id };
  try {
    await core.perform({ command: 'note-token-use', args, by: byHolder(holder) });
  } catch (error) {
    // Whoever asks is not held up by our book-keeping.
    onFault?.({ fault: 'note-token-use', why: error instanceof Error ? error.name : 'fault' });
  }
}

export const shortBodies: MiddlewareHandler = bodyLimit({
  maxSize: MOST_BYTES,
  onError: (context) =>
    answerProblem(
      context,
      new Problem(413, 'request.too-long', `A request may be ${MOST_BYTES} bytes long.`),
    ),
});

/** A body that is not declared to be JSON is not read as if it were. */
export const onlyJson: MiddlewareHandler = async (context, next) => {
  const type = context.req.header('Content-Type');
  if (type !== undefined && !/^application\/json *(;|$)/i.test(type))
    throw new Problem(415, 'request.not-json', 'Send "Content-Type: application/json".');
  await next();
};
