import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openedConcern } from '../../core/concerns/opened-concern.ts';
import { consequencesOf } from '../../core/consequences.ts';
import { joinGroup } from '../../core/groups/join-group.ts';
import { together } from '../../core/kernel/change.ts';
import { isRefusal } from '../../core/kernel/command.ts';
import { momentAt } from '../support/moved-clock.ts';
import { anOpenGroup, type GroupWorld, openGroupWorld, PLACE, type Somebody } from './group-world.ts';

let world: GroupWorld;

async function threeOf({ somebody }: GroupWorld): Promise<[Somebody, Somebody, Somebody]> {
  return [await somebody('Ann'), await somebody('Bob'), await somebody('Cat')];
}

beforeEach(async () => {
  world = await openGroupWorld();
});
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

describe('joining (GRP-01, GRP-04, BND-09)', () => {
  it('says first that the name shows, then the ground rules, and is counted in the place', async () => {
    const { groupId } = await anOpenGroup(world, 2);
    const [ann, bob, cat] = await threeOf(world);
    await world.pressesThere(ann, 'Join');
    const told = world.last(ann);
    expect(told.indexOf('can be seen by everybody here')).toBeGreaterThan(0);
    expect(told.indexOf('stays in the group')).toBeGreaterThan(told.indexOf('can be seen by everybody here'));
    expect((await world.store.read.groups.counts(groupId)).members).toBe(0);
    await world.presses(ann, 'I accept and join');
    expect(world.last(ann)).toContain('You are in. Welcome!');
    await world.pressesThere(bob, 'Join');
    await world.presses(bob, 'I accept and join');
    await world.later({ seconds: 3 });
    expect(world.allThere()).toContain('2 members. Every place is taken.');
    await world.pressesThere(cat, 'Join');
    expect(world.last(cat)).toContain('I cannot say when, or whether');
    await world.presses(cat, 'I accept and wait');
    expect(world.last(cat)).toContain('You are waiting for a place');
    expect(world.said(cat)).not.toMatch(/\b(first|second|[0-9]+)(st|nd|rd|th)? (in|on) the\b/);
    for (const name of ['Ann', 'Bob', 'Cat', 'Lena']) expect(world.allThere()).not.toContain(name);
  });

  it('asks whoever waited longest when somebody leaves, and the next after three days without an answer', async () => {
    const { groupId } = await anOpenGroup(world, 2);
    const people = await Promise.all(['Ann', 'Bob', 'Cat', 'Dot'].map((name) => world.somebody(name)));
    const [ann, , cat, dot] = people;
    for (const each of people) {
      await world.does(each, 'join-group', { groupId });
      await world.later({ seconds: 1 });
    }
    if (ann === undefined || cat === undefined || dot === undefined) throw new Error('nobody there');
    await world.pressesThere(ann, 'Leave');
    await world.presses(ann, 'Yes, leave');
    expect(world.last(cat)).toContain('There is something new for you here');
    expect(world.last(cat)).not.toContain('Tuesday people');
    await world.presses(cat, 'See it');
    expect(world.last(cat)).toContain('There is a place for you in Tuesday people');
    // It is kept for her meanwhile.
    expect((await world.store.read.groups.counts(groupId)).taken).toBe(2);
    expect(world.last(dot)).toContain('You are waiting for a place');
    await world.later({ hours: 73 });
    expect(world.last(cat)).toContain('The place has gone to the next person, and that is fine');
    await world.presses(dot, 'See it');
    await world.presses(dot, 'Yes, I would like it');
    expect(world.last(dot)).toContain('You are in. Welcome!');
    await world.presses(cat, 'Yes, I would like it');
    expect(world.said(cat)).toContain('The place has gone to the next person');
    expect(await world.store.read.groups.counts(groupId)).toEqual({ members: 2, taken: 2, waiting: 0 });
  });

  it('brings somebody who has never written through the welcome, and back to the group', async () => {
    await anOpenGroup(world);
    const nina = world.newcomer('nina');
    await world.pressesThere(nina, 'Join');
    expect(world.last(nina)).toContain('I am only a program');
    await world.presses(nina, 'Continue');
    for (const label of ['Yes', 'Yes, I agree']) await world.presses(nina, label);
    await world.says(nina, 'Nina');
    await world.says(nina, 'London');
    await world.presses(nina, 'Plain English');
    await world.presses(nina, '9 pm to 8 am');
    await world.presses(nina, 'I would rather not say');
    expect(world.last(nina)).toContain('Now back to the group you came for.');
    await world.presses(nina, 'I accept and join');
    expect(world.last(nina)).toContain('You are in. Welcome!');
  });

  it('shows whoever has begun to arrive the welcome first', async () => {
    await anOpenGroup(world);
    const ari = await world.somebody(null, { state: 'arriving' });
    await world.pressesThere(ari, 'Join');
    expect(world.said(ari)).toContain('then I bring you back to the group');
    expect(world.last(ari)).toContain('I am only a program');
    expect(await world.rows('SELECT state FROM group_member WHERE seat IS DISTINCT FROM 0')).toEqual([
      { state: 'wishes' },
    ]);
  });

  it('never gives more places than there are, though many join at once', async () => {
    const { groupId } = await anOpenGroup(world, 3);
    const people = await Promise.all(Array.from({ length: 12 }, (_, n) => world.somebody(`Person ${n}`)));
    const order = (who: (typeof people)[number]) =>
      world.core.perform({ command: 'join-group', args: { groupId }, by: who.by });
    const done = await Promise.all(people.map(order));
    await world.core.settle();
    expect(done.filter(({ did }) => did === 'done').length).toBeGreaterThanOrEqual(3);
    expect(await world.store.read.groups.counts(groupId)).toMatchObject({ members: 3, taken: 3 });
  });

  it('asks somebody who began to wait just as a place became free', async () => {
    const { groupId } = await anOpenGroup(world, 2);
    const [ann, bob, cat] = await threeOf(world);
    await world.does(ann, 'join-group', { groupId });
    await world.does(bob, 'join-group', { groupId });
    const found = await world.store.read.groups.inGroup(groupId, cat.id);
    await world.does(ann, 'leave-group', { groupId });
    const at = momentAt(world.clock);
    const decided = joinGroup.decide(found, { groupId }, at, cat.by);
    if (isRefusal(decided)) throw new Error(decided.refused);
    await world.commit(together(decided, consequencesOf(decided.events, at)));
    await world.core.settle();
    expect(await world.rows(`SELECT state FROM group_member WHERE "personId" = $1`, [cat.id])).toEqual([
      { state: 'asked' },
    ]);
  });

  it('is left by one more press; a lead stays until a coordinator hands the group on', async () => {
    const { lead, groupId } = await anOpenGroup(world);
    expect(await world.does(lead, 'leave-group', { groupId })).toMatchObject({
      refusal: { refused: 'group.lead-stays' },
    });
    const eve = await world.somebody('Eve');
    await world.pressesThere(eve, 'Leave');
    expect(world.last(eve)).toContain('You are not in this group');
  });
});

