import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminApi } from '../../admin/admin-api.ts';
import { hashOfToken, tokenFrom } from '../../core/access/tokens.ts';
import { Scope } from '../../core/kernel/admin-token.ts';
import { openTwoSites, type TwoSites } from '../desk/two-sites-world.ts';
import { momentAt } from '../support/moved-clock.ts';
import { type ApiWorld, askingOf } from './api-world.ts';
import { callsOf, Described, reader } from './described.ts';

const BY = { is: 'coordinator', name: 'test' } as const;
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const ALL = Scope.options;
/** Whoever has never had a role is seen by all who see the whole of a programme, as coordinators do. */
const HAVE_A_ROLE = /(Mia|Ruth|Jo|Kai|Pat|Wyn|Max) of/;

let place: TwoSites;
let ask: ApiWorld['ask'];
let document: Described;
/** Sees everything; one programme; one site of it; another programme, in which there is nobody. */
let whole: string;
let one: string;
let glasgow: string;
let elsewhere: string;

beforeAll(async () => {
  place = await openTwoSites();
  const { world } = place;
  const moment = () => momentAt(world.clock);
  const pace = { burst: 1_000_000, perSecond: 1 };
  ask = askingOf(adminApi({ core: world.core, moment, pace, wake: () => undefined }));
  await world.programme('another');
  whole = await token({});
  one = await token({ programme: (await programmeOf()).slug });
  glasgow = await token({ programme: (await programmeOf()).slug, site: place.glasgow.site });
  elsewhere = await token({ programme: 'another' });
  document = Described.parse((await ask('GET', '/openapi.json')).body);
}, 90_000);
afterAll(async () => {
  expect(place.world.faults).toEqual([]);
  await place.world.close();
});

async function programmeOf() {
  const found = await place.world.core.read.programmes.programme(place.world.programmeId);
  if (found === undefined) throw new Error('There is no programme');
  return found;
}

async function make(args: object) {
  const made = tokenFrom(randomBytes(32));
  const key = { name: 'bound', hash: hashOfToken(made), scopes: ALL, days: 30 };
  const done = await place.world.core.perform({ command: 'make-token', args: { ...key, ...args }, by: BY });
  return { made, did: done.did === 'refused' ? done.refusal.refused : done.did };
}

async function token(args: object): Promise<string> {
  const { made, did } = await make(args);
  expect(did).toBe('done');
  return made;
}

/** Every address that answers, with every id in it that there is of its kind. */
async function addresses(): Promise<string[]> {
  const { slug } = await programmeOf();
  const paths = callsOf(document)
    .filter(({ method }) => method === 'GET')
    .map(({ path }) => path);
  const found = await Promise.all(
    paths.map(async (path) => {
      if (!path.includes('{')) return [`${path}?limit=500`];
      if (path.includes('{slug}')) return [path.replace('{slug}', slug)];
      const list = path.slice(0, path.indexOf('/{id}'));
      const ids = (await ask('GET', `${list}?limit=500`, { token: whole })).text.match(UUID) ?? [];
      return [...new Set(ids)].map((id) => path.replace('{id}', id));
    }),
  );
  return found.flat();
}

describe('a key that is bound to one site', () => {
  it('reads nothing of another, of none, or of another programme, at any address', async () => {
    const all = await addresses();
    expect(all.length).toBeGreaterThan(100);
    let seen = 0;
    for (const path of all) {
      const { status, text } = await ask('GET', path, { token: glasgow });
      expect([path, text]).toEqual([path, expect.not.stringMatching(/of (Stirling|Nowhere)/)]);
      expect([path, text.includes(place.looseTaskId)]).toEqual([path, false]);
      if (status === 200 && /of Glasgow/.test(text)) seen += 1;
    }
    expect(seen).toBeGreaterThan(15);
  });

  it('has nothing of it counted either', async () => {
    const { slug } = await programmeOf();
    for (const what of ['ways-in', 'sites', 'match-report', 'training', 'matches/draft'])
      expect((await ask('GET', `/v1/programmes/${slug}/${what}`, { token: glasgow })).status).toBe(404);
    for (const path of ['/v1/retention', '/v1/outgoing', '/v1/tokens'])
      expect((await ask('GET', path, { token: glasgow })).status).toBe(404);
    const board = await ask('GET', `/v1/programmes/${slug}/board`, { token: glasgow });
    expect(board.text).toMatch(/of Glasgow/);
  });

  it('gives nobody a role, and lets nobody in', async () => {
    const { programmeId } = place.world;
    const role = { programmeId, role: 'coordinator' };
    const given = await ask('POST', `/v1/people/${place.glasgow.mia.id}/roles`, {
      token: glasgow,
      body: role,
    });
    expect(given.status).toBe(403);
  });
});

describe('a key that is bound to one programme', () => {
  it('reads all of it, and of another nothing', async () => {
    for (const path of await addresses()) {
      const [all, own, other] = await Promise.all(
        [whole, one, elsewhere].map(async (each) => await ask('GET', path, { token: each })),
      );
      if (/\/v1\/(tasks|tokens|outgoing|retention)/.test(path) || all?.status !== 200) continue;
      expect([path, own?.status]).toEqual([path, 200]);
      expect([path, other?.text]).toEqual([path, expect.not.stringMatching(HAVE_A_ROLE)]);
    }
  });

  it('names no safeguarding lead, and loads no document', async () => {
    const { slug, id } = await programmeOf();
    const body = { programmeId: id, role: 'safeguarding-lead' };
    const path = `/v1/people/${place.nobody.id}/roles`;
    expect((await ask('POST', path, { token: one, body })).status).toBe(403);
    const loaded = await ask('PUT', `/v1/programmes/${slug}`, {
      token: one,
      body: (await programmeOf()).document,
    });
    expect(loaded.status).toBe(403);
  });
});

