import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anOpenGroup, type Chatter, type GroupWorld, openGroupWorld } from './group-world.ts';

let world: GroupWorld;
let groupId: string;

beforeEach(async () => {
  world = await openGroupWorld();
  groupId = (await anOpenGroup(world)).groupId;
});
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const members = () =>
  world.rows(`SELECT m.state, p.name FROM group_member m LEFT JOIN person p ON p.id = m."personId"
    WHERE m.seat IS DISTINCT FROM 0 ORDER BY m.id`);

async function isWelcomed(who: Chatter, name: string): Promise<void> {
  for (const label of ['Continue', 'Yes', 'Yes, I agree']) await world.presses(who, label);
  await world.says(who, name);
  await world.says(who, 'London');
  for (const label of ['Plain English', '9 pm to 8 am', 'I would rather not say'])
    await world.presses(who, label);
}

describe('somebody new who presses "Join"', () => {
  it('reads first that the welcome is on the way to the group', async () => {
    const nina = world.newcomer('nina');
    await world.pressesThere(nina, 'Join');
    expect(world.said(nina)).toContain('then I bring you back to the group');
    expect(world.last(nina)).toContain('I am only a program');
  });

  it('is led back by the answer itself, which also reaches whoever takes no private messages', async () => {
    const nina = world.newcomer('nina');
    await world.pressesThere(nina, 'Join');
    await isWelcomed(nina, 'Nina');
    expect(world.last(nina)).toContain('Now back to the group you came for.');
    const sent = await world.rows(`SELECT "accountId" FROM outgoing WHERE screen = 'group-join'`);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.['accountId']).not.toBeNull();
  });

  it('is led back once more by pressing "Join" again', async () => {
    const nina = world.newcomer('nina');
    await world.pressesThere(nina, 'Join');
    await isWelcomed(nina, 'Nina');
    expect(await members()).toEqual([{ state: 'wishes', name: 'Nina' }]);
    await world.pressesThere(nina, 'Join');
    expect(world.last(nina)).toContain('Now back to the group you came for.');
    await world.presses(nina, 'I accept and join');
    expect(await members()).toEqual([{ state: 'in', name: 'Nina' }]);
  });
});

describe('somebody who presses "Join" and then says who they are in another app', () => {
  async function links(who: Chatter, first: Chatter): Promise<void> {
    await world.says(first, 'link another app');
    const code = /Your code: (\S+)\. /.exec(world.last(first))?.[1] ?? '';
    await world.says(who, `link ${code}`);
    await world.presses(who, 'Yes, that is me');
    await world.presses(first, 'Yes, it was me');
  }

  it('keeps the wish, is led back, and leaves nothing behind', async () => {
    const mia = await world.somebody('Mia', { app: 'telegram' });
    const there = world.newcomer('mia-there');
    await world.pressesThere(there, 'Join');
    await links(there, mia);
    expect(await members()).toEqual([{ state: 'wishes', name: 'Mia' }]);
    expect(world.last(there)).toContain('Now back to the group you came for.');
    await world.presses(there, 'I accept and join');
    expect(await members()).toEqual([{ state: 'in', name: 'Mia' }]);
  });

  it('who is in the group already stays in it, and is not asked again', async () => {
    const mia = await world.somebody('Mia', { app: 'telegram' });
    await world.does(mia, 'join-group', { groupId });
    const there = world.newcomer('mia-there');
    await world.pressesThere(there, 'Join');
    await links(there, mia);
    expect(await members()).toEqual([{ state: 'in', name: 'Mia' }]);
    expect(world.said(there)).not.toContain('Now back to the group');
  });
});
