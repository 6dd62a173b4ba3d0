import { randomBytes, randomUUID } from 'node:crypto';
import { adminApi } from '../../admin/admin-api.ts';
import type { ApiParts } from '../../admin/parts.ts';
import { hashOfToken, tokenFrom } from '../../core/access/tokens.ts';
import type { Scope } from '../../core/kernel/admin-token.ts';
import { openStage, type Stage } from '../support/stage.ts';

export type Answered = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  readonly text: string;
};

export type Asking = {
  readonly token?: string | undefined;
  readonly body?: unknown;
  /** Its own for each change unless given; null: none. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
};

export type ApiWorld = {
  readonly stage: Stage;
  readonly woken: () => number;
  /** Every route that answers, as "GET /v1/people/{id}", whether or not the document knows it. */
  readonly routes: readonly string[];
  ask(method: string, path: string, asking?: Asking): Promise<Answered>;
  /** A token that may do these things, and its id; bound to one source where one is named. */
  token(scopes: readonly Scope[], days?: number, source?: string): Promise<{ token: string; id: string }>;
  close(): Promise<void>;
};

export const START = '2026-11-23T09:00:00Z';

/** The API on a real core and a real database. */
export async function openApiWorld(
  more: Partial<Pick<ApiParts, 'pace' | 'onRequest'>> = {},
): Promise<ApiWorld> {
  const stage = await openStage(START);
  await stage.core.prepare();
  let woken = 0;
  const api = adminApi({
    core: stage.core,
    moment: stage.at,
    // As fast as a test asks, unless it is about that.
    pace: { burst: 1_000_000, perSecond: 1 },
    ...more,
    wake() {
      woken += 1;
    },
  });
  return {
    stage,
    woken: () => woken,
    routes: api.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`),
    ask: askingOf(api),
    async token(scopes, days = 30, source) {
      const token = tokenFrom(randomBytes(32));
      const hash = hashOfToken(token);
      const args = {
        name: `test ${scopes.join('+')}`,
        hash,
        scopes,
        days,
        ...(source === undefined ? {} : { source }),
      };
      const by = { is: 'coordinator', name: 'test' } as const;
      await stage.core.perform({ command: 'make-token', args, by });
      const row = await stage.store.read.tokens.byHash(hash);
      if (row === undefined) throw new Error('The token was not kept');
      return { token, id: row.id };
    },
    close: stage.close,
  };
}

/** Requests to an API as a program sends them. */
export function askingOf(api: ReturnType<typeof adminApi>): ApiWorld['ask'] {
  return async (method, path, { token, body, key, headers } = {}) => {
    const own = ['GET', 'HEAD'].includes(method) ? null : randomUUID();
    const sent = key === undefined ? own : key;
    const response = await api.request(path, {
      method,
      headers: {
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(sent === null ? {} : { 'Idempotency-Key': sent }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = (response.headers.get('Content-Type') ?? '').includes('json');
    const parsed: unknown = isJson ? JSON.parse(text) : undefined;
    return { status: response.status, headers: response.headers, body: parsed, text };
  };
}
