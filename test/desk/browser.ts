import { Hono } from 'hono';
import { deskPages } from '../../admin/desk/desk.ts';
import { hashOfSecret } from '../../core/desk/desk-session.ts';
import type { Core } from '../../core/index.ts';
import { type MovedClock, momentAt } from '../support/world.ts';

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly to: string;
};

/** A browser: it keeps the desk's cookies, and says where its requests come from. */
export type Browser = {
  readonly cookies: Map<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Answer>;
};

/** The pages of the desk, and browsers that look at them. */
export type DeskInBrowsers = {
  readonly app: Hono;
  browser(cookies?: ReadonlyMap<string, string>): Browser;
  /** A link as the command line makes one. */
  link(who: { readonly id: string }): Promise<string>;
  /** Somebody signed in, with a browser of their own. */
  signedIn(who: { readonly id: string }): Promise<Browser>;
};

type World = {
  readonly core: Core;
  readonly clock: MovedClock;
  readonly faults: Readonly<Record<string, string>>[];
};

export function deskInBrowsers(world: World): DeskInBrowsers {
  const pages = deskPages({
    core: world.core,
    moment: () => momentAt(world.clock),
    wake: () => undefined,
    onFault: (fault) => world.faults.push(fault),
  });
  const app = new Hono().route('/desk', pages);
  function browser(known: ReadonlyMap<string, string> = new Map()): Browser {
    const cookies = new Map(known);
    async function ask(method: string, path: string, headers: Record<string, string>, body?: string) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await app.request(`/desk${path}`, {
        method,
        headers: { ...(cookie === '' ? {} : { cookie }), ...headers },
        ...(body === undefined ? {} : { body }),
      });
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (/Max-Age=0/.test(line)) cookies.delete(name);
        else cookies.set(name, value);
      }
      const to = response.headers.get('Location') ?? '';
      return { status: response.status, headers: response.headers, text: await response.text(), to };
    }
    return {
      cookies,
      get: (path, headers = {}) => ask('GET', path, headers),
      post: (path, fields = {}, headers = {}) =>
        ask(
          'POST',
          path,
          {
            'sec-fetch-site': 'same-origin',
            'content-type': 'application/x-www-form-urlencoded',
            ...headers,
          },
          new URLSearchParams(fields).toString(),
        ),
    };
  }
  async function link(who: { readonly id: string }): Promise<string> {
    const secret = Buffer.from(momentAt(world.clock).random(32)).toString('base64url');
    const args = { personId: who.id, hash: hashOfSecret('link', secret) };
    const made = await world.core.perform({
      command: 'make-desk-link',
      args,
      by: { is: 'coordinator', name: 'test' },
    });
    if (made.did !== 'done') throw new Error(`No link: ${JSON.stringify(made)}`);
    return secret;
  }
  return {
    app,
    browser,
    link,
    async signedIn(who) {
      const own = browser();
      const came = await own.post(`/link/${await link(who)}`);
      if (came.status !== 303) throw new Error(`Not signed in: ${came.text}`);
      return own;
    },
  };
}
