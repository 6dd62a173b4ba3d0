import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  aMeeting,
  aMember,
  anOpenGroup,
  type GroupWorld,
  openGroupWorld,
  type Somebody,
} from './group-world.ts';

let world: GroupWorld;
let lead: Somebody;
let groupId: string;

beforeEach(async () => {
  world = await openGroupWorld();
  ({ lead, groupId } = await anOpenGroup(world));
});
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

describe('a group whose channel is gone', () => {
  it('is something for a coordinator, once', async () => {
    const cora = await world.somebody('Cora', { role: 'coordinator' });
    world.apps.discord.trouble = { is: 'unreachable', why: 'discord-10003' };
    for (const name of ['Ann', 'Bob']) {
      await aMember(world, groupId, name);
      await world.later({ seconds: 5 });
    }
    world.apps.discord.trouble = undefined;
    await world.says(cora, 'board');
    const said = world.last(cora);
    expect(said.match(/cannot reach the channel of Tuesday people/g)).toHaveLength(1);
    expect(world.labels(cora)).toContain('1 · See the group');
  });
});

describe('a card in somebody’s own chat', () => {
  it('counts for the lead who comes, as the one in the place does', async () => {
    const meetingId = await aMeeting(world, lead, groupId);
    const ann = await aMember(world, groupId, 'Ann');
    expect(world.said(lead)).toContain('Coming: 0');
    await world.does(ann, 'answer-group-meeting', { meetingId, sequence: 0, answer: 'coming' });
    await world.later({ seconds: 5 });
    expect(world.said(lead)).toContain('Coming: 1');
    expect(world.said(lead)).not.toContain('Coming: 0');
  });

  it('asks nothing any more once the meeting has begun: neither the lead nor whoever was reminded', async () => {
    const meetingId = await aMeeting(world, lead, groupId);
    const ann = await aMember(world, groupId, 'Ann');
    await world.does(ann, 'answer-group-meeting', { meetingId, sequence: 0, answer: 'coming' });
    const asking = (who: Somebody): string[] =>
      world.apps[who.app]
        .chat(who.chat)
        .flatMap(({ shown }) => shown.buttons.flat())
        .map(({ label }) => label)
        .filter((label) => /can’t this time|can't|another time|call it off|maybe/i.test(label));
    await world.later({ hours: 24 * 3 + 8 });
    expect(asking(ann)).not.toEqual([]);
    expect(asking(lead)).not.toEqual([]);
    await world.later({ hours: 2 });
    expect(asking(ann)).toEqual([]);
    expect(asking(lead)).toEqual([]);
  });
});
