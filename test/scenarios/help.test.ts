import { describe, expect, it } from 'vitest';
import type { Two } from '../support/arrive.ts';
import { type Hand, handOf } from '../support/hand.ts';
import { withPair } from '../support/with-pair.ts';
import type { World } from '../support/world.ts';

const IN_CRISIS = 'I feel like I want to die, I cannot go on';
const ABOUT_SOMEBODY = 'my brother says he wants to kill himself';

let world: World;
let two: Two;
let aisha: Hand;
let ruth: Hand;

withPair((opened) => {
  ({ world, two, aisha, ruth } = opened);
});

const isCard = (text: string): boolean => /999/.test(text) && /116 123/.test(text);
const card = (hand: Hand): string => hand.news().find(isCard) ?? '';

/** What others could notice: messages to anybody else, things for a coordinator, the journal of what happened. */
async function noticeable(but: Hand): Promise<unknown> {
  const id = await but.personId();
  return [
    await world.rows('SELECT count(*)::int AS n FROM outgoing WHERE "personId" <> $1', [id]),
    await world.rows('SELECT count(*)::int AS n FROM task'),
    (await world.rows('SELECT event FROM journal')).filter(({ event }) => /help|crisis/.test(String(event))),
  ];
}

describe('the help card', () => {
  it('is one word away, with the lines that are always open first and in this order (SAF-01, SUP-08)', async () => {
    await aisha.writes('help');
    const said = aisha.reads();
    const order = ['999', '111', '116 123'].map((number) => said.indexOf(number));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(Math.min(...order)).toBeGreaterThanOrEqual(0);
    expect(said).toMatch(/Morag.*01632 960 001/s);
  });

  it('says that this is no emergency service and gives no medical advice, that nobody reads along and nothing was sent (SAF-09)', () => {
    expect(aisha.reads()).toMatch(/not an emergency service/);
    expect(aisha.reads()).toMatch(/no medical advice/);
    expect(aisha.reads()).toMatch(/Nobody reads along/);
    expect(aisha.reads()).toMatch(/nothing was sent to anyone/);
  });

  it('turns to somebody she looks after, and back (SAF-01)', async () => {
    const mine = aisha.reads();
    await aisha.presses('This is about someone I look after');
    expect(aisha.reads()).toMatch(/someone's life/);
    await aisha.presses('This is about me');
    expect(aisha.reads()).toBe(mine);
  });

  it('is one tap away on every screen that can be reached from home, and in every question (SUP-08)', async () => {
    const seen = new Set<string>();
    const words = [
      'home',
      'book',
      'meetings',
      'reflect',
      'reflections',
      'role',
      'settings',
      'know',
      'nudges',
      'pause',
    ];
    for (const word of words) {
      await aisha.writes(word);
      for (const label of aisha.labels()) seen.add(label);
      expect([word, aisha.labels().some((label) => /^Help$/.test(label))]).toEqual([word, true]);
    }
    expect(seen.size).toBeGreaterThan(20);
    await aisha.presses('Help');
    expect(isCard(aisha.reads())).toBe(true);
  });

  it('is there in the night, in quiet hours, in a break and after "stop" (SAF-01)', async () => {
    await world.later({ hours: 17 });
    await aisha.does('pause', { press: 'A week' });
    await aisha.writes('help');
    expect(isCard(aisha.reads())).toBe(true);
    await aisha.writes('stop');
    await aisha.writes(IN_CRISIS);
    expect(card(aisha)).not.toBe('');
    await aisha.presses('Home');
    await aisha.presses('Start again');
    await world.later({ hours: 7 });
  });
});

describe('words of crisis, wherever they are written', () => {
  it('bring the card as the very first thing somebody ever writes, and the welcome after it (SAF-01)', async () => {
    const kim = handOf(world, world.stranger('Kim'));
    await kim.writes(IN_CRISIS);
    expect(isCard(kim.news()[0] ?? '')).toBe(true);
    expect(kim.labels()).toContain('Continue');
  });

  it('bring it about somebody else when they are about somebody else (SAF-01)', async () => {
    const kim = handOf(world, world.stranger('Kim'));
    await kim.writes(ABOUT_SOMEBODY);
    expect(kim.news()[0]).toMatch(/someone's life/);
  });

  it('bring it in the middle of the first questions, and the question stays (SAF-01, ENR-02)', async () => {
    const kim = handOf(world, world.stranger('Kim'));
    await kim.starts();
    await kim.does({ press: 'Continue' }, { press: 'Yes' }, { press: 'Yes, I agree' });
    await kim.writes(IN_CRISIS);
    expect(card(kim)).not.toBe('');
    await kim.writes('Kim');
    expect(kim.reads()).toMatch(/Where are you/);
  });

  it('bring it when they are written into a message afterwards, and nothing else follows (SAF-01)', async () => {
    await aisha.writes('home');
    const sent = aisha.phone.send('Wednesday was fine');
    await world.settle();
    const before = await noticeable(aisha);
    const drafts = () => world.rows('SELECT id, version, "answersSealed" FROM draft ORDER BY id');
    const kept = await drafts();
    aisha.looks();
    aisha.phone.edit(sent, IN_CRISIS);
    await world.settle();
    expect(aisha.news()).toHaveLength(1);
    expect(card(aisha)).not.toBe('');
    aisha.looks();
    aisha.phone.edit(sent, 'book Thursday at 3pm');
    await world.settle();
    aisha.phone.edit(sent, 'stop');
    await world.settle();
    expect(aisha.news()).toEqual([]);
    expect(await drafts()).toEqual(kept);
    expect(await noticeable(aisha)).toEqual(before);
  });

  it('bring it to a young person who was told to wait (SAF-01, ELG-09)', async () => {
    const kit = handOf(world, world.stranger('Kit'));
    await kit.starts();
    await kit.does({ press: 'Continue' }, { press: 'No' });
    await kit.writes(IN_CRISIS);
    expect(kit.news().some((text) => /999/.test(text))).toBe(true);
  });

  it('bring it in a reflection, which is kept as she wrote it (SAF-01, REF-01)', async () => {
    await aisha.does('reflect', IN_CRISIS);
    expect(card(aisha)).not.toBe('');
    await aisha.writes('my reflections');
    await aisha.presses(/want to die/);
    expect(aisha.reads()).toContain(IN_CRISIS);
  });

  it('bring it where she adds to or changes an entry (SAF-01)', async () => {
    await aisha.does('reflect', 'a quiet day');
    await aisha.presses('Add more');
    await aisha.writes(IN_CRISIS);
    expect(card(aisha)).not.toBe('');
  });

  it('bring it while she types a time or a place, and the booking is where it was (SAF-01, ENR-02)', async () => {
    await aisha.writes('book');
    await aisha.writes(IN_CRISIS);
    expect(card(aisha)).not.toBe('');
    await aisha.does('tomorrow 3pm', { press: 'By phone' }, { press: '30 minutes' });
    await aisha.writes('ring me if you can, I want to end it all tonight');
    expect(card(aisha)).not.toBe('');
    const [meeting] = await world.rows('SELECT state FROM meeting WHERE "menteeId" = $1', [two.menteeId]);
    expect(meeting).toEqual({ state: 'proposed' });
  });

  it('bring it in her settings and where a code is typed (SAF-01)', async () => {
    await aisha.does('settings', { press: 'Name' }, IN_CRISIS);
    expect(card(aisha)).not.toBe('');
    await aisha.presses('Cancel');
    await aisha.does('settings', { press: 'My helpers' }, { press: 'I have a code' }, IN_CRISIS);
    expect(card(aisha)).not.toBe('');
    await aisha.presses('Cancel');
  });

  it('bring it outside of everything, and what she wrote is put somewhere safe (SAF-01, ENR-02)', async () => {
    await aisha.writes('home');
    await aisha.writes(IN_CRISIS);
    expect(card(aisha)).not.toBe('');
    await aisha.writes('reflect');
    expect(aisha.reads()).toContain('want to die');
    await aisha.presses('Cancel');
  });

  it('bring it to a mentor as well, and beside a caption of a photo (SAF-01)', async () => {
    await ruth.writes('i want to kill myself');
    expect(card(ruth)).not.toBe('');
    ruth.looks();
    ruth.phone.sendPhoto('goodbye everyone, I am going to end my life');
    await world.settle();
    expect(card(ruth)).not.toBe('');
  });

  it('bring it after a command too, one of ours or not, and as the words of a first picture (SAF-01)', async () => {
    for (const words of [`/home ${IN_CRISIS}`, `/hello ${IN_CRISIS}`, `/start ${IN_CRISIS}`]) {
      await ruth.writes(words);
      expect([words, card(ruth)]).not.toEqual([words, '']);
    }
    const kim = handOf(world, world.stranger('Kim'));
    kim.phone.sendPhoto(IN_CRISIS);
    await world.settle();
    expect(card(kim)).not.toBe('');
  });

  it('tell nobody else: no message, no task, no line in the journal (SAF-01, BND-07)', async () => {
    const before = await noticeable(aisha);
    await aisha.writes(IN_CRISIS);
    await aisha.does('reflect', IN_CRISIS);
    expect(await noticeable(aisha)).toEqual(before);
  });

  it('are told from what carers say every day (SAF-01)', async () => {
    await aisha.writes('home');
    for (const words of [
      'I could murder a cup of tea',
      'my phone died again',
      'this bus will be the death of me',
    ]) {
      await aisha.writes(words);
      expect([words, card(aisha)]).toEqual([words, '']);
    }
  });
});
