import { describe, expect, it } from 'vitest';
import { APPS, type AppName } from '../support/apps/app.ts';
import type { AppHand } from '../support/hand.ts';
import { withPairOn } from '../support/with-pair.ts';
import type { World } from '../support/world.ts';

const ROOM = 'https://meet.example.org/our-room?pwd=a|b';
const OPENS = 'https://meet.example.org/our-room?pwd=a%7cb';

/** The addresses that can be pressed before somebody, with what is to be read there. */
function pressable(world: World, { phone }: AppHand): unknown[] {
  const LOOK: Readonly<Record<AppName, () => unknown[]>> = {
    telegram() {
      const seen = world.telegram.user({ id: Number(phone.userId), firstName: '' }).see();
      return seen.flatMap(({ from, text, entities }) =>
        entities
          .filter(({ type }) => from.isBot && type !== 'code')
          .map(({ type, offset, length, url }) => [type, text.slice(offset, offset + length), url]),
      );
    },
    discord: () =>
      world.discord
        .user({ id: phone.userId, name: '' })
        .see()
        .flatMap(({ from, marks }) => (from.isBot ? marks.links : [])),
    slack: () =>
      world.slack
        .user({ id: phone.userId, name: '' })
        .see()
        .flatMap(({ from, links }) => (from.isBot ? links : [])),
  };
  return LOOK[phone.app]();
}

/** What it is in each app: the host as the words of the link, or the whole address. */
const AS_SHOWN: Readonly<Record<AppName, unknown>> = {
  telegram: ['text_link', 'meet.example.org', OPENS],
  discord: OPENS,
  slack: { url: OPENS, label: 'meet.example.org', isAutomatic: false },
};

describe.each(APPS)('a video room, with %s', (app) => {
  let world: World;
  let aisha: AppHand;
  let ruth: AppHand;

  withPairOn(app, (opened) => {
    ({ world, aisha, ruth } = opened);
  });

  it('can be opened from the card of the meeting by both, who read whose link it is', async () => {
    await aisha.does('book', 'tomorrow 3pm', { press: 'By video' }, { press: '30 minutes' }, ROOM);
    expect(aisha.reads()).toMatch(/This link is from you\. It opens the video room at:/);
    expect(ruth.reads()).toMatch(/This link is from A\. It opens the video room at:/);
    for (const hand of [aisha, ruth]) {
      expect(hand.reads()).toMatch(/meet\.example\.org/);
      expect(pressable(world, hand)).toContainEqual(AS_SHOWN[app]);
    }
  });

  it('that cannot be trusted, or is no video room, stays words', async () => {
    const before = [aisha, ruth].map((hand) => pressable(world, hand).length);
    const tricks = [
      'https://meet.example.org@evil.example/',
      'http://evil.example/',
      '[x](https://evil.example)',
    ];
    for (const [n, trick] of tricks.entries()) {
      await aisha.does(
        'book',
        `${25 + n} November 5pm`,
        { press: 'By video' },
        { press: '30 minutes' },
        trick,
      );
      expect(aisha.reads()).toMatch(/evil\.example/);
    }
    await aisha.does('book', '30 November 5pm', { press: 'In person' }, { press: '30 minutes' }, ROOM);
    expect(aisha.reads()).toMatch(/The place:/);
    expect([aisha, ruth].map((hand) => pressable(world, hand).length)).toEqual(before);
  });
});
