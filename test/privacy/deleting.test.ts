import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { openErasedList } from '../../core/store/erased-list.ts';
import { wipeAgain } from '../../core/store/wipe.ts';
import { APPS, type AppName } from '../support/apps/app.ts';
import { type Pair, pairOn } from '../support/arrive.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let isOpen = false;
afterEach(async () => {
  if (!isOpen) return;
  isOpen = false;
  expect(world.faults).toEqual([]);
  await world.close();
});

const OTHER: Readonly<Record<AppName, AppName>> = {
  telegram: 'slack',
  slack: 'discord',
  discord: 'telegram',
};

async function begin(app: AppName): Promise<Pair> {
  world = await openWorld({ apps: [...new Set([app, OTHER[app]])] });
  isOpen = true;
  return await pairOn(world, { mentee: app, mentor: OTHER[app] });
}

async function booked({ mentee, mentor }: Pair): Promise<void> {
  await mentee.does('book', 'tomorrow 3pm', { press: 'By phone' }, { press: '30 minutes' }, 'Ring 0777 111');
  await mentor.presses('Yes, that suits me');
}

async function deletes({ mentee }: Pair): Promise<void> {
  await mentee.does('delete me', { press: 'Go on to delete' }, { press: 'Yes, delete everything' });
}

describe.each(APPS)('"delete me" in %s', (app) => {
  it('explains first, asks twice, and then everything goes; the other half is told in neutral words', async () => {
    const two = await begin(app);
    await booked(two);
    await two.mentee.does('reflect', 'It did me good to talk about the garden');
    await two.mentor.does('reflect', 'I enjoyed this more than I thought');
    await two.mentee.writes('delete me');
    expect(two.mentee.reads()).toMatch(/I delete everything about you/);
    expect(two.mentee.reads()).toMatch(/meeting to come is called off/);
    expect(two.mentee.reads()).toMatch(/Your pair ends/);
    expect(two.mentee.reads()).toMatch(/What stays/);
    expect(two.mentee.reads()).toMatch(/cannot be undone/);
    await two.mentee.presses('Go on to delete');
    const before = await world.rows('SELECT state FROM person WHERE id = $1', [two.menteeId]);
    expect(before).toEqual([{ state: 'active' }]);
    two.mentor.looks();
    await two.mentee.presses('Yes, delete everything');
    expect(two.mentee.reads()).toMatch(/Everything about you is deleted here/);
    expect(
      await world.rows(
        `SELECT state, name, "wrappedKey", "situationSealed", source FROM person WHERE id = $1`,
        [two.menteeId],
      ),
    ).toEqual([{ state: 'erased', name: null, wrappedKey: '', situationSealed: null, source: null }]);
    expect(await world.rows('SELECT id FROM account WHERE "personId" = $1', [two.menteeId])).toEqual([]);
    expect(await world.rows('SELECT state FROM pair')).toEqual([{ state: 'ended' }]);
    expect(await world.rows('SELECT state, "placeSealed", "cancelledBy" FROM meeting')).toEqual([
      { state: 'cancelled', placeSealed: null, cancelledBy: null },
    ]);
    expect(await world.rows('SELECT * FROM occupancy')).toEqual([]);
    expect(await world.rows(`SELECT * FROM outgoing WHERE forget`)).toEqual([]);
    await two.mentor.presses(/See it|Show me/i).catch(() => undefined);
    const told = two.mentor.phone
      .see()
      .map(({ text }) => text)
      .join('\n');
    expect(told).toMatch(/has left for good.*It is nothing you did/s);
    expect(two.mentor.reads()).not.toMatch(/Aisha/);
    await two.mentor.writes('my reflections');
    expect(two.mentor.labels().join()).toMatch(/I enjoyed this/);
    expect(await world.rows('SELECT "personId" AS id FROM reflection')).toEqual([{ id: two.mentorId }]);
  });

  it('keeps everything for whoever thinks better of it, and knows nobody who writes again', async () => {
    const two = await begin(app);
    await two.mentee.does('delete me', { press: 'Go on to delete' }, { press: 'No, keep everything' });
    expect(two.mentee.news().join()).toMatch(/everything that is kept about you/);
    expect(await world.rows('SELECT state FROM person WHERE id = $1', [two.menteeId])).toEqual([
      { state: 'active' },
    ]);
    await deletes(two);
    await two.mentee.writes('hello');
    expect(two.mentee.reads()).toMatch(/a place to find somebody who has been there too/);
    expect(await two.mentee.personId()).not.toBe(two.menteeId);
  });

  it('sends a copy of everything first, for reading and for a computer, with nothing of the other but what was shown', async () => {
    const two = await begin(app);
    await booked(two);
    await two.mentee.does('reflect', 'It did me good to talk about the garden');
    await two.mentor.does('reflect', 'Words of Ruth alone');
    two.mentee.looks();
    await two.mentee.writes('export my data');
    const files = two.mentee.phone.see().flatMap(({ file }) => (file === undefined ? [] : [file]));
    const [reading = '', json = ''] = files.slice(-2).map(({ bytes }) => new TextDecoder().decode(bytes));
    expect(files.slice(-2).map(({ name }) => name.slice(-4))).toEqual(['.txt', 'json']);
    const data = JSON.parse(json);
    for (const words of ['Aisha', 'about the garden', 'Ring 0777 111', 'Ruth']) {
      expect(reading).toContain(words);
      expect(json).toContain(words);
    }
    expect(json).not.toContain('Words of Ruth alone');
    expect(json).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/);
    expect(json).not.toContain('v1.');
    expect(data.meeting[0]).toMatchObject({ state: 'confirmed', mentor: 'Ruth', mentee: 'me' });
    expect(await world.rows(`SELECT 1 FROM outgoing WHERE args::text LIKE '%garden%'`)).toEqual([]);
  });
});

