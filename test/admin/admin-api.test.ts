import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type ApiWorld, openApiWorld } from './api-world.ts';
import { type Call, callsOf, Described, scopeOf } from './described.ts';

let world: ApiWorld;
let programmeId: string;
const tokens: Record<string, string | undefined> = {};

const Refused = z.object({ status: z.int(), code: z.string(), title: z.string(), detail: z.string() });
const Written = z.strictObject({ ids: z.record(z.string(), z.string()) });

const NOBODY = '00000000-0000-4000-8000-000000000000';

beforeAll(async () => {
  world = await openApiWorld();
  programmeId = (await world.stage.core.read.programmes.first())?.id ?? '';
  tokens['none'] = undefined;
  tokens['made up'] = `bt_${'A'.repeat(43)}`;
  tokens['read'] = (await world.token(['read'])).token;
  tokens['write'] = (await world.token(['write'])).token;
  tokens['shared'] = (await world.token(['shared'])).token;
  tokens['tokens'] = (await world.token(['tokens'])).token;
  tokens['both'] = (await world.token(['read', 'write'])).token;
  tokens['all'] = (await world.token(['read', 'write', 'shared', 'tokens'])).token;
  const revoked = await world.token(['read', 'write']);
  const by = { is: 'coordinator', name: 'test' } as const;
  await world.stage.core.perform({ command: 'revoke-token', args: { tokenId: revoked.id }, by });
  tokens['revoked'] = revoked.token;
  tokens['expired'] = (await world.token(['read', 'write'], 1)).token;
  world.stage.clock.set('2026-11-24T09:00:00Z');
});

afterAll(() => world.close());

/** Every operation of the published description: what is added later is in the table by itself. */
async function operations(): Promise<Call[]> {
  return callsOf(Described.parse((await world.ask('GET', '/openapi.json')).body));
}

async function enrol(name: string, role: string): Promise<string> {
  const body = { name, programmeId, role, agreed: true, adult: true };
  const answered = await world.ask('POST', '/v1/people', { token: tokens['both'], body });
  expect(answered.status, answered.text).toBe(200);
  return Written.parse(answered.body).ids['personId'] ?? '';
}

const OURS = { path: 'matching.capacity', values: [2], isOurs: true };

describe('who may come in', () => {
  it('decides every route for every kind of token: nothing undecided, nothing let through', async () => {
    const GRANTS: Readonly<Record<string, readonly string[]>> = {
      read: ['read'],
      write: ['write'],
      shared: ['shared'],
      tokens: ['tokens'],
      both: ['read', 'write'],
      all: ['read', 'write', 'shared', 'tokens'],
    };
    const table: string[] = [];
    const calls = await operations();
    for (const call of calls) {
      const address = call.path.replace('{id}', NOBODY).replace('{slug}', 'nowhere');
      for (const [kind, token] of Object.entries(tokens)) {
        const granted = GRANTS[kind];
        const needed = scopeOf(call);
        let wanted: number | 'in' = 401;
        if (granted !== undefined) wanted = granted.includes(needed) ? 'in' : 403;
        // A body that fits nothing: whoever is let in is told so, and nothing changes.
        const body = ['GET', 'DELETE'].includes(call.method) ? undefined : [];
        const { status, headers, body: said, text } = await world.ask(call.method, address, { token, body });
        const where = `${call.method} ${call.path} with ${kind}`;
        table.push(where);
        if (wanted === 'in') {
          expect([200, 400, 404], where).toContain(status);
          continue;
        }
        expect(status, where).toBe(wanted);
        expect(headers.get('Content-Type'), where).toBe('application/problem+json');
        expect(Refused.parse(said).status, where).toBe(wanted);
        // A refusal says the same whatever is behind it.
        expect(text, where).not.toMatch(/nobody|items|programme/i);
      }
    }
    expect(table.length).toBe(calls.length * Object.keys(tokens).length);
    expect(calls.length).toBeGreaterThanOrEqual(31);
    expect(Object.keys(tokens)).toHaveLength(10);
  });

  it('has no route that the document does not know, but the document itself and its page', async () => {
    const known = (await operations()).map(({ method, path }) => `${method} ${path}`);
    const others = [...new Set(world.routes)].filter((each) => !known.includes(each));
    expect(others.sort()).toEqual([
      'GET /openapi.json',
      'GET /programme.schema.json',
      'GET /reference',
      'GET /reference.css',
    ]);
    expect(world.routes.length).toBeGreaterThan(known.length);
  });

  it('refuses a stranger on routes that do not exist as on those that do', async () => {
    expect((await world.ask('GET', '/v1/reflections')).status).toBe(401);
    expect((await world.ask('PATCH', '/v1/people')).status).toBe(401);
    expect((await world.ask('GET', '/v1/reflections', { token: tokens['both'] })).status).toBe(404);
    expect((await world.ask('GET', '/nothing')).status).toBe(404);
  });

  it('sends every answer so that nothing on the way keeps it or shows it elsewhere', async () => {
    for (const asking of [{}, { token: tokens['both'] }]) {
      const { headers } = await world.ask('GET', '/v1/people', asking);
      expect(headers.get('Cache-Control')).toBe('no-store');
      expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    }
  });

  it('knows when a token was last used, without a write for each look', async () => {
    const made = await world.token(['read']);
    const used = async () =>
      (await world.stage.store.read.tokens.token(made.id))?.lastUsedAt?.toString() ?? null;
    expect(await used()).toBeNull();
    await world.ask('GET', '/v1/tasks', { token: made.token });
    const first = await used();
    expect(first).not.toBeNull();
    const before = (await world.stage.store.read.tokens.token(made.id))?.version;
    await world.ask('GET', '/v1/tasks', { token: made.token });
    expect((await world.stage.store.read.tokens.token(made.id))?.version).toBe(before);
  });
});

