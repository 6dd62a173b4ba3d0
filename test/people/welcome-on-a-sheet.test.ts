import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Intent } from '../../core/index.ts';
import { openStage, type Phone, type Stage } from '../support/stage.ts';
import { said } from './newcomers.ts';

let stage: Stage;
let ben: Phone;

beforeEach(async () => {
  stage = await openStage('2026-11-23T10:00:00Z', ['discord']);
  ben = stage.phone('Ben');
  await ben.says('hello');
});

afterEach(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

const incoming = (key: string, intent: Intent) => ({
  key,
  account: { platform: 'discord', tenant: '', userId: 'Ben' },
  chat: { id: 'Ben', private: true },
  intent,
});

describe('whoever arrives where nothing they write is read, such as in a channel', () => {
  it('gives their name on a sheet', async () => {
    const token = ben.tokenOf('Continue');
    expect(await stage.core.sheet(incoming('first', { is: 'press', token }))).toBeUndefined();
    for (const label of ['Continue', 'Yes', 'Yes, I agree']) await ben.presses(label);
    expect(said(ben)).toMatch(/What name should others see/);
    const sheet = await stage.core.sheet(incoming('name', { is: 'press', token }));
    expect(sheet?.fields.map(({ id, written }) => ({ id, written }))).toEqual([
      { id: 'name', written: true },
    ]);
    await stage.core.receive(incoming('sent off', { is: 'answers', token, answers: { name: 'Ben' } }));
    await stage.core.settle();
    expect(said(ben)).toMatch(/London|time/i);
    for (const label of ben.last().shown.buttons.flat().slice(0, 1)) await ben.pressesToken(label.token);
    await ben.presses('Plain English');
    for (const label of ben.last().shown.buttons.flat().slice(0, 1)) await ben.pressesToken(label.token);
    await ben.presses('I would rather not say');
    const people = await stage.rows('SELECT name, state FROM person');
    expect(people).toEqual([{ name: 'Ben', state: 'active' }]);
  });

  it('is offered no other sheet before they have arrived', async () => {
    for (const label of ['Continue', 'Yes', 'Yes, I agree']) await ben.presses(label);
    const token = ben.tokenOf('Continue');
    await stage.rows(`UPDATE button SET args = '{"form":"reflect","args":{}}' WHERE token = '${token}'`);
    expect(await stage.core.sheet(incoming('other', { is: 'press', token }))).toBeUndefined();
    await stage.core.receive(incoming('sent', { is: 'answers', token, answers: { text: 'Something' } }));
    await stage.core.settle();
    expect(said(ben)).toMatch(/What name should others see/);
    expect(await stage.rows("SELECT 1 FROM draft WHERE form = 'reflect'")).toEqual([]);
  });
});
