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

async function asRuth(ruth: Writer, command: string, taskId: string): Promise<void> {
  const [account, person] = [
    await world.store.read.people.account(ruth.accountId),
    await world.store.read.people.person(ruth.id),
  ];
  if (account === undefined || person === undefined) throw new Error('Ruth is not there');
  const by = { is: 'person', person, account } as const;
  expect(await world.core.perform({ command, args: { taskId }, by })).toMatchObject({ did: 'done' });
  await world.core.settle();
}

describe('the front page of an app', () => {
  it('is the board for somebody who coordinates, and what is pressed there is answered there', async () => {
    await task('under-age', {});
    const front = await world.opensFront(moira);
    expect(front?.paragraphs[0]).toBe('Who needs you today');
    const before = world.messages(moira).length;
    await world.pressOnFront(moira, '1 · Done');
    expect(world.frontOf(moira)?.paragraphs).toContain('Nobody needs you just now.');
    expect(world.messages(moira)).toHaveLength(before);
  });

  it('is home for everybody else, with where its buttons open', async () => {
    const ada = await world.person('Ada');
    const front = await world.opensFront(ada);
    expect(front?.paragraphs[0]).toBe('Hello Ada.');
    expect(front?.paragraphs.at(-1)).toContain('opens under Messages');
  });

  it('is a short welcome for a stranger, who is kept nowhere by looking, and begins with a press', async () => {
    const stranger = { id: '', accountId: '', chat: 'stranger' };
    const people = async () => (await world.rows('SELECT FROM person')).length;
    const before = await people();
    expect((await world.opensFront(stranger))?.paragraphs.join()).toContain('To begin, press the button');
    expect(await people()).toBe(before);
    await world.pressOnFront(stranger, 'Begin');
    expect(await people()).toBe(before + 1);
    expect(world.last(stranger)).toContain('I am only a program');
  });

  it('gives a stranger help at once', async () => {
    const stranger = { id: '', accountId: '', chat: 'in-need' };
    await world.opensFront(stranger);
    await world.pressOnFront(stranger, 'Help');
    expect(world.said(stranger)).toContain('999');
  });

  it('is brought up to date when what it shows changes: at most once a minute, on its page, without a message', async () => {
    for (let made = 0; made < 8; made += 1) await task('under-age', {});
    await world.opensFront(moira);
    await world.pressOnFront(moira, 'Show more');
    const before = { messages: world.messages(moira).length, fronts: world.frontsShown() };
    const ruth = await world.person('Ruth');
    await role(ruth, 'coordinator');
    const [first] = await world.rows('SELECT id FROM task ORDER BY "createdAt", id');
    for (const command of ['take-task', 'finish-task']) await asRuth(ruth, command, String(first?.['id']));
    expect(world.frontsShown()).toBe(before.fronts);
    await world.later({ seconds: 60 });
    expect(world.frontsShown()).toBe(before.fronts + 1);
    expect(world.frontOf(moira)?.paragraphs.join('\n')).toMatch(/Things to do: 7[\s\S]*Page 2 of 2/);
    expect(world.messages(moira)).toHaveLength(before.messages);
    // What changes nothing she sees is not shown anew.
    await role(ruth, 'coordinator');
    const other = await world.person('Ada');
    await world.core.perform({
      command: 'account-left',
      args: { accountId: other.accountId },
      by: { is: 'clock' },
    });
    await world.later({ minutes: 2 });
    expect(world.frontsShown()).toBe(before.fronts + 2);
    await world.later({ minutes: 5 });
    expect(world.frontsShown()).toBe(before.fronts + 2);
    // Ruth coordinates too, and has never opened hers.
    expect(world.frontOf(ruth)).toBeUndefined();
  });
});
