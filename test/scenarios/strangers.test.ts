import { describe, expect, it } from 'vitest';
import type { Shown } from '../../bots/rehearsal/telegram/shown.ts';
import type { Two } from '../support/arrive.ts';
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

/** Everything that is state: not what was sent, shown or taken in. */
async function state(): Promise<unknown> {
  const tables = ['person', 'account', 'role', 'pair', 'meeting', 'series', 'occupancy', 'reflection'];
  const more = ['availability', 'supporter', 'nudge', 'task', 'draft', 'due'];
  return await Promise.all(
    [...tables, ...more].map(async (table) => [
      table,
      // An account's version counts guesses of codes as well.
      await world.rows(
        `SELECT to_jsonb(t) ${table === 'account' ? "- 'version'" : ''} AS row FROM "${table}" t ORDER BY 1`,
      ),
    ]),
  );
}

describe('a forged link', () => {
  it('changes nothing for somebody who is in already, and says so kindly (REC-02, ACC-02)', async () => {
    const before = await state();
    for (const code of [
      'help-AAAAAAAA',
      'help-',
      'admin',
      'x'.repeat(64),
      '__proto__',
      'constructor',
      two.pairId,
    ]) {
      await aisha.starts(code);
      expect(aisha.news().length).toBeGreaterThan(0);
    }
    expect(await state()).toEqual(before);
  });
});

describe("somebody else's button", () => {
  it('is refused in private and changes nothing, whatever button it is (BND-07)', async () => {
    await aisha.does('book', 'Friday 3pm', { press: 'By phone' }, { press: '30 minutes' }, { press: 'Skip' });
    await aisha.does('reflect', 'mine alone');
    const words = [
      'home',
      'book',
      'meetings',
      'reflect',
      'reflections',
      'role',
      'settings',
      'know',
      'nudges',
    ];
    for (const word of [...words, 'pause', 'help', 'who']) {
      await aisha.writes(word);
      await ruth.writes(word);
    }
    await aisha.does('my reflections', { press: /mine alone/ }, { press: 'Delete' });
    const stranger = handOf(world, world.stranger('Mal'));
    await stranger.starts();
    const tried = new Set<string>();
    const pressAll = async (owner: Hand, by: Hand): Promise<void> => {
      const shown: Shown[] = owner.phone.see().filter(({ from }) => from.isBot);
      const buttons = shown.flatMap((message) => message.buttons.flat());
      // One of each label is enough: what it does is decided by what it is, not by when it was shown.
      const different = [...new Map(buttons.map((each) => [each.label, each])).values()];
      by.looks();
      for (const { label, data = '' } of different) {
        by.phone.pressData(data);
        tried.add(label);
      }
      await world.settle();
      expect(by.news()).toEqual(different.map(() => expect.stringMatching(/for somebody else/)));
    };
    const before = await state();
    const seen = [aisha.phone.see(), ruth.phone.see()].map((chat) => chat.length);
    await pressAll(aisha, stranger);
    expect([aisha.phone.see().length, ruth.phone.see().length]).toEqual(seen);
    await pressAll(aisha, ruth);
    await pressAll(ruth, aisha);
    expect(await state()).toEqual(before);
    expect(tried.size).toBeGreaterThan(50);
  });

  it('is nothing at all when it was made up (BND-07)', async () => {
    const before = await state();
    for (const data of [
      'x',
      'cancel-meeting',
      two.pairId,
      '{"command":"stop"}',
      "'; DROP TABLE person; --",
    ]) {
      ruth.looks();
      ruth.phone.pressData(data);
      await world.settle();
      expect(ruth.news()).toHaveLength(1);
    }
    expect(await state()).toEqual(before);
  });
});
