import type { Shown } from '../../bots/rehearsal/telegram/shown.ts';
import type { VirtualUser } from '../../bots/rehearsal/telegram/virtual-user.ts';
import type { World } from './world.ts';

/** A person and their phone. After everything they do, what follows has happened. */
export type Hand = {
  readonly phone: VirtualUser;
  starts(payload?: string): Promise<void>;
  presses(label: string | RegExp): Promise<void>;
  writes(words: string): Promise<void>;
  /** Several things one after the other: a label to press as `{ press }`, or words to write. */
  does(...steps: readonly (string | { readonly press: string | RegExp })[]): Promise<void>;
  /** The newest message of the bot. */
  last(): Shown;
  /** What it says. */
  reads(): string;
  /** The labels of its buttons. */
  labels(): string[];
  /** Everything the bot has said or changed since this person last did something, the oldest first. */
  news(): string[];
  /** From here on, what comes is new. */
  looks(): void;
  personId(): Promise<string>;
};

export function handOf(world: World, phone: VirtualUser): Hand {
  let mark = 0;
  const after = async (act: () => unknown): Promise<void> => {
    mark = phone.mark();
    act();
    await world.settle();
  };
  const last = (): Shown => {
    const shown = phone.last();
    if (shown === undefined) throw new Error('The bot has said nothing yet');
    return shown;
  };
  return {
    phone,
    starts: (payload) => after(() => phone.start(payload)),
    presses: (label) => after(() => phone.press(label)),
    writes: (words) => after(() => phone.send(words)),
    async does(...steps) {
      for (const step of steps)
        await after(() => (typeof step === 'string' ? phone.send(step) : phone.press(step.press)));
    },
    last,
    reads: () => last().text,
    labels: () => labelsOf(last()),
    news: () =>
      phone
        .see()
        .filter(({ from, revision }) => from.isBot && revision > mark)
        .map(({ text }) => text),
    looks() {
      mark = phone.mark();
    },
    async personId() {
      const rows = await world.rows('SELECT "personId" AS id FROM account WHERE "userId" = $1', [
        String(phone.id),
      ]);
      return String(rows[0]?.['id']);
    },
  };
}

export function labelsOf(shown: Shown): string[] {
  return shown.buttons.flat().map(({ label }) => label);
}