describe('a key that is bound to one of two programmes that somebody is in', () => {
  it('writes and makes nothing in the other, where it names none', async () => {
    const { world, glasgow: half, lead } = place;
    const elsewhereId = (await world.core.read.programmes.bySlug('another'))?.id;
    const both = half.ruth.id;
    for (const [personId, role] of [
      [both, 'mentor'],
      [lead.jo.id, 'coordinator'],
    ]) {
      const args = { personId, programmeId: elsewhereId, role };
      expect(await world.core.perform({ command: 'give-role', args, by: BY })).toMatchObject({ did: 'done' });
    }
    const counted = async () =>
      await world.rows(
        `SELECT 'note' AS what, "programmeId" FROM supervision_note WHERE "mentorId" = '${both}'
        UNION ALL SELECT 'group', "programmeId" FROM "group" WHERE "leadId" = '${both}'`,
      );
    const before = await counted();
    const note = { fromId: lead.jo.id, words: 'Said of both' };
    const written = await ask('POST', `/v1/people/${both}/supervision`, { token: elsewhere, body: note });
    const chat = { platform: 'discord', tenant: '1', chatId: '3' };
    const group = { name: 'Tuesday tea', leadId: both, place: chat };
    const made = await ask('POST', '/v1/groups', { token: elsewhere, body: group });
    expect([written.status, made.status]).toEqual([200, 200]);
    const since = (await counted()).filter(
      ({ what, programmeId }) =>
        !before.some((each) => each['what'] === what && each['programmeId'] === programmeId),
    );
    expect(since.toSorted((a, b) => String(a['what']).localeCompare(String(b['what'])))).toEqual([
      { what: 'group', programmeId: elsewhereId },
      { what: 'note', programmeId: elsewhereId },
    ]);
    expect(await counted()).toHaveLength(before.length + 2);
  });

  it('says nothing for the other either', async () => {
    const { world, nobody } = place;
    const elsewhereId = (await world.core.read.programmes.bySlug('another'))?.id;
    for (const programmeId of [world.programmeId, elsewhereId]) {
      const args = { personId: nobody.id, programmeId, role: 'safeguarding-deputy' };
      expect(await world.core.perform({ command: 'give-role', args, by: BY })).toMatchObject({ did: 'done' });
    }
    const body = { until: '2026-12-24T09:00:00Z' };
    const away = await ask('POST', `/v1/people/${nobody.id}/away`, { token: elsewhere, body });
    expect(away.status).toBe(403);
    expect(
      await world.rows(`SELECT id FROM role WHERE "personId" = '${nobody.id}' AND "awayUntil" IS NOT NULL`),
    ).toEqual([]);
  });
});

describe('every change that the API can make', () => {
  it('is refused to a bound key as soon as it names what is beyond', async () => {
    const known = reader(document, { ask }, whole);
    const { sites } = place.world.core.read;
    const { programmeId } = place.world;
    const reach = { programmeIds: [programmeId], sites: { [programmeId]: [place.glasgow.site] } };
    const own = await place.world.core.read.tokens.byHash(hashOfToken(glasgow));
    let refused = 0;
    for (const call of callsOf(document).filter(({ method }) => method !== 'GET'))
      for (let turn = 0; turn < 12; turn += 1) {
        const { address, body } = await known.request(call, turn);
        const ids = `${address} ${JSON.stringify(body ?? '')}`.match(UUID) ?? [];
        const within = await sites.within(reach, ids);
        const isBeyond = ids.some((id) => id !== programmeId && !within.includes(id));
        if ((ids.length > 0 && !isBeyond) || address.endsWith(own?.id ?? '?')) continue;
        const { status } = await ask(call.method, address, { token: glasgow, body });
        expect([call.method, address, body, status]).toEqual([
          call.method,
          address,
          body,
          expect.toSatisfy((each: number) => each !== 200 && each < 500),
        ]);
        refused += 1;
      }
    expect(refused).toBeGreaterThan(200);
  });
});

describe('a key', () => {
  it('is bound to a site only of a programme that has it', async () => {
    expect((await make({ programme: 'nowhere' })).did).toBe('programme.unknown');
    expect((await make({ site: place.glasgow.site })).did).toMatch(/^site\./);
    expect((await make({ programme: (await programmeOf()).slug, site: 'nowhere' })).did).toBe('site.unknown');
  });

  it('ends itself, bound or not, and no other', async () => {
    const own = await token({ programme: 'another' });
    const [row, other] = await Promise.all(
      [own, whole].map((each) => place.world.core.read.tokens.byHash(hashOfToken(each))),
    );
    expect((await ask('DELETE', `/v1/tokens/${other?.id}`, { token: own })).status).not.toBe(200);
    expect((await ask('DELETE', `/v1/tokens/${row?.id}`, { token: own })).status).toBe(200);
    expect((await ask('GET', '/v1/people', { token: own })).status).toBe(401);
  });
});
