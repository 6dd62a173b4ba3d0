import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { As } from '../../core/programmes/intake.ts';
import { madeDraft } from '../support/drafting.ts';
import type { Writer } from '../support/paper-world.ts';
import { aMatching } from '../support/waiting.ts';
import { type Browser, type DeskWorld, openDeskWorld } from './desk-world.ts';
import { matchOf, waitsWith } from './drafted.ts';

const BY = { is: 'coordinator', name: 'test' } as const;

let world: DeskWorld;
let jo: Browser;
let north: Browser;
let [ruth, ben, aisha, ada, eve]: Writer[] = [];

const waits = (name: string, as: As, livesWith: string[]): Promise<Writer> =>
  waitsWith(world, name, as, livesWith);

beforeAll(async () => {
  world = await openDeskWorld();
  await world.core.perform({
    command: 'load-programme',
    args: { slug: 'test', document: aMatching() },
    by: BY,
  });
  ruth = await waits('Ruth', 'mentor', ['dementia', 'stroke']);
  ben = await waits('Ben', 'mentor', ['stroke']);
  aisha = await waits('Aisha', 'mentee', ['dementia', 'stroke']);
  await world.later({ hours: 1 });
  ada = await waits('Ada', 'mentee', ['dementia']);
  jo = await world.signedIn(await world.staff('Jo', 'coordinator'));
  const nora = await world.staff('Nora', 'coordinator');
  await world.rows(`UPDATE role SET site = 'north' WHERE "personId" = '${nora.id}'`);
  north = await world.signedIn(nora);
}, 60_000);
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const drafted = async () => await world.core.read.matches.inState(world.programmeId, ['drafted']);
const page = () => `/drafts/${world.programmeId}`;

describe('matching at the desk', () => {
  it('says who waits, since when and why, without a point or a word of anybody', async () => {
    const { text } = await jo.get('/matching');
    for (const name of ['Ruth', 'Ben', 'Aisha', 'Ada']) expect(text).toContain(name);
    expect(text).toContain('Nobody who fits is free');
    expect(text).toContain('There is nothing to confirm just now');
    expect(text).not.toMatch(/dementia|stroke|[0-9]+ points/);
  });

  it('makes a draft, shows how far it is, and says how it differs in words that add up', async () => {
    expect((await jo.get(page())).text).toContain('Make a draft');
    expect((await jo.post(`${page()}/ask`)).to).toBe(`/desk${page()}?said=asked`);
    expect((await jo.get(page())).text).toContain('Done so far: 0 of 100');
    await world.rows(`UPDATE match_draft SET state = 'drafting', share = 40, "movedAt" = now()`);
    const working = (await jo.get(page())).text;
    expect(working).toContain('<progress id="share" max="100" value="40">');
    expect(working).not.toContain(`${page()}/ask"`);
    await world.rows(`UPDATE match_draft SET state = 'failed', why = 'fault'`);
    expect((await jo.get(page())).text).toMatch(/could not be made.*Try again/);
    expect(await madeDraft(world)).toBe('ready');
    const { text } = await jo.get(page());
    expect(text).toContain('Aisha would have Ruth (10 points). In this draft it is Ben (5 points).');
    expect(text).toMatch(/2 people are matched in this draft/);
  });

  it('is changed by hand: taken out, put in, somebody else, and what cannot be is said kindly', async () => {
    const ofAisha = (await drafted()).find(({ menteeId }) => menteeId === aisha?.id);
    const shown = await jo.get(`/matches/${ofAisha?.id}`);
    expect(shown.text).toContain('Neither has heard of it');
    expect(shown.text).toContain('You know the same from your own life. 5 of 10');
    const full = await jo.post(`/matches/${ofAisha?.id}/swap`, { mentor: ruth?.id ?? '' });
    expect([full.status, full.text.includes('is with somebody else in this draft')]).toEqual([409, true]);
    eve = await waits('Eve', 'mentee', ['stroke']);
    await jo.post(`/matches/${ofAisha?.id}/out`);
    expect(await drafted()).toHaveLength(1);
    await jo.post(`${page()}/add`, { mentee: eve?.id ?? '', mentor: ben?.id ?? '' });
    const now = await drafted();
    expect(now.map(({ menteeId, mentorId }) => [menteeId, mentorId])).toContainEqual([eve?.id, ben?.id]);
    const nobody = await jo.post(`${page()}/offer`);
    expect([nobody.status, nobody.text.includes('nobody in this draft who can be offered')]).toEqual([
      409,
      true,
    ]);
    await world.rows('UPDATE enquiry SET "outlineAgreedAt" = now()');
    expect((await jo.post(`${page()}/offer`)).to).toBe(`/desk${page()}?said=offered`);
    expect(await drafted()).toEqual([]);
    await world.core.settle();
    expect(world.messages(ada as Writer)).toHaveLength(1);
  });

  it('confirms what both said yes to, as in the chat, and sets the other aside', async () => {
    const eleni = await waits('Eleni', 'mentee', ['stroke']);
    const max = await waits('Max', 'mentor', ['stroke']);
    const id = await matchOf(world, eleni, max, 'accepted');
    expect((await jo.get('/matching')).text).toContain(`/desk/matches/${id}`);
    expect((await jo.post(`/matches/${id}/confirm`)).to).toBe('/desk/matching?said=confirmed');
    expect(await world.rows(`SELECT state FROM match WHERE id = '${id}'`)).toEqual([{ state: 'confirmed' }]);
    const second = await matchOf(world, aisha as Writer, max, 'accepted');
    expect((await jo.post(`/matches/${second}/aside`)).to).toBe('/desk/matching?said=aside');
    expect((await jo.get(`/matches/${second}`)).status).toBe(404);
  });

  it('shows nobody what is about themselves', async () => {
    const kim = await waits('Kim', 'mentee', ['stroke']);
    await world.role(kim, 'coordinator');
    const signed = await world.signedIn(kim);
    const two = [kim, await waits('Mo', 'mentor', ['stroke'])] as const;
    const accepted = await matchOf(world, ...two, 'accepted');
    expect((await jo.get(`/matches/${accepted}`)).status).toBe(200);
    expect((await signed.get(`/matches/${accepted}`)).status).toBe(404);
    expect((await signed.get('/matching')).text).not.toContain(accepted);
    await world.rows(`UPDATE match SET state = 'drafted' WHERE id = '${accepted}'`);
    expect((await jo.get(page())).text).toContain(accepted);
    expect((await signed.get(page())).text).not.toMatch(new RegExp(`${accepted}|${kim.id}`));
  });

  it('is of one site alone for whoever coordinates one', async () => {
    const far = await waits('Farid', 'mentee', ['stroke']);
    await world.rows(`UPDATE enquiry SET site = 'north' WHERE "personId" = '${far.id}'`);
    const seen = (await north.get('/matching')).text;
    expect(seen).toContain('Farid');
    expect(seen).not.toMatch(/Aisha|Ada|Eve|Ruth|Ben/);
    const draft = (await north.get(page())).text;
    expect(draft).not.toMatch(/Aisha|Ada|Eve|Ruth|Ben|people are matched/);
    expect((await north.post(`${page()}/ask`)).status).toBe(409);
    const fay = await waits('Fay', 'mentee', ['stroke']);
    const id = await matchOf(world, fay, await waits('Otto', 'mentor', ['stroke']), 'accepted');
    for (const path of [`/matches/${id}`]) expect((await north.get(path)).status).toBe(404);
    expect((await north.post(`/matches/${id}/confirm`)).status).toBe(404);
    expect((await jo.get(`/matches/${id}`)).status).toBe(200);
  });
});
