import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskHolder } from '../../core/index.ts';
import { newTask } from '../../core/tasks/task.ts';
import type { Writer } from '../support/paper-world.ts';
import { momentAt } from '../support/world.ts';
import { type Browser, type DeskWorld, openDeskWorld, SESSION } from './desk-world.ts';
import { tellsConcern } from './tells-concern.ts';

/** One of two programmes with a coordinator each, everybody with a name that tells where they are. */
type Half = {
  readonly programmeId: string;
  readonly jo: Writer;
  readonly browser: Browser;
  readonly holder: DeskHolder;
  readonly mia: Writer;
  readonly left: Writer;
  readonly taskId: string;
};

let world: DeskWorld;
let north: Half;
let south: Half;

beforeAll(async () => {
  world = await openDeskWorld();
  north = await half('North', world.programmeId);
  south = await half('South', await world.programme('south'));
}, 60_000);
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

async function half(where: string, programmeId: string): Promise<Half> {
  await world.rows(
    `UPDATE programme SET document = jsonb_set(document, '{name}', '"Programme ${where}"') WHERE id = '${programmeId}'`,
  );
  const named = async (name: string, role: 'coordinator' | 'mentor' | 'mentee') => {
    const who = await world.person(`${name} of ${where}`);
    await world.role(who, role, programmeId);
    return who;
  };
  const jo = await named('Jo', 'coordinator');
  const mia = await named('Mia', 'mentee');
  const ruth = await named('Ruth', 'mentor');
  await world.pair(ruth, mia, { programmeId });
  const left = await named('Gone', 'mentee');
  await world.rows(`UPDATE role SET "endedAt" = now() WHERE "personId" = '${left.id}'`);
  const task = newTask('wants-a-call', { programmeId, personId: mia.id }, momentAt(world.clock));
  await world.commit({ saves: [{ table: 'task', row: task }] });
  const browser = await world.signedIn(jo);
  const holder = await world.core.desk.holder(browser.cookies.get(SESSION) ?? '');
  if (holder === undefined) throw new Error('Nobody is signed in');
  await browser.post(`/people/${mia.id}/copy`);
  return { programmeId, jo, browser, holder, mia, left, taskId: task.id };
}

const both = () => [['north', north, south, 'South'] as const, ['south', south, north, 'North'] as const];

