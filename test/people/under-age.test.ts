import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStage, type Phone, type Stage } from '../support/stage.ts';
import { labels, opensBot, passesOn, personOf, programmeOn, said } from './newcomers.ts';

let stage: Stage;
let kai: Phone;

beforeEach(async () => {
  stage = await openStage('2026-11-23T09:00:00Z');
  await programmeOn(stage);
  kai = stage.phone('Kai');
  await opensBot(stage, kai, 'poster-7');
  await kai.presses('Continue');
});

afterEach(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

const all = (phone: Phone): string =>
  phone
    .messages()
    .flatMap(({ shown }) => shown.paragraphs)
    .join('\n');

describe('somebody under the programme’s adult age (ELG-09)', () => {
  it('is held at once, with a person and help for young people, and a coordinator is told', async () => {
    await kai.presses('No');
    expect(all(kai)).toContain('Kim');
    expect(all(kai)).toContain('01234 111222');
    expect(all(kai)).toMatch(/Childline/);
    const tasks = await stage.store.read.tasks.open();
    const person = await personOf(stage, kai);
    expect(tasks).toMatchObject([{ kind: 'under-age', personId: person.id }]);
  });

  it('is told so in one message that is short enough to read in a breath or two', async () => {
    const before = kai.messages().length;
    await kai.presses('No');
    expect(kai.messages()).toHaveLength(before + 1);
    expect(said(kai).split(/\s+/).length).toBeLessThan(100);
    for (const help of [/Childline/, /0800 1111/, /999/, /Kim/, /kept only that you asked/])
      expect(said(kai)).toMatch(help);
    expect(labels(kai)).toEqual(['Help', 'Who can I talk to?']);
  });

  it('leaves behind only that they asked', async () => {
    await kai.presses('No');
    const person = await personOf(stage, kai);
    expect(person).toMatchObject({ state: 'held', adult: false, name: null, situationSealed: null });
    expect(person).toMatchObject({ agreedAt: null, agreedVersion: null, source: null });
    expect((await stage.store.read.kept.counts(person.id)).drafts).toBe(0);
  });

  it('leaves nothing of what was answered before they went back and said so', async () => {
    for (const press of ['Yes', 'Yes, I agree']) await kai.presses(press);
    await kai.says('Kai');
    for (const press of ['Back', 'Back', 'Back', 'No']) await kai.presses(press);
    const person = await personOf(stage, kai);
    expect(person).toMatchObject({ state: 'held', name: null });
    expect((await stage.store.read.kept.counts(person.id)).drafts).toBe(0);
  });

  it.each([['17'], ["I'm 12"], ['no.'], ['I am not']])('understands %j', async (written) => {
    await kai.says(written);
    expect((await personOf(stage, kai)).state).toBe('held');
  });

  it.each([['18'], ['I am 44 years old'], ['Yes I am'], ['yeah']])(
    'and takes %j as a yes',
    async (written) => {
      await kai.says(written);
      expect(said(kai)).toMatch(/all right if I keep/);
    },
  );

  it('has the same answer to whatever they write or press later, and help one tap away', async () => {
    const again = kai.tokenOf('Yes');
    await kai.presses('No');
    for (const words of [
      'hello there, this is a long message about me',
      'book',
      'home',
      'settings',
      'pause',
    ]) {
      await kai.says(words);
      expect(said(kai)).toContain('Kim');
      expect(labels(kai)).toContain('Help');
    }
    await passesOn(stage, kai, { is: 'start', payload: 'help-AAAA0000' });
    expect(said(kai)).toContain('Kim');
    await kai.pressesToken(again);
    expect(said(kai)).toContain('Kim');
    await kai.presses('Help');
    expect(said(kai)).toMatch(/Childline/);
    await kai.says('what do you know about me');
    expect(said(kai)).toMatch(/Nothing else/);
    const person = await personOf(stage, kai);
    expect(person).toMatchObject({ state: 'held', name: null });
    expect(await stage.store.read.kept.counts(person.id)).toMatchObject({ drafts: 0, reflections: 0 });
  });

  it('stays held after stop and start again', async () => {
    await kai.presses('No');
    await kai.says('stop');
    expect(said(kai)).toMatch(/I have stopped/);
    await kai.presses('Start again');
    expect((await personOf(stage, kai)).state).toBe('held');
    expect(said(kai)).toContain('Kim');
  });
});