describe('"what do you know about me" (PAC-03)', () => {
  it('names the groups too', async () => {
    const { groupId } = await anOpenGroup(world);
    const ann = await world.somebody('Ann');
    await world.does(ann, 'join-group', { groupId });
    await world.says(ann, 'know');
    expect(world.last(ann)).toContain('1 group: since when');
    expect(await world.store.read.links.hasNothing(ann.id)).toBe(false);
  });
});

describe('a report (BND-09)', () => {
  it('shows help first, says who reads it and what is sent, and goes past coordinators', async () => {
    await anOpenGroup(world);
    const ann = await world.somebody('Ann');
    await world.pressesThere(ann, 'Report');
    const said = world.said(ann);
    expect(said).toContain('999');
    expect(said.indexOf('What is sent')).toBeGreaterThan(said.indexOf('999'));
    expect(await world.rows('SELECT 1 FROM concern')).toEqual([]);
    await world.presses(ann, 'Go on');
    await world.says(ann, 'Blue Heron');
    await world.presses(ann, 'Send it');
    const told = await world.rows('SELECT kind, about, "fromId", "aboutId" FROM concern');
    expect(told).toEqual([{ kind: 'group-report', about: 'group', fromId: ann.id, aboutId: null }]);
    // Whom it is about, as she wrote it, is sealed; and nobody in the group or on a board reads it.
    const [row] = await world.rows('SELECT id, "whomSealed" FROM concern');
    expect(String(row?.['whomSealed'])).not.toContain('Blue Heron');
    expect((await openedConcern(world.store.read, String(row?.['id'])))?.whom).toBe('Blue Heron');
    expect(world.allThere()).not.toContain('Blue Heron');
    expect(await world.rows('SELECT kind, "personId", "groupId" FROM task')).toEqual([
      { kind: 'ring-safeguarding', personId: null, groupId: null },
    ]);
    expect(world.allThere()).not.toContain('999');
  });

  it('gives help at once to somebody who has never written', async () => {
    await anOpenGroup(world);
    const nina = world.newcomer('nina');
    await world.pressesThere(nina, 'Report');
    expect(world.said(nina)).toContain('999');
  });
});

describe('where somebody stands', () => {
  it('is said to the lead as leading, never as being one of the members', async () => {
    const { lead, groupId } = await anOpenGroup(world);
    await world.does(lead, 'show-group-here', { place: PLACE });
    expect(world.last(lead)).toContain('You lead this group');
    expect(world.last(lead)).not.toContain('You are in this group');
    await world.says(lead, 'my groups');
    expect(world.last(lead)).toContain('You lead this group');
    await world.does(lead, 'ask-to-join', { groupId });
    expect(world.said(lead)).not.toContain('You are in this group');
  });

  it('is one press from home for whoever is in a group, waits for one or leads one, and for nobody else', async () => {
    const { lead, groupId } = await anOpenGroup(world, 2);
    const [ann, bob, cat] = await threeOf(world);
    for (const each of [ann, bob, cat]) await world.does(each, 'join-group', { groupId });
    const reader = await world.somebody('Tess', { app: 'telegram' });
    for (const each of [lead, ann, cat]) {
      await world.says(each, 'home');
      await world.presses(each, 'My groups');
      expect(world.last(each)).toContain('Tuesday people');
    }
    await world.says(reader, 'home');
    expect(world.labels(reader)).not.toContain('My groups');
  });

  it('is answered in a place without a group with what can be done instead', async () => {
    const mentor = await world.somebody('Mo', { role: 'mentor' });
    const mentee = await world.somebody('Mia', { role: 'mentee' });
    await world.writesInPlace(mentor, 'group', '');
    expect(world.last(mentor)).toContain('This place has no group yet.\nYou can make one yourself');
    await world.writesInPlace(mentee, 'group', '');
    expect(world.last(mentee)).toMatch(/no group yet[\s\S]*talk to a coordinator/);
    expect(world.labels(mentee)).toContain('Who can I talk to?');
    await world.says(mentee, 'group');
    expect(world.last(mentee)).toMatch(
      /You are not in a group yet[\s\S]*press Join[\s\S]*talk to a coordinator/,
    );
    const { lead } = await anOpenGroup(world, 5, { ...PLACE, chatId: 'channel-2' });
    await world.writesInPlace(lead, 'group', '');
    expect(world.labels(lead)).toContain('My groups');
  });
});
