import { Temporal } from 'temporal-polyfill';
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

const card = () => world.there('Tuesday people meets')?.paragraphs.join('\n') ?? '';

describe('planning a meeting (GRP-22)', () => {
  it('asks when, how long and where, in plain words, and shows one card and one entry in the calendar', async () => {
    await world.writesInPlace(lead, 'group', '');
    await world.presses(lead, 'Plan the next meeting');
    await world.says(lead, 'Thursday at 6 pm');
    await world.presses(lead, '60 minutes');
    await world.says(lead, 'The community room');
    await world.presses(lead, 'Nothing I know of');
    const shown = world.there('Tuesday people meets');
    expect(shown?.paragraphs).toContain('The community room');
    // Each reader sees the moment on their own clock.
    const start = Temporal.Instant.from('2026-11-26T18:00:00Z').epochMilliseconds / 1000;
    expect(Object.values(shown?.moments ?? {})).toEqual([start]);
    expect(world.apps.discord.calendar()).toMatchObject([
      { title: 'Tuesday people', where: 'The community room', calledOff: false },
    ]);
    expect(world.apps.discord.calendar()[0]?.from.toString()).toBe('2026-11-26T18:00:00Z');
  });

  it('is for the lead and coordinators alone, and one at a time', async () => {
    const ann = await member('Ann');
    const args = { groupId, startsAt: '2026-11-26T18:00:00Z', minutes: 60 };
    expect(await world.does(ann, 'plan-group-meeting', args)).toMatchObject({
      refusal: { refused: 'group.not-yours' },
    });
    expect(await world.coordinate('plan-group-meeting', args)).toMatchObject({ did: 'done' });
    expect(await world.does(lead, 'plan-group-meeting', args)).toMatchObject({
      refusal: { refused: 'group.meeting-planned' },
    });
  });

  it('refuses a time that has gone by, and one more than a year away', async () => {
    const at = (startsAt: string) =>
      world.does(lead, 'plan-group-meeting', { groupId, startsAt, minutes: 60 });
    for (const startsAt of ['2026-11-23T08:59:00Z', '2027-11-26T18:00:00Z'])
      expect(await at(startsAt)).toMatchObject({ refusal: { refused: 'group.meeting-time' } });
  });
});

describe('a meeting that changes', () => {
  it('keeps its card and its calendar entry in step when it moves, and tells those who might come', async () => {
    const meetingId = await aMeeting(world, lead, groupId);
    const [ann, cat] = [await member('Ann'), await member('Cat')];
    await world.pressesThere(ann, 'Coming');
    await world.pressesThere(cat, 'Can’t this time');
    const move = { meetingId, sequence: 0, startsAt: '2026-11-27T19:00:00Z' };
    await world.does(lead, 'move-group-meeting', move);
    expect(card()).toContain('Friday 27 November, 7:00 pm');
    expect(world.allThere()).toContain('Tuesday people has a new time');
    expect(world.apps.discord.calendar().map(({ from }) => from.toString())).toEqual([
      '2026-11-27T19:00:00Z',
    ]);
    expect(world.last(ann)).toContain('The time has changed. Is it still right for you?');
    expect(world.said(cat)).not.toContain('The time has changed');
    expect(await world.does(lead, 'move-group-meeting', move)).toMatchObject({
      refusal: { refused: 'group.meeting-changed' },
    });
  });

  it('asks nobody any more once it has begun', async () => {
    await aMeeting(world, lead, groupId);
    const labels = () =>
      world
        .there('Tuesday people meets')
        ?.buttons.flat()
        .map((each) => each.label) ?? [];
    expect(labels()).toContain('Coming');
    await world.later({ hours: 24 * 3 + 9 });
    expect(labels()).not.toContain('Coming');
    expect(labels()).toContain('Report');
  });

  it('is called off everywhere', async () => {
    await aMeeting(world, lead, groupId);
    const ann = await member('Ann');
    await world.pressesThere(ann, 'Coming');
    await world.presses(lead, 'Call it off');
    await world.presses(lead, 'Yes, call it off');
    expect(world.allThere()).toContain('This meeting is called off.');
    expect(world.apps.discord.calendar()).toEqual([]);
    expect(world.last(ann)).toContain('This is called off');
    await world.later({ hours: 24 * 5 });
    expect(world.said(ann)).not.toContain('This is coming up');
    expect(world.said(lead)).not.toContain('Who came?');
  });
});

describe('"my groups"', () => {
  it('says what somebody is in, what is next, and what they said', async () => {
    await aMeeting(world, lead, groupId);
    const ann = await member('Ann');
    await world.says(ann, 'my groups');
    expect(world.last(ann)).toContain('Tuesday people');
    expect(world.last(ann)).not.toContain('You said');
    await world.pressesThere(ann, 'Maybe');
    await world.says(ann, 'groups');
    expect(world.last(ann)).toContain('You said: maybe.');
    await world.presses(ann, 'Tuesday people');
    expect(world.labels(ann)).toContain('Leave');
  });
});
