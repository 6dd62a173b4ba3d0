import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aMeeting, anOpenGroup, type GroupWorld, openGroupWorld, type Somebody } from './group-world.ts';

let world: GroupWorld;
let lead: Somebody;
let groupId: string;

beforeEach(async () => {
  world = await openGroupWorld();
  ({ lead, groupId } = await anOpenGroup(world, 3));
});
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

async function members(...names: string[]): Promise<Somebody[]> {
  const people: Somebody[] = [];
  for (const name of names) {
    const who = await world.somebody(name);
    await world.does(who, 'join-group', { groupId });
    await world.later({ seconds: 1 });
    people.push(who);
  }
  return people;
}

const one = async (sql: string) => (await world.rows(sql))[0];
const sees = async (who: Somebody): Promise<void> => {
  if (world.last(who).includes('something new')) await world.presses(who, 'See it');
};
const looksAfter = async (who: Somebody, label: string): Promise<void> => {
  await world.says(who, 'my groups');
  await world.presses(who, 'Tuesday people');
  await world.presses(who, 'Look after the group');
  await world.presses(who, label);
};

describe('closing a group', () => {
  it('calls off what is to come, says so on its card, and tells everybody once', async () => {
    const [ann, bob, cat, dot] = await members('Ann', 'Bob', 'Cat', 'Dot');
    if (ann === undefined || bob === undefined || cat === undefined || dot === undefined)
      throw new Error('nobody there');
    const meetingId = await aMeeting(world, lead, groupId);
    await world.does(ann, 'answer-group-meeting', { meetingId, sequence: 0, answer: 'coming' });
    await looksAfter(lead, 'Close the group');
    expect(world.last(lead)).toContain('It does not open again');
    const before = (who: Somebody) => world.apps.discord.chat(who.chat).length;
    const had = [ann, bob, cat, dot].map(before);
    await world.presses(lead, 'Yes, close it');
    expect(world.last(lead)).toContain('Tuesday people is closed now');
    expect([ann, bob, cat, dot].map(before)).toEqual(had.map((count) => count + 1));
    for (const who of [ann, dot]) {
      await sees(who);
      expect(world.last(who)).toMatch(/is closed now[\s\S]*planned is called off/);
    }
    expect(world.there('Tuesday people\nThis group is closed')?.buttons.flat()).toHaveLength(1);
    expect(world.there('This meeting is called off')).toBeDefined();
    expect(world.apps.discord.calendar()).toEqual([]);
    expect(await world.rows(`SELECT FROM due WHERE subject LIKE 'group%'`)).toEqual([]);
    // Nobody waits any more, and nothing of it can be pressed to any effect.
    expect(await world.rows(`SELECT FROM group_member WHERE state IN ('waiting', 'asked')`)).toEqual([]);
    expect(await world.does(bob, 'join-group', { groupId })).toMatchObject({
      refusal: { refused: 'group.closed' },
    });
    const said = [ann, bob, cat, dot].map((who) => world.said(who));
    await world.later({ hours: 24 * 60 });
    expect([ann, bob, cat, dot].map((who) => world.said(who))).toEqual(said);
    // The place is free for another.
    await world.writesInPlace(lead, 'group', '');
    expect(world.last(lead)).toContain('This place has no group yet');
  });

  it('is for its lead and coordinators alone', async () => {
    const [ann] = await members('Ann');
    if (ann === undefined) throw new Error('nobody there');
    expect(await world.does(ann, 'close-group', { groupId })).toMatchObject({
      refusal: { refused: 'group.not-yours' },
    });
    const coordinator = await world.somebody('Cora', { role: 'coordinator' });
    expect(await world.does(coordinator, 'close-group', { groupId })).toMatchObject({ did: 'done' });
    await sees(lead);
    expect(world.last(lead)).toContain('is closed now');
  });
});

