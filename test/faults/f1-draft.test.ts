import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { hashOfToken, tokenFrom } from '../../core/access/tokens.ts';
import { momentNow } from '../../run/moments.ts';
import { figure, LONGEST_MS } from './size.ts';
import { openStage, type Stage, until } from './stage.ts';

const by = { is: 'coordinator', name: 'test' } as const;
const WORDS = 'Words Canary';

let stage: Stage;

afterEach(() => stage.close());

/** Three who wait on each side. */
async function cohort(): Promise<string> {
  const programme = await stage.core.read.programmes.first();
  const programmeId = programme?.id ?? '';
  for (let each = 0; each < 3; each += 1)
    for (const role of ['mentor', 'mentee']) {
      const args = { name: `${WORDS} ${role} ${each}`, programmeId, role, agreed: true, adult: true };
      await stage.core.perform({ command: 'enrol-person', args, by });
    }
  await stage.rows(
    `INSERT INTO account (id, version, platform, tenant, "userId", "chatId", "personId", reachable, "createdAt")
     SELECT gen_random_uuid(), 1, 'telegram', '', p.id, p.id, p.id, true, now() FROM person p`,
  );
  await stage.rows(
    `INSERT INTO enquiry (id, version, "programmeId", "personId", "as", state, site, route, "waitingSince", "createdAt")
     SELECT gen_random_uuid(), 1, r."programmeId", r."personId", r.role, 'waiting', 'main', 'coordinator', now(), now()
     FROM role r WHERE r.role IN ('mentor', 'mentee')`,
  );
  return programme?.slug ?? '';
}

async function key(): Promise<string> {
  const token = tokenFrom(momentNow().random(32));
  const args = { name: 'test', hash: hashOfToken(token), scopes: ['read', 'write'], days: 1 };
  await stage.core.perform({ command: 'make-token', args, by });
  return token;
}

/** A port that nobody has just now. */
async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  server.close();
  await once(server, 'close');
  if (at === null || typeof at === 'string') throw new Error('No port');
  return at.port;
}

describe('F1: ended by kill -9 while a draft is worked out', () => {
  it(
    'drafts it anew, keeps it once, and holds ids alone in the queue',
    async () => {
      stage = await openStage();
      const [slug, token] = [await cohort(), await key()];
      const path = `/api/v1/programmes/${slug}/matches/draft`;
      const port = await freePort();
      const address = `http://127.0.0.1:${port}`;
      const starts = async () => {
        const app = stage.startApp({ PORT: String(port), HOST: '127.0.0.1' });
        const isThere = async () => (await fetch(`${address}/health`).catch(() => undefined))?.ok === true;
        await until(isThere, 20_000, 'the app answers');
        return app;
      };
      const ask = async (method: 'GET' | 'POST') => {
        const headers = {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': randomUUID(),
        };
        const url = `${address}${path}`;
        return await fetch(url, method === 'GET' ? { headers } : { method, headers, body: '{}' });
      };
      let app = await starts();
      app.armFor('draft.worked-out');
      const asked = await ask('POST');
      expect(asked.status).toBe(202);
      expect(new URL(asked.headers.get('Location') ?? '', asked.url).pathname).toBe(path);
      expect((await app.ended).signal).toBe('SIGKILL');
      expect(await stage.rows('SELECT state, run FROM match_draft')).toEqual([{ state: 'drafting', run: 1 }]);
      expect(await stage.count(`SELECT count(*) FROM match WHERE state = 'drafted'`)).toBe(0);
      // As it will be when nobody has heard of that run for long.
      await stage.rows(`UPDATE match_draft SET "movedAt" = "movedAt" - interval '2 minutes'`);
      const began = performance.now();
      app = await starts();
      const state = async () => {
        const body: unknown = await (await ask('GET')).json();
        return typeof body === 'object' && body !== null && 'state' in body ? body.state : undefined;
      };
      await until(async () => (await state()) === 'ready', 30_000, 'the draft is made');
      figure('F1', 'from restart to the draft made anew (ms)', Math.round(performance.now() - began));
      expect(await stage.count(`SELECT count(*) FROM match WHERE state = 'drafted'`)).toBe(3);
      const jobs = await stage.rows(`SELECT data FROM pgboss.job WHERE name = 'draft'`);
      expect(jobs.length).toBeGreaterThan(0);
      for (const { data } of jobs)
        expect(data).toEqual({ draftId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
      await app.kill('SIGTERM');
    },
    LONGEST_MS,
  );
});
