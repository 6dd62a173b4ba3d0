import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ShownView } from '../../bots/rehearsal/slack/shown.ts';
import type { VirtualUser } from '../../bots/rehearsal/slack/virtual-user.ts';
import { arrives } from '../support/arrive.ts';
import { type AppHand, handOn } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';

const REFLECTED = 'the ward at night';
const FOR_RUTH_ALONE = 'ring at the side door';
const NAME_ELSEWHERE = 'Somebody Elsewhere';

let world: World;
let cora: VirtualUser;
let ruth: VirtualUser;
let aisha: AppHand;

beforeAll(async () => {
  world = await openWorld({ apps: ['slack', 'telegram'] });
  const programmeId = (await world.core.read.programmes.first())?.id ?? '';
  const [coras, ruths] = [
    handOn(world, world.phone('Cora', 'slack')),
    handOn(world, world.phone('Ruth', 'slack')),
  ];
  aisha = handOn(world, world.phone(NAME_ELSEWHERE, 'telegram'));
  const coordinatorId = await arrives(coras, 'Cora');
  const mentorId = await arrives(ruths, 'Ruth');
  const menteeId = await arrives(aisha, 'Aisha');
  await world.coordinate('give-role', { personId: coordinatorId, programmeId, role: 'coordinator' });
  await world.coordinate('give-role', { personId: mentorId, programmeId, role: 'mentor' });
  await world.coordinate('give-role', { personId: menteeId, programmeId, role: 'mentee' });
  await world.coordinate('make-pair', { programmeId, mentorId, menteeId, rhythmDays: 14 });
  await world.rows('UPDATE task SET "doneAt" = now(), "doneBy" = $1 WHERE "personId" <> $2', [
    'test',
    menteeId,
  ]);
  cora = world.slack.user({ name: 'Cora', id: coras.phone.userId });
  ruth = world.slack.user({ name: 'Ruth', id: ruths.phone.userId });
  await aisha.does('reflect', `I keep thinking of ${REFLECTED}.`);
  await aisha.does(
    'book',
    'Friday 3pm',
    { press: 'By phone' },
    { press: '30 minutes' },
    `Please ${FOR_RUTH_ALONE}`,
  );
  world.slack.journal.clear();
});
afterEach(() => expect(world.faults).toEqual([]));
afterAll(async () => await world.close());

async function opensHome(user: VirtualUser): Promise<ShownView> {
  user.openHome();
  await world.settle();
  const home = user.home();
  if (home === undefined) throw new Error('There is no Home tab');
  return home;
}

const labels = (home: ShownView | undefined): string[] =>
  home?.buttons.flat().map(({ label }) => label) ?? [];

describe('the Home tab of somebody who coordinates', () => {
  it('says who needs them today, why, and what deals with it', async () => {
    const home = await opensHome(cora);
    expect(home.text).toMatch(/Who needs you today/);
    expect(home.text).toMatch(/Aisha has joined and would like a first hello/);
    expect(home.text).toMatch(
      /Aisha and Ruth: a meeting is asked for on Friday[^.]*\. It waits for an answer from Ruth/,
    );
    expect(labels(home)).toEqual(
      expect.arrayContaining(['1 · I take it', '1 · Write to Aisha', '2 · Write to Ruth']),
    );
  });

  it('lets them write to a person, who reads it in the app they use', async () => {
    aisha.looks();
    await cora.pressHome('1 · Write to Aisha').acknowledged;
    await world.settle();
    expect(cora.modal()?.text).toMatch(/What would you like to say to Aisha/);
    cora.fillIn({ 'w:words': 'Shall we have tea on Monday?' });
    await cora.submit();
    await world.settle();
    // What it is stays off a locked screen.
    if (!aisha.news().join().includes('tea')) await aisha.presses('See it');
    expect(aisha.reads()).toMatch(/Cora, who coordinates here, writes[\s\S]*tea on Monday/);
  });

  it('lets them take what there is to do by its button, where it stands', async () => {
    const before = cora.see().length;
    await cora.pressHome('1 · I take it').acknowledged;
    await world.settle();
    expect(cora.home()?.text).toMatch(/You are on it/);
    expect(labels(cora.home())).not.toContain('1 · I take it');
    expect(cora.see()).toHaveLength(before);
    const [task] = await world.rows(
      'SELECT "takenById" IS NOT NULL AS taken FROM task WHERE "doneAt" IS NULL',
    );
    expect(task).toEqual({ taken: true });
    await cora.pressHome('1 · Done').acknowledged;
    await world.settle();
    expect(cora.home()?.text).not.toMatch(/first hello/);
  });

  it('knows no more of a meeting once it is confirmed', async () => {
    ruth.press('Yes, that suits me');
    await world.settle();
    expect((await opensHome(cora)).text).not.toMatch(/waits for an answer/);
  });
});

