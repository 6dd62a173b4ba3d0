import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { said } from '../people/newcomers.ts';
import { aDay, type Day, failedMessages, REPORTED } from './a-day.ts';
import { type Answered, type ApiWorld, openApiWorld } from './api-world.ts';

let world: ApiWorld;
let day: Day;
let token: string;
let shared: string;

beforeAll(async () => {
  world = await openApiWorld();
  day = await aDay(world);
  token = (await world.token(['read', 'write'])).token;
  shared = (await world.token(['shared'])).token;
});
afterEach(() => expect(world.stage.faults).toEqual([]));
afterAll(() => world.close());

const Refused = z.object({ status: z.int(), code: z.string() });
const refusal = ({ body }: Answered) => Refused.parse(body);
const list = async (path: string) =>
  z
    .object({ items: z.array(z.looseObject({ id: z.string() })), next: z.string().nullable() })
    .parse((await world.ask('GET', path, { token })).body);

describe('a letter', () => {
  const sends = (to: string, fromId: string, words = 'Shall we talk on Friday?') =>
    world.ask('POST', `/v1/people/${to}/letters`, { token, body: { fromId, words } });

  it('arrives in the name of a coordinator, who gets the answer in their own app', async () => {
    const sent = await sends(day.mentee.id, day.coordinatorId);
    expect(sent.status, sent.text).toBe(200);
    await world.stage.core.settle();
    expect(said(day.aisha)).toMatch(/Moira, who coordinates here, writes:\nShall we talk on Friday\?/);
    await day.aisha.presses('Answer Moira');
    await day.aisha.says('Yes please');
    await day.moira.presses('See it');
    expect(said(day.moira)).toBe('Aisha writes:\nYes please');
    const kept = await world.stage.rows(
      `SELECT (SELECT jsonb_agg(l) FROM letter l)::text || (SELECT jsonb_agg(o) FROM outgoing o)::text
        || (SELECT jsonb_agg(a) FROM api_answer a)::text || (SELECT jsonb_agg(j) FROM journal j)::text AS all`,
    );
    expect(String(kept[0]?.['all'])).not.toMatch(/Friday|Yes please/);
    const told = await world.stage.rows(
      `SELECT by FROM journal WHERE event = 'letter.written' ORDER BY id LIMIT 1`,
    );
    expect(told).toEqual([{ by: 'coordinator:test read+write' }]);
  });

  it('is written in nobody else’s name, and only where an answer can arrive', async () => {
    for (const from of [day.mentor.id, day.mentee.id, world.stage.at().newId()])
      expect(refusal(await sends(day.mentee.id, from))).toEqual({ status: 409, code: 'letter.not-theirs' });
    expect(refusal(await sends(world.stage.at().newId(), day.coordinatorId)).code).toBe('person.unknown');
    expect(refusal(await sends(day.coordinatorId, day.coordinatorId)).code).toBe('letter.not-theirs');
    expect(refusal(await sends(day.mentee.id, day.coordinatorId, '   ')).status).toBe(400);
    expect(refusal(await sends(day.mentee.id, day.coordinatorId, 'x'.repeat(1001))).status).toBe(400);
  });

  it('does not reach somebody who asked for silence', async () => {
    await day.ruth.says('stop');
    expect(refusal(await sends(day.mentor.id, day.coordinatorId)).code).toBe('letter.silence');
    await day.ruth.says('start');
  });
});

describe('messages that somebody has to decide on', () => {
  it('are listed page by page, tried again, or let go, each with one effect', async () => {
    const [one, two, three] = await failedMessages(world, day.mentee.id);
    const first = await list('/v1/outgoing?limit=2');
    expect(first.items).toMatchObject([
      { id: one, name: 'Aisha', screen: 'pause-over', state: 'undeliverable', why: 'no-reachable-account' },
      { id: two },
    ]);
    const rest = await list(`/v1/outgoing?limit=2&after=${first.next}`);
    expect([rest.items.map(({ id }) => id), rest.next]).toEqual([[three], null]);
    const before = day.aisha.messages().length;
    const sent = await world.ask('POST', `/v1/outgoing/${one}/send`, { token, key: 'send-it-once' });
    expect(sent.status, sent.text).toBe(200);
    await world.stage.core.settle();
    expect(day.aisha.messages()).toHaveLength(before + 1);
    const again = await world.ask('POST', `/v1/outgoing/${one}/send`, { token, key: 'send-it-once' });
    expect([again.status, again.headers.get('Idempotent-Replayed')]).toEqual([200, 'true']);
    expect(refusal(await world.ask('POST', `/v1/outgoing/${one}/send`, { token }))).toEqual({
      status: 404,
      code: 'outgoing.unknown',
    });
    expect((await world.ask('POST', `/v1/outgoing/${two}/drop`, { token })).status).toBe(200);
    expect(refusal(await world.ask('POST', `/v1/outgoing/${two}/send`, { token })).code).toBe(
      'outgoing.unknown',
    );
    await world.stage.core.settle();
    expect(day.aisha.messages()).toHaveLength(before + 1);
    expect((await list('/v1/outgoing')).items.map(({ id }) => id)).toEqual([three]);
    const told = await world.stage.rows(
      `SELECT event, by, ids FROM journal WHERE event IN ('outgoing.tried-again', 'outgoing.let-go') ORDER BY id`,
    );
    const by = 'coordinator:test read+write';
    expect(told).toEqual([
      { event: 'outgoing.tried-again', by, ids: { outgoing: one } },
      { event: 'outgoing.let-go', by, ids: { outgoing: two } },
    ]);
  });

  it('pressed by ten at once, one message goes out once', async () => {
    const [one] = await failedMessages(world, day.mentee.id);
    const before = day.aisha.messages().length;
    const all = await Promise.all(
      Array.from({ length: 10 }, () => world.ask('POST', `/v1/outgoing/${one}/send`, { token })),
    );
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
    await world.stage.core.settle();
    expect(day.aisha.messages()).toHaveLength(before + 1);
  });

  it('takes no number that is none, and nothing that was sent already', async () => {
    for (const id of ['all', '1;DROP', '-1', '9'.repeat(19)])
      expect((await world.ask('POST', `/v1/outgoing/${encodeURIComponent(id)}/send`, { token })).status).toBe(
        400,
      );
    const [sent] = await world.stage.rows(`SELECT id::text FROM outgoing WHERE state = 'sent' LIMIT 1`);
    const answered = await world.ask('POST', `/v1/outgoing/${String(sent?.['id'])}/send`, { token });
    expect(answered.status).toBe(404);
    expect((await world.ask('GET', '/v1/outgoing?state=sent', { token })).status).toBe(400);
  });
});