describe('what it takes', () => {
  it('takes no more than it can need', async () => {
    const body = JSON.stringify({ name: 'x'.repeat(300_000) });
    const answered = await world.ask('POST', '/v1/people', { token: tokens['both'], body });
    expect([answered.status, Refused.parse(answered.body).code]).toEqual([413, 'request.too-long']);
  });

  it('does not read a body that says it is something else, or that is broken', async () => {
    const form = { token: tokens['both'], body: 'name=Ada', headers: { 'Content-Type': 'text/plain' } };
    expect((await world.ask('POST', '/v1/people', form)).status).toBe(415);
    expect((await world.ask('POST', '/v1/people', { token: tokens['both'], body: '{"name":' })).status).toBe(
      400,
    );
    expect((await world.ask('POST', '/v1/people', { token: tokens['both'] })).status).toBe(400);
  });

  it('says which field does not fit', async () => {
    const body = { name: '', programmeId, role: 'king', agreed: false, adult: true };
    const { status, body: said } = await world.ask('POST', '/v1/people', { token: tokens['both'], body });
    const { errors } = z.object({ errors: z.array(z.object({ where: z.string() })) }).parse(said);
    expect([status, errors.map(({ where }) => where).sort()]).toEqual([400, ['agreed', 'name', 'role']]);
  });
});

