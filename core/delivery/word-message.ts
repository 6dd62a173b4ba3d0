import { createHash } from 'node:crypto';
import type { Line, Message } from '../kernel/message.ts';
import type { Moment } from '../moment.ts';
import type { Person } from '../people/person.ts';
import type { Programme } from '../programmes/programme.ts';
import type { ButtonNew } from '../store/shown.ts';
import type { Texts } from '../texts/say.ts';
import type { Shown } from './channel.ts';

export type Worded = {
  readonly shown: Shown;
  readonly buttons: readonly ButtonNew[];
  /** The same as long as the message reads the same, whatever its buttons' tokens. */
  readonly digest: string;
};

export type Reading = {
  readonly texts: Texts;
  readonly person: Person;
  /** Whose account it is shown in: the person's own, or a supporter's. */
  readonly presserId: string;
  readonly programme: Programme | undefined;
  readonly silent: boolean;
};

const TOKEN_BYTES = 16;

/** Puts a message into the reader's words and gives each button a token of its own. */
export function wordMessage(message: Message, reading: Reading, at: Moment): Worded {
  const say = (line: Line): string =>
    'written' in line
      ? line.written
      : reading.texts.render(reading.person.language, line, reading.programme?.document.words);
  const paragraphs = message.lines.map(say);
  const made: ButtonNew[] = [];
  const rows = message.buttons.map((row) =>
    row.map((button) => {
      const token = Buffer.from(at.random(TOKEN_BYTES)).toString('base64url');
      made.push({
        token,
        personId: reading.presserId,
        forId: reading.person.id,
        command: button.command,
        args: button.args,
      });
      return { label: say(button.label), token };
    }),
  );
  const digest = createHash('sha256')
    .update(
      JSON.stringify([
        paragraphs,
        rows.map((row) => row.map((button) => button.label)),
        made.map((b) => [b.command, b.args]),
      ]),
    )
    .digest('base64url');
  const shown = {
    paragraphs,
    buttons: rows,
    ...(message.file === undefined ? {} : { file: message.file }),
    ...(reading.silent ? { silent: true } : {}),
  };
  return { shown, buttons: made, digest };
}
