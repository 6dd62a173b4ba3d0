import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminApi } from '../../admin/admin-api.ts';
import { hashOfToken, tokenFrom } from '../../core/access/tokens.ts';
import { openPaperWorld, type PaperWorld, type Writer } from '../support/paper-world.ts';

let world: PaperWorld;
let ada: Writer;
let seeds = 0;

beforeAll(async () => {
  world = await openPaperWorld();
  ada = await world.person('Ada');
  for (const words of ['the private canary', 'the shared canary']) {
    await world.write(ada, '/reflect');
    await world.write(ada, words);
  }
});
afterAll(() => world.close());

async function ask(path: string, scopes: readonly string[]): Promise<{ status: number; text: string }> {
  seeds += 1;
  const token = tokenFrom(new Uint8Array(32).fill(seeds));
  const args = { name: 'test', hash: hashOfToken(token), scopes, days: 1 };
  await world.core.perform({ command: 'make-token', args, by: { is: 'coordinator', name: 'test' } });
  const moment = () => ({
    now: world.clock.now(),
    newId: () => crypto.randomUUID(),
    random: () => new Uint8Array(0),
  });
  const api = adminApi({ core: world.core, moment, wake: () => undefined });
  const response = await api.request(path, { headers: { Authorization: `Bearer ${token}` } });
  return { status: response.status, text: await response.text() };
}

describe('what somebody wrote for themself', () => {
  it('can be had only once they shared it, only by a token made for it, and only until they take it back', async () => {
    const path = `/v1/people/${ada.id}/shared`;
    expect((await ask(path, ['shared'])).text).toBe('{"items":[],"next":null}');
    const [newest] = await world.store.read.reflections.ofPerson(ada.id, { skip: 0, most: 1 });
    const person = await world.store.read.people.person(ada.id);
    const account = await world.store.read.people.account(ada.accountId);
    if (newest === undefined || person === undefined || account === undefined)
      throw new Error('Ada is not there');
    const by = { is: 'person', person, account } as const;
    const args = { reflectionId: newest.id };
    await world.core.perform({ command: 'share-with-coordinator', args, by });
    const shared = await ask(path, ['shared']);
    expect(shared.text).toContain('the shared canary');
    expect(shared.text).not.toContain('the private canary');
    expect((await ask(path, ['read', 'write'])).status).toBe(403);
    expect((await ask(`/v1/people/${ada.id}`, ['shared'])).status).toBe(403);
    expect((await ask(`/v1/people/${ada.id}/%73hared`, ['read'])).text).not.toContain('canary');
    expect((await ask(`/v1/people/${ada.id}/shared/`, ['read'])).text).not.toContain('canary');
    const back = { reflectionId: newest.id, from: 'coordinator' };
    await world.core.perform({ command: 'unshare-reflection', args: back, by });
    expect((await ask(path, ['shared'])).text).not.toContain('canary');
  });
});