describe('an erasure', () => {
  it('leaves to the other half what they wrote to whoever is gone', async () => {
    const two = await begin('telegram');
    await two.mentor.does('message', 'I will bring the seeds on Tuesday');
    await two.mentee.does('message', 'Lovely, thank you Ruth');
    await deletes(two);
    expect(await world.rows('SELECT "fromId" AS id FROM pair_message')).toEqual([{ id: two.mentorId }]);
    await two.mentor.writes('export my data');
    const files = two.mentor.phone.see().flatMap(({ file }) => (file === undefined ? [] : [file]));
    const json = new TextDecoder().decode(files.at(-1)?.bytes);
    expect(json).toContain('I will bring the seeds on Tuesday');
    expect(json).not.toContain('Lovely');
    expect(json).not.toContain('Aisha');
  });

  it('goes through the desk too, where the copy is sent to the person alone', async () => {
    const two = await begin('telegram');
    await world.coordinate('export-person', { personId: two.menteeId });
    expect(two.mentee.phone.see().at(-1)?.file?.name).toMatch(/json$/);
    await world.coordinate('erase-person', { personId: two.menteeId });
    expect(two.mentee.reads()).toMatch(/Everything about you is deleted here/);
    expect(await world.refusedTo('export-person', { personId: two.menteeId })).toBe('person.unknown');
    expect(await world.refusedTo('erase-person', { personId: crypto.randomUUID() })).toBe('person.unknown');
  });

  it('drops an export that was asked for and not yet sent', async () => {
    const two = await begin('telegram');
    const { core } = world;
    const person = { command: 'export-person', args: { personId: two.menteeId } };
    await core.perform({ ...person, by: { is: 'coordinator', name: 'test' } });
    const erase = { command: 'erase-person', args: { personId: two.menteeId } };
    await core.perform({ ...erase, by: { is: 'coordinator', name: 'test' } });
    await world.settle();
    expect(two.mentee.phone.see().flatMap(({ file }) => file ?? [])).toEqual([]);
    expect(two.mentee.reads()).toMatch(/deleted here/);
  });

  it('ends what was on its way into the database while it happened', async () => {
    const two = await begin('telegram');
    await deletes(two);
    // As a form that was read before and written after would leave it.
    await world.rows(
      `INSERT INTO reflection (id, version, "personId", "textSealed", "sharedWithPartner", "sharedWithCoordinator", "createdAt", "changedAt")
       VALUES (gen_random_uuid(), 1, $1, 'v1.x', false, false, now(), now())`,
      [two.menteeId],
    );
    await world.later({ minutes: 11 });
    expect(await world.rows('SELECT 1 FROM reflection')).toEqual([]);
  });

  it('is finished at the start for whoever is on the list and still there, however that came about', async () => {
    const two = await begin('telegram');
    await booked(two);
    world.store.erased.add([two.menteeId]);
    await world.core.prepare();
    await world.settle();
    expect(await world.rows('SELECT state FROM person WHERE id = $1', [two.menteeId])).toEqual([
      { state: 'erased' },
    ]);
    expect(await world.rows('SELECT state FROM pair')).toEqual([{ state: 'ended' }]);
    expect(await world.rows('SELECT state FROM meeting')).toEqual([{ state: 'cancelled' }]);
    expect(two.mentee.reads()).toMatch(/deleted here/);
  });

  it('ends the meetings of whoever a restore brought back without their words', async () => {
    const two = await begin('telegram');
    await booked(two);
    const pool = new pg.Pool({ connectionString: world.url, max: 1 });
    world.store.erased.add([two.menteeId]);
    await wipeAgain(pool, [two.menteeId], world.clock.now());
    await pool.end();
    await world.core.prepare();
    await world.settle();
    expect(await world.rows('SELECT state FROM pair')).toEqual([{ state: 'ended' }]);
    expect(await world.rows('SELECT state FROM meeting')).toEqual([{ state: 'cancelled' }]);
    expect(await world.rows('SELECT * FROM occupancy')).toEqual([]);
  });
});

describe('the list of the erased', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bt-erased-'));
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()];

  it('keeps every id, once, through a line that was cut short', () => {
    const file = join(folder, 'deep', 'erased.list');
    const list = openErasedList(file);
    expect(list.ids()).toEqual([]);
    list.add([one]);
    appendFileSync(file, other.slice(0, 20));
    expect(openErasedList(file).ids()).toEqual([one]);
    list.add([one, other]);
    expect(openErasedList(file).ids()).toEqual([one, other]);
  });

  it('that cannot be written stops the erasure before anything is gone', () => {
    writeFileSync(join(folder, 'a-file'), '');
    expect(() => openErasedList(join(folder, 'a-file', 'erased.list')).add([one])).toThrow();
  });
});
