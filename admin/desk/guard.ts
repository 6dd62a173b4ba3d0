import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** The cookie of somebody who is signed in, and of a browser that asks to be. Neither is ever read by a script. */
export const SESSION = '__Host-beenthere-desk';
export const ASKING = '__Host-beenthere-asking';

/**
 * The same on loopback without https: browsers count their own machine as safe (Safari does not, and needs https there
 * too). A browser that would send a cookie in the clear does not keep it, so nobody can sign in that way.
 */
const COOKIE = { path: '/', secure: true, httpOnly: true, sameSite: 'Strict' } as const;

/** As long as a code is good for; the longest session ends in the database. */
const ASKING_SECONDS = 600;
const SESSION_SECONDS = 12 * 3600;

const SECRET = /^[A-Za-z0-9_-]{43}$/;

export function secretIn(context: Context, name: string): string | undefined {
  const value = getCookie(context, name);
  return value !== undefined && SECRET.test(value) ? value : undefined;
}

export function keepSecret(context: Context, name: string, secret: string): void {
  setCookie(context, name, secret, {
    ...COOKIE,
    maxAge: name === SESSION ? SESSION_SECONDS : ASKING_SECONDS,
  });
}

export function dropSecret(context: Context, name: string): void {
  deleteCookie(context, name, COOKIE);
}

const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'",
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/** Nothing of the desk is framed, guessed at, kept on the way, or told to another page. */
export const deskHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
};

/**
 * Whether a request comes from the desk's own pages. A browser that says neither where it comes from nor which page sent
 * it is refused: every browser of today says one of the two.
 */
export function isFromDesk(context: Context, publicUrl: string | undefined): boolean {
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = context.req.header('origin');
  if (origin === undefined || !URL.canParse(origin)) return false;
  if (publicUrl !== undefined) return new URL(origin).origin === new URL(publicUrl).origin;
  return new URL(origin).host === (context.req.header('host') ?? new URL(context.req.url).host);
}

export function isForm(context: Context): boolean {
  const type = context.req.header('Content-Type') ?? '';
  return /^application\/x-www-form-urlencoded *(;|$)/i.test(type);
}

/**
 * How often strangers may try to sign in, all together: our default. A code has five tries by itself; this keeps the
 * database from being asked in vain.
 */
export function openDoor(now: () => number, { burst = 60, perSecond = 5 } = {}): () => boolean {
  let left = burst;
  let last = now();
  return () => {
    left = Math.min(burst, left + ((now() - last) / 1000) * perSecond);
    last = now();
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
