import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { adminApi } from '../../admin/admin-api.ts';
import { type ApiWorld, openApiWorld } from './api-world.ts';

let world: ApiWorld;
let token: string;
let read: string;

beforeAll(async () => {
  world = await openApiWorld();
  token = (await world.token(['read', 'write'])).token;
  read = (await world.token(['read'])).token;
});
afterAll(() => world.close());

const NOBODY = '00000000-0000-4000-8000-000000000000';
const Refused = z.looseObject({
  type: z.string().startsWith('urn:beenthere:'),
  title: z.string().min(3),
  status: z.int(),
  code: z.string(),
  detail: z.string().min(3),
});

type Case = readonly [
  status: number,
  code: string,
  method: string,
  path: string,
  more?: { readonly body: unknown; readonly headers?: Readonly<Record<string, string>> },
];
const CASES: readonly Case[] = [
  [400, 'request.unfit', 'GET', '/v1/people?limit=0'],
  [400, 'request.unfit', 'GET', '/v1/people?after=first'],
  [400, 'request.unfit', 'GET', '/v1/people/first'],
  [400, 'request.unreadable', 'POST', '/v1/people', { body: '{"name":' }],
  [404, 'person.unknown', 'GET', `/v1/people/${NOBODY}`],
  [404, 'task.unknown', 'GET', `/v1/tasks/${NOBODY}`],
  [404, 'route.unknown', 'GET', '/v1/nothing'],
  [404, 'route.unknown', 'GET', '/v1/people/'],
  [404, 'route.unknown', 'GET', '/elsewhere'],
  [405, 'route.other-method', 'PATCH', '/v1/people'],
  [405, 'route.other-method', 'DELETE', `/v1/people/${NOBODY}`],
  [405, 'route.other-method', 'GET', `/v1/tasks/${NOBODY}/done`],
  [405, 'route.other-method', 'POST', '/openapi.json'],
  [413, 'request.too-long', 'POST', '/v1/people', { body: 'x'.repeat(300_000) }],
  [415, 'request.not-json', 'POST', '/v1/people', { body: 'x', headers: { 'Content-Type': 'text/plain' } }],
];

for (const [status, code, method, path, more = {}] of CASES) {
  it(`${status} ${code}: ${method} ${path}`, async () => {
    const answered = await world.ask(method, path, { token, ...more });
    expect(answered.headers.get('Content-Type')).toBe('application/problem+json');
    expect(Refused.parse(answered.body)).toMatchObject({ status, code });
    expect(answered.status).toBe(status);
    expect(answered.headers.get('Cache-Control')).toBe('no-store');
    if (status === 405) expect(answered.headers.get('Allow')).toMatch(/^[A-Z]+(, [A-Z]+)*$/);
  });
}

it('401 and 403 say which token is needed, and 405 which methods there are', async () => {
  const stranger = await world.ask('GET', '/v1/people');
  expect([stranger.status, stranger.headers.get('WWW-Authenticate')]).toEqual([
    401,
    'Bearer realm="beenthere"',
  ]);
  const reader = await world.ask('POST', '/v1/people', { token: read, body: {} });
  expect(Refused.parse(reader.body)).toMatchObject({ status: 403, code: 'token.may-not' });
  const other = await world.ask('PATCH', '/v1/people', { token });
  expect(other.headers.get('Allow')).toBe('GET, POST');
});

it('500 says nothing of what went wrong inside, and tells the log a code alone', async () => {
  const faults: unknown[] = [];
  const { core, at } = world.stage;
  const people = () => Promise.reject(new TypeError('the canary of the inside'));
  const api = adminApi({
    core: { ...core, read: { ...core.read, desk: { ...core.read.desk, people } } },
    moment: at,
    pace: { burst: 1_000_000, perSecond: 1 },
    wake: () => undefined,
    onFault: (fault) => faults.push(fault),
  });
  const answered = await api.request('/v1/people', { headers: { Authorization: `Bearer ${token}` } });
  expect([answered.status, answered.headers.get('Content-Type')]).toEqual([500, 'application/problem+json']);
  const text = await answered.text();
  expect(Refused.parse(JSON.parse(text))).toMatchObject({ status: 500, code: 'fault' });
  expect(text).not.toContain('canary');
  expect(faults).toEqual([{ fault: 'admin-api', why: 'TypeError' }]);
});

it.each([
  ['"ending":{"policy":"sometime"}', 'ending.policy', /date, review, milestone, none/],
  ['"gates":[],"gates":[]', 'gates', /stands twice/],
  ['"discreetName":"a\\u0000b"', 'discreetName', /U\+0000/],
  [`"gates":${'[{"when":'.repeat(300)}1${'}]'.repeat(300)}`, 'gates[0].code', /text between quotes/],
])(
  '400 names what is wrong in a document that says %s, and nothing of it is loaded',
  async (says, where, what) => {
    const contact = '{"name":"Morag","phone":"01632 960 001","hours":"always"}';
    const body = `{"v":1,"name":"East","contact":${contact},${says}}`;
    const { status, body: answer } = await world.ask('PUT', '/v1/programmes/east', { token, body });
    expect([status, answer]).toEqual([400, expect.objectContaining({ code: 'programme.faulty' })]);
    expect(answer).toMatchObject({
      errors: expect.arrayContaining([{ where, says: expect.stringMatching(what) }]),
    });
    expect(await world.stage.core.read.programmes.bySlug('east')).toBeUndefined();
  },
);
