import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { said, saidOfLate } from '../people/newcomers.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { all, count, later, type Two, twoOn, writes } from './two-on-stage.ts';

let stage: Stage;
let two: Two;

beforeEach(async () => {
  stage = await openStage('2026-11-23T21:30:00Z');
  two = await twoOn(stage);
});

afterEach(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

describe('outside the hours for messages (BND-05)', () => {
  it('a message waits, its writer hears until when and sees help at once', async () => {
    const { aisha, ruth } = two;
    await writes(aisha, 'Good night');
    expect(saidOfLate(aisha, 2)).toMatch(
      /waits for the hours(.|\n)*Tuesday 24 November at 9:00 am(.|\n)*999/,
    );
    expect(all(ruth)).toBe('');
    await later(stage, '2026-11-24T08:59:59Z');
    expect(all(ruth)).toBe('');
    await later(stage, '2026-11-24T09:00:00Z');
    expect(said(ruth)).toMatch(/Good night/);
    expect(aisha.reads('passed your message on to Ruth')).toBeDefined();
  });

  it('words of crisis bring the help card once, and what was written waits all the same', async () => {
    const { aisha } = two;
    await writes(aisha, 'I do not want to live any more');
    expect(count(aisha, '999')).toBe(1);
    expect(all(aisha)).toMatch(/waits for the hours/);
  });

  it('several go in the order in which they were written', async () => {
    const written = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map((each) => `${each} is its place`);
    for (const words of written) await writes(two.aisha, words);
    await later(stage, '2026-11-24T09:01:00Z');
    const got = two.ruth.messages().map(({ shown }) => shown.paragraphs[1] ?? '');
    expect(got.filter((each) => each.endsWith('is its place'))).toEqual(written);
  });

  it('one can be taken back, and then nothing of it is kept', async () => {
    const { aisha, ruth } = two;
    await writes(aisha, 'Said in anger');
    const [[account], [row]] = await Promise.all([
      stage.store.read.people.accountsOf(two.mentor.id),
      stage.rows('SELECT id FROM pair_message'),
    ]);
    if (account === undefined) throw new Error('no account');
    const by = { is: 'person', person: two.mentor, account } as const;
    const others = { command: 'take-back-message', args: { messageId: String(row?.['id']) }, by };
    expect(await stage.core.perform(others)).toMatchObject({
      refusal: { refused: 'pair-message.not-yours' },
    });
    await stage.core.settle();
    const before = ruth.messages().length;
    await aisha.presses('Take it back');
    expect(aisha.reads('It is taken back')).toBeDefined();
    expect(await stage.rows('SELECT "textSealed" AS sealed, state FROM pair_message')).toEqual([
      { sealed: '', state: 'taken-back' },
    ]);
    await later(stage, '2026-11-24T12:00:00Z');
    expect(ruth.messages()).toHaveLength(before);
  });

  it('one that has gone cannot be taken back', async () => {
    const { aisha, ruth } = two;
    await writes(aisha, 'Said in anger');
    const back = aisha.tokenOf('Take it back');
    await later(stage, '2026-11-24T09:00:00Z');
    await aisha.pressesToken(back);
    expect(said(aisha)).toMatch(/gone already/);
    expect(said(ruth)).toMatch(/Said in anger/);
  });
});

describe('the hours', () => {
  it('are on the clock of whoever reads, until the pair agrees its own on the mentee’s', async () => {
    await stage.close();
    stage = await openStage('2026-11-23T10:00:00Z');
    two = await twoOn(stage, { mentor: 'America/New_York' });
    const { aisha, ruth } = two;
    await writes(aisha, 'Early for you');
    expect(all(ruth)).toBe('');
    await ruth.says('our messages');
    await ruth.presses('Change the hours');
    await ruth.says('7am to 6pm');
    expect(said(aisha)).toMatch(/Ruth asks whether messages may arrive from 7:00 am to 6:00 pm/);
    expect(count(ruth, 'Early for you')).toBe(0);
    await aisha.presses('Yes, that suits me');
    expect(said(ruth)).toMatch(/Early for you/);
    await aisha.says('our messages');
    expect(said(aisha)).toMatch(/You agreed that messages arrive from 7:00 am to 6:00 pm, by Aisha's clock/);
  });

  it('do not change by a no, nor by the one who asked', async () => {
    const { aisha, ruth, pair } = two;
    await aisha.says('our messages');
    await aisha.presses('Change the hours');
    await aisha.presses('Any time');
    expect(said(aisha)).toMatch(/Nothing changes until they say yes/);
    const contact = async () => (await stage.store.read.pairMessages.two(pair.id))?.contact;
    const [account] = await stage.store.read.people.accountsOf(two.mentee.id);
    if (account === undefined) throw new Error('no account');
    const args = { pairId: pair.id, hours: '00:00-00:00', yes: true };
    const by = { is: 'person', person: two.mentee, account } as const;
    const own = await stage.core.perform({ command: 'answer-contact-hours', args, by });
    expect(own).toMatchObject({ did: 'refused' });
    await ruth.presses('No, leave it');
    expect(await contact()).toMatchObject({ hoursFrom: null, askedBy: null });
    await writes(aisha, 'Still waits');
    expect(count(ruth, 'Still waits')).toBe(0);
  });

  it('of any time let everything through', async () => {
    const { aisha, ruth } = two;
    await aisha.says('our messages');
    await aisha.presses('Change the hours');
    await aisha.says('any time');
    await ruth.presses('Yes, that suits me');
    await writes(aisha, 'At night');
    expect(said(ruth)).toMatch(/At night/);
    expect(ruth.last().shown.silent).toBe(true);
  });
});

describe('somebody who rests, or asked for silence', () => {
  beforeEach(() => stage.clock.set('2026-11-24T10:00:00Z'));

  it.each([
    ['has a break', 'pause', 'A week', 'end my break'],
    ['asked us to stop', 'stop', undefined, 'start again'],
  ])(
    'who %s gets no message; its writer hears that it waits, and not why',
    async (_what, word, press, back) => {
      const { aisha, ruth } = two;
      await ruth.says(word);
      if (press !== undefined) await ruth.presses(press);
      const before = ruth.messages().length;
      await writes(aisha, 'Thinking of you');
      expect(saidOfLate(aisha, 2)).toMatch(/waits\. I cannot pass it on just now(.|\n)*999/);
      expect(saidOfLate(aisha, 2)).not.toMatch(/break|pause|stop|silence/i);
      await later(stage, '2026-11-25T12:00:00Z');
      expect(ruth.messages()).toHaveLength(before);
      await ruth.says(back);
      expect(said(ruth)).toMatch(/Thinking of you/);
    },
  );

  it('gets none that was waiting for the hours either', async () => {
    stage.clock.set('2026-11-24T22:00:00Z');
    const { aisha, ruth } = two;
    await writes(aisha, 'For the morning');
    await ruth.says('stop');
    await later(stage, '2026-11-25T12:00:00Z');
    expect(count(ruth, 'For the morning')).toBe(0);
    expect(said(aisha)).toMatch(/cannot pass it on just now/);
  });

  it('who comes back at night gets it in the morning', async () => {
    const { aisha, ruth } = two;
    await ruth.says('stop');
    await writes(aisha, 'No hurry');
    stage.clock.set('2026-11-24T23:00:00Z');
    await ruth.says('start again');
    expect(count(ruth, 'No hurry')).toBe(0);
    await later(stage, '2026-11-25T09:00:00Z');
    expect(count(ruth, 'No hurry')).toBe(1);
  });

  it('gets none that was on its way when they asked, and gets it when they are back', async () => {
    const { aisha, ruth, mentor } = two;
    const [account] = await stage.store.read.people.accountsOf(mentor.id);
    await aisha.says('message my mentor');
    const send = { key: 'u1', account: { platform: 'telegram', tenant: '', userId: 'Aisha' } };
    const chat = { id: 'Aisha', private: true };
    await stage.core.receive({ ...send, chat, intent: { is: 'text', text: 'On its way' } });
    await stage.core.tick();
    if (account === undefined) throw new Error('no account');
    await stage.core.perform({ command: 'stop', args: {}, by: { is: 'person', person: mentor, account } });
    await stage.core.settle();
    expect(count(ruth, 'On its way')).toBe(0);
    await later(stage, '2026-11-25T12:00:00Z');
    expect(await stage.rows('SELECT state FROM pair_message')).toEqual([{ state: 'waiting' }]);
    await ruth.says('start again');
    expect(said(ruth)).toMatch(/On its way/);
  });
});