describe('two coordinators of two programmes', () => {
  it('each see their own on every page, and nothing of the other', async () => {
    for (const [who, own, other, theirs] of both()) {
      const mine = theirs === 'South' ? 'North' : 'South';
      for (const path of ['/today', '/people', '/audit', '/programmes', `/people/${own.mia.id}`]) {
        const { status, text } = await own.browser.get(path);
        expect([who, path, status]).toEqual([who, path, 200]);
        expect([who, path, text.includes(mine)]).toEqual([who, path, true]);
        expect([who, path, text.includes(theirs)]).toEqual([who, path, false]);
      }
      for (const id of [other.mia.id, other.left.id, other.jo.id])
        expect((await own.browser.get(`/people/${id}`)).status).toBe(404);
      expect((await own.browser.get(`/people/${own.left.id}`)).status).toBe(200);
    }
  });

  it('get nothing of the other from the desk’s part of the core, whatever a page asks of it', async () => {
    const { desk } = world.core;
    for (const [, own, other] of both()) {
      expect(await desk.person(own.holder, other.mia.id)).toBeUndefined();
      expect(await desk.pairs(own.holder, other.mia.id)).toEqual([]);
      expect((await desk.people(own.holder, 0, 100)).map(({ id }) => id)).not.toContain(other.mia.id);
      expect((await desk.programmes(own.holder)).map(({ id }) => id)).toEqual([own.programmeId]);
    }
  });

  it('change nothing of the other, even where a page forgot to look: the core refuses', async () => {
    const { desk } = world.core;
    for (const [, own, other] of both()) {
      const [toId, personId, taskId] = [other.mia.id, other.mia.id, other.taskId];
      const orders: [string, object][] = [
        ['take-task', { taskId }],
        ['take-task', { taskId, takerId: other.jo.id }],
        ['finish-task', { taskId }],
        ['give-role', { personId, programmeId: other.programmeId, role: 'volunteer' }],
        ['give-role', { personId, programmeId: own.programmeId, role: 'volunteer' }],
        ['give-role', { personId: own.mia.id, programmeId: own.programmeId, role: 'coordinator' }],
        ['write-letter', { toId, words: 'Hello' }],
        ['write-letter', { toId: other.left.id, words: 'Hello' }],
        ['write-letter', { toId, words: 'Hello', fromId: other.jo.id }],
        ['export-person', { personId }],
        ['export-person', { personId: other.left.id }],
        ['erase-person', { personId }],
        ['erase-person', { personId: other.left.id }],
        ['erase-person', { personId: own.jo.id }],
        ['enrol-person', { name: 'New', programmeId: own.programmeId, role: 'mentee' }],
        ['make-token', { name: 'x', hash: 'x'.repeat(43), scopes: ['read'], days: 1 }],
        ['open-programme', { programmeId: own.programmeId }],
      ];
      for (const [command, args] of orders)
        expect([command, args, (await desk.perform(own.holder, command, args)).did]).toEqual([
          command,
          args,
          'refused',
        ]);
    }
    expect(await world.rows(`SELECT id FROM letter`)).toEqual([]);
    expect(
      await world.rows(`SELECT id FROM task WHERE "takenById" IS NOT NULL OR "doneAt" IS NOT NULL`),
    ).toEqual([]);
  });

  it('see nothing of the other either that belongs to no programme', async () => {
    const at = momentAt(world.clock);
    const row = newTask('tell-by-phone', { programmeId: null, personId: south.mia.id }, at);
    await world.commit({ saves: [{ table: 'task', row }] });
    expect((await south.browser.get('/today')).text).toContain(row.id);
    expect((await north.browser.get('/today')).text).not.toContain(row.id);
  });

  it('do what they do as themselves, and nothing with a report about themselves', async () => {
    const { desk } = world.core;
    await desk.perform(north.holder, 'take-task', { taskId: north.taskId, takerId: south.jo.id });
    const taken = `SELECT "takenById" FROM task WHERE id = '${north.taskId}'`;
    expect(await world.rows(taken)).toEqual([{ takenById: north.jo.id }]);
    await world.role(north.jo, 'mentor', north.programmeId);
    const pair = await world.pair(north.jo, north.mia, { programmeId: north.programmeId });
    const about = { programmeId: north.programmeId, personId: north.mia.id, pairId: pair.id };
    const row = newTask('reported-message', about, momentAt(world.clock));
    await world.commit({ saves: [{ table: 'task', row }] });
    expect((await north.browser.get('/today')).text).not.toContain(row.id);
    for (const command of ['take-task', 'finish-task'])
      expect((await desk.perform(north.holder, command, { taskId: row.id })).did).toBe('refused');
  });

  it('end no session but their own', async () => {
    const own = await world.signedIn(north.jo);
    const { desk } = world.core;
    const theirs = await desk.sessions(south.holder);
    await desk.perform(north.holder, 'end-desk-sessions', { personId: south.jo.id });
    expect(await desk.sessions(south.holder)).toEqual(theirs);
    expect((await own.get('/today')).status).toBe(303);
  });

  it('have nothing to do with concerns; and who answers in one programme, nothing with those of the other', async () => {
    const { desk } = world.core;
    const lead = await world.person('Lee of South');
    await world.role(lead, 'safeguarding-lead', south.programmeId);
    const secret = (await world.signedIn(lead)).cookies.get(SESSION) ?? '';
    const holder = await desk.holder(secret);
    if (holder === undefined) throw new Error('Nobody is signed in');
    const concernId = await tellsConcern(world, north.mia, 'Of the north');
    for (const each of [holder, north.holder, south.holder]) {
      expect(await desk.concerns(each)).toEqual([]);
      expect(await desk.concern(each, concernId)).toBeUndefined();
      expect(await desk.readConcern(each, concernId, 'to-answer')).toBeUndefined();
      for (const command of ['see-concern', 'take-concern', 'pause-pair'])
        expect((await desk.perform(each, command, { concernId, asId: lead.id })).did).toBe('refused');
      const close = { concernId, asId: lead.id, outcome: 'talked' };
      expect((await desk.perform(each, 'close-concern', close)).did).toBe('refused');
    }
    expect(await world.rows(`SELECT id FROM concern_step`)).toEqual([]);
  });
});
