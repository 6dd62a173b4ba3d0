import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pairUp, type Two } from '../support/arrive.ts';
import { type Hand, handOf, labelsOf } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';

const Occurrences = z.array(z.object({ startsAt: z.date(), wall: z.string() }));

let world: World;
let two: Two;
let aisha: Hand;
let ruth: Hand;

beforeAll(async () => {
  // A Monday morning.
  world = await openWorld({ at: '2026-11-23T09:00:00Z' });
  two = await pairUp(world);
  aisha = handOf(world, two.mentee);
  ruth = handOf(world, two.mentor);
});
afterEach(() => expect(world.faults).toEqual([]));
afterAll(async () => await world.close());

const last = async (): Promise<Record<string, unknown>> =>
  (await world.rows('SELECT * FROM meeting ORDER BY "createdAt" DESC, id DESC LIMIT 1'))[0] ?? {};

async function agree(when: string, minutes = '30 minutes'): Promise<void> {
  await aisha.writes('book');
  await aisha.does(when, { press: 'By phone' }, { press: minutes }, { press: 'Skip' });
  await ruth.presses('Yes, that suits me');
  for (const hand of [aisha, ruth]) hand.looks();
}

/** What came to this person first at each moment since they last did something. */
const came = (hand: Hand): string[] =>
  hand.phone
    .see()
    .filter(({ from, text }) => from.isBot && hand.news().includes(text))
    .map(({ at }) => new Date(at).toISOString().slice(0, 16));

describe('before a meeting', () => {
  it('reminds each at the times each has set, with everything in the same message (MTG-07, ACC-04)', async () => {
    await ruth.does('settings', { press: 'Reminders' }, { press: 'Reminders: none' });
    await ruth.does('settings', { press: 'Energy check off' });
    await aisha.does('settings', { press: 'Energy check off' });
    await agree('Wednesday 3pm');
    await world.later({ hours: 53 });
    expect(came(aisha)).toEqual(['2026-11-24T15:00', '2026-11-25T13:00']);
    expect(aisha.reads()).toMatch(/reminder/);
    expect(aisha.reads()).toMatch(/Wednesday 25 November, 3:00 pm/);
    expect(aisha.reads()).toMatch(/With R\. By phone, 30 minutes/);
    expect(aisha.labels()).toEqual(expect.arrayContaining(["I'll be there", 'Move it', "I can't make it"]));
    expect(ruth.news()).toEqual([]);
  });

  it('takes a yes in one tap and shows it to the other one without a word of its own (MTG-07, ENR-02)', async () => {
    await aisha.presses("I'll be there");
    expect(await last()).toMatchObject({ menteeReady: true, mentorReady: false });
    expect(ruth.phone.see().findLast(({ text }) => /With A\b/.test(text))?.text).toMatch(/A will be there/);
  });

  it('asks afterwards, each apart, in one tap, and blames nobody where they differ (MTG-08, PAC-02)', async () => {
    for (const hand of [aisha, ruth]) hand.looks();
    await world.later({ hours: 4 });
    const choices = ['It happened', 'It was moved', 'It did not happen', 'Rather not say'];
    for (const hand of [aisha, ruth]) expect(hand.labels()).toEqual(expect.arrayContaining(choices));
    expect(aisha.labels()).toContain('Find another time');
    await aisha.presses('It did not happen');
    await ruth.presses('It happened');
    expect(await last()).toMatchObject({ menteeAnswer: 'did-not-happen', mentorAnswer: 'happened' });
    const cards = [aisha, ruth].map((hand) =>
      hand.phone
        .see()
        .map(({ text }) => text)
        .join('\n'),
    );
    expect(cards[1]).not.toMatch(/did not happen/);
    for (const said of cards) expect(said).not.toMatch(/missed|no-show|late|fault|\d+ times/i);
  });

  it('offers a word for herself after it, and lets it be (REF-01, REF-02)', async () => {
    await world.settle();
    const offer = ruth.phone.see().findLast(({ from }) => from.isBot);
    expect(offer?.text).toMatch(/keep a word about today|someone|How/);
    expect(labelsOf(offer ?? ruth.last())).toContain('Not now');
    await ruth.presses('Not now');
  });

  it('does not send a reminder late: what has passed is not said any more (MTG-07)', async () => {
    await agree('tomorrow 3pm');
    aisha.looks();
    // The machine is off while the moment of the reminder goes by.
    const start = new Date(String((await last())['startsAt'])).getTime();
    world.clock.set(new Date(start + 3 * 3_600_000).toISOString());
    await world.settle();
    expect(aisha.news().join()).not.toMatch(/reminder/);
    await aisha.presses('It happened');
    await ruth.presses('It happened');
  });
});

