import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { joins, pairUp, type Two } from '../support/arrive.ts';
import { type Hand, handOf } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let two: Two;
let aisha: Hand;
let ruth: Hand;

beforeEach(async () => {
  world = await openWorld();
  two = await pairUp(world);
  aisha = handOf(world, two.mentee);
  ruth = handOf(world, two.mentor);
});
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const toRing = () => world.rows(`SELECT "personId" FROM task WHERE kind = 'tell-by-phone'`);

describe('somebody who asked for silence (PAC-05)', () => {
  it('is rung by a coordinator about a meeting that the other one calls off, and nothing is written', async () => {
    await aisha.does('book', 'Thursday 5pm', { press: 'By text' }, { press: '30 minutes' });
    await ruth.presses('Yes, that suits me');
    await ruth.writes('stop');
    const before = ruth.phone.see().length;
    await aisha.presses("I can't make it");
    expect(await toRing()).toEqual([{ personId: two.mentorId }]);
    expect(ruth.phone.see()).toHaveLength(before);
  });

  it('is rung about a meeting that the other one asks for, so that nobody waits in vain', async () => {
    await ruth.writes('stop');
    await aisha.does('book', 'Thursday 5pm', { press: 'By text' }, { press: '30 minutes' });
    expect(await toRing()).toEqual([{ personId: two.mentorId }]);
  });

  it('starts again by these very words, and ends a break by words too', async () => {
    await aisha.does('stop', 'Start again');
    expect(aisha.reads()).toMatch(/Welcome back/);
    await aisha.does('pause', { press: 'A week' }, 'End my break');
    const [person] = await world.rows('SELECT state, paused FROM person WHERE id = $1', [two.menteeId]);
    expect(person).toEqual({ state: 'active', paused: false });
  });

  it('is not acted for by a helper either, until they are back (ACC-02)', async () => {
    const sal = handOf(world, world.stranger('Sal'));
    await joins(world, sal.phone, 'Sal');
    await aisha.does('settings', { press: 'My helpers' }, { press: 'Make a code for a helper' });
    const code = /\w{4}-\w{4}/.exec(aisha.reads())?.[0] ?? '';
    await sal.does('settings', { press: 'My helpers' }, { press: 'I have a code' }, code, { press: 'Yes' });
    await aisha.does({ press: 'See it' }, { press: 'Yes' });
    await sal.presses('Help Aisha now');
    const helping = sal.last();
    await aisha.writes('stop');
    sal.phone.press('Find a time to meet', { message: helping });
    await world.settle();
    expect(sal.reads()).not.toMatch(/When would you like/);
    await sal.writes('home');
    expect(sal.reads()).toMatch(/Hello Sal/);
    await aisha.writes('start again');
    await sal.writes('home');
    expect(sal.reads()).toMatch(/You are helping Aisha/);
  });
});

describe('a name that a coordinator writes for somebody', () => {
  it.each([['Bob @all'], ['bob.com'], ['😀'], ['Bob\nwill lend you money']])(
    '%j is no name',
    async (name) => {
      const programmeId = (await world.core.read.programmes.first())?.id ?? '';
      const args = { name, programmeId, role: 'mentee', agreed: true, adult: true };
      expect(await world.refusedTo('enrol-person', args)).toBe('person.name');
    },
  );
});
