import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { type ApiWorld, openApiWorld } from './api-world.ts';

const Written = z.strictObject({ ids: z.strictObject({ draftId: z.uuid(), programmeId: z.uuid() }) });
const Draft = z.looseObject({
  id: z.uuid(),
  state: z.string(),
  share: z.int(),
  whatToDo: z.string().nullable(),
  summary: z.looseObject({ pairs: z.int() }).nullable(),
});

let world: ApiWorld;
let token: string;
let path: string;

beforeAll(async () => {
  world = await openApiWorld();
  token = (await world.token(['read', 'write'])).token;
  path = `/v1/programmes/${(await world.stage.core.read.programmes.first())?.slug}/matches/draft`;
});
afterAll(() => world.close());

const ask = (key?: string, seed = '1') =>
  world.ask('POST', path, { token, body: { seed }, ...(key === undefined ? {} : { key }) });
const look = async () => Draft.parse((await world.ask('GET', path, { token })).body);

it('is taken on at once and looked at where it says, by whoever asked and whoever asked again', async () => {
  expect((await world.ask('GET', path, { token })).status).toBe(404);
  const first = await ask('draft-key-1');
  expect([first.status, first.headers.get('Location')]).toEqual([202, 'draft']);
  const { draftId } = Written.parse(first.body).ids;
  expect(await look()).toMatchObject({
    id: draftId,
    state: 'queued',
    share: 0,
    whatToDo: null,
    summary: null,
  });
  // The same request again has the same answer; another one has the same draft while it is made.
  const again = await ask('draft-key-1');
  expect([again.status, again.text]).toEqual([202, first.text]);
  expect(again.headers.get('Idempotent-Replayed')).toBe('true');
  expect(again.headers.get('Location')).toBe('draft');
  const other = await ask('draft-key-2', 'another');
  expect(other.headers.get('Idempotent-Replayed')).toBeNull();
  expect(Written.parse(other.body).ids.draftId).toBe(draftId);
  expect((await ask('draft-key-1', 'another')).status).toBe(422);
  expect(await world.stage.core.draft(draftId)).toBe('ready');
  expect(await look()).toMatchObject({ id: draftId, state: 'ready', share: 100, seed: '1' });
  expect((await look()).summary).toMatchObject({ pairs: 0, leftOver: 0 });
});

it('says what to do where it cannot be made', async () => {
  await world.stage.rows(`UPDATE match_draft SET state = 'failed', why = 'too-many'`);
  expect((await look()).whatToDo).toMatch(/too many people.*Match some of them one by one/);
  const { draftId } = Written.parse((await ask()).body).ids;
  expect(await look()).toMatchObject({ id: draftId, state: 'queued', whatToDo: null });
});
