import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { save } from '../meetings/a-pair.ts';
import { openStage, type Phone, type Stage } from '../support/stage.ts';
import { joins, labels, passesOn, personOf, programmeOn, said } from './newcomers.ts';

let stage: Stage;
let mia: Phone;

beforeEach(async () => {
  stage = await openStage('2026-11-23T09:00:00Z');
  await programmeOn(stage);
  mia = await joins(stage, 'Mia');
});

afterEach(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

async function until(time: string): Promise<void> {
  stage.clock.set(time);
  await stage.core.settle();
}

describe('a break (ENR-03)', () => {
  it('lasts as long as was chosen, and its end is said once, outside quiet hours', async () => {
    stage.clock.set('2026-11-23T22:30:00Z');
    await mia.says('pause');
    expect(said(mia)).toMatch(/stay just as they are/);
    await mia.presses('A day');
    expect(said(mia)).toMatch(/until Tuesday 24 November, 10:30 pm/);
    expect(await personOf(stage, mia)).toMatchObject({ paused: true, state: 'active' });
    const before = mia.messages().length;
    await until('2026-11-24T22:29:00Z');
    expect((await personOf(stage, mia)).paused).toBe(true);
    await until('2026-11-24T22:31:00Z');
    expect((await personOf(stage, mia)).paused).toBe(false);
    expect(mia.messages()).toHaveLength(before);
    await until('2026-11-25T08:00:00Z');
    expect(said(mia)).toMatch(/Your break has come to its end/);
    expect(mia.messages()).toHaveLength(before + 1);
  });

  it('may be made longer, shorter or ended, and the last word holds', async () => {
    await mia.says('pause');
    await mia.presses('A day');
    await mia.presses('A week');
    await until('2026-11-25T12:00:00Z');
    expect((await personOf(stage, mia)).paused).toBe(true);
    await mia.says('pause');
    await mia.presses('Until I say');
    expect(await stage.store.queues.nextMoment(stage.clock.now())).toBeUndefined();
    await until('2026-12-20T12:00:00Z');
    expect(await personOf(stage, mia)).toMatchObject({ paused: true, pausedUntil: null });
    await mia.says('home');
    await mia.presses('End my break');
    expect(said(mia)).toMatch(/Welcome back/);
    expect((await personOf(stage, mia)).paused).toBe(false);
  });

  it('is not said to be over to somebody who took another one meanwhile', async () => {
    stage.clock.set('2026-11-23T22:30:00Z');
    await mia.says('pause');
    await mia.presses('A day');
    await until('2026-11-24T22:31:00Z');
    await mia.says('pause');
    await mia.presses('Two weeks');
    await until('2026-11-25T09:00:00Z');
    expect(mia.reads('has come to its end')).toBeUndefined();
  });
});

it('does not end before its time, whatever wakes it', async () => {
  await mia.says('pause');
  await mia.presses('A week');
  const args = { personId: (await personOf(stage, mia)).id };
  await stage.core.perform({ command: 'pause-ends', args, by: { is: 'clock' } });
  expect((await personOf(stage, mia)).paused).toBe(true);
});

describe('stop (PAC-05)', () => {
  it('brings silence, a person to talk to and the way back', async () => {
    await mia.says('stop');
    expect(said(mia)).toMatch(/I have stopped/);
    expect(said(mia)).toContain('01234 567890');
    expect(labels(mia)).toEqual(['Start again', 'Who can I talk to?', 'Help']);
    const person = await personOf(stage, mia);
    expect(person.state).toBe('stopped');
    expect(person.stoppedAt?.toString()).toBe(stage.clock.now().toString());
    await mia.presses('Start again');
    expect(said(mia)).toMatch(/Hello Mia/);
    expect(await personOf(stage, mia)).toMatchObject({ state: 'active', stoppedAt: null, name: 'Mia' });
  });

  it('ends a break too, so that nothing is written when it would have ended', async () => {
    await mia.says('pause');
    await mia.presses('A day');
    await mia.says('stop');
    const before = mia.messages().length;
    await until('2026-11-26T12:00:00Z');
    expect(mia.messages()).toHaveLength(before);
    await mia.presses('Start again');
    expect((await personOf(stage, mia)).paused).toBe(false);
  });

  it('still answers, and help, people and what is kept stay open', async () => {
    await mia.says('stop');
    await mia.says('stop');
    expect(said(mia)).toMatch(/I have stopped/);
    await mia.says('home');
    expect(labels(mia)).toContain('Start again');
    await mia.says('help');
    expect(said(mia)).toMatch(/999/);
    await mia.says('who can I talk to');
    expect(said(mia)).toContain('Jo');
    await mia.says('know');
    expect(said(mia)).toMatch(/everything that is kept/);
  });

  it('says plainly that what is written meanwhile is not kept, with help and the way back', async () => {
    await mia.says('stop');
    await mia.says('Today we went to the sea and it was cold and good.');
    expect(said(mia)).toMatch(/I have not kept that/);
    expect(said(mia)).toMatch(/Press Start again/);
    expect(labels(mia)).toEqual(['Start again', 'Who can I talk to?', 'Help']);
    const { id } = await personOf(stage, mia);
    expect(await stage.store.read.kept.counts(id)).toMatchObject({ drafts: 0, reflections: 0 });
    await mia.says('home');
    expect(said(mia)).not.toMatch(/not kept/);
  });

  it('works from within a form, which waits', async () => {
    await mia.says('settings');
    await mia.presses('Name');
    await mia.says('stop');
    expect((await personOf(stage, mia)).state).toBe('stopped');
    await mia.presses('Start again');
    expect(labels(mia)).toContain('Carry on where you left off');
    await mia.presses('Carry on where you left off');
    await mia.says('Mimi');
    expect((await personOf(stage, mia)).name).toBe('Mimi');
  });
});

describe('an account that cannot be reached', () => {
  const tasks = async () =>
    (await stage.store.read.tasks.open()).filter(({ kind }) => kind === 'cannot-be-reached');

  it('is told to a coordinator once, and taken back when they come back', async () => {
    await passesOn(stage, mia, { is: 'left' });
    stage.clock.set('2026-11-23T10:00:00Z');
    await passesOn(stage, mia, { is: 'left' });
    const person = await personOf(stage, mia);
    const [account] = await stage.store.read.people.accountsOf(person.id);
    expect(account).toMatchObject({ reachable: false, unreachableWhy: 'left' });
    expect(account?.unreachableSince?.toString()).toBe('2026-11-23T09:00:00Z');
    expect(await tasks()).toHaveLength(1);
    await passesOn(stage, mia, { is: 'came-back' });
    const [back] = await stage.store.read.people.accountsOf(person.id);
    expect(back).toMatchObject({ reachable: true, unreachableSince: null, unreachableWhy: null });
    expect(await tasks()).toEqual([]);
  });

  it('is not told again while a coordinator has it on the list', async () => {
    await passesOn(stage, mia, { is: 'left' });
    const [task] = await tasks();
    const person = await personOf(stage, mia);
    const [account] = await stage.store.read.people.accountsOf(person.id);
    if (task === undefined || account === undefined) throw new Error('not there');
    const row = { ...account, reachable: true, version: account.version + 1 };
    await save(stage, [{ table: 'account', row }]);
    await passesOn(stage, mia, { is: 'left' });
    expect(await tasks()).toEqual([task]);
  });

  it('makes nobody of a stranger who blocks the bot', async () => {
    await passesOn(stage, stage.phone('Nobody'), { is: 'left' });
    expect(await stage.store.read.people.list({ most: 10 })).toHaveLength(1);
  });
});
