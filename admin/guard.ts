import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { holderOf, type TokenHolder } from '../core/index.ts';
import type { ApiParts } from './parts.ts';
import { answerProblem, Problem } from './problem.ts';

export type Env = { Variables: { holder: TokenHolder } };

/** A programme's document is the longest thing that comes in. */
const MOST_BYTES = 256 * 1024;

const LOOKS = ['GET', 'HEAD'];

/** Nothing here is a page: it is not shown in a frame, not guessed at, and not kept on the way. */
export const safeHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('Cache-Control', 'no-store');
  context.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  context.header('X-Content-Type-Options', 'nosniff');
  context.header('Referrer-Policy', 'no-referrer');
  context.header('Cross-Origin-Resource-Policy', 'same-origin');
};

/** Lets in who holds a good token, to look with "read" and to change with "write". Everything else is refused unread. */
export function onlyHolders(parts: ApiParts): MiddlewareHandler<Env> {
  return async (context, next) => {
    const token = bearerOf(context);
    const holder = token === undefined ? undefined : await holderOf(parts.core.read, token, parts.moment());
    if (holder === undefined) {
      throw new Problem(
        401,
        'token.needed',
        'Send a good token: "Authorization: Bearer bt_…". The command "token make" makes one.',
      );
    }
    const scope = LOOKS.includes(context.req.method) ? 'read' : 'write';
    if (!holder.scopes.includes(scope))
      throw new Problem(403, 'token.may-not', `This needs a token that may "${scope}".`);
    context.set('holder', holder);
    await noteUse(parts, holder);
    await next();
  };
}

function bearerOf(context: Context): string | undefined {
  return /^Bearer +(bt_[A-Za-z0-9_-]{43})$/i.exec(context.req.header('Authorization') ?? '')?.[1];
}

async function noteUse({ core, onFault }: ApiParts, holder: TokenHolder): Promise<void> {
  const by = { is: 'coordinator', name: holder.name } as const;
  try {
    await core.perform({ command: 'note-token-use', args: { tokenId: holder.id }, by });
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
