import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type ApiWorld, openApiWorld } from './api-world.ts';

let world: ApiWorld;
let programmeId: string;
let token: string;

const Refused = z.object({ status: z.int(), code: z.string() });
const Written = z.strictObject({ ids: z.record(z.string(), z.string()) });

beforeAll(async () => {
  world = await openApiWorld();
  programmeId = (await world.stage.core.read.programmes.first())?.id ?? '';
  token = (await world.token(['read', 'write'])).token;
});
afterAll(() => world.close());

async function enrol(name: string, role: string): Promise<string> {
  const body = { name, programmeId, role, agreed: true, adult: true };
  return Written.parse((await world.ask('POST', '/v1/people', { token, body })).body).ids['personId'] ?? '';
}

describe('a request that is sent again', () => {
  it('does the same request sent ten times at once a single time, and answers word for word', async () => {
    const body = { name: 'Twice Told', programmeId, role: 'mentee', agreed: true, adult: true };
    const ask = () => world.ask('POST', '/v1/people', { token, body, key: 'same-key-1' });
    const all = await Promise.all(Array.from({ length: 10 }, ask));
    expect(all.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(all.filter(({ headers }) => headers.get('Idempotent-Replayed') === null)).toHaveLength(1);
    const reordered = { adult: true, agreed: true, role: 'mentee', programmeId, name: 'Twice Told' };
    const again = await world.ask('POST', '/v1/people', {
      token,
      body: reordered,
      key: 'same-key-1',
    });
    expect(new Set([...all, again].map(({ text }) => text)).size).toBe(1);
    expect(Written.parse(again.body).ids).toHaveProperty('personId');
    expect(await world.stage.core.read.desk.peopleMeant('Twice Told')).toHaveLength(1);
  });

  it('gives a refusal again too, word for word, though it would be possible by now', async () => {
    const mentorId = await enrol('Later Mentor', 'mentee');
    const menteeId = await enrol('Later Mentee', 'mentee');
    const body = { programmeId, mentorId, menteeId };
    const ask = () => world.ask('POST', '/v1/pairs', { token, body, key: 'refused-key' });
    const first = await ask();
    expect([first.status, Refused.parse(first.body).code]).toEqual([409, 'pair.no-mentor']);
    const role = { programmeId, role: 'mentor' };
    await world.ask('POST', `/v1/people/${mentorId}/roles`, { token, body: role });
    const second = await ask();
    expect([second.status, second.text]).toEqual([409, first.text]);
    expect(second.headers.get('Idempotent-Replayed')).toBe('true');
    expect((await world.ask('POST', '/v1/pairs', { token, body })).status).toBe(200);
  });

  it('takes a key for one request alone, and no change without one', async () => {
    const body = { name: 'Keyed', programmeId, role: 'mentee', agreed: true, adult: true };
    const ask = (name: string, key: string | null) =>
      world.ask('POST', '/v1/people', { token, body: { ...body, name }, key });
    expect((await ask('Keyed', 'one-request')).status).toBe(200);
    const other = await ask('Keyed Otherwise', 'one-request');
    expect([other.status, Refused.parse(other.body).code]).toEqual([422, 'key.used']);
    const none = await ask('Keyless', null);
    expect([none.status, Refused.parse(none.body).code]).toEqual([400, 'request.unfit']);
    expect(none.text).toContain('idempotency-key');
    expect(await world.stage.core.read.desk.peopleMeant('Keyless')).toHaveLength(0);
    expect(await world.stage.core.read.desk.peopleMeant('Keyed Otherwise')).toHaveLength(0);
  });

  it('keeps nothing that anybody wrote among its answers', async () => {
    const rows = await world.stage.rows('SELECT * FROM api_answer');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/Twice Told|Keyed|Later M|bt_/);
  });

  it("keeps one holder's keys apart from another's", async () => {
    const other = await world.token(['write']);
    const body = { name: 'Apart', programmeId, role: 'mentee', agreed: true, adult: true };
    for (const holder of [token, other.token]) {
      const answered = await world.ask('POST', '/v1/people', { token: holder, body, key: 'shared-word' });
      expect(answered.headers.get('Idempotent-Replayed')).toBeNull();
    }
    expect(await world.stage.core.read.desk.peopleMeant('Apart')).toHaveLength(2);
  });
});
