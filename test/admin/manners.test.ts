import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { RequestNote } from '../../admin/parts.ts';
import { type ApiWorld, openApiWorld } from './api-world.ts';

let world: ApiWorld;
let token: string;
const notes: RequestNote[] = [];

beforeAll(async () => {
  world = await openApiWorld({
    pace: { burst: 5, perSecond: 2 },
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
    expect(refused.headers.get('Retry-After')).toBe('1');
    expect(z.object({ code: z.string() }).parse(refused.body).code).toBe('token.too-fast');
    expect((await ask(other)).status).toBe(200);
    world.stage.clock.set(world.stage.clock.now().add({ seconds: 1 }).toString());
    expect((await ask(token)).status).toBe(200);
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

  it('has a place for every link in it', async () => {
    const { text } = await world.ask('GET', '/reference');
    const links = [...text.matchAll(/href="#([^"]+)"/g)].map(([, to]) => to);
    expect(links.length).toBeGreaterThan(20);
    for (const to of links) expect(text).toContain(`id="${to}"`);
  });
});
