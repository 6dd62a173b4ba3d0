import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Web } from '../../run/serve.ts';
import { type ApiWorld, openApiWorld } from './api-world.ts';

let world: ApiWorld;
let web: Web;
let answers = true;

beforeAll(async () => {
  world = await openApiWorld();
  web = await serve({
    config: { host: '127.0.0.1', port: 0, publicUrl: undefined },
    core: world.stage.core,
    moment: world.stage.at,
    wake: () => undefined,
    databaseAnswers: async () => answers,
  });
  await tie(world.stage.store.read.keys.fingerprint);
});
afterAll(async () => {
  await web.stop();
  await world.close();
});

async function tie(fingerprint: string): Promise<void> {
  await world.stage.rows('DELETE FROM install');
  const sql = 'INSERT INTO install (id, "keyFingerprint", "createdAt") VALUES (1, $1, now())';
  await world.stage.rows(sql, [fingerprint]);
}

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${web.url}${path}`, { headers });

describe('what watches over the program', () => {
  it('learns that it runs, and whether it is ready: the database, and the key that belongs to it', async () => {
    expect(await (await get('/health')).json()).toEqual({ status: 'ok' });
    expect(await (await get('/ready')).json()).toEqual({ status: 'ready', database: true, key: true });
    await tie('another');
    expect((await get('/ready')).status).toBe(503);
    await tie(world.stage.store.read.keys.fingerprint);
    answers = false;
    expect([(await get('/ready')).status, (await get('/health')).status]).toEqual([503, 200]);
    answers = true;
  });

  it('counts, and names nobody', async () => {
    const programmeId = (await world.stage.core.read.programmes.first())?.id;
    const args = { name: 'Canary', programmeId, role: 'mentee', agreed: true, adult: true };
    await world.stage.core.perform({
      command: 'enrol-person',
      args,
      by: { is: 'coordinator', name: 'test' },
    });
    await get('/api/v1/people');
    const said = await (await get('/metrics')).text();
    expect(said).toContain('beenthere_people 1\n');
    expect(said).toContain('beenthere_api_requests_total{status="4xx"} 1\n');
    expect(said).not.toMatch(/canary|[0-9a-f]{8}-[0-9a-f]{4}-/i);
    const line = /^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[a-z0-9]+"\})? [0-9.e+]+)$/;
    for (const each of said.trim().split('\n')) expect(each).toMatch(line);
  });

  it('is told from elsewhere only with a token that may read', async () => {
    const passedOn = { 'X-Forwarded-For': '203.0.113.7' };
    expect((await get('/metrics', passedOn)).status).toBe(401);
    const [reads, writes] = [await world.token(['read']), await world.token(['write'])];
    const asked = (token: string) => get('/metrics', { ...passedOn, Authorization: `Bearer ${token}` });
    expect((await asked(reads.token)).status).toBe(200);
    expect((await asked(writes.token)).status).toBe(403);
  });

  it('finds the API and its page where they belong', async () => {
    expect((await get('/api/openapi.json')).status).toBe(200);
    const page = await get('/api/reference');
    expect([page.status, page.headers.get('Content-Security-Policy')]).toEqual([
      200,
      expect.stringContaining("style-src 'self'"),
    ]);
    expect((await get('/api/reference.css')).status).toBe(200);
    expect((await get('/api/v1/nothing')).headers.get('Content-Type')).toBe('application/problem+json');
  });
});
