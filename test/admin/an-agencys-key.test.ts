import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aWayIn } from '../scenarios/a-way-in.ts';
import { type ApiWorld, openApiWorld } from './api-world.ts';

let world: ApiWorld;
let surgery: string;

const BY = { is: 'coordinator', name: 'test' } as const;
const Page = z.object({ page: z.string(), whoItIsFor: z.array(z.string()) });
const SHIPPED = z
  .looseObject({ name: z.string(), contact: z.looseObject({}) })
  .parse(JSON.parse(readFileSync('core/programmes/re-connect.json', 'utf8')));
const Made = z.object({ referralId: z.string() });

beforeAll(async () => {
  world = await openApiWorld();
  const args = { slug: 'first', document: aWayIn() };
  await world.stage.core.perform({ command: 'load-programme', args, by: BY });
  surgery = (await world.token(['referrals'], 30, 'surgery')).token;
});
afterAll(async () => await world.close());

const sent = (source: string) => ({ programme: 'first', source, agreed: true, tellsAgency: true });

async function sends(token: string, source: string) {
  return await world.ask('POST', '/v1/referrals', { token, body: sent(source) });
}

async function refusedTo(args: object): Promise<string> {
  const key = { name: 'surgery', hash: 'h'.repeat(43), days: 30 };
  const done = await world.stage.core.perform({ command: 'make-token', args: { ...key, ...args }, by: BY });
  return done.did === 'refused' ? done.refusal.refused : done.did;
}

describe('a key that an agency holds', () => {
  it('sends people from that agency, and from no other (REC-03)', async () => {
    expect(await sends(surgery, 'surgery')).toMatchObject({ status: 200 });
    expect(await sends(surgery, 'quiet-agency')).toMatchObject({
      status: 403,
      body: { code: 'referral.not-yours' },
    });
    const rows = await world.stage.rows('SELECT source FROM referral');
    expect(rows).toEqual([{ source: 'surgery' }]);
  });

  it('hears of whom it sent, and not even that there is anybody whom another sent', async () => {
    const { token } = await world.token(['referrals']);
    const own = Made.parse((await sends(surgery, 'surgery')).body).referralId;
    const other = Made.parse((await sends(token, 'quiet-agency')).body).referralId;
    expect(await world.ask('GET', `/v1/referrals/${own}`, { token: surgery })).toMatchObject({ status: 200 });
    expect(await world.ask('GET', `/v1/referrals/${other}`, { token: surgery })).toMatchObject({
      status: 404,
      body: { code: 'referral.unknown' },
    });
    expect(await world.ask('GET', `/v1/referrals/${other}`, { token })).toMatchObject({ status: 200 });
  });

  it('reads a short page of what the programme is and who it is for, carers too (REC-21)', async () => {
    const args = { slug: 're-connect', document: SHIPPED };
    await world.stage.core.perform({ command: 'load-programme', args, by: BY });
    const read = await world.ask('GET', '/v1/programmes/re-connect/for-referrers', { token: surgery });
    expect(read).toMatchObject({ status: 200, body: { programme: SHIPPED.name, contact: SHIPPED.contact } });
    const { page, whoItIsFor } = Page.parse(read.body);
    expect(whoItIsFor.join(' ')).toMatch(/carers too, and not only of those who are cared for/);
    expect(page).toMatch(
      /Who it is for\n- It is for people who support a friend[\s\S]*Ask us: The coordinators/,
    );
    // A programme that says nothing of its own for them says what anybody may recognise.
    const plain = await world.ask('GET', '/v1/programmes/first/for-referrers', { token: surgery });
    expect(Page.parse(plain.body).page).toMatch(/Ask us: /);
    expect(await world.ask('GET', '/v1/programmes/nowhere/for-referrers', { token: surgery })).toMatchObject({
      status: 404,
    });
  });

  it('opens nothing else', async () => {
    expect(await world.ask('GET', '/v1/referrals', { token: surgery })).toMatchObject({ status: 403 });
    expect(await world.ask('GET', '/v1/people', { token: surgery })).toMatchObject({ status: 403 });
    expect(await refusedTo({ scopes: ['referrals', 'read'], source: 'surgery' })).toBe('token.bound');
  });

  it('is made for an agency or a service of the house alone', async () => {
    expect(await refusedTo({ scopes: ['referrals'], source: 'nobody' })).toBe('token.source');
    expect(await refusedTo({ scopes: ['referrals'], source: 'leaflet' })).toBe('token.source');
    expect(await refusedTo({ scopes: ['referrals'], source: 'own-service' })).toBe('done');
  });
});
