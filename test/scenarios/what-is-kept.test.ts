import { describe, expect, it } from 'vitest';
import { joins, type Two } from '../support/arrive.ts';
import { type Hand, handOf } from '../support/hand.ts';
import { withPair } from '../support/with-pair.ts';
import type { World } from '../support/world.ts';

let world: World;
let two: Two;
let aisha: Hand;
let ruth: Hand;

withPair((opened) => {
  ({ world, two, aisha, ruth } = opened);
});

async function asks(): Promise<string> {
  await aisha.writes('what do you know about me');
  return aisha.news().join('\n');
}

const book = ['book', 'Wednesday 10am', { press: 'By phone' }, { press: '30 minutes' }] as const;

describe('"what do you know about me?" tells of every kind of thing that is kept (PAC-03)', () => {
  it('her account, her role, that she agreed and what she chose', async () => {
    await aisha.does('settings', { press: 'Reminders' }, { press: 'Reminders: two hours before' });
    await aisha.does('settings', { press: 'Private previews off' });
    await aisha.does('settings', { press: 'Energy check off' });
    const before = await asks();
    expect(before).toMatch(/Your account in this chat app/);
    expect(before).toMatch(/Your role here, and since when/);
    expect(before).toMatch(/that you agreed, and when/);
    expect(before).toMatch(/Reminders: two hours before/);
    expect(before).toMatch(/Private previews: off/);
    expect(before).toMatch(/Energy check: off/);
    expect(before).toMatch(/Language: plain English/);
    expect(before).toMatch(/Hearing from me: off/);
    await aisha.does('nudges', { press: /write to me first|Yes/i });
    expect(await asks()).toMatch(/Hearing from me: on, every 7 days/);
  });

  it('when she is free', async () => {
    expect(await asks()).toMatch(/No free times in the week, and no days that you said are different/);
    await aisha.does('free', { press: 'Add times each week' }, 'Monday', '10 to 12:30');
    for (let step = 0; step < 3 && !/You are usually free/.test(aisha.reads()); step += 1)
      await aisha.presses(/^(No|Yes|It is fine)/);
    expect(await asks()).toMatch(/1 free time in the week/);
    expect(aisha.labels()).toContain('My free times');
  });

  it('her meetings, the places she wrote for them and the reasons she gave for cancelling', async () => {
    await aisha.does(...book, 'Ring me on 01632 960 111');
    await ruth.presses('Yes, that suits me');
    expect(await asks()).toMatch(/1 meeting: when, how long/);
    expect(aisha.news().join()).toMatch(/1 place, link or phone number that you wrote/);
    expect(aisha.news().join()).not.toMatch(/01632 960 111/);
    await aisha.does(
      'my meetings',
      { press: /10:00 am/ },
      { press: "I can't make it" },
      { press: 'My health' },
    );
    expect(await asks()).toMatch(/1 reason that you gave for cancelling, sealed. It is shown to nobody else/);
    expect(aisha.news().join()).not.toMatch(/My health/);
  });

  it('who helps her and whom she helps', async () => {
    const ann = handOf(world, world.stranger('Ann'));
    await joins(world, ann.phone, 'Ann');
    await aisha.does('settings', { press: 'My helpers' }, { press: 'Make a code for a helper' });
    const code = /Your code: (\S+)\. /.exec(aisha.reads())?.[1] ?? '';
    expect(await asks()).toMatch(/1 person whom you let help you/);
    await ann.does('settings', { press: 'My helpers' }, { press: 'I have a code' }, code, {
      press: 'Yes',
    });
    await aisha.does('settings', { press: 'My helpers' }, { press: 'Yes' });
    await ann.writes('know');
    expect(ann.news().join()).toMatch(/1 person whom you help/);
    await aisha.does('settings', { press: 'My helpers' }, { press: 'End the help of Ann' });
    expect(await asks()).toMatch(/1 time of helping or being helped that has ended/);
  });

  it('what she wrote and began, and what happened in codes', async () => {
    await aisha.does('reflect', 'a good day by the sea', 'settings', { press: 'Name' }, 'home');
    const said = await asks();
    expect(said).toMatch(/1 reflection, sealed/);
    expect(said).toMatch(/1 thing you began and have not finished/);
    const entries = Number(/(\d+) lines in the list of what happened/.exec(said)?.[1]);
    const [named] = await world.rows(
      `SELECT count(*)::int AS n FROM journal WHERE "by" = $1 OR ids::text LIKE '%' || $2 || '%'`,
      [`person:${two.menteeId}`, two.menteeId],
    );
    expect(entries).toBe(named?.['n']);
    expect(entries).toBeGreaterThan(5);
    expect(said).toMatch(/1 thing for a coordinator to do about you/);
    expect(said).toMatch(/Which messages I sent you/);
    expect(said).not.toMatch(/by the sea/);
  });

  it('and where each of these can be seen, changed or deleted, a tap away', async () => {
    await asks();
    const places = aisha.last();
    for (const label of [
      'Settings',
      'Hearing from me',
      'My meetings',
      'My free times',
      'My reflections',
      'My helpers',
    ]) {
      aisha.phone.press(label, { message: places });
      await world.settle();
      expect([label, aisha.reads()]).not.toEqual([label, places.text]);
      expect(aisha.labels()).toContain('Help');
    }
  });
});
