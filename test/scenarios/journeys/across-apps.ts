import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { APP_PAIRS, APPS } from '../../support/apps/app.ts';
import { type Pair, pairOn } from '../../support/arrive.ts';
import type { AppHand } from '../../support/hand.ts';
import { openWorld, type World } from '../../support/world.ts';

type Apps = (typeof APP_PAIRS)[number];

describe('a pair in whichever apps they have', () => {
  let world: World;
  const pairs = new Map<Apps, Pair>();

  beforeAll(async () => {
    world = await openWorld({ apps: APPS });
    for (const apps of APP_PAIRS) {
      const pair = await pairOn(world, apps);
      for (const hand of [pair.mentee, pair.mentor])
        await hand.does('settings', { press: 'Energy check off' });
      pairs.set(apps, pair);
    }
  });
  afterEach(() => expect(world.faults).toEqual([]));
  afterAll(async () => await world.close());

  const couple = (apps: Apps): Pair & { aisha: AppHand; ruth: AppHand } => {
    const pair = pairs.get(apps);
    if (pair === undefined) throw new Error('They have not met');
    return { ...pair, aisha: pair.mentee, ruth: pair.mentor };
  };
  const meeting = async ({ pairId }: Pair): Promise<Record<string, unknown>> =>
    (await world.rows('SELECT * FROM meeting WHERE "pairId" = $1', [pairId]))[0] ?? {};
  const cardsOf = (hand: AppHand): string[] =>
    hand.phone
      .see()
      .filter(({ text }) => /^With (A|Aisha|R|Ruth)\./m.test(text))
      .map(({ text }) => text);

  it.each(APP_PAIRS)(
    'they find a time, agree and move it: a mentee in $mentee, a mentor in $mentor',
    async (apps) => {
      const { aisha, ruth, menteeId, mentorId } = couple(apps);
      await aisha.does(
        'book',
        'tomorrow 3pm',
        { press: 'By phone' },
        { press: '30 minutes' },
        { press: 'Skip' },
      );
      expect(ruth.reads()).toMatch(/^A would like/);
      await ruth.presses('Yes, that suits me');
      expect(await meeting(couple(apps))).toMatchObject({ state: 'confirmed', menteeId, mentorId });
      await ruth.does({ press: 'Move it' }, 'Thursday 2pm');
      await aisha.presses('Yes, move it');
      const cards = [...cardsOf(aisha), ...cardsOf(ruth)];
      expect(cards.length).toBeGreaterThanOrEqual(2);
      for (const card of cards) expect(card).toMatch(/have agreed.*\n+Thursday 26 November, 2:00 pm/);
    },
  );

  it('then three days go by', async () => {
    for (const { mentee, mentor } of pairs.values()) for (const hand of [mentee, mentor]) hand.looks();
    await world.later({ hours: 76 });
  });

  it.each(APP_PAIRS)('both are reminded: a mentee in $mentee, a mentor in $mentor', (apps) => {
    const { aisha, ruth } = couple(apps);
    for (const hand of [aisha, ruth])
      expect(hand.news().join('\n')).toMatch(/reminder[\s\S]*Thursday 26 November, 2:00 pm/);
  });

  it('then the meetings begin and end', async () => {
    await world.later({ hours: 4 });
  });

  it.each(APP_PAIRS)('each says how it went: a mentee in $mentee, a mentor in $mentor', async (apps) => {
    const { aisha, ruth } = couple(apps);
    await aisha.presses('It happened');
    await ruth.presses('It was moved');
    expect(await meeting(couple(apps))).toMatchObject({ menteeAnswer: 'happened', mentorAnswer: 'moved' });
  });

  it.each(APP_PAIRS)(
    'nobody learns which app the other has: a mentee in $mentee, a mentor in $mentor',
    (apps) => {
      const { aisha, ruth } = couple(apps);
      for (const [hand, other] of [
        [aisha, ruth],
        [ruth, aisha],
      ] as const) {
        const said = hand.phone
          .see()
          .map(({ text }) => text)
          .join('\n');
        expect(said).not.toMatch(/telegram|discord|slack/i);
        expect(said).not.toContain(other.phone.userId);
      }
    },
  );
});
