import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readTable } from '../../core/access/table-reads.ts';
import { aDay, type Day, REPORTED } from '../admin/a-day.ts';
import { type ApiWorld, openApiWorld } from '../admin/api-world.ts';

let world: ApiWorld;
let day: Day;
let reader: { token: string; id: string };
let last = 0;

beforeAll(async () => {
  world = await openApiWorld();
  day = await aDay(world);
  reader = await world.token(['read', 'shared', 'concerns']);
});
afterAll(() => world.close());
beforeEach(async () => {
  const [row] = await world.stage.rows('SELECT coalesce(max(id), 0)::int AS id FROM audit');
  last = Number(row?.['id']);
});

/** What was written down since the test began. */
const written = () =>
  world.stage.rows(
    `SELECT "by", action, ids, reason FROM audit WHERE id > $1 AND action <> 'note-token-use' ORDER BY id`,
    [last],
  );

const NOT_PERSONAL = ['/v1/programmes', '/v1/retention', '/v1/tokens', '/v1/programmes/{slug}'];

describe('what a program saw of people', () => {
  it('is one entry for a list, with how many there were', async () => {
    const { status } = await world.ask('GET', '/v1/people?limit=2', { token: reader.token });
    expect(status).toBe(200);
    expect(await written()).toEqual([
      { by: `token:${reader.id}`, action: 'desk.read', ids: { at: '/v1/people', count: 2 }, reason: null },
    ]);
  });

  it('is one entry for a person, a pair of somebody, a programme; in ids and short names alone', async () => {
    const { mentee } = day;
    for (const path of [
      `/v1/people/${mentee.id}`,
      `/v1/pairs?personId=${mentee.id}`,
      '/v1/programmes/carers/board',
    ])
      expect((await world.ask('GET', path, { token: reader.token })).status, path).toBe(200);
    expect((await written()).map(({ ids }) => ids)).toEqual([
      { at: '/v1/people/{id}', personId: mentee.id },
      { at: '/v1/pairs', count: 1, personId: mentee.id },
      { at: '/v1/programmes/{slug}/board', programme: 'carers' },
    ]);
    expect(JSON.stringify(await written())).not.toMatch(/Aisha|Moira|canaries/);
  });

  it('is written down at every address of the table, but for what is nobody’s', async () => {
    const silent: string[] = [];
    for (const line of readTable.keys()) {
      const path = line.replace('{slug}', 'carers').replace('{id}', idFor(line));
      const before = (await written()).length;
      const { status } = await world.ask('GET', path, { token: reader.token });
      if (status === 200 && (await written()).length === before) silent.push(line);
      if (status === 404 || status === 400) expect((await written()).length, line).toBe(before);
    }
    expect(silent.sort()).toEqual([...NOT_PERSONAL, '/v1/programmes/{slug}/readiness'].sort());
  });

  it('keeps who read a reported message once, with the reason', async () => {
    const path = `/v1/tasks/${day.reportId}/reported-message`;
    const { text } = await world.ask('GET', path, { token: reader.token });
    expect(text).toContain(REPORTED);
    expect(await written()).toHaveLength(1);
  });

  it('is not given when it cannot be written down', async () => {
    await world.stage.rows('ALTER TABLE audit ADD CONSTRAINT never CHECK (id < 0) NOT VALID');
    try {
      const answer = await world.ask('GET', '/v1/people', { token: reader.token });
      expect(answer.status).toBe(500);
      expect(answer.text).not.toMatch(/Aisha|Moira/);
    } finally {
      await world.stage.rows('ALTER TABLE audit DROP CONSTRAINT never');
    }
  });
});

function idFor(line: string): string {
  if (line.startsWith('/v1/people')) return day.mentee.id;
  if (line.startsWith('/v1/pairs')) return day.pair.id;
  if (line.startsWith('/v1/tasks')) return day.reportId;
  return crypto.randomUUID();
}

describe('what staff tried that is not theirs', () => {
  it('by a token that is not made for it: where, and why not', async () => {
    const { mentee } = day;
    const before = await world.ask('GET', `/v1/people/${mentee.id}/shared`, {
      token: (await world.token(['read'])).token,
    });
    expect(before.status).toBe(403);
    const refused = (await written()).filter(({ action }) => action === 'desk.refused');
    expect(refused).toEqual([
      expect.objectContaining({
        ids: { at: '/v1/people/{id}/shared', method: 'GET', personId: mentee.id },
        reason: 'token.may-not',
      }),
    ]);
  });

  it('at an address that is none: not a letter of it', async () => {
    const { token } = await world.token(['concerns']);
    await world.ask('GET', '/v1/canary-in-an-address', { token });
    const refused = (await written()).filter(({ action }) => action === 'desk.refused');
    expect(refused.map(({ ids }) => ids)).toEqual([{ at: 'elsewhere', method: 'GET' }]);
  });

  it('as a command, although nothing is changed', async () => {
    const tokenId = world.stage.at().newId();
    const by = { is: 'coordinator', name: 'a desk', tokenId, scopes: ['read'] } as const;
    const args = { personId: day.mentee.id, programmeId: day.programmeId, role: 'coordinator' };
    const done = await world.stage.core.perform({ command: 'give-role', args, by });
    expect(done.did).toBe('refused');
    const { role: _role, ...ids } = args;
    expect(await written()).toEqual([
      {
        by: `token:${tokenId}`,
        action: 'refused',
        ids: { command: 'give-role', ...ids },
        reason: 'access.not-yours',
      },
    ]);
  });

  it('in their chat: a command, a screen, and what is another’s', async () => {
    const { stage } = world;
    const moira = await stage.store.read.people.person(day.coordinatorId);
    const [account] = await stage.store.read.people.accountsOf(day.coordinatorId);
    if (moira === undefined || account === undefined) throw new Error('Nobody is there');
    const by = { is: 'person', person: moira, account } as const;
    const concernId = crypto.randomUUID();
    await stage.core.perform({ command: 'see-concern', args: { concernId }, by });
    await stage.core.perform({ command: 'make-token', args: {}, by }).catch(() => undefined);
    await showsButton(moira.id, 'show', { screen: 'concerns', args: {} });
    await day.moira.pressesToken('b-planted');
    const refused = (await written()).filter(({ action }) => action === 'refused');
    expect(refused.map(({ by: who }) => who)).toEqual(Array(3).fill(`person:${moira.id}`));
    expect(refused.map(({ ids }) => ids)).toEqual([
      { command: 'see-concern', concernId },
      { command: 'make-token' },
      { command: 'show', screen: 'concerns' },
    ]);
  });

  it('and nothing of what somebody tried who looks after nobody', async () => {
    const { stage } = world;
    const [account] = await stage.store.read.people.accountsOf(day.mentee.id);
    const person = await stage.store.read.people.person(day.mentee.id);
    if (person === undefined || account === undefined) throw new Error('Nobody is there');
    const args = { concernId: crypto.randomUUID() };
    const done = await stage.core.perform({
      command: 'see-concern',
      args,
      by: { is: 'person', person, account },
    });
    expect(done.did).toBe('refused');
    expect(await written()).toEqual([]);
  });
});

/** A button that somebody has, wherever it comes from. */
async function showsButton(personId: string, command: string, args: object): Promise<void> {
  await world.stage.rows(
    `INSERT INTO button (token, "personId", command, args, "createdAt", "expiresAt") VALUES ('b-planted', $1, $2, $3, now(), '2027-01-01')`,
    [personId, command, JSON.stringify(args)],
  );
}
