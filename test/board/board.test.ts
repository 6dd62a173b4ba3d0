import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Task } from '../../core/tasks/task.ts';
import { openPaperWorld, type PaperWorld, type Writer } from '../support/paper-world.ts';

let world: PaperWorld;
let moira: Writer;

beforeEach(async () => {
  await world?.close();
  world = await openPaperWorld();
  moira = await world.person('Moira');
  await role(moira, 'coordinator');
});
afterEach(() => expect(world.faults).toEqual([]));
afterAll(() => world.close());

async function role(who: Writer, what: 'mentor' | 'mentee' | 'coordinator' | 'volunteer'): Promise<void> {
  const args = { personId: who.id, programmeId: world.programmeId, role: what };
  await world.core.perform({ command: 'give-role', args, by: { is: 'coordinator', name: 'test' } });
  await world.core.settle();
}

async function task(kind: Task['kind'], about: Partial<Task>): Promise<string> {
  const id = crypto.randomUUID();
  const none = { programmeId: world.programmeId, personId: null, pairId: null, meetingId: null };
  const row: Task = {
    id,
    version: 1,
    kind,
    ...none,
    createdAt: world.clock.now(),
    doneAt: null,
    doneBy: null,
    ...about,
  };
  await world.commit({ saves: [{ table: 'task', row }] });
  return id;
}

const board = async (who = moira): Promise<string> => {
  await world.write(who, 'board');
  return world.last(who);
};
const open = (who: Writer, label: string) => world.press(who, label);

describe('who needs me today', () => {
  it('says so when nobody does, and tells a new coordinator where to look', async () => {
    expect(world.said(moira)).toContain('something new');
    await world.press(moira, 'See it');
    expect(world.last(moira)).toContain('Write "board"');
    expect(await board()).toContain('Nobody needs you just now');
    await world.write(moira, 'home');
    expect(world.labels(moira)).toContain('Who needs me today?');
  });

  it.each(['mentoring', 'Status', '/board'])('opens with "%s"', async (word) => {
    await world.write(moira, word);
    expect(world.last(moira)).toContain('Who needs you today');
  });

  it('is refused kindly to everybody else, and shows them nothing', async () => {
    const ada = await world.person('Ada');
    await role(ada, 'mentee');
    const said = await board(ada);
    expect(said).toContain('Only a coordinator can do that');
    expect(said).not.toContain('Ada');
    expect(world.labels(ada)).toEqual(['Home', 'Who can I talk to?', 'Help']);
  });

  it('shows what there is to do, why it is there, and deals with it by a button', async () => {
    const ada = await world.person('Ada');
    await role(ada, 'mentee');
    await task('wants-a-call', { personId: ada.id });
    const said = await board();
    expect(said).toContain('Ada would like a call. Since Monday 23 November.');
    expect(said).toContain('Ada waits for a mentor');
    await open(moira, '1 · I take it');
    expect(world.last(moira)).toContain('You are on it');
    expect(world.labels(moira)).not.toContain('1 · I take it');
    await open(moira, '1 · Done');
    expect(world.last(moira)).not.toContain('would like a call');
    expect((await world.rows('SELECT "doneBy" FROM task'))[0]?.['doneBy']).toBe(`person:${moira.id}`);
  });

  it('deals with what groups need by a button of its own', async () => {
    const lena = await world.person('Lena');
    await role(lena, 'mentor');
    const place = { platform: 'discord', tenant: '1', chatId: '2' };
    const made = { programmeId: world.programmeId, name: 'Tuesday tea', leadId: lena.id, place };
    await world.core.perform({ command: 'make-group', args: made, by: { is: 'coordinator', name: 'desk' } });
    await world.core.settle();
    const groupId = String((await world.rows('SELECT id FROM "group"'))[0]?.['id']);
    await task('group-report', { personId: lena.id, groupId });
    const said = await board();
    expect(said).toContain('Lena would like to lead Tuesday tea');
    expect(said).toContain('Lena asks you to get in touch about Tuesday tea');
    await open(moira, '1 · They are trained');
    expect(await world.rows('SELECT FROM role WHERE "trainedAt" IS NOT NULL')).toHaveLength(1);
    expect(await board()).not.toContain('would like to lead');
    expect(world.labels(moira)).toContain('1 · Write to Lena');
    await open(moira, '1 · See the group');
    expect(world.last(moira)).toContain('Tuesday tea');
  });

  it('says who is on it, and does not take it from them', async () => {
    const ruth = await world.person('Ruth');
    await role(ruth, 'coordinator');
    await task('under-age', {});
    await board(ruth);
    await board();
    await open(moira, '1 · I take it');
    await open(ruth, '1 · I take it');
    expect(world.said(ruth)).toContain('Moira is on it already');
    expect(await board(ruth)).toContain('Moira is on it.');
  });

  it('leaves what is done to somebody who coordinates, whoever holds its button', async () => {
    const id = await task('under-age', {});
    const ada = await world.person('Ada');
    const account = await world.store.read.people.account(ada.accountId);
    const person = await world.store.read.people.person(ada.id);
    if (account === undefined || person === undefined) throw new Error('Ada is not there');
    for (const command of ['take-task', 'finish-task']) {
      const by = { is: 'person', person, account } as const;
      const performed = await world.core.perform({ command, args: { taskId: id }, by });
      expect(performed).toMatchObject({ did: 'refused', refusal: { refused: 'access.not-yours' } });
    }
    const give = { personId: ada.id, programmeId: world.programmeId, role: 'mentor' };
    const by = { is: 'person', person, account } as const;
    expect(await world.core.perform({ command: 'give-role', args: give, by })).toMatchObject({
      did: 'refused',
    });
  });

  it('shows meetings that wait for an answer and those of today, by names alone', async () => {
    const [ada, ruth] = [await world.person('Ada'), await world.person('Ruth')];
    await role(ada, 'mentee');
    await role(ruth, 'mentor');
    const pair = await world.pair(ruth, ada);
    const by = { is: 'coordinator', name: 'test' } as const;
    const book = { pairId: pair.id, wall: '2026-11-23T15:00', mode: 'phone' };
    await world.core.perform({ command: 'book-for-pair', args: book, by });
    await world.core.settle();
    expect(await board()).toContain('Ada and Ruth meet today at 3:00 pm');
    await world.commit({
      saves: [
        {
          table: 'meeting',
          row: {
            ...(await meetingOf(pair.id)),
            id: crypto.randomUUID(),
            version: 1,
            state: 'proposed',
            proposedBy: ruth.id,
            startsAt: world.clock.now().add({ hours: 48 }),
          },
        },
      ],
    });
    const said = await board();
    expect(said).toContain('It waits for an answer from Ada');
    expect(said).toContain('Today: one meeting. Waiting for an answer: 1.');
  });

  it('says whom nothing reaches and since when, and what became quiet', async () => {
    const [ada, ruth] = [await world.person('Ada'), await world.person('Ruth')];
    await role(ada, 'mentee');
    await role(ruth, 'mentor');
    await world.pair(ruth, ada, { createdAt: world.clock.now().subtract({ hours: 24 * 40 }) });
    expect(await board()).toContain('agreed to meet about every 14 days');
    await world.core.perform({
      command: 'account-left',
      args: { accountId: ada.accountId },
      by: { is: 'clock' },
    });
    const said = await board();
    expect(said).toMatch(
      /Cannot be reached\n1\. My messages do not reach Ada any more.*Since Monday 23 November/,
    );
    expect(world.labels(moira)).not.toContain('1 · Write to Ada');
  });

  it('keeps to the programmes that somebody coordinates', async () => {
    const other = await world.store.read.programmes.first();
    if (other === undefined) throw new Error('There is no programme');
    const row = { ...other, id: crypto.randomUUID(), version: 1, slug: 'other' };
    await world.commit({ saves: [{ table: 'programme', row }] });
    await task('under-age', { programmeId: row.id });
    expect(await board()).toContain('Nobody needs you just now');
  });

  it('comes in pages when it is long', async () => {
    for (let made = 0; made < 12; made += 1) await task('under-age', {});
    expect(await board()).toContain('Page 1 of 3');
    await open(moira, 'Show more');
    expect(world.last(moira)).toContain('6. Somebody under age');
    await open(moira, 'Show more');
    await open(moira, '11 · Done');
    expect(world.last(moira)).toContain('Page 3 of 3');
    await open(moira, 'Show those before');
    expect(world.last(moira)).toContain('Page 2 of 3');
    // One card, brought up to date where it stands.
    expect(world.messages(moira).filter((each) => each.paragraphs[0] === 'Who needs you today')).toHaveLength(
      1,
    );
  });
});

