import { describe, expect, it } from 'vitest';
import {
  aMeeting,
  aMember,
  type GroupWorld,
  type Somebody,
  type SomebodyMore,
  withOpenGroup,
} from './group-world.ts';

let world: GroupWorld;
let lead: Somebody;
let groupId: string;
withOpenGroup((opened) => {
  ({ world, lead, groupId } = opened);
});

const member = (name: string, more: SomebodyMore = {}): Promise<Somebody> =>
  aMember(world, groupId, name, more);

describe('a reminder', () => {
  it('comes the day before to those who come or may come, and never to those who cannot', async () => {
    await aMeeting(world, lead, groupId);
    const saying = [
      ['Ann', 'Coming'],
      ['Bob', 'Maybe'],
      ['Cat', 'Can’t this time'],
      ['Dot', 'Just listening'],
    ] as const;
    const people = new Map<string, Somebody>();
    for (const [name, label] of saying) {
      const who = await member(name);
      people.set(name, who);
      await world.pressesThere(who, label);
    }
    const silent = await member('Eve');
    await world.later({ hours: 24 * 3 + 8 });
    const reminded = [...people].filter(([, who]) => world.said(who).includes('This is coming up'));
    expect(reminded.map(([name]) => name)).toEqual(['Ann', 'Bob']);
    expect(world.said(silent)).not.toContain('This is coming up');
  });

  it('is called off by saying that one cannot come after all, and follows a meeting that moves', async () => {
    const meetingId = await aMeeting(world, lead, groupId);
    const [ann, bob] = [await member('Ann'), await member('Bob')];
    await world.pressesThere(ann, 'Coming');
    await world.pressesThere(bob, 'Coming');
    await world.pressesThere(ann, 'Can’t this time');
    const whose = await world.rows(
      `SELECT DISTINCT args->>'personId' AS who FROM due WHERE command = 'remind-of-group-meeting'`,
    );
    expect(whose).toEqual([{ who: bob.id }]);
    const move = { meetingId, sequence: 0, startsAt: '2026-11-28T12:00:00Z' };
    expect(await world.does(lead, 'move-group-meeting', move)).toMatchObject({ did: 'done' });
    const due = await world.rows(
      `SELECT args->>'personId' AS who, "dueAt" FROM due WHERE command = 'remind-of-group-meeting' ORDER BY "dueAt"`,
    );
    const registers = await world.rows(`SELECT "dueAt" FROM due WHERE command = 'offer-group-register'`);
    expect(registers).toEqual([{ dueAt: new Date('2026-11-28T13:10:00Z') }]);
    expect(due).toEqual([
      { who: bob.id, dueAt: new Date('2026-11-27T12:00:00Z') },
      { who: bob.id, dueAt: new Date('2026-11-28T10:00:00Z') },
    ]);
  });

  it('keeps to what somebody chose, also when they choose it afterwards, and to their quiet hours', async () => {
    await aMeeting(world, lead, groupId, '2026-11-26T09:00:00Z');
    const ann = await member('Ann', { quietFrom: '21:00', quietTo: '08:00' });
    await world.pressesThere(ann, 'Coming');
    await world.does(ann, 'set-reminders', { minutes: [120] });
    const due = await world.rows(`SELECT "dueAt" FROM due WHERE command = 'remind-of-group-meeting'`);
    // Two hours before is seven in the morning: the evening before instead.
    expect(due).toEqual([{ dueAt: new Date('2026-11-25T20:59:00Z') }]);
    await world.does(ann, 'set-reminders', { minutes: [] });
    expect(await world.rows(`SELECT 1 FROM due WHERE command = 'remind-of-group-meeting'`)).toEqual([]);
  });
});

describe('the register', () => {
  it('is offered to the lead in private afterwards, and a press cycles came, was not there, nothing', async () => {
    const meetingId = await aMeeting(world, lead, groupId);
    const ann = await member('Ann');
    await world.later({ hours: 24 * 4 });
    expect(world.last(lead)).toContain('Who came?');
    const marked = async () =>
      (await world.store.read.groups.register(meetingId)).map(({ attended }) => attended);
    await world.presses(lead, 'Ann');
    expect(await marked()).toEqual(['came']);
    await world.presses(lead, '✓ Ann: came');
    expect(await marked()).toEqual(['did-not']);
    await world.presses(lead, 'Ann: was not there');
    expect(await marked()).toEqual([null]);
    await world.presses(lead, 'Ann');
    await world.presses(lead, 'Done');
    expect(world.last(lead)).toContain('It is kept');
    expect(world.allThere()).not.toContain('Ann');
    expect(world.said(ann)).not.toContain('Who came?');
  });

  it('is for nobody but the lead and coordinators', async () => {
    const meetingId = await aMeeting(world, lead, groupId);
    const [ann, bob] = [await member('Ann'), await member('Bob')];
    await world.later({ hours: 24 * 4 });
    const mark = { meetingId, personId: bob.id, attended: 'came' };
    expect(await world.does(ann, 'mark-attendance', mark)).toMatchObject({
      refusal: { refused: 'group.not-yours' },
    });
    await world.does(ann, 'show', { screen: 'group-register', args: { meetingId } });
    expect(world.said(ann)).not.toContain('Who came?');
    expect(await world.coordinate('mark-attendance', mark)).toMatchObject({ did: 'done' });
    expect((await world.store.read.groups.meetings(groupId, { most: 5 }))[0]?.came).toBeNull();
    await world.coordinate('finish-register', { meetingId });
    expect((await world.store.read.groups.meetings(groupId, { most: 5 }))[0]?.came).toBe(1);
  });

  it('holds whoever left after the meeting, and says it plainly of whoever was never there', async () => {
    const [ann, bob] = [await aMember(world, groupId, 'Ann'), await aMember(world, groupId, 'Bob')];
    const meetingId = await aMeeting(world, lead, groupId);
    await world.does(bob, 'leave-group', { groupId });
    await world.later({ hours: 24 * 3 + 11 });
    await world.does(ann, 'leave-group', { groupId });
    const names = (await world.store.read.groups.register(meetingId)).map(({ name }) => name);
    expect(names).toEqual(['Ann']);
    const mark = { meetingId, attended: 'came' };
    expect(await world.does(lead, 'mark-attendance', { ...mark, personId: ann.id })).toMatchObject({
      did: 'done',
    });
    expect((await world.store.read.groups.register(meetingId))[0]?.attended).toBe('came');
    const refused = await world.does(lead, 'mark-attendance', { ...mark, personId: bob.id });
    expect(refused).toMatchObject({
      did: 'refused',
      refusal: { refused: 'group.not-a-member', say: { id: 'group-register-not-a-member' } },
    });
  });

  it('cannot be noted before the meeting has begun', async () => {
    const meetingId = await aMeeting(world, lead, groupId);
    const ann = await member('Ann');
    const mark = { meetingId, personId: ann.id, attended: 'came' };
    expect(await world.does(lead, 'mark-attendance', mark)).toMatchObject({
      refusal: { refused: 'group.register-not-yet' },
    });
  });
});
