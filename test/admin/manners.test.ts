import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { adminApi } from '../../admin/admin-api.ts';
import type { RequestNote } from '../../admin/parts.ts';
import { type ApiWorld, openApiWorld } from './api-world.ts';

/** Slow enough that a slow machine does not fill it up meanwhile. */
const PACE = { burst: 5, perSecond: 0.4 };

let world: ApiWorld;
let token: string;
const notes: RequestNote[] = [];

beforeAll(async () => {
  world = await openApiWorld({
    pace: PACE,
    onRequest(note) {
      notes.push(note);
    },
  });
  token = (await world.token(['read'])).token;
});
afterAll(() => world.close());

describe('the pace of a token', () => {
  it('is kept apart from that of others, and says when to come again', async () => {
    const other = (await world.token(['read'])).token;
    const ask = (with_: string) => world.ask('GET', '/v1/people', { token: with_ });
    const statuses: number[] = [];
    for (let asked = 0; asked < 6; asked += 1) statuses.push((await ask(token)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    const refused = await ask(token);
    const wait = Number(refused.headers.get('Retry-After'));
    expect([1, 2, 3]).toContain(wait);
    expect(z.object({ code: z.string() }).parse(refused.body).code).toBe('token.too-fast');
    expect((await ask(other)).status).toBe(200);
    await vi.waitFor(async () => expect((await ask(token)).status).toBe(200), {
      timeout: wait * 1000 + 5000,
      interval: 100,
    });
  });

  it('is one for all instances together, however many ask at once', async () => {
    const second = adminApi({
      core: world.stage.core,
      moment: world.stage.at,
      pace: PACE,
      wake: () => undefined,
    });
    const mine = (await world.token(['read'])).token;
    const headers = { Authorization: `Bearer ${mine}` };
    const asked = Array.from({ length: 20 }, async (_, turn) =>
      turn % 2 === 0
        ? (await world.ask('GET', '/v1/people', { token: mine })).status
        : (await second.request('/v1/people', { headers })).status,
    );
    const statuses = await Promise.all(asked);
    const letIn = statuses.filter((each) => each === 200).length;
    // One more may fit while the requests are on their way.
    expect(letIn).toBeGreaterThanOrEqual(PACE.burst);
    expect(letIn).toBeLessThanOrEqual(PACE.burst + 1);
    expect(statuses.filter((each) => each === 429)).toHaveLength(20 - letIn);
  });

  it('does not hang on a clock that is moved', async () => {
    const mine = (await world.token(['read'])).token;
    const start = world.stage.clock.now();
    await world.ask('GET', '/v1/people', { token: mine });
    world.stage.clock.set(start.subtract({ hours: 24 }).toString());
    expect((await world.ask('GET', '/v1/people', { token: mine })).status).toBe(200);
    world.stage.clock.set(start.toString());
  });
});

describe('what is noted of a request', () => {
  it('is its id, its manner and its outcome, and nothing of what was asked', async () => {
    notes.length = 0;
    const { headers } = await world.ask('GET', '/v1/people/secret-address?after=canary', { token: 'bt_x' });
    const [note] = notes;
    expect(headers.get('X-Request-Id')).toBe(note?.request);
    expect(Object.keys(note ?? {}).sort()).toEqual(['method', 'request', 'status', 'tookMs']);
    expect(JSON.stringify(notes)).not.toMatch(/canary|secret|bt_/);
    expect(note?.status).toBe(401);
  });
});

describe('the reference page', () => {
  it('shows every operation without a single script, and lets none in', async () => {
    const { status, text, headers } = await world.ask('GET', '/reference');
    expect(status).toBe(200);
    expect(headers.get('Content-Type')).toMatch(/^text\/html/);
    expect(text).not.toMatch(/<script|javascript:|style=|onclick|https?:\/\//i);
    const policy = headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|script-src|\*/);
    const spec = z
      .object({ paths: z.record(z.string(), z.record(z.string(), z.object({ summary: z.string() }))) })
      .parse((await world.ask('GET', '/openapi.json')).body);
    for (const [path, methods] of Object.entries(spec.paths)) {
      for (const method of Object.keys(methods))
        expect(text).toContain(`${method.toUpperCase()} /api${path}`);
    }
    expect((await world.ask('GET', '/reference.css')).headers.get('Content-Type')).toMatch(/^text\/css/);
  });

  it('says what a list is of, and what may be missing', async () => {
    const { text } = await world.ask('GET', '/reference');
    expect(text).toContain('a list of <a href="#Person">Person</a>');
    expect(text).toContain('string or null (uuid)');
  });

  it('has a place for every link in it', async () => {
    const { text } = await world.ask('GET', '/reference');
    const links = [...text.matchAll(/href="#([^"]+)"/g)].map(([, to]) => to);
    expect(links.length).toBeGreaterThan(20);
    for (const to of links) expect(text).toContain(`id="${to}"`);
  });
});
