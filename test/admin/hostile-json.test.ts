import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { hostileSample } from '../bots/hostile-sample.ts';
import { figure } from '../faults/size.ts';
import { type ApiWorld, openApiWorld } from './api-world.ts';

// A database takes no zero in a text, and what we are sent with one is refused before it gets there.
const words = hostileSample(100).map((each) => each.replaceAll('\0', ''));
const TIME_MS = 60_000 + words.length * 60;

const Page = z.strictObject({
  items: z.array(z.looseObject({ id: z.string(), name: z.string().nullable() })),
  next: z.string().nullable(),
});
const Written = z.strictObject({ ids: z.object({ personId: z.string() }) });

let world: ApiWorld;
let token: string;
let programmeId: string;

beforeAll(async () => {
  world = await openApiWorld();
  programmeId = (await world.stage.core.read.programmes.first())?.id ?? '';
  token = (await world.token(['read', 'write'])).token;
});
afterAll(() => world.close());

async function enrol(name: string) {
  const body = { name, programmeId, role: 'mentee', agreed: true, adult: true };
  return await world.ask('POST', '/v1/people', { token, body });
}

async function everybody(): Promise<Map<string, string | null>> {
  const found = new Map<string, string | null>();
  let next: string | null = '';
  while (next !== null) {
    const after: string = next === '' ? '' : `&after=${encodeURIComponent(next)}`;
    const { status, headers, body } = await world.ask('GET', `/v1/people?limit=100${after}`, { token });
    expect([status, headers.get('Content-Type')]).toEqual([200, 'application/json']);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    const page = Page.parse(body);
    for (const { id, name } of page.items) found.set(id, name);
    next = page.next;
  }
  return found;
}

it('what people write comes out of the API letter by letter, and changes nothing around it', {
  timeout: TIME_MS,
}, async () => {
  const [one] = z.tuple([Written]).parse([(await enrol('Ada')).body]);
  await world.stage.rows(
    `INSERT INTO person SELECT (jsonb_populate_record(person, jsonb_build_object('id', gen_random_uuid(), 'name', said))).*
     FROM person, unnest($2::text[]) AS said WHERE id = $1`,
    [one.ids.personId, words],
  );
  const shown = await everybody();
  shown.delete(one.ids.personId);
  expect([...shown.values()].toSorted()).toEqual([...words].toSorted());
  figure('hostile', 'API: strings that came out otherwise than they went in', 0, '0');
});

it('what is sent to the API is taken or refused with a reason, never a fault', {
  timeout: TIME_MS,
}, async () => {
  let refused = 0;
  for (const name of hostileSample(100)) {
    const { status, headers, body } = await enrol(name);
    expect([name, status]).toEqual([name, expect.toBeOneOf([200, 400, 409])]);
    if (status === 200) continue;
    refused += 1;
    expect(headers.get('Content-Type')).toBe('application/problem+json');
    expect(body).toMatchObject({ status, code: expect.any(String) });
  }
  figure(
    'hostile',
    'API: strings sent as a name; refused with a reason; faults',
    `${words.length}; ${refused}; 0`,
  );
});
