import { expect, it } from 'vitest';
import { aMeeting, aMember, type GroupWorld, type Somebody, withOpenGroup } from './group-world.ts';

let world: GroupWorld;
let lead: Somebody;
let groupId: string;
withOpenGroup((opened) => {
  ({ world, lead, groupId } = opened);
});

it('takes somebody out of a meeting in one press, tells nobody, and asks the next day how they are', async () => {
  const meetingId = await aMeeting(world, lead, groupId);
  const ann = await aMember(world, groupId, 'Ann');
  const toLead = world.said(lead).length;
  await world.pressesThere(ann, 'Coming');
  await world.does(ann, 'show', { screen: 'group-meeting-card', args: { meetingId, opened: true } });
  expect(world.labels(ann)).toContain('Leave this one now');
  await world.does(ann, 'leave-group-meeting-now', { meetingId });
  expect(world.last(ann)).toContain('You are out of this one');
  expect(await world.store.read.groups.tally(meetingId)).toMatchObject({ coming: 0, cannot: 1 });
  expect(await world.rows(`SELECT FROM due WHERE command = 'remind-of-group-meeting'`)).toEqual([]);
  expect(await world.rows(`SELECT state FROM group_member WHERE "personId" = '${ann.id}'`)).toEqual([
    { state: 'in' },
  ]);
  await world.later({ hours: 25 });
  expect(world.said(ann)).toContain('How are you today?');
  expect(world.said(lead).slice(toLead)).not.toContain('Ann');
});

it('does not ask somebody who is on a break by then', async () => {
  const meetingId = await aMeeting(world, lead, groupId);
  const ann = await aMember(world, groupId, 'Ann');
  await world.pressesThere(ann, 'Coming');
  await world.does(ann, 'leave-group-meeting-now', { meetingId });
  await world.does(ann, 'pause', { until: 'week' });
  await world.later({ hours: 30 });
  expect(world.said(ann)).not.toContain('How are you today?');
});
