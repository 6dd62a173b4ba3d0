import { expect } from 'vitest';
import type { ChatScreen } from '../../bots/rehearsal/discord/chat-screen.ts';
import type { Shown } from '../../bots/rehearsal/discord/shown.ts';
import type { VirtualChannel } from '../../bots/rehearsal/discord/virtual-guild.ts';
import type { AppHand } from './hand.ts';
import type { World } from './world.ts';

/** A channel of a Discord server, and people in it. */
export type InChannel = {
  /** What all can see, the oldest first. */
  forAll(): Shown[];
  /** The newest of that with these words in it. @throws when there is none. */
  card(words: string): Shown;
  screen(who: AppHand): ChatScreen;
  slash(who: AppHand, name: string, options?: Readonly<Record<string, string>>): Promise<void>;
  /** Presses what all can see. Returns what only they are answered, which is all that comes. */
  presses(who: AppHand, label: string | RegExp, on: Shown): Promise<string>;
  /** Presses what only they see there; no waiting shows, as it may be that very message that changes. */
  pressesOwn(who: AppHand, ...labels: (string | RegExp)[]): Promise<void>;
  /** The newest answer there that only they see. */
  own(who: AppHand): Shown;
};

export function inChannel(world: World, channel: VirtualChannel): InChannel {
  const forAll = (): Shown[] => channel.messages.filter(({ onlyFor }) => onlyFor === undefined);
  const screen = ({ phone }: AppHand): ChatScreen =>
    world.discord.user({ id: phone.userId, name: phone.name }).inChannel(channel.id);
  const own = (who: AppHand): Shown => {
    const mine = screen(who).see();
    const found = mine.findLast(({ onlyFor }) => onlyFor === who.phone.userId);
    if (found === undefined) throw new Error(`Nothing is there for ${who.phone.name} alone`);
    return found;
  };
  return {
    forAll,
    card(words) {
      const found = forAll().findLast(({ text }) => text.includes(words));
      if (found === undefined) throw new Error(`"${words}" is not in: ${forAll().map(({ text }) => text)}`);
      return found;
    },
    screen,
    own,
    async slash(who, name, options = {}) {
      expect((await screen(who).slash(name, options).answered).kind).toBe('thinking');
      await world.settle();
    },
    async presses(who, label, on) {
      const mine = screen(who);
      const mark = mine.mark();
      expect((await mine.press(label, { message: on.messageId }).answered).kind).toBe('thinking');
      await world.settle();
      const answers = mine
        .see()
        .filter(({ revision, onlyFor }) => revision > mark && onlyFor === who.phone.userId);
      expect(answers.length).toBeGreaterThan(0);
      return answers.map(({ text }) => text).join('\n');
    },
    async pressesOwn(who, ...labels) {
      for (const label of labels) {
        const { answered } = screen(who).press(label, { message: own(who).messageId });
        expect((await answered).kind).toBe('later');
        await world.settle();
      }
    },
  };
}
