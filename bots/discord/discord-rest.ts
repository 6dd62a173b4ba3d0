import { DefaultRestOptions, REST, type RESTOptions } from 'discord.js';
import { z } from 'zod';

export type RestOptions = {
  readonly token: string;
  /** Where Discord's API is, without its version; the real one unless told otherwise. */
  readonly apiRoot?: string;
};

/** Discord's two kinds of calls: those that count towards the fifty a second of the whole bot, and answers to interactions. */
export type Rest = { readonly calls: REST; readonly answers: REST };

/**
 * Milliseconds that Discord has for a call. Less than the lease on a message (another instance would send it too) and than the
 * time in which the app has to end.
 */
const ANSWERED_WITHIN_MS = 8000;

/**
 * The SDK's way to call Discord. It tries nothing again by itself and waits for nothing: delivery does both, and keeps to what
 * Discord says.
 */
export function openRest({ token, apiRoot }: RestOptions): Rest {
  const shared: Partial<RESTOptions> = {
    ...(apiRoot === undefined ? {} : { api: apiRoot }),
    version: '10',
    retries: 0,
    offset: 0,
    timeout: ANSWERED_WITHIN_MS,
    rejectOnRateLimit: () => true,
    // Fifty a second for the whole bot are kept to where messages are paced; a second count here would refuse what fits.
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    makeRequest: exactly,
  };
  return {
    calls: new REST(shared).setToken(token),
    answers: new REST(shared).setToken(token),
  };
}

const TooMany = z.object({ retry_after: z.number() });

/** Discord says in its words how long to wait, to the millisecond; the header it sends too, which the SDK reads, is rounded up. */
const exactly: RESTOptions['makeRequest'] = async (url, init) => {
  const response = await DefaultRestOptions.makeRequest(url, init);
  if (response.status !== 429) return response;
  const text = await response.text();
  const said = TooMany.safeParse(readJson(text));
  const headers = new Headers();
  for (const [name, value] of response.headers) headers.append(name, value);
  if (said.success) headers.set('retry-after', String(said.data.retry_after));
  headers.delete('content-length');
  return new Response(text, { status: response.status, headers });
};

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