describe('on the day', () => {
  it('asks how much there is in her today: go ahead, shorter, by text or another day (ENR-04, ENR-01)', async () => {
    await aisha.does('settings', { press: 'Energy check on' });
    await agree('in 2 days at 3pm', '60 minutes');
    aisha.looks();
    await world.later({ hours: 41 });
    const asked = aisha.phone.see().findLast(({ text }) => /How are you/.test(text));
    expect(asked?.text).toMatch(/All of these are fine/);
    expect(labelsOf(asked ?? aisha.last())).toEqual(
      expect.arrayContaining(["Let's go ahead", 'By text today', 'Another day']),
    );
    ruth.looks();
    await aisha.presses(/^Only \d+ minutes/);
    expect(Number((await last())['minutes'])).toBeLessThan(60);
    expect(ruth.news().join()).toMatch(/shorter/);
    await aisha.presses(/By text today/);
    expect(await last()).toMatchObject({ mode: 'text', state: 'confirmed' });
    await world.later({ hours: 24 });
  });
});

describe('when somebody is free', () => {
  it('is said once a week and for days that are different, and the slots that suit both are offered (MTG-17, MTG-03)', async () => {
    await ruth.does('/free', { press: 'Add times each week' }, 'Monday and Thursday', '6 to 8pm', {
      press: 'No, it is fine',
    });
    await aisha.does(
      '/free',
      { press: 'Add times each week' },
      { press: 'Every day' },
      { press: /^Evening/ },
    );
    await aisha.writes('book');
    const offered = aisha.labels().filter((label) => /\d:\d\d/.test(label));
    expect(offered.length).toBeGreaterThan(0);
    for (const label of offered) expect(label).toMatch(/^(Monday|Thursday) .*, [67]:\d\d pm/);
    await aisha.presses(offered[0] ?? '');
    await aisha.presses(/^Same as last|By text/);
    if (aisha.labels().includes('15 minutes')) await aisha.presses('15 minutes');
    await ruth.presses('Yes, that suits me');
    expect((await last())['state']).toBe('confirmed');
    await ruth.presses("I can't make it");
  });

  it('may cost the mentor something: then she is asked a little earlier, kindly, whether she will be there (MTG-10)', async () => {
    await ruth.does('/free', { press: 'Add times each week' }, { press: 'Every day' }, 'from 12 to 5', {
      press: 'Yes, it costs me something',
    });
    const when = world.clock
      .now()
      .add({ hours: 24 * 5 })
      .toString()
      .slice(0, 10);
    await agree(`${when} 14:00`);
    expect(await last()).toMatchObject({ costly: true });
    await world.later({ hours: 24 * 4 });
    const asked = aisha.phone.see().find(({ text }) => /makes room for this time/.test(text));
    expect(asked?.text).toMatch(/that is fine too/);
    ruth.looks();
    await aisha.presses("I'll be there");
    expect(ruth.news().join()).toMatch(/A will be there/);
    await aisha.presses("I can't make it");
  });
});

describe('again and again, by agreement', () => {
  it('repeats at the rhythm both said yes to, at the same wall time, each one a meeting of its own (MTG-06)', async () => {
    const when = world.clock
      .now()
      .add({ hours: 24 * 2 })
      .toString()
      .slice(0, 10);
    await agree(`${when} 11:00`);
    await aisha.does({ press: 'Repeat this' }, { press: 'Every week' });
    await ruth.presses('Yes, repeat it');
    const made = async () =>
      Occurrences.parse(
        await world.rows(
          `SELECT "startsAt", wall, state FROM meeting WHERE "seriesId" IS NOT NULL AND state = 'confirmed' ORDER BY "startsAt"`,
        ),
      );
    const [first, second, third] = await made();
    expect((await made()).length).toBeGreaterThanOrEqual(3);
    expect(second && first && second.startsAt.getTime() - first.startsAt.getTime()).toBe(7 * 86_400_000);
    expect(third?.wall).toMatch(/T11:00$/);
    await aisha.writes('my meetings');
    const one = aisha.labels().filter((label) => /11:00 am, Ruth/.test(label))[1] ?? '';
    const before = (await made()).length;
    await aisha.does({ press: one }, { press: "I can't make it" });
    expect((await made()).length).toBe(before - 1);
    await ruth.writes('my meetings');
    await ruth.presses(/11:00 am, Aisha/);
    await ruth.does({ press: 'How it repeats' }, { press: 'Stop, and call the rest off' });
    expect(await made()).toEqual([]);
  });
});

describe('called off at short notice', () => {
  it('more than once or twice: a coordinator sees that the pair may want a hand, and nobody is counted at (MTG-09, PAC-02)', async () => {
    const tasks = () => world.rows(`SELECT "pairId" FROM task WHERE kind = 'may-want-a-hand'`);
    for (let time = 0; time < 5; time += 1) {
      await agree('in 3 hours');
      await aisha.presses("I can't make it");
      expect(aisha.reads()).toMatch(/That is fine/);
      await world.later({ hours: 72 });
    }
    expect(await tasks()).toEqual([{ pairId: two.pairId }]);
    for (const hand of [aisha, ruth])
      expect(
        hand.phone
          .see()
          .map(({ text }) => text)
          .join(),
      ).not.toMatch(/short notice|too often|pattern/i);
  });
});