describe('a reported message', () => {
  const path = (id: string, why = '') => `/v1/tasks/${id}/reported-message${why}`;
  const looks = () =>
    world.stage.rows(
      `SELECT by, ids->>'why' AS why FROM journal WHERE event = 'message-report.opened' ORDER BY id`,
    );

  it('is read only with a token made for it, and each look is written down with why', async () => {
    const other = (await world.token(['read', 'write'])).token;
    expect((await world.ask('GET', path(day.reportId), { token: other })).status).toBe(403);
    expect(await looks()).toEqual([]);
    const read = await world.ask('GET', path(day.reportId), { token: shared });
    expect(read.body).toMatchObject({ taskId: day.reportId, from: 'Aisha', to: 'Ruth', text: REPORTED });
    await world.ask('GET', path(day.reportId, '?why=safeguarding'), { token: shared });
    expect(await looks()).toEqual([
      { by: 'coordinator:test shared', why: 'report' },
      { by: 'coordinator:test shared', why: 'safeguarding' },
    ]);
    expect((await world.ask('GET', path(day.reportId, '?why=curious'), { token: shared })).status).toBe(400);
    expect(await looks()).toHaveLength(2);
    const decoded = await world.ask('GET', `/v1/tasks/${day.reportId}/reported%2Dmessage`, { token: other });
    expect(decoded.text).not.toContain('canaries');
  });

  it('is of its own task alone, and in no other answer', async () => {
    const tasks = (await list('/v1/tasks')).items.filter(({ id }) => id !== day.reportId);
    for (const id of [...tasks.map((each) => each.id), world.stage.at().newId()])
      expect((await world.ask('GET', path(id), { token: shared })).status).toBe(404);
    for (const each of ['/v1/tasks', '/v1/pairs', '/v1/people', '/v1/outgoing']) {
      expect((await world.ask('GET', each, { token })).text, each).not.toContain('canaries');
    }
  });
});

describe('what the board says and does', () => {
  it('is who needs a coordinator today, in names', async () => {
    const slug = 'carers';
    const { body, status, text } = await world.ask('GET', `/v1/programmes/${slug}/board`, { token });
    expect(status, text).toBe(200);
    expect(body).toMatchObject({
      tasks: expect.arrayContaining([expect.objectContaining({ id: day.reportId })]),
    });
    expect(text).not.toMatch(/canaries|userId|chatId|Sealed/);
    const bad = await world.ask('GET', `/v1/programmes/${slug}/board?zone=Mars/Crater`, { token });
    expect(bad.status).toBe(400);
    expect((await world.ask('GET', '/v1/programmes/nowhere/board', { token })).status).toBe(404);
  });

  it('a task is given to one who coordinates its programme, once', async () => {
    const take = (personId: string) =>
      world.ask('POST', `/v1/tasks/${day.reportId}/taken`, { token, body: { personId } });
    expect(refusal(await take(day.mentor.id))).toEqual({ status: 409, code: 'task.not-theirs' });
    expect((await take(day.coordinatorId)).status).toBe(200);
    expect((await take(day.coordinatorId)).status).toBe(200);
    const { body } = await world.ask('GET', `/v1/tasks/${day.reportId}`, { token });
    expect(body).toMatchObject({ takenById: day.coordinatorId, takenBy: 'Moira' });
    const times = await world.stage.rows(`SELECT 1 FROM journal WHERE event = 'task.taken'`);
    expect(times).toHaveLength(1);
  });

  it('the pairs of one person alone', async () => {
    expect((await list(`/v1/pairs?personId=${day.mentee.id}`)).items).toMatchObject([{ id: day.pair.id }]);
    expect((await list(`/v1/pairs?personId=${day.coordinatorId}`)).items).toEqual([]);
  });
});