describe('what a coordinator does through it', () => {
  it('enrols two, pairs them, books, and is told whom to ring', async () => {
    const token = tokens['both'];
    const mentorId = await enrol('Moira', 'volunteer');
    const menteeId = await enrol('Annie', 'mentee');
    const role = { programmeId, role: 'mentor' };
    expect((await world.ask('POST', `/v1/people/${mentorId}/roles`, { token, body: role })).status).toBe(200);
    const pairing = { programmeId, mentorId, menteeId, rhythmDays: 14 };
    const woken = world.woken();
    const paired = Written.parse((await world.ask('POST', '/v1/pairs', { token, body: pairing })).body);
    expect(world.woken()).toBe(woken + 1);
    const pairId = paired.ids['pairId'] ?? '';
    const place = 'the canary cafe';
    const booking = { pairId, wall: '2026-12-01T14:30', mode: 'in-person', place };
    expect((await world.ask('POST', '/v1/meetings', { token, body: booking })).status).toBe(200);

    const meetings = await world.ask('GET', `/v1/meetings?pairId=${pairId}`, { token });
    expect(meetings.body).toMatchObject({
      items: [{ pairId, mentor: 'Moira', mentee: 'Annie', state: 'confirmed', wall: '2026-12-01T14:30' }],
    });
    const tasks = await world.ask('GET', '/v1/tasks', { token });
    const { items } = z
      .object({ items: z.array(z.object({ id: z.uuid(), kind: z.string(), person: z.string() })) })
      .parse(tasks.body);
    expect(items.map(({ kind, person }) => `${kind} ${person}`).sort()).toEqual([
      'tell-by-phone Annie',
      'tell-by-phone Moira',
    ]);
    const done = await world.ask('POST', `/v1/tasks/${items[0]?.id}/done`, { token });
    expect(done.status, done.text).toBe(200);
    for (const path of ['people', 'pairs', 'tasks', 'tokens', 'programmes', `meetings?pairId=${pairId}`]) {
      const { text, status } = await world.ask('GET', `/v1/${path}`, { token });
      expect(status, path).toBe(200);
      expect(text, path).not.toMatch(/canary|wrappedKey|Sealed|userId|chatId|hash/i);
    }
    const again = await world.ask('POST', '/v1/pairs', { token, body: pairing });
    expect([again.status, Refused.parse(again.body).code]).toEqual([409, 'pair.already']);
  });

  it('lists everybody once, page by page', async () => {
    const Page = z.object({ items: z.array(z.object({ id: z.uuid() })), next: z.uuid().nullable() });
    const ids: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const after: string = next === '' ? '' : `&after=${next}`;
      const page = Page.parse(
        (await world.ask('GET', `/v1/people?limit=2${after}`, { token: tokens['read'] })).body,
      );
      ids.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    const { people } = await world.stage.core.read.desk.counts();
    expect([ids.length, new Set(ids).size]).toEqual([people, people]);
  });

  it('loads a programme, and the same again changes nothing', async () => {
    const first = await world.stage.core.read.programmes.first();
    const body = { ...first?.document, name: 'North Side' };
    const put = () => world.ask('PUT', '/v1/programmes/north', { token: tokens['both'], body });
    expect(Written.parse((await put()).body).ids).toHaveProperty('programmeId');
    expect(Written.parse((await put()).body).ids).toEqual({});
    expect((await world.stage.core.read.programmes.bySlug('north'))?.version).toBe(1);
  });

  it('says since when a programme is as it is, and which of its numbers are our defaults', async () => {
    const { body, status } = await world.ask('GET', '/v1/programmes/north', { token: tokens['both'] });
    expect(status).toBe(200);
    const since = world.stage.clock.now().toString();
    expect(body).toMatchObject({ since, numbers: expect.arrayContaining([OURS]) });
  });

  it('ends a token, its own included', async () => {
    const mine = await world.token(['write']);
    expect((await world.ask('DELETE', `/v1/tokens/${mine.id}`, { token: mine.token })).status).toBe(200);
    expect((await world.ask('DELETE', `/v1/tokens/${mine.id}`, { token: mine.token })).status).toBe(401);
    expect((await world.ask('DELETE', `/v1/tokens/${NOBODY}`, { token: tokens['tokens'] })).status).toBe(404);
  });

  it('ends other tokens only with one made for that, so that one that leaked shuts nobody out', async () => {
    const theirs = await world.token(['read', 'write']);
    for (const kind of ['read', 'write', 'shared', 'both']) {
      const asked = await world.ask('DELETE', `/v1/tokens/${theirs.id}`, { token: tokens[kind] });
      expect(asked.status, kind).toBe(403);
    }
    const row = await world.stage.store.read.tokens.token(theirs.id);
    expect(row?.revokedAt).toBeNull();
    const asked = await world.ask('DELETE', `/v1/tokens/${theirs.id}`, { token: tokens['tokens'] });
    expect(asked.status, asked.text).toBe(200);
    const reader = await world.token(['read']);
    const own = await world.ask('DELETE', `/v1/tokens/${reader.id}`, { token: reader.token });
    expect(own.status, own.text).toBe(200);
  });
});
