import type { Shown } from '../../bots/rehearsal/telegram/shown.ts';
import type { VirtualUser } from '../../bots/rehearsal/telegram/virtual-user.ts';
import type { Phone, Said } from './apps/app.ts';
import { type OpenSheet, openSheet } from './apps/open-sheet.ts';
import { telegramPhone } from './apps/telegram-app.ts';
import type { World } from './world.ts';

type Step = string | { readonly press: string | RegExp };

/**
 * A person and their phone, whichever app is on it. After everything they do, what follows has happened. A form that lies over
 * the chat is the newest thing they see, question by question; it goes off with the last.
 */
export type AppHand = {
  readonly phone: Phone;
  starts(code?: string): Promise<void>;
  presses(label: string | RegExp): Promise<void>;
  writes(words: string): Promise<void>;
  /** Several things one after the other: a label to press as `{ press }`, or words to write. */
  does(...steps: readonly Step[]): Promise<void>;
  /** Gives up what was begun: closes the form, or presses "Cancel" where it is asked in the chat. */
  dismisses(): Promise<void>;
  /** The newest message of the bot. */
  last(): Said;
  /** What stands before them: the question of a form, or the newest message. */
  reads(): string;
  /** What can be pressed there. */
  labels(): string[];
  /** Everything the bot has said or changed since this person last did something, the oldest first. */
  news(): string[];
  /** From here on, what comes is new. */
  looks(): void;
  personId(): Promise<string>;
};

/** The same with Telegram on it, down to what only Telegram has. */
export type Hand = Omit<AppHand, 'phone' | 'last'> & { readonly phone: VirtualUser; last(): Shown };

type Place = Pick<World, 'settle' | 'rows'>;

export function handOn(world: Place, phone: Phone): AppHand {
  let mark = 0;
  let sheet: OpenSheet | undefined;
  const after = async (act: () => unknown): Promise<void> => {
    mark = phone.mark();
    await act();
    await world.settle();
    sheet = openSheet(phone, sheet);
  };
  const press = (label: string | RegExp): unknown => {
    sheet = openSheet(phone, sheet);
    return sheet === undefined ? phone.press(label) : sheet.press(label);
  };
  const write = (words: string): unknown => {
    sheet = openSheet(phone, sheet);
    return sheet === undefined ? phone.write(words) : sheet.write(words);
  };
  const last = (): Said => {
    const said = phone.see().at(-1);
    if (said === undefined) throw new Error('The bot has said nothing yet');
    return said;
  };
  return {
    phone,
    starts: (code) => after(() => phone.start(code)),
    presses: (label) => after(() => press(label)),
    writes: (words) => after(() => write(words)),
    async does(...steps) {
      for (const step of steps)
        await after(() => (typeof step === 'string' ? write(step) : press(step.press)));
    },
    dismisses: () => after(() => (sheet === undefined ? phone.press('Cancel') : phone.dismiss())),
    last,
    reads: () => sheet?.reads() ?? last().text,
    labels: () => sheet?.labels() ?? [...last().labels],
    news: () =>
      phone
        .see()
        .filter(({ revision }) => revision > mark)
        .map(({ text }) => text),
    looks() {
      mark = phone.mark();
    },
    async personId() {
      const rows = await world.rows(
        'SELECT "personId" AS id FROM account WHERE platform = $1 AND "userId" = $2',
        [phone.app, phone.userId],
      );
      return String(rows[0]?.['id']);
    },
  };
}

export function handOf(world: World, user: VirtualUser): Hand {
  return {
    ...handOn(world, telegramPhone(world.telegram, user)),
    phone: user,
    last() {
      const shown = user.last();
      if (shown === undefined) throw new Error('The bot has said nothing yet');
      return shown;
    },
  };
}

export function labelsOf(shown: Shown): string[] {
  return shown.buttons.flat().map(({ label }) => label);
}