describe('handing over the lead (GRP-05)', () => {
  it('is to a trained mentor in the group who says yes; both stay, though every place is taken', async () => {
    const [ann, bob, mo] = [...(await members('Ann', 'Bob')), await world.somebody('Mo', { role: 'mentor' })];
    if (ann === undefined || bob === undefined || mo === undefined) throw new Error('nobody there');
    await world.does(mo, 'join-group', { groupId });
    await looksAfter(lead, 'Hand over the lead');
    expect(world.last(lead)).toContain('Nobody to choose from is a trained mentor');
    await world.coordinate('mark-trained', { personId: mo.id, programmeId: world.programmeId });
    await looksAfter(lead, 'Hand over the lead');
    expect(world.labels(lead)).not.toContain('Ann');
    await world.presses(lead, 'Mo');
    expect(await one('SELECT "leadId" FROM "group"')).toEqual({ leadId: lead.id });
    await sees(mo);
    expect(world.last(mo)).toMatch(/asked to lead Tuesday people[\s\S]*stays in the group/);
    expect(await world.does(bob, 'take-group-lead', { groupId, rules: 1 })).toMatchObject({
      refusal: { refused: 'group.lead-not-offered' },
    });
    await world.presses(mo, 'Yes, I lead it');
    expect(world.last(mo)).toContain('You lead this group now');
    await sees(lead);
    expect(world.last(lead)).toMatch(/lead is handed over[\s\S]*You are in this group/);
    expect(await world.rows('SELECT seat, "personId" FROM group_member WHERE seat = 0')).toEqual([
      { seat: 0, personId: mo.id },
    ]);
    expect((await world.store.read.groups.counts(groupId)).members).toBe(3);
    expect(await world.does(lead, 'close-group', { groupId })).toMatchObject({ did: 'refused' });
  });

  it('is never to anybody else, and no changes nothing', async () => {
    const [ann] = await members('Ann');
    const mentor = await world.somebody('Mo', { role: 'mentor' });
    if (ann === undefined) throw new Error('nobody there');
    for (const personId of [ann.id, mentor.id])
      expect(await world.coordinate('offer-group-lead', { groupId, personId })).toMatchObject({
        refusal: { refused: 'group.lead-not-trained' },
      });
    await world.coordinate('mark-trained', { personId: mentor.id, programmeId: world.programmeId });
    // Who else mentors is for coordinators to know.
    expect(await world.does(lead, 'offer-group-lead', { groupId, personId: mentor.id })).toMatchObject({
      refusal: { refused: 'group.lead-not-trained' },
    });
    await world.coordinate('offer-group-lead', { groupId, personId: mentor.id });
    await sees(mentor);
    await world.presses(mentor, 'No, thank you');
    await sees(lead);
    expect(world.last(lead)).toContain('cannot lead the group just now');
    expect(await one('SELECT "leadId", "offeredTo" FROM "group"')).toEqual({
      leadId: lead.id,
      offeredTo: null,
    });
  });

  it('keeps the one who led as a member when somebody from outside takes it over', async () => {
    await members('Ann', 'Bob', 'Cat');
    const mentor = await world.somebody('Mo', { role: 'mentor' });
    await world.coordinate('mark-trained', { personId: mentor.id, programmeId: world.programmeId });
    await world.coordinate('offer-group-lead', { groupId, personId: mentor.id });
    await sees(mentor);
    await world.presses(mentor, 'Yes, I lead it');
    // Four are in a group of three: nobody is put out, and the next to leave is not followed by another.
    expect((await world.store.read.groups.counts(groupId)).members).toBe(4);
    await world.later({ seconds: 3 });
    expect(world.there('Tuesday people')?.paragraphs.join()).toContain('4 members. Every place is taken');
  });
});

