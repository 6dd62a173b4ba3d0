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

describe('saying whether one comes', () => {
  it('counts each member once, by what they said last, and shows only counts in the place', async () => {
    await aMeeting(world, lead, groupId);
    const [ann, bob] = [await member('Ann'), await member('Bob')];
    await world.pressesThere(ann, 'Coming');
    await world.pressesThere(ann, 'Coming');
    await world.pressesThere(bob, 'Maybe');
    await world.pressesThere(ann, 'Just listening');
    expect(world.last(ann)).toContain('You said: just listening.');
    expect(world.last(ann)).toContain('Only you see this');
    await world.later({ seconds: 3 });
    expect(card()).toContain('Coming: 0. Maybe: 1. Not this time: 0. Just listening: 1.');
    for (const private_ of ['Ann', 'Bob', 'You said']) expect(world.allThere()).not.toContain(private_);
  });

  it('is not for those outside the group; they are shown how to join', async () => {
    const meetingId = await aMeeting(world, lead, groupId);
    const eve = await world.somebody('Eve');
    await world.pressesThere(eve, 'Coming');
    expect(world.said(eve)).toContain('You are not in this group');
    expect(world.labels(eve)).toContain('Join');
    expect(await world.store.read.groups.tally(meetingId)).toMatchObject({ coming: 0 });
  });

  it('leaves no answer behind when somebody leaves', async () => {
    const meetingId = await aMeeting(world, lead, groupId);
    const ann = await member('Ann');
    await world.pressesThere(ann, 'Coming');
    await world.does(ann, 'leave-group', { groupId });
    await world.does(ann, 'join-group', { groupId });
    expect(await world.store.read.groups.tally(meetingId)).toMatchObject({ coming: 0 });
    const due = await world.rows(`SELECT 1 FROM due WHERE command = 'remind-of-group-meeting'`);
    expect(due).toEqual([]);
  });

  it('is over when the meeting has begun', async () => {
    const meetingId = await aMeeting(world, lead, groupId);
    const ann = await member('Ann');
    const answer = { meetingId, sequence: 0, answer: 'coming' };
    await world.later({ hours: 24 * 3 + 8 });
    expect(await world.does(ann, 'answer-group-meeting', answer)).toMatchObject({ did: 'done' });
    await world.later({ hours: 2 });
    expect(await world.does(ann, 'answer-group-meeting', answer)).toMatchObject({
      refusal: { refused: 'group.meeting-over' },
    });
  });
});

describe('two hundred who press within ten seconds', () => {
  it('are each counted once, with a handful of edits, and the last state is shown', {
    timeout: 120_000,
  }, async () => {
    const meetingId = await aMeeting(world, lead, groupId);
    const people: Somebody[] = [];
    for (let n = 0; n < 200; n += 1) people.push(await world.somebody(`Person ${n}`));
    await world.commit({
      saves: people.map(({ id: personId }, index) => ({
        table: 'group_member',
        row: {
          ...{ id: crypto.randomUUID(), version: 1, groupId, personId, state: 'in', seat: index + 1 },
          ...{
            acceptedAt: world.clock.now(),
            acceptedRules: 1,
            waitingSince: null,
            askedUntil: null,
            leftAt: null,
          },
          ...{ joinedAt: world.clock.now(), follows: null },
        },
      })),
    });
    const before = editsThere();
    const answers = ['coming', 'maybe', 'cannot', 'listening'] as const;
    for (let wave = 0; wave < 20; wave += 1) {
      const pressing = people.slice(wave * 10, wave * 10 + 10).map((who, n) => {
        const answer = answers[n % 4];
        const args = { meetingId, sequence: 0, answer };
        return world.core.perform({ command: 'answer-group-meeting', args, by: who.by });
      });
      for (const done of await Promise.all(pressing)) expect(done.did).toBe('done');
      world.clock.forward({ milliseconds: 500 });
      await world.core.settle();
    }
    await world.later({ seconds: 3 });
    expect(editsThere() - before).toBeLessThanOrEqual(6);
    expect(card()).toContain('Coming: 60. Maybe: 60. Not this time: 40. Just listening: 40.');
  });

  function editsThere(): number {
    return world.apps.discord.chat('channel-1').reduce((sum, { edits }) => sum + edits, 0);
  }

  it('leave one edit waiting, not many, while the app takes none', async () => {
    await aMeeting(world, lead, groupId);
    const ann = await member('Ann');
    const waiting = async () =>
      (
        await world.rows(`SELECT 1 FROM outgoing WHERE mode = 'refresh' AND state = 'waiting' AND "personId" IS NULL
        AND card LIKE 'group-meeting:%'`)
      ).length;
    for (const label of ['Coming', 'Maybe', 'Coming'] as const) {
      const token = world
        .there('Tuesday people meets')
        ?.buttons.flat()
        .find((each) => each.label === label)?.token;
      await world.core.receive({
        ...{
          key: `wait:${label}:${world.clock.now()}`,
          account: { platform: 'discord', tenant: '', userId: ann.chat },
        },
        ...{ chat: { id: ann.chat, private: true }, intent: { is: 'press', token: token ?? '' } },
      });
      world.clock.forward({ seconds: 3 });
      await world.core.tick();
    }
    expect(await waiting()).toBe(1);
  });
});

describe('those who follow from another app', () => {
  it('get the same meeting in private, with the same buttons, kept true', async () => {
    const tess = await member('Tess', { app: 'telegram' });
    const ann = await member('Ann');
    await aMeeting(world, lead, groupId);
    expect(world.last(tess)).toContain('Something is planned');
    expect(world.labels(tess)).toEqual(
      expect.arrayContaining(['Coming', 'Maybe', 'Can’t this time', 'Just listening']),
    );
    expect(world.said(ann)).not.toContain('Something is planned');
    await world.presses(tess, 'Coming');
    expect(world.last(tess)).toContain('You said: coming.');
    await world.pressesThere(ann, 'Coming');
    await world.later({ seconds: 3 });
    expect(world.last(tess)).toContain('Coming: 2.');
    expect(card()).toContain('Coming: 2.');
  });

  it('can choose to have them in private, and not to', async () => {
    const ann = await member('Ann');
    await world.presses(ann, 'Send me its meetings here');
    await aMeeting(world, lead, groupId);
    expect(world.last(ann)).toContain('Something is planned');
    expect(world.last(ann)).not.toContain('Tuesday people');
    const tess = await member('Tess', { app: 'telegram' });
    await world.does(tess, 'follow-group', { groupId, follow: false });
    expect((await world.store.read.groups.followers(groupId)).map(({ personId }) => personId)).toEqual([
      ann.id,
    ]);
  });
});
