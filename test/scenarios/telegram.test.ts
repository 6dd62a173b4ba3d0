import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { joins, pairUp, type Two } from '../support/arrive.ts';
import { type Hand, handOf } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';
import { happened, wholeStory } from './whole-story.ts';

const Commands = z.array(z.object({ command: z.string(), description: z.string() }));

let world: World;
let two: Two;
let aisha: Hand;
let ruth: Hand;

describe('Telegram, by polling', () => {
  beforeAll(async () => {
    world = await openWorld();
    two = await pairUp(world);
    aisha = handOf(world, two.mentee);
    ruth = handOf(world, two.mentor);
  });
  afterEach(() => {
    expect(world.faults).toEqual([]);
    expect(world.telegram.journal.warnings()).toEqual([]);
  });
  afterAll(async () => await world.close());

  it('offers every word of the menu, in the language of the app, and each one answers (ENR-02)', async () => {
    const [set] = world.telegram.journal.requests('setMyCommands');
    const offered = Commands.parse(set?.params['commands']);
    expect(offered.map(({ command }) => command)).toEqual(
      expect.arrayContaining(['help', 'who', 'book', 'stop']),
    );
    for (const { command, description } of offered) {
      expect(description.length).toBeGreaterThan(3);
      if (command === 'stop') continue;
      await ruth.writes(`/${command}`);
      expect(ruth.news().length).toBeGreaterThan(0);
      expect(ruth.news().join()).not.toMatch(/not sure what|did not understand/);
    }
    await ruth.writes('home');
  });

  it('tells a meeting from the first word to the last (MTG-03)', async () => {
    expect(await wholeStory(world, aisha, ruth)).toEqual(happened(two));
  });

  it('says in a group only where to go: no name, no button, nothing of anybody (BND-07)', async () => {
    const group = two.mentee.inGroup(-4001, 'Tea');
    await world.settle();
    group.send('/meetings@beenthere_bot');
    await world.settle();
    const said = group.see().filter(({ from }) => from.isBot);
    expect(said).toHaveLength(1);
    expect(said[0]?.text).toMatch(/private chat/);
    expect(said[0]?.text).not.toMatch(/Aisha|Ruth|\d/);
    expect(said[0]?.buttons).toEqual([]);
    two.mentor.inGroup(-4001).send('I feel like I want to die');
    await world.settle();
    expect(group.see().filter(({ from }) => from.isBot)).toHaveLength(1);
  });

  it('keeps a form that was half filled in through a restart, answers and all (ENR-02)', async () => {
    await aisha.does('book', 'Friday 2pm', { press: 'By video' });
    await world.restart();
    await aisha.does({ press: '45 minutes' }, { press: 'Skip' });
    const [row] = await world.rows('SELECT * FROM meeting ORDER BY "createdAt" DESC, id DESC LIMIT 1');
    expect(row).toMatchObject({ mode: 'video', minutes: 45, startsAt: new Date('2026-11-27T14:00Z') });
    await aisha.presses('Take it back');
  });

  it('lets her leave a form for something else and carry on where she was (ENR-02)', async () => {
    await aisha.does('book', 'Friday 2pm');
    await aisha.writes('who can I talk to');
    expect(aisha.reads()).toMatch(/01632 960 001/);
    await aisha.writes('home');
    await world.restart();
    await aisha.presses(/^Carry on/);
    expect(aisha.reads()).toMatch(/How would you like to meet/);
    await aisha.presses('Back');
    expect(aisha.reads()).toMatch(/When would you like/);
    await aisha.presses('Cancel');
    expect(aisha.reads()).toMatch(/Nothing was changed/);
    expect(await world.rows('SELECT id FROM draft WHERE "personId" = $1', [two.menteeId])).toEqual([]);
  });

  it('has a kind word for a voice note, a photo and a sticker, and keeps none of them (REF-06)', async () => {
    await aisha.writes('reflect');
    for (const sends of [
      () => two.mentee.sendVoice(),
      () => two.mentee.sendPhoto(),
      () => two.mentee.sendSticker(),
    ]) {
      aisha.looks();
      sends();
      await world.settle();
      expect(aisha.news().join()).toMatch(/only keep text/);
    }
    // Words beneath a picture are words like any other.
    two.mentee.sendPhoto('a good walk');
    await world.settle();
    const [kept] = await world.rows('SELECT count(*)::int AS n FROM reflection WHERE "personId" = $1', [
      two.menteeId,
    ]);
    expect(kept).toEqual({ n: 1 });
  });

  it('sends a long text in parts that end with a sentence, and nothing of it is lost (REF-01)', async () => {
    const sentences = Array.from(
      { length: 160 },
      (_, n) => `Thought ${n} was about the garden and the bread.`,
    );
    await aisha.does('reflect');
    two.mentee.send(sentences.join(' ').slice(0, 4000));
    await world.settle();
    const before = two.mentee.see().length;
    await aisha.presses('Add more');
    await aisha.writes(sentences.join(' ').slice(4000));
    await aisha.presses('Read it');
    const parts = two.mentee
      .see()
      .slice(before)
      .filter(({ from, text }) => from.isBot && /Thought \d+/.test(text));
    expect(parts.length).toBeGreaterThan(1);
    for (const { text } of parts) expect(text.length).toBeLessThanOrEqual(4096);
    for (const { text } of parts.slice(0, -1)) expect(text).toMatch(/[.?!]$/);
    const read = parts.map(({ text }) => text).join(' ');
    for (const n of [0, 80, 159]) expect(read).toMatch(new RegExp(`Thought ${n} `));
  });

  it('notices when somebody blocked it: nothing is tried again, and a coordinator is told (ACC-05)', async () => {
    const gone = handOf(world, world.stranger('Lena'));
    await joins(world, gone.phone, 'Lena');
    gone.phone.block();
    await world.settle();
    const programmeId = (await world.core.read.programmes.first())?.id ?? '';
    const before = world.telegram.journal.requests('sendMessage', gone.phone.id).length;
    await world.coordinate('give-role', { personId: await gone.personId(), programmeId, role: 'mentee' });
    await world.later({ hours: 48 });
    expect(world.telegram.journal.requests('sendMessage', gone.phone.id).length).toBe(before);
    const [account] = await world.rows('SELECT reachable FROM account WHERE "userId" = $1', [
      String(gone.phone.id),
    ]);
    expect(account).toEqual({ reachable: false });
    const tasks = 'SELECT kind, "doneAt" FROM task WHERE "personId" = $1 AND kind = $2';
    const open = [await gone.personId(), 'cannot-be-reached'];
    expect(await world.rows(tasks, open)).toMatchObject([{ doneAt: null }]);
    await gone.starts();
    expect(gone.reads()).toMatch(/Hello Lena/);
    expect(await world.rows(tasks, open)).toMatchObject([{ doneAt: expect.any(Date) }]);
  });

  it('learns from the refusal itself that somebody is gone, and tries that once only (ACC-05)', async () => {
    const gone = handOf(world, world.stranger('Piet'));
    await joins(world, gone.phone, 'Piet');
    const before = world.telegram.journal.requests('sendMessage', gone.phone.id).length;
    const reachable = async (): Promise<unknown> =>
      (await world.rows('SELECT reachable FROM account WHERE "userId" = $1', [String(gone.phone.id)]))[0];
    const open = async (): Promise<number> =>
      (
        await world.rows('SELECT id FROM task WHERE kind = $1 AND "personId" = $2 AND "doneAt" IS NULL', [
          'cannot-be-reached',
          await gone.personId(),
        ])
      ).length;
    world.telegram.faults.next({ kind: '403', method: 'sendMessage', chat: gone.phone.id, times: 9 });
    await gone.writes('home');
    await world.later({ hours: 24 });
    expect(world.telegram.journal.requests('sendMessage', gone.phone.id).length).toBe(before + 1);
    expect([await reachable(), await open()]).toEqual([{ reachable: false }, 1]);
    world.telegram.faults.clear();
    // Whoever writes is there.
    await gone.writes('home');
    expect(gone.reads()).toMatch(/Hello Piet/);
    expect([await reachable(), await open()]).toEqual([{ reachable: true }, 0]);
  });

  it('has one effect however often Telegram brings the same press, and in whatever order (MTG-03)', async () => {
    await aisha.does('book', 'Monday 10am', { press: 'By text' });
    world.telegram.faults.nextDelivery('duplicate', 4);
    await aisha.presses('15 minutes');
    world.telegram.faults.clear();
    const rows = await world.rows('SELECT id FROM meeting WHERE "startsAt" = $1', [
      new Date('2026-11-30T10:00Z'),
    ]);
    expect(rows).toHaveLength(1);
  });

  it('waits when Telegram says so or stumbles, and then says it once (MTG-03)', async () => {
    const chat = ruth.phone.id;
    world.telegram.faults.next({ kind: '429', method: 'sendMessage', chat, retryAfter: 1 });
    world.telegram.faults.next({ kind: '500', method: 'sendMessage', chat });
    await ruth.writes('home');
    expect(ruth.news()).toEqual([]);
    const arrived = async (): Promise<number> => {
      await world.settle();
      return ruth.news().length;
    };
    await expect.poll(arrived, { timeout: 15_000, interval: 200 }).toBe(1);
    expect(ruth.reads()).toMatch(/Hello Ruth/);
    expect(await arrived()).toBe(1);
  });

  it('shows no web preview and no format of what somebody wrote: a name cannot call or link (BND-08)', async () => {
    const sent = world.telegram.journal.requests('sendMessage');
    expect(sent.length).toBeGreaterThan(20);
    for (const { params } of sent) expect(params['parse_mode']).toBeUndefined();
  });
});
