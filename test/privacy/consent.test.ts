import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { APPS } from '../support/apps/app.ts';
import { type Pair, pairOn } from '../support/arrive.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let two: Pair;
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

async function count(sql: string): Promise<number> {
  return Number((await world.rows(sql))[0]?.['n']);
}
const written = () => count('SELECT count(*)::int AS n FROM reflection');

describe.each(APPS)('each part of what is kept, in %s', (app) => {
  it('can be stopped by itself, with what was kept of it, and allowed again', async () => {
    world = await openWorld({ apps: [app] });
    two = await pairOn(world, { mentee: app, mentor: app });
    const { mentee } = two;
    await mentee.does('reflect', 'It did me good to talk about the garden');
    expect(await written()).toBe(1);
    await mentee.does(
      'know',
      { press: 'What may be kept' },
      { press: 'Stop keeping what I write for myself' },
    );
    expect(mentee.reads()).toMatch(/Everything you wrote for yourself is deleted/);
    expect(await written()).toBe(1);
    await mentee.presses('Yes, stop it');
    expect(await written()).toBe(0);
    await mentee.does('reflect', 'A few words that are not kept');
    expect(mentee.news().join()).toMatch(/keeping it needs your yes first/);
    expect(await written()).toBe(0);
    await mentee.presses('Yes, that is fine');
    await mentee.does('reflect', 'These are kept again');
    expect(await written()).toBe(1);
  });
});

describe('when the wording of a part rises', () => {
  beforeEach(async () => {
    world = await openWorld();
    two = await pairOn(world, { mentee: 'telegram', mentor: 'telegram' });
  });

  async function rises(): Promise<void> {
    const programme = await world.core.read.programmes.first();
    const document = { ...programme?.document, consent: { ...programme?.document.consent, reflections: 2 } };
    await world.coordinate('load-programme', { slug: programme?.slug, document });
  }

  it('people are asked again, once; nothing new of it is kept until they say yes', async () => {
    await rises();
    expect(two.mentee.reads()).toMatch(/I ask you again/);
    const asked = () => two.mentee.phone.see().filter(({ text }) => /I ask you again/.test(text)).length;
    await two.mentee.does('reflect', 'Not yet to be kept');
    expect(await written()).toBe(0);
    const times = asked();
    const programme = await world.core.read.programmes.first();
    const document = { ...programme?.document, name: 'Another name' };
    await world.coordinate('load-programme', { slug: programme?.slug, document });
    expect(asked()).toBe(times);
    await two.mentee.presses('Yes, that is fine');
    await two.mentee.does('reflect', 'Now it may be');
    expect(await written()).toBe(1);
    expect(
      await world.rows(`SELECT wording, state FROM consent WHERE "personId" = '${two.menteeId}'`),
    ).toEqual([{ wording: 2, state: 'given' }]);
  });

  it('words of crisis bring help all the same', async () => {
    await rises();
    await two.mentee.writes('I want to kill myself tonight and I have been thinking of it for days and days');
    expect(two.mentee.news().join()).toMatch(/999/);
  });

  it('a "no" keeps nothing, and the rest goes on', async () => {
    await rises();
    await two.mentee.does({ press: 'No, do not keep it' }, { press: 'Yes, stop it' });
    await two.mentee.writes('my meetings');
    expect(two.mentee.reads()).toMatch(/Nothing is arranged just now/);
  });
});