describe('changing the ground rules (GRP-04)', () => {
  it('asks everybody to accept them again; until then they can read and leave, and are asked before they answer', async () => {
    const [ann, bob] = await members('Ann', 'Bob');
    if (ann === undefined || bob === undefined) throw new Error('nobody there');
    const meetingId = await aMeeting(world, lead, groupId);
    await looksAfter(lead, 'Change our own ground rule');
    await world.says(lead, 'No phones at the table');
    expect(world.last(lead)).toContain('Everybody in the group is asked to accept them');
    for (const who of [ann, bob]) await sees(who);
    expect(world.last(ann)).toMatch(/have changed[\s\S]*No phones at the table/);
    await world.pressesThere(ann, 'Coming');
    expect(world.said(ann)).toContain('Please read them first');
    expect(await world.rows('SELECT FROM group_answer')).toEqual([]);
    await world.presses(ann, 'I accept them');
    expect(world.labels(ann)).toContain('Coming');
    await world.presses(ann, 'Coming');
    expect(await world.rows('SELECT answer FROM group_answer')).toEqual([{ answer: 'coming' }]);
    await world.pressesThere(bob, 'Leave');
    await world.presses(bob, 'Yes, leave');
    expect(world.last(bob)).toContain('You have left the group');
    // Whoever changed them has accepted them.
    await world.does(lead, 'answer-group-meeting', { meetingId, sequence: 0, answer: 'coming' });
    expect(await world.rows('SELECT FROM group_answer')).toHaveLength(2);
  });

  it('accepts for nobody what they have not read', async () => {
    const [ann, bob, cat, dot] = await members('Ann', 'Bob', 'Cat', 'Dot');
    if (ann === undefined || bob === undefined || cat === undefined || dot === undefined)
      throw new Error('nobody there');
    const eve = await world.somebody('Eve');
    await world.pressesThere(eve, 'Join');
    await world.coordinate('change-group-rule', { groupId, ownRule: 'Be on time' });
    await world.presses(eve, 'I accept and wait');
    expect(world.said(eve)).toContain('Please read them first');
    expect(await world.rows('SELECT FROM group_member WHERE "personId" = $1', [eve.id])).toEqual([]);
    await world.does(ann, 'accept-group-rules', { groupId, version: 1 });
    expect(await world.rows('SELECT FROM group_member WHERE "acceptedRules" = 2')).toEqual([]);
    // Somebody who waited reads them before they take their place.
    await world.does(ann, 'leave-group', { groupId });
    await sees(dot);
    await world.does(dot, 'take-place', { groupId });
    expect(world.said(dot)).toContain('Please read them first');
    await world.presses(dot, 'I accept them');
    await world.presses(dot, 'Yes, I would like it');
    expect(world.last(dot)).toContain('You are in');
  });
});

describe('changing how many can be in it (GRP-01)', () => {
  it('asks those who wait when there are more places', async () => {
    const people = await members('Ann', 'Bob', 'Cat', 'Dot', 'Eve');
    const [, , , dot, eve] = people;
    if (dot === undefined || eve === undefined) throw new Error('nobody there');
    await looksAfter(lead, 'Change how many can be in it');
    await world.says(lead, '5');
    for (const who of [dot, eve]) {
      await sees(who);
      expect(world.last(who)).toContain('There is a place for you');
      await world.presses(who, 'Yes, I would like it');
    }
    expect((await world.store.read.groups.counts(groupId)).members).toBe(5);
  });

  it('puts nobody out when there are fewer, and gives nobody a place before it is smaller', async () => {
    const people = await members('Ann', 'Bob', 'Cat');
    // Of those with places that stay when it is smaller: their places must not count as free.
    const seats = await world.rows('SELECT "personId" FROM group_member WHERE seat > 0 ORDER BY seat');
    const [ann, bob] = seats.map(({ personId }) => people.find(({ id }) => id === personId));
    if (ann === undefined || bob === undefined) throw new Error('nobody there');
    await world.does(lead, 'change-group-capacity', { groupId, capacity: 2 });
    await world.later({ seconds: 3 });
    expect(world.allThere()).toContain('3 members. Every place is taken');
    await world.does(ann, 'leave-group', { groupId });
    await members('Dot');
    expect((await world.store.read.groups.counts(groupId)).members).toBe(2);
    await world.does(bob, 'leave-group', { groupId });
    expect(await world.rows(`SELECT FROM group_member WHERE state = 'asked'`)).toHaveLength(1);
  });
});
