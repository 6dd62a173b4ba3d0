import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { whatIsKept } from '../faults/what-is-kept.ts';
import type { AppName } from '../support/apps/app.ts';
import { pairOn } from '../support/arrive.ts';
import { type AppHand, handOn } from '../support/hand.ts';
import { inChannel } from '../support/in-channel.ts';
import { openWorld, type World } from '../support/world.ts';

/** What is sent and shown, and by what it can be pressed; nothing of that is state. */
const SENDING = ['outgoing', 'button', 'shown', 'sent_message'];

/** Everything that opens a message with buttons of its own. */
const WORDS = ['home', 'book', 'meetings', 'reflect', 'reflections', 'role', 'settings', 'know', 'nudges'];
const MORE = ['pause', 'help', 'who', 'apps', 'messages', 'my groups', 'board'];

type Token = { readonly label: string; readonly token: string };

describe.each(['discord', 'slack'] as const)("somebody else's button in %s", (app) => {
  let world: World;
  let aisha: AppHand;
  let ruth: AppHand;
  let mal: AppHand;

  beforeAll(async () => {
    world = await openWorld({ apps: [app] });
    const two = await pairOn(world, { mentee: app, mentor: app });
    ({ mentee: aisha, mentor: ruth } = two);
    const programmeId = (await world.core.read.programmes.first())?.id ?? '';
    await world.coordinate('give-role', { personId: two.mentorId, programmeId, role: 'coordinator' });
    await world.coordinate('make-group', {
      ...{ programmeId, name: 'Tea', leadId: two.mentorId, leadTrained: true },
      place: { platform: 'discord', tenant: 'T1', chatId: 'elsewhere' },
    });
    mal = handOn(world, world.phone('Mal', app));
    await mal.starts();
    await aisha.does('book', 'Friday 3pm', { press: 'By phone' }, { press: '30 minutes' }, { press: 'Skip' });
    await aisha.does('reflect', 'mine alone');
  });
  afterEach(() => expect(world.faults).toEqual([]));
  afterAll(async () => await world.close());

  it('is refused in private and changes nothing, whatever button it is (BND-07)', async () => {
    const tokens = { aisha: new Map<string, string>(), ruth: new Map<string, string>() };
    for (const word of [...WORDS, ...MORE]) {
      for (const [who, hand] of [
        ['aisha', aisha],
        ['ruth', ruth],
      ] as const) {
        await hand.writes(word);
        for (const { label, token } of tokensOf(world, app, hand)) tokens[who].set(label, token);
      }
    }
    const tried = new Set<string>();
    const pressAll = async (owner: 'aisha' | 'ruth', by: AppHand): Promise<void> => {
      for (const [label, token] of tokens[owner]) {
        by.looks();
        await forge(world, app, by, token);
        tried.add(label);
        expect([label, by.news()]).toEqual([label, [expect.stringMatching(/for somebody else/)]]);
        expect(by.phone.sheet()).toBeUndefined();
      }
    };
    const before = await whatIsKept(world, SENDING);
    const seen = [aisha, ruth].map(({ phone }) => phone.see().length);
    await pressAll('aisha', mal);
    await pressAll('ruth', mal);
    expect([aisha, ruth].map(({ phone }) => phone.see().length)).toEqual(seen);
    await pressAll('aisha', ruth);
    await pressAll('ruth', aisha);
    expect(await whatIsKept(world, SENDING)).toEqual(before);
    expect(tried.size).toBeGreaterThan(50);
  });

  it('is nothing at all when it was made up (BND-07)', async () => {
    const before = await whatIsKept(world, SENDING);
    for (const token of ['x', 'f-x', 'cancel-meeting', '{"command":"stop"}', "'; DROP TABLE person; --"]) {
      aisha.looks();
      await forge(world, app, aisha, token);
      expect([token, aisha.news()]).toEqual([token, [expect.any(String)]]);
    }
    expect(await whatIsKept(world, SENDING)).toEqual(before);
  });
});

describe("somebody else's button in a channel of Discord", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ apps: ['discord'] });
  });
  afterEach(() => expect(world.faults).toEqual([]));
  afterAll(async () => await world.close());

  it('is refused to them alone, also where it opens a form, and changes nothing (BND-07)', async () => {
    const channel = world.discord.guild({ name: 'Cafe' }).channel({ name: 'tea' });
    const place = inChannel(world, channel);
    const { mentor: ruth, mentee: aisha } = await pairOn(world, { mentee: 'discord', mentor: 'discord' });
    const mal = handOn(world, world.phone('Mal', 'discord'));
    await mal.starts();
    await place.slash(mal, 'home');
    await place.slash(ruth, 'group new', { name: 'Tea' });
    for (const command of ['home', 'settings', 'book']) await place.slash(ruth, command);
    const tokens = new Map(
      place
        .screen(ruth)
        .see()
        .filter(({ onlyFor }) => onlyFor === ruth.phone.userId)
        .flatMap(({ buttons }) => buttons.flat().map(({ label, data = '' }) => [label, data] as const)),
    );
    expect(tokens.size).toBeGreaterThan(15);
    const before = await whatIsKept(world, SENDING);
    for (const [label, token] of tokens) {
      for (const by of [mal, aisha]) {
        const screen = place.screen(by);
        if (by === aisha) await place.slash(aisha, 'home');
        const { messageId } = place.own(by);
        const mark = screen.mark();
        screen.pressData(token, { message: messageId });
        screen.submitData(token, []);
        await world.settle();
        const said = channel.messages.filter(({ revision }) => revision > mark);
        expect([label, said.map(({ text }) => text)]).toEqual([
          label,
          [expect.stringMatching(/for somebody else/), expect.stringMatching(/for somebody else/)],
        ]);
        expect(said.map(({ onlyFor }) => onlyFor)).toEqual([by.phone.userId, by.phone.userId]);
        expect(screen.form()).toBeUndefined();
      }
    }
    expect(await whatIsKept(world, SENDING)).toEqual(before);
    expect(place.forAll()).toEqual([]);
  });
});

/** What can be pressed or chosen on the newest messages of somebody, as the app sends it. */
function tokensOf(world: World, app: AppName, { phone }: AppHand): Token[] {
  if (app === 'discord') {
    const shown = world.discord.user({ id: phone.userId, name: phone.name }).see().slice(-3);
    return shown.flatMap(({ buttons, selects }) => [
      ...buttons.flat().map(({ label, data = '' }) => ({ label, token: data })),
      ...selects.flatMap(({ options }) => options.map(({ label, value }) => ({ label, token: value }))),
    ]);
  }
  const shown = world.slack.user({ id: phone.userId, name: phone.name }).see().slice(-3);
  return shown.flatMap(({ buttons, selects }) => [
    ...buttons.flat().map(({ label, value = '' }) => ({ label, token: value })),
    ...selects.flatMap(({ options }) => options.map(({ label, value }) => ({ label, token: value }))),
  ]);
}

/** Presses what they were never shown, on a message of their own, as a forged client can. */
async function forge(world: World, app: AppName, { phone }: AppHand, token: string): Promise<void> {
  const who = { id: phone.userId, name: phone.name };
  if (app === 'discord') world.discord.user(who).pressData(token);
  else world.slack.user(who).pressData('forged', token);
  await world.settle();
}
