import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Writer } from '../support/paper-world.ts';
import { type Browser, type DeskWorld, openDeskWorld } from './desk-world.ts';
import { tellsConcern } from './tells-concern.ts';

let world: DeskWorld;
let mia: Writer;
let lee: Writer;
let lead: Browser;
let deputy: Browser;
let jo: Browser;

beforeAll(async () => {
  world = await openDeskWorld();
  mia = await world.staff('Mia', 'mentee');
  lee = await world.staff('Lee', 'safeguarding-lead');
  lead = await world.signedIn(lee);
  deputy = await world.signedIn(await world.staff('Di', 'safeguarding-deputy'));
  jo = await world.signedIn(await world.staff('Jo', 'coordinator'));
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const reads = (id: string) =>
  world.rows(`SELECT "by", reason FROM audit WHERE action = 'concern.read' AND ids->>'concernId' = '${id}'`);

describe('concerns at the desk', () => {
  it('are listed without a word; the words come with a reason, which is written down first', async () => {
    const id = await tellsConcern(world, mia, 'He shouts at me');
    expect((await lead.get('/concerns')).text).toContain(`/concerns/${id}`);
    const page = await lead.get(`/concerns/${id}`);
    expect(page.text).not.toContain('He shouts at me');
    expect((await lead.post(`/concerns/${id}/read`, { why: 'no reason' })).text).not.toContain(
      'He shouts at me',
    );
    expect(await reads(id)).toEqual([]);
    const read = await lead.post(`/concerns/${id}/read`, { why: 'to-answer' });
    expect(read.text).toContain('He shouts at me');
    expect(read.headers.get('Cache-Control')).toBe('no-store');
    expect(await reads(id)).toEqual([{ by: `person:${lee.id}`, reason: 'to-answer' }]);
    expect((await lead.get(`/concerns/${id}`)).text).not.toContain('He shouts at me');
  });

  it('are seen, taken and closed, each step shown with who did it', async () => {
    const id = await tellsConcern(world, mia, 'Once more');
    await lead.post(`/concerns/${id}/see`);
    await deputy.post(`/concerns/${id}/take`);
    expect((await deputy.get(`/concerns/${id}`)).text).toContain('It was taken (Di)');
    await world.rows(
      `INSERT INTO concern_step (id, version, "concernId", step, "byId", at)
        SELECT gen_random_uuid(), 1, id, 'asked-in-hand', "takenById", now() + interval '1 year' FROM concern WHERE id = '${id}'`,
    );
    const asked = await deputy.get(`/concerns/${id}`);
    expect(asked.text).toContain('They were asked whether it is in hand (Di)');
    expect(asked.text).not.toContain('It was closed');
    expect(asked.text).toContain('>It is in hand<');
    expect((await lead.get(`/concerns/${id}`)).text).not.toContain('>It is in hand<');
    expect((await deputy.post(`/concerns/${id}/close`, { outcome: 'talked' })).to).toBe(
      '/desk/concerns?said=closed',
    );
    const { text } = await deputy.get('/concerns');
    expect(text.indexOf(id)).toBeGreaterThan(text.indexOf('The last ones that were closed'));
    const closed = await deputy.get(`/concerns/${id}`);
    expect(closed.text).toContain('We talked');
    expect(closed.text).not.toMatch(/\/(take|see|close)"/);
  });

  it('are not there for coordinators, nor in the audit that these see', async () => {
    const id = await tellsConcern(world, mia, 'Not for Jo');
    await lead.post(`/concerns/${id}/read`, { why: 'to-answer' });
    const nothing = await jo.get('/concerns/00000000-0000-7000-8000-000000000000');
    expect((await jo.get(`/concerns/${id}`)).text).toBe(nothing.text);
    expect((await jo.post(`/concerns/${id}/read`, { why: 'to-answer' })).status).toBe(404);
    expect((await jo.get('/audit')).text).not.toContain('concern');
    expect((await jo.get('/today')).text).not.toMatch(/concern/i);
  });

  it('of two can put these on a break, which no coordinator reads of', async () => {
    const pair = await world.pair(await world.staff('Ruth', 'mentor'), mia);
    const id = await tellsConcern(world, mia, 'She writes at night', { pairId: pair.id });
    expect((await lead.get(`/concerns/${id}`)).text).toContain('Pause messages between the two');
    await lead.post(`/concerns/${id}/pause`);
    expect(await world.rows(`SELECT "leadPaused" FROM pair_contact WHERE id = '${pair.id}'`)).toEqual([
      { leadPaused: true },
    ]);
    expect(await world.rows(`SELECT "by" FROM audit WHERE action = 'pair-contact.paused'`)).toEqual([
      { by: `person:${lee.id}` },
    ]);
    expect((await jo.get('/audit')).text).not.toMatch(/pair-contact|pause-pair|pair\.(paused|resumed)/);
    await deputy.post(`/concerns/${id}/resume`);
    expect((await deputy.get(`/concerns/${id}`)).text).toContain('Pause messages between the two');
    expect((await lead.post(`/concerns/${await tellsConcern(world, mia, 'Of nobody')}/pause`)).status).toBe(
      404,
    );
  });

  it('are not counted for coordinators either, when they have gone in the night', async () => {
    const id = await tellsConcern(world, mia, 'Long ago');
    await lead.post(`/concerns/${id}/take`);
    await lead.post(`/concerns/${id}/close`, { outcome: 'talked' });
    const eightYearsAgo = world.clock.now().subtract({ hours: 24 * 366 * 8 });
    await world.rows(`UPDATE concern SET "closedAt" = '${eightYearsAgo}' WHERE state = 'closed'`);
    await world.core.night();
    const gone = /What somebody told the safeguarding lead[\s\S]*?<\/tr>/;
    const [cells = ''] = gone.exec((await lead.get('/retention')).text) ?? [];
    expect(cells).toMatch(/[1-9]\d*<\/td><\/tr>/);
    const [others = ''] = gone.exec((await jo.get('/retention')).text) ?? [];
    expect(others).toContain('–</td></tr>');
  });

  it('end at the desk as soon as somebody does not answer for them any more', async () => {
    const id = await tellsConcern(world, mia, 'Not for long');
    const nan = await world.staff('Nan', 'safeguarding-deputy');
    await world.role(nan, 'coordinator');
    const browser = await world.signedIn(nan);
    expect((await browser.get(`/concerns/${id}`)).status).toBe(200);
    await world.rows(
      `UPDATE role SET "endedAt" = now() WHERE "personId" = '${nan.id}' AND role = 'safeguarding-deputy'`,
    );
    for (const path of ['/concerns', `/concerns/${id}`]) expect((await browser.get(path)).status).toBe(404);
    expect((await browser.get('/today')).text).not.toContain('/desk/concerns');
  });

  it('are not there for the lead whom they are about', async () => {
    const id = await tellsConcern(world, mia, 'It is about Lee', { notFor: [lee.id] });
    expect((await lead.get(`/concerns/${id}`)).status).toBe(404);
    expect((await lead.post(`/concerns/${id}/read`, { why: 'to-answer' })).status).toBe(404);
    expect((await lead.get('/concerns')).text).not.toContain(id);
    expect((await deputy.get(`/concerns/${id}`)).status).toBe(200);
    expect(await reads(id)).toEqual([]);
    await deputy.post(`/concerns/${id}/take`);
    await deputy.post(`/concerns/${id}/close`, { outcome: 'talked' });
    expect((await deputy.get('/concerns')).text).toContain(id);
    expect((await lead.get('/concerns')).text).not.toContain(id);
  });
});
