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
    expect((await deputy.post(`/concerns/${id}/close`, { outcome: 'talked' })).to).toBe(
      '/desk/concerns?said=done',
    );
    expect((await deputy.get('/concerns')).text).not.toContain(id);
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

  it('are not there for the lead whom they are about', async () => {
    const id = await tellsConcern(world, mia, 'It is about Lee', { notFor: [lee.id] });
    expect((await lead.get(`/concerns/${id}`)).status).toBe(404);
    expect((await lead.post(`/concerns/${id}/read`, { why: 'to-answer' })).status).toBe(404);
    expect((await lead.get('/concerns')).text).not.toContain(id);
    expect((await deputy.get(`/concerns/${id}`)).status).toBe(200);
    expect(await reads(id)).toEqual([]);
  });
});
