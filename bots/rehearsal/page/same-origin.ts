import type { Context, MiddlewareHandler } from 'hono';

type Refuse = (context: Context) => Response | Promise<Response>;

/**
 * Refuses what another site asks of this one in the visitor's name. A browser that says neither where a request comes from
 * nor which page sent it is refused as well: every browser of today says one of the two.
 */
export function onlyFromHere(refuse: Refuse): MiddlewareHandler {
  return async (context, next) => {
    const { method, url } = context.req;
    if (method === 'GET' || method === 'HEAD' || isFromHere(context.req.header(), url)) return await next();
    return await refuse(context);
  };
}

function isFromHere(headers: Record<string, string>, url: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = headers;
  if (origin === undefined || !URL.canParse(origin)) return false;
  return new URL(origin).host === (host ?? new URL(url).host);
}