async function meetingOf(pairId: string) {
  const [found] = await world.store.read.meetings.ofPair(pairId, new Date(0));
  if (found === undefined) throw new Error('There is no meeting');
  return found;
}

describe('what a coordinator does from the board', () => {
  it('gives a role and brings two together, with a last look before both are told', async () => {
    const [ada, ruth] = [await world.person('Ada'), await world.person('Ruth')];
    await role(ruth, 'mentor');
    await task('new-person', { personId: ada.id });
    await board();
    await open(moira, '1 · Give a role');
    await open(moira, 'Mentee');
    expect(world.said(moira)).toContain('Done. They are told');
    await board();
    await open(moira, '2 · Find a mentor');
    await open(moira, 'Ruth: no pair yet');
    await open(moira, 'Every two weeks');
    expect(world.last(moira)).toContain('Bring Ruth and Ada together?');
    expect(await world.store.read.pairs.pairsOf(ada.id)).toEqual([]);
    await open(moira, 'Yes, bring them together');
    expect(await world.store.read.pairs.pairsOf(ada.id)).toMatchObject([
      { mentorId: ruth.id, rhythmDays: 14 },
    ]);
    expect(world.said(moira)).toContain('Ruth and Ada are a pair now');
  });

  it('makes nobody a coordinator in a chat', async () => {
    const person = await world.store.read.people.person(moira.id);
    const account = await world.store.read.people.account(moira.accountId);
    if (account === undefined || person === undefined) throw new Error('Moira is not there');
    const args = { personId: moira.id, programmeId: world.programmeId, role: 'coordinator' };
    const performed = await world.core.perform({
      command: 'give-role',
      args,
      by: { is: 'person', person, account },
    });
    expect(performed).toMatchObject({ did: 'refused' });
  });
});
