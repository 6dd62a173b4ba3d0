import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anOpenGroup, type GroupWorld, openGroupWorld, PLACE } from './group-world.ts';

let world: GroupWorld;
beforeEach(async () => {
  world = await openGroupWorld();
});
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

describe('making a group (GRP-05, BND-09)', () => {
  it('is done by "group new" in the place; it opens once all is there, and not before', async () => {
    const lead = await world.somebody('Lena', { role: 'mentor' });
    const coordinator = await world.somebody('Cora', { role: 'coordinator' });
    await world.writesInPlace(lead, 'group', 'new');
    await world.says(lead, 'Tuesday people');
    await world.says(lead, 'No phones at the table');
    await world.presses(lead, '8');
    expect(world.last(lead)).toContain('It is not open yet');
    await world.presses(lead, 'Open the group');
    expect(world.said(lead)).toContain('has to say that the lead is a trained mentor');
    expect(world.said(lead)).toContain('The lead has to accept the ground rules');
    expect(world.allThere()).toBe('');
    await world.presses(lead, 'Read the ground rules');
    expect(world.last(lead)).toContain('stays in the group');
    expect(world.last(lead)).toContain('No phones at the table');
    await world.presses(lead, 'I accept them');
    await world.presses(lead, 'Open the group');
    expect(world.last(lead)).not.toContain('The lead has to accept');
    expect(world.allThere()).toBe('');
    await world.writesInPlace(coordinator, 'group', '');
    await world.presses(coordinator, 'The lead is trained');
    await world.presses(lead, 'Open the group');
    const card = world.there('Tuesday people');
    expect(card?.paragraphs.join(' ')).toContain('0 members. 8 places left.');
    expect(card?.buttons.flat().map((each) => each.label)).toEqual([
      'Join',
      'Ground rules',
      'Report',
      'Leave',
      'Help',
    ]);
    expect(await world.rows('SELECT "doneAt" IS NULL AS open FROM task')).toEqual([{ open: false }]);
  });

  it('takes the name that was given with "group new", and asks for the rest', async () => {
    const lead = await world.somebody('Lena', { role: 'mentor' });
    await world.writesInPlace(lead, 'group', 'new Tuesday people');
    await world.presses(lead, 'Skip');
    await world.presses(lead, 'Skip');
    expect(world.last(lead)).toContain('Tuesday people');
    expect(await world.rows('SELECT capacity FROM "group"')).toEqual([{ capacity: 10 }]);
    // A place has one group; whoever asks there is shown it.
    await world.writesInPlace(lead, 'group', 'new Another');
    expect(world.last(lead)).toContain('This place has a group already');
  });

  it('is refused to whoever is neither coordinator nor mentor, and to a mentor for somebody else', async () => {
    const mentee = await world.somebody('Mia', { role: 'mentee' });
    await world.writesInPlace(mentee, 'group', 'new');
    expect(world.last(mentee)).toContain('made by coordinators and mentors');
    const [mentor, other] = [
      await world.somebody('Mo', { role: 'mentor' }),
      await world.somebody('Oona', { role: 'mentor' }),
    ];
    const args = { name: 'Ours', leadId: other.id, place: PLACE, leadTrained: true };
    expect(await world.does(mentor, 'make-group', args)).toMatchObject({
      refusal: { refused: 'group.not-yours-to-make' },
    });
  });

  it('tells a lead whom somebody else chose, without naming the group on a locked screen', async () => {
    const lead = await world.somebody('Lena', { role: 'mentor' });
    await world.coordinate('make-group', {
      ...{ programmeId: world.programmeId, name: 'Tuesday people', leadId: lead.id, place: PLACE },
    });
    expect(world.last(lead)).toBe('There is something new for you here.');
    await world.presses(lead, 'See it');
    expect(world.last(lead)).toContain('You have been asked to lead a group.');
  });

  it('counts its lead as trained only when a coordinator says so', async () => {
    const mentor = await world.somebody('Mo', { role: 'mentor' });
    await world.does(mentor, 'make-group', {
      ...{ name: 'Ours', leadId: mentor.id, place: PLACE, leadTrained: true },
    });
    const [group] = await world.rows('SELECT id, "leadTrainedAt" FROM "group"');
    expect(group?.['leadTrainedAt']).toBeNull();
    const groupId = String(group?.['id']);
    expect(await world.does(mentor, 'confirm-group-lead', { groupId })).toMatchObject({
      refusal: { refused: 'group.not-yours' },
    });
  });
});

describe('joining (GRP-01, GRP-04, BND-09)', () => {
  it('says first that the name shows, then the ground rules, and is counted in the place', async () => {
    const { groupId } = await anOpenGroup(world, 2);
    const [ann, bob, cat] = [
      await world.somebody('Ann'),
      await world.somebody('Bob'),
      await world.somebody('Cat'),
    ];
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
  it('shows help first, says who reads it and what is sent, and makes one task for a coordinator', async () => {
    await anOpenGroup(world);
    const ann = await world.somebody('Ann');
    await world.pressesThere(ann, 'Report');
    const said = world.said(ann);
    expect(said).toContain('999');
    expect(said.indexOf('Sam')).toBeGreaterThan(0);
    expect(await world.rows('SELECT 1 FROM task WHERE kind = $1', ['group-report'])).toEqual([]);
    await world.presses(ann, 'Ask them to get in touch');
    await world.presses(ann, 'Ask them to get in touch');
    const tasks = await world.rows('SELECT "personId" FROM task WHERE kind = $1', ['group-report']);
    expect(tasks).toEqual([{ personId: ann.id }]);
    expect(world.allThere()).not.toContain('999');
  });

  it('gives help at once to somebody who has never written', async () => {
    await anOpenGroup(world);
    const nina = world.newcomer('nina');
    await world.pressesThere(nina, 'Report');
    expect(world.said(nina)).toContain('999');
  });
});
