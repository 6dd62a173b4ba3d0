import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Task } from '../../core/tasks/task.ts';
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
async function groupOf(lead: Writer): Promise<string> {
  const place = { platform: 'discord', tenant: '1', chatId: '2' };
  const made = { programmeId: world.programmeId, name: 'Tuesday tea', leadId: lead.id, place };
  await world.core.perform({ command: 'make-group', args: made, by: { is: 'coordinator', name: 'desk' } });
  await world.core.settle();
  return String((await world.rows('SELECT id FROM "group"'))[0]?.['id']);
}

const open = (who: Writer, label: string) => world.press(who, label);

describe('why something is on the board', () => {
  it('has words of its own for every kind of thing to do', async () => {
    const [ada, ruth] = [await world.person('Ada'), await world.person('Ruth')];
    await role(ruth, 'mentor');
    const groupId = await groupOf(ruth);
    const pair = await world.pair(ruth, ada);
    for (const kind of Task.shape.kind.options) {
      const id = await task(kind, { personId: ada.id, pairId: pair.id, groupId });
      const said = await board();
      expect(said, kind).not.toContain('There is something to do about');
      const { core } = world;
      await core.perform({
        command: 'finish-task',
        args: { taskId: id },
        by: { is: 'coordinator', name: 'test' },
      });
    }
  });

  it('says why a report is there, and names each person it can write to once', async () => {
    const [ada, ruth] = [await world.person('Ada'), await world.person('Ruth')];
    const pair = await world.pair(ruth, ada);
    await task('reported-message', { personId: ada.id, pairId: pair.id });
    expect(await board()).toContain('Ada reported a message that Ruth wrote');
    expect(world.labels(moira).filter((each) => each === '1 · Write to Ada')).toHaveLength(1);
  });

  it('guesses at no cause for a pair that may want a hand', async () => {
    const [ada, ruth] = [await world.person('Ada'), await world.person('Ruth')];
    const pair = await world.pair(ruth, ada);
    await task('may-want-a-hand', { pairId: pair.id });
    const said = await board();
    expect(said).toContain('Ada and Ruth may want a hand');
    expect(said).not.toContain('called off');
  });

  it('shows nobody a report about themselves, and lets them not end it', async () => {
    const ada = await world.person('Ada');
    const ruth = await world.person('Ruth');
    await role(ruth, 'coordinator');
    const pair = await world.pair(moira, ada);
    const id = await task('reported-message', { personId: ada.id, pairId: pair.id });
    expect(await board()).not.toContain('reported a message');
    expect(await board()).toContain('Things to do: 0');
    const args = { taskId: id };
    const person = await world.store.read.people.person(moira.id);
    const account = await world.store.read.people.account(moira.accountId);
    if (account === undefined || person === undefined) throw new Error('Moira is not there');
    for (const command of ['take-task', 'finish-task'])
      expect(
        await world.core.perform({ command, args, by: { is: 'person', person, account } }),
      ).toMatchObject({ did: 'refused', refusal: { refused: 'task.unknown' } });
    // Its reader is not kept from it, and somebody else deals with it.
    expect(await board(ruth)).toContain('Ada reported a message that Moira wrote');
    await open(ruth, '1 · Done');
    expect(await board(ruth)).not.toContain('reported a message');
  });

  it('keeps what was said about a group from whoever leads it', async () => {
    const [ada, ruth] = [await world.person('Ada'), await world.person('Ruth')];
    await role(moira, 'mentor');
    await role(ruth, 'coordinator');
    const groupId = await groupOf(moira);
    await task('group-report', { personId: ada.id, groupId });
    expect(await board()).not.toContain('get in touch about');
    expect(await board(ruth)).toContain('Ada asks you to get in touch about Tuesday tea');
  });
});
