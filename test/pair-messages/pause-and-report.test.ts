import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { labels, said } from '../people/newcomers.ts';
import { reportedBefore } from '../support/reported-before.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { count, later, type Two, twoOn, writes } from './two-on-stage.ts';

let stage: Stage;
let two: Two;

beforeEach(async () => {
  stage = await openStage('2026-11-23T10:00:00Z');
  two = await twoOn(stage);
  await writes(two.aisha, 'Hello from me');
});

afterEach(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

const tasks = () => stage.rows('SELECT kind, "personId", "pairId" FROM task WHERE "doneAt" IS NULL');

describe('a pause from messages', () => {
  it('holds at once, reads the same to both, and tells a coordinator nothing but that they may want a hand', async () => {
    const { aisha, ruth, pair } = two;
    await ruth.presses('Pause messages');
    expect(said(ruth)).toMatch(/Messages between you and Aisha are having a pause/);
    expect(said(aisha)).toMatch(/Messages between you and Ruth are having a pause/);
    expect(labels(aisha)).not.toContain('End the pause');
    await aisha.says('message my mentor');
    expect(said(aisha)).toMatch(/having a pause/);
    expect(said(aisha)).not.toMatch(/What you wrote/);
    await ruth.says('message my mentor');
    expect(said(ruth)).toMatch(/having a pause/);
    expect(await tasks()).toEqual([{ kind: 'may-want-a-hand', personId: null, pairId: pair.id }]);
  });

  it('keeps what waits, and is ended by whoever asked for it alone', async () => {
    const { aisha, ruth } = two;
    stage.clock.set('2026-11-23T21:00:00Z');
    await writes(aisha, 'For tomorrow');
    await ruth.presses('Pause messages');
    await later(stage, '2026-11-24T10:00:00Z');
    expect(count(ruth, 'For tomorrow')).toBe(0);
    await aisha.presses('Pause messages');
    await ruth.presses('End the pause');
    expect(count(ruth, 'For tomorrow')).toBe(0);
    await aisha.presses('End the pause');
    expect(said(ruth)).toMatch(/For tomorrow/);
  });

  it('becomes one of meetings too for whoever asked for it, without an end in between', async () => {
    const { aisha, ruth } = two;
    await ruth.presses('Pause messages');
    await ruth.presses('Pause messages and meetings');
    for (const phone of [aisha, ruth]) expect(said(phone)).toMatch(/meetings have a pause too/);
    expect(labels(ruth)).toContain('End the pause');
    expect(labels(ruth)).not.toContain('Pause messages and meetings');
    expect(await stage.rows(`SELECT id FROM journal WHERE event LIKE '%.resumed'`)).toEqual([]);
    await ruth.presses('End the pause');
    expect(await stage.rows('SELECT state FROM pair')).toEqual([{ state: 'active' }]);
  });

  it('tells the other once a day, however often it is begun and ended; the card they have stays true', async () => {
    const { aisha, ruth } = two;
    const before = aisha.messages().length;
    const card = () => aisha.messages().findLast(({ shown }) => shown.paragraphs[0]?.includes('Ruth'));
    for (let turn = 0; turn < 3; turn += 1) {
      await ruth.presses('Pause messages');
      expect(card()?.shown.paragraphs.join(' ')).toMatch(/having a pause/);
      await ruth.presses('End the pause');
      expect(card()?.shown.paragraphs.join(' ')).not.toMatch(/having a pause/);
    }
    expect(aisha.messages()).toHaveLength(before + 1);
    await later(stage, '2026-11-24T10:30:00Z');
    await ruth.says('our messages');
    await ruth.presses('Pause messages');
    expect(aisha.messages()).toHaveLength(before + 2);
  });

  it('tells the other at once where it comes to meetings, whatever they heard that day: nobody stands there alone', async () => {
    const { aisha, ruth } = two;
    await ruth.presses('Pause messages');
    const before = aisha.messages().length;
    await ruth.presses('Pause messages and meetings');
    expect(aisha.messages()).toHaveLength(before + 1);
    expect(aisha.last().shown.paragraphs.join(' ')).toMatch(/meetings have a pause too/);
    await ruth.presses('End the pause');
    expect(aisha.messages()).toHaveLength(before + 1);
  });

  it('also keeps questions about the hours away, from either of them', async () => {
    const { aisha, ruth, pair, mentee } = two;
    await aisha.says('our messages');
    const asks = aisha.tokenOf('Change the hours');
    await ruth.presses('Pause messages');
    expect(labels(aisha)).not.toContain('Change the hours');
    expect(labels(ruth)).not.toContain('Change the hours');
    const before = ruth.messages().length;
    await aisha.pressesToken(asks);
    expect(said(aisha)).toMatch(/having a pause/);
    const [account] = await stage.store.read.people.accountsOf(mentee.id);
    if (account === undefined) throw new Error('no account');
    const by = { is: 'person', person: mentee, account } as const;
    const args = { pairId: pair.id, hours: '09:00-10:00' };
    const asked = await stage.core.perform({ command: 'propose-contact-hours', args, by });
    expect(asked).toMatchObject({ refusal: { refused: 'pair-message.paused' } });
    await stage.core.settle();
    expect(ruth.messages()).toHaveLength(before);
    await ruth.presses('End the pause');
    expect(labels(ruth)).toContain('Change the hours');
  });

  it('stops what is on its way', async () => {
    const { aisha, ruth, pair, mentor } = two;
    await aisha.says('message my mentor');
    const account = { platform: 'telegram', tenant: '', userId: 'Aisha' };
    const chat = { id: 'Aisha', private: true };
    await stage.core.receive({
      key: 'on its way',
      account,
      chat,
      intent: { is: 'text', text: 'Still going' },
    });
    await stage.core.tick();
    const [own] = await stage.store.read.people.accountsOf(mentor.id);
    if (own === undefined) throw new Error('no account');
    const by = { is: 'person', person: mentor, account: own } as const;
    await stage.core.perform({ command: 'block-messages', args: { pairId: pair.id }, by });
    await stage.core.settle();
    expect(count(ruth, 'Still going')).toBe(0);
  });
});

describe('a report that was made when they still went to coordinators', () => {
  async function reported(): Promise<string> {
    const [row] = await stage.rows('SELECT id FROM pair_message');
    const message = await stage.store.read.pairMessages.message(String(row?.['id']));
    if (message === undefined) throw new Error('no message');
    const { taskId, saves } = reportedBefore(message, two.pair.programmeId, stage.clock.now());
    await stage.store.commit(saves, { by: 'test' }, stage.at());
    return taskId;
  }

  it('opens that one message to a coordinator, who is written down first', async () => {
    const taskId = await reported();
    expect(await stage.core.openedReport(taskId)).toBeUndefined();
    const opened = await stage.core.perform({
      command: 'open-report',
      args: { taskId },
      by: { is: 'coordinator', name: 'Jo' },
    });
    expect(opened.did).toBe('done');
    const read = await stage.core.openedReport(taskId);
    expect(read).toMatchObject({ from: 'Aisha', to: 'Ruth', text: 'Hello from me' });
    expect(await stage.rows("SELECT by FROM journal WHERE event = 'message-report.opened'")).toEqual([
      { by: 'coordinator:Jo' },
    ]);
  });

  it('is for coordinators alone, and of messages that were reported', async () => {
    const taskId = await reported();
    const [account] = await stage.store.read.people.accountsOf(two.mentee.id);
    if (account === undefined) throw new Error('no account');
    const by = { is: 'person', person: two.mentee, account } as const;
    const asked = await stage.core.perform({ command: 'open-report', args: { taskId }, by });
    expect(asked).toMatchObject({ did: 'refused' });
    const jo = { is: 'coordinator', name: 'Jo' } as const;
    const other = { command: 'open-report', args: { taskId: stage.at().newId() }, by: jo };
    expect(await stage.core.perform(other)).toMatchObject({ refusal: { refused: 'message-report.unknown' } });
  });

  it('keeps the message until it was dealt with', async () => {
    const taskId = await reported();
    await later(stage, '2026-12-30T10:00:00Z');
    expect(await stage.rows('SELECT 1 FROM pair_message')).toHaveLength(1);
    const by = { is: 'coordinator', name: 'Jo' } as const;
    await stage.core.perform({ command: 'finish-task', args: { taskId }, by });
    await later(stage, '2027-01-01T10:00:00Z');
    expect(await stage.rows('SELECT 1 FROM pair_message UNION ALL SELECT 1 FROM message_report')).toEqual([]);
  });
});
