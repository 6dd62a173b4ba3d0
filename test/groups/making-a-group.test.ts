import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type GroupWorld, openGroupWorld, PLACE } from './group-world.ts';

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
    expect(world.last(mentee)).toContain('Only a coordinator or a mentor');
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
    const [group] = await world.rows('SELECT id FROM "group"');
    expect(await world.rows('SELECT FROM role WHERE "trainedAt" IS NOT NULL')).toHaveLength(0);
    const groupId = String(group?.['id']);
    expect(await world.does(mentor, 'confirm-group-lead', { groupId })).toMatchObject({
      refusal: { refused: 'access.not-yours' },
    });
  });

  it('opens at once for a mentor who is trained already: that is so of the person, not of one group', async () => {
    const lead = await world.somebody('Lena', { role: 'mentor' });
    const coordinator = await world.somebody('Cora', { role: 'coordinator' });
    const { programmeId } = world;
    await world.does(coordinator, 'mark-trained', { personId: lead.id, programmeId });
    for (const chatId of ['channel-1', 'channel-2']) {
      const place = { ...PLACE, chatId };
      await world.does(lead, 'make-group', { name: 'Ours', leadId: lead.id, place });
      const groupId = (await world.rows('SELECT id FROM "group" WHERE "chatId" = $1', [chatId]))[0]?.['id'];
      await world.does(lead, 'accept-as-lead', { groupId });
      expect(await world.does(lead, 'open-group', { groupId })).toMatchObject({ did: 'done' });
    }
    expect(await world.rows('SELECT FROM task')).toEqual([]);
    const back = { personId: lead.id, programmeId, trained: false };
    expect(await world.does(coordinator, 'mark-trained', back)).toMatchObject({
      refusal: { refused: 'person.leads-group' },
    });
  });

  it('lets every group of a lead open once they are marked as trained, and nobody look at them any more', async () => {
    const lead = await world.somebody('Lena', { role: 'mentor' });
    for (const chatId of ['channel-1', 'channel-2'])
      await world.does(lead, 'make-group', { name: 'Ours', leadId: lead.id, place: { ...PLACE, chatId } });
    const marked = { personId: lead.id, programmeId: world.programmeId };
    expect(await world.does(lead, 'mark-trained', marked)).toMatchObject({ did: 'refused' });
    await world.coordinate('mark-trained', marked);
    expect(await world.rows('SELECT "doneBy" FROM task')).toHaveLength(2);
    expect(await world.rows('SELECT FROM task WHERE "doneAt" IS NULL')).toEqual([]);
    await world.coordinate('mark-trained', { ...marked, trained: false });
    const groupId = (await world.rows('SELECT id FROM "group"'))[0]?.['id'];
    await world.does(lead, 'accept-as-lead', { groupId });
    expect(await world.does(lead, 'open-group', { groupId })).toMatchObject({
      refusal: { refused: 'group.not-ready' },
    });
  });

  it('counts nobody as trained who is neither mentor nor volunteer', async () => {
    const mentee = await world.somebody('Mia', { role: 'mentee' });
    const marked = { personId: mentee.id, programmeId: world.programmeId };
    expect(await world.coordinate('mark-trained', marked)).toMatchObject({
      refusal: { refused: 'person.no-mentor' },
    });
  });
});
