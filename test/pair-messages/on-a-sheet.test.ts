import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Intent } from '../../core/index.ts';
import { said } from '../people/newcomers.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { count, type Two, twoOn } from './two-on-stage.ts';

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

const incoming = (key: string, intent: Intent) => ({
  key,
  account: { platform: 'telegram', tenant: '', userId: 'Aisha' },
  chat: { id: 'Aisha', private: true },
  intent,
});

describe('a message written on a sheet while the other asked for a pause', () => {
  it('is kept as it says, not passed on, and there again once the pause is over', async () => {
    const { aisha, ruth } = two;
    await aisha.says('home');
    const token = aisha.tokenOf('Write to Ruth');
    await ruth.says('our messages');
    await ruth.presses('Pause messages');
    const answers = { text: 'A long and careful message' };
    await stage.core.receive(incoming('sent off', { is: 'answers', token, answers }));
    await stage.core.settle();
    expect(said(aisha)).toMatch(/What you wrote is kept for you/);
    expect(count(ruth, 'careful')).toBe(0);
    await ruth.presses('End the pause');
    const again = await stage.core.sheet(incoming('again', { is: 'press', token }));
    expect(again?.fields.map(({ value }) => value)).toEqual(['A long and careful message']);
    expect(count(ruth, 'careful')).toBe(0);
  });

  it('leaves what is open in the chat as it is', async () => {
    const { aisha, ruth } = two;
    await aisha.says('home');
    const token = aisha.tokenOf('Write to Ruth');
    await ruth.says('our messages');
    await ruth.presses('Pause messages');
    await aisha.says('reflect');
    await stage.core.receive(incoming('sent off', { is: 'answers', token, answers: { text: 'For later' } }));
    await stage.core.settle();
    expect(await stage.rows('SELECT form FROM draft WHERE open ORDER BY form')).toEqual([
      { form: 'reflect' },
    ]);
  });
});
