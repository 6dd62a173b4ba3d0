import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { peopleOn } from '../meetings/a-pair.ts';
import { labels, said } from '../people/newcomers.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { all, count, later, type Two, twoOn, writes } from './two-on-stage.ts';

let stage: Stage;
let two: Two;

beforeEach(async () => {
  stage = await openStage('2026-11-23T10:00:00Z');
  two = await twoOn(stage);
});

afterEach(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

const SECRET = 'The bus was late, I will bring the red folder';

describe('writing to each other through the bot (BND-04)', () => {
  it('passes it on under the name they chose, with a way to answer, report, pause and get help', async () => {
    const { aisha, ruth } = two;
    await writes(aisha, SECRET);
    expect(said(aisha)).toMatch(/passed your message on to Ruth/);
    expect(ruth.last().shown.paragraphs).toEqual(['Aisha writes:', SECRET]);
    expect(labels(ruth)).toEqual(['Reply', 'Report', 'Pause messages', 'Home', 'Help']);
    await ruth.presses('Reply');
    await ruth.says('No rush at all');
    expect(aisha.last().shown.paragraphs).toEqual(['Ruth writes:', 'No rush at all']);
  });

  it('says to both who reads it and how long it is kept before the first one, and once', async () => {
    const { aisha, ruth } = two;
    await aisha.says('message my mentor');
    expect(said(aisha)).toMatch(/Only Ruth reads it(.|\n)*sealed for 30 days(.|\n)*reports it/);
    await aisha.says(SECRET);
    const [how, message] = ruth.messages().slice(-2);
    expect(how?.shown.paragraphs.join('\n')).toMatch(/Aisha would like to write(.|\n)*sealed for 30 days/);
    expect(message?.shown.paragraphs[0]).toBe('Aisha writes:');
    await writes(aisha, 'And one thing more');
    await ruth.presses('Reply');
    expect(said(ruth)).not.toMatch(/sealed/);
    expect(count(ruth, 'sealed for 30 days')).toBe(1);
    expect(count(aisha, 'sealed for 30 days')).toBe(1);
  });

  it('keeps it sealed for both, nowhere in the clear, and for thirty days', async () => {
    const { aisha, ruth, mentor, mentee } = two;
    await writes(aisha, SECRET);
    const tables = ['pair_message', 'outgoing', 'journal', 'due', 'draft', 'button', 'shown', 'task'];
    for (const table of tables) {
      const rows = await stage.rows(`SELECT to_jsonb(t)::text AS kept FROM ${table} t`);
      for (const { kept } of rows) expect(`${table} ${String(kept)}`).not.toMatch(/red folder/);
    }
    const [row] = await stage.rows('SELECT id, "textSealed" AS sealed FROM pair_message');
    const place = { table: 'pair_message', row: String(row?.['id']), column: 'textSealed' };
    const { keys } = stage.store.read;
    // Neither key alone is enough.
    for (const person of [mentor, mentee]) {
      const opened = () => JSON.stringify(keys.of(person).open(String(row?.['sealed']), place));
      if (person.id === mentor.id) expect(opened()).not.toMatch(/red folder/);
      else expect(opened).toThrow();
    }
    await later(stage, '2026-12-23T09:59:00Z');
    expect(await stage.rows('SELECT 1 FROM pair_message')).toHaveLength(1);
    await later(stage, '2026-12-23T10:00:00Z');
    expect(await stage.rows('SELECT 1 FROM pair_message')).toEqual([]);
    expect(all(ruth)).toMatch(/red folder/);
  });

  it('shows help before it when it has words of crisis in it, and passes it on all the same', async () => {
    const { aisha, ruth } = two;
    await aisha.says('message my mentor');
    const before = aisha.messages().length;
    await aisha.says('I do not want to live any more');
    expect(aisha.messages()[before]?.shown.paragraphs.join('\n')).toMatch(/999/);
    expect(said(ruth)).toMatch(/I do not want to live/);
  });

  it('takes single words for what they are: something to say', async () => {
    await two.aisha.says('message my mentor');
    await two.aisha.says('home');
    expect(two.ruth.last().shown.paragraphs).toEqual(['Aisha writes:', 'home']);
  });

  it('is one tap from home, and asks to whom where there are several', async () => {
    const { aisha, ruth } = two;
    await aisha.says('home');
    await aisha.presses('Write to Ruth');
    await aisha.says(SECRET);
    expect(said(ruth)).toMatch(/red folder/);
    const people = await peopleOn(stage);
    await people.pair(await people.person('Sam'), two.mentee);
    await aisha.says('home');
    await aisha.presses('Write a message');
    await aisha.presses('Sam');
    await aisha.says('Nice to meet you');
    expect(said(stage.phone('Sam'))).toMatch(/Nice to meet you/);
    expect(all(ruth)).not.toMatch(/Nice to meet you/);
  });

  it('is not for those who have nobody here', async () => {
    const people = await peopleOn(stage);
    await people.person('Alone');
    const alone = stage.phone('Alone');
    await alone.says('message my mentor');
    expect(said(alone)).toMatch(/nobody here to write to/);
  });

  it('is not for anybody else, whatever they send', async () => {
    const eve = await (await peopleOn(stage)).person('Eve');
    await writes(two.aisha, SECRET);
    const [account] = await stage.store.read.people.accountsOf(eve.id);
    const [row] = await stage.rows('SELECT id FROM pair_message');
    if (account === undefined) throw new Error('no account');
    const pairId = two.pair.id;
    const messageId = String(row?.['id']);
    for (const [command, args] of [
      ['write-pair-message', { pairId, text: 'Hello' }],
      ['take-back-message', { messageId }],
      ['send-concern', { kind: 'reported-message', about: 'else', words: '', messageId }],
      ['block-messages', { pairId }],
      ['unblock-messages', { pairId }],
      ['propose-contact-hours', { pairId, hours: '09:00-10:00' }],
      ['answer-contact-hours', { pairId, hours: '09:00-10:00', yes: true }],
    ] as const) {
      const by = { is: 'person', person: eve, account } as const;
      const done = await stage.core.perform({ command, args, by });
      expect([command, done]).toMatchObject([command, { did: 'refused' }]);
    }
    for (const screen of ['pair-message', 'pair-message-written'])
      await stage.core.perform({
        command: 'show',
        args: { screen, args: { messageId } },
        by: { is: 'person', person: eve, account },
      });
    await stage.core.settle();
    expect(all(stage.phone('Eve'))).not.toMatch(/red folder/);
  });
});
