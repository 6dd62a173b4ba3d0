import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { deskPages } from '../../admin/desk/desk.ts';
import { hashOfSecret } from '../../core/desk/desk-session.ts';
import { type Person, Role } from '../../core/people/person.ts';
import { openPaperWorld, type PaperWorld, type Writer } from '../support/paper-world.ts';
import { momentAt } from '../support/world.ts';

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

export type DeskWorld = PaperWorld & {
  readonly app: Hono;
  browser(cookies?: ReadonlyMap<string, string>): Browser;
  role(who: Writer, role: Role['role'], programmeId?: string): Promise<void>;
  programme(slug: string): Promise<string>;
  /** A link as the command line makes one. */
  link(who: Writer): Promise<string>;
  /** What the bot answers to the code that a browser shows. */
  answerTo(who: Writer, shown: Answer): Promise<string>;
  /** Somebody signed in, with a browser of their own. */
  signedIn(who: Writer): Promise<Browser>;
  staff(name: string, role: Role['role'], more?: Partial<Person>): Promise<Writer>;
};

export const SESSION = '__Host-beenthere-desk';
export const ASKING = '__Host-beenthere-asking';

export function codeOn({ text }: Answer): string {
  const [, code = ''] = /class="code">desk ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(text) ?? [];
  return code;
}

export async function openDeskWorld(): Promise<DeskWorld> {
  const world = await openPaperWorld();
  const app = new Hono().route('/desk', desk());
  function desk() {
    return deskPages({
      core: world.core,
      moment: () => momentAt(world.clock),
      wake: () => undefined,
      onFault: (fault) => world.faults.push(fault),
    });
  }
  async function role(who: Writer, name: Role['role'], programmeId = world.programmeId) {
    const ids = { id: randomUUID(), personId: who.id, programmeId };
    const row = Role.parse({ ...ids, version: 1, role: name, since: world.clock.now(), endedAt: null });
    await world.commit({ saves: [{ table: 'role', row }] });
  }
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
  async function link(who: Writer): Promise<string> {
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
    ...world,
    app,
    browser,
    role,
    link,
    async programme(slug) {
      const first = (await world.core.read.programmes.all())[0];
      if (first === undefined) throw new Error('There is no programme');
      const row = { ...first, id: randomUUID(), version: 1, slug };
      await world.commit({ saves: [{ table: 'programme', row }] });
      return row.id;
    },
    async answerTo(who, shown) {
      await world.write(who, `desk ${codeOn(shown)}`);
      return [...world.said(who).matchAll(/code for the desk is ([0-9A-Z-]{9})/g)].at(-1)?.[1] ?? '';
    },
    async signedIn(who) {
      const own = browser();
      const came = await own.post(`/link/${await link(who)}`);
      if (came.status !== 303) throw new Error(`Not signed in: ${came.text}`);
      return own;
    },
    async staff(name, as, more) {
      const who = await world.person(name, more);
      await role(who, as);
      return who;
    },
  };
}