describe('/mentoring', () => {
  it('shows the same in any channel, to whoever asked alone', async () => {
    const channel = world.slack.channel({ name: 'general' });
    const mark = cora.inChannel(channel).mark();
    await cora.inChannel(channel).command('/mentoring');
    await world.settle();
    const seen = cora
      .inChannel(channel)
      .see()
      .filter(({ revision }) => revision > mark);
    expect(seen.map(({ isEphemeral, text }) => [isEphemeral, text.includes('Who needs you today')])).toEqual([
      [true, true],
    ]);
    expect(
      ruth
        .inChannel(channel)
        .see()
        .filter(({ from }) => from.isBot),
    ).toEqual([]);
  });

  it('is refused kindly to a member who is no coordinator, with where to go instead', async () => {
    const mark = ruth.mark();
    await ruth.command('/mentoring');
    await world.settle();
    const said = ruth.see().filter(({ revision }) => revision > mark);
    expect(said.map(({ text }) => text).join('\n')).toMatch(/Only a coordinator can do that/);
    expect(said.flatMap(({ buttons }) => buttons.flat().map(({ label }) => label))).toEqual([
      'Home',
      'Who can I talk to?',
      'Help',
    ]);
    expect(said.map(({ text }) => text).join('\n')).not.toMatch(/Aisha|Cora/);
    expect((await opensHome(ruth)).text).not.toMatch(/Who needs you/);
  });
});

it('"/mentoring group" in a channel without a group says what can be done instead', async () => {
  const channel = world.slack.channel({ name: 'random' });
  await cora.inChannel(channel).command('/mentoring', 'group');
  await world.settle();
  const said = cora.inChannel(channel).see().at(-1);
  expect(said?.isEphemeral).toBe(true);
  expect(said?.text).toMatch(
    /not in a group yet[\s\S]*press Join[\s\S]*in a channel of a Discord server: write "\/group new"/,
  );
  expect(said?.text).not.toMatch(/in the place where it is to be/);
});

describe('the Home tab of everybody else', () => {
  it('is home for a member, and what is pressed there opens under Messages', async () => {
    const home = await opensHome(ruth);
    expect(home.text).toMatch(/Hello Ruth[\s\S]*opens under Messages/);
    const mark = ruth.mark();
    await ruth.pressHome('What is my role?').acknowledged;
    await world.settle();
    expect(ruth.see().filter(({ revision }) => revision > mark)).toHaveLength(1);
  });

  it('is a short welcome for somebody who has never written, and leads them in', async () => {
    const stranger = world.slack.user({ name: 'Newcomer' });
    const home = await opensHome(stranger);
    expect(home.text).toMatch(/only a program[\s\S]*To begin, press the button/);
    expect(labels(home)).toEqual(['Begin', 'Help']);
    await stranger.pressHome('Begin').acknowledged;
    await world.settle();
    expect(stranger.see().at(-1)?.text).toMatch(/I am only a program/);
  });
});

it('the Home tab of a coordinator follows what changes, within a minute and without a message', async () => {
  await opensHome(cora);
  await world.later({ minutes: 2 });
  const before = { messages: cora.see().length, home: cora.home()?.text ?? '' };
  await aisha.does('settings', 'home');
  await aisha.does('book', 'Saturday 3pm', { press: 'By phone' }, { press: '30 minutes' }, { press: 'Skip' });
  expect(cora.home()?.text).toBe(before.home);
  await world.later({ minutes: 1 });
  expect(cora.home()?.text).toMatch(/a meeting is asked for on Saturday/);
  expect(cora.see()).toHaveLength(before.messages);
});

it('nothing that went to Slack, or that Slack was told, holds what somebody wrote in private or who they are elsewhere', () => {
  const { journal } = world.slack;
  const everything = JSON.stringify(journal.entries);
  expect(everything).toContain('Aisha');
  for (const secret of [REFLECTED, NAME_ELSEWHERE, aisha.phone.userId])
    expect(everything).not.toContain(secret);
  const toOthers = journal.requests().filter(({ params }) => params['channel'] !== ruth.channel);
  expect(JSON.stringify(toOthers)).not.toContain(FOR_RUTH_ALONE);
});
