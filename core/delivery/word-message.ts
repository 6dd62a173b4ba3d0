import { createHash } from 'node:crypto';
import { newToken } from '../kernel/button-token.ts';
import type { Button, Line, Message, Paragraph } from '../kernel/message.ts';
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
  readonly language: Person['language'];
  /** Who may press, and whose matter it is; nobody in particular in a shared place. */
  readonly presserId: string | null;
  readonly forId: string | null;
  readonly programme: Programme | undefined;
  readonly silent: boolean;
};

/** Says a line in the reader's words. */
export function sayer({ texts, language, programme }: Pick<Reading, 'texts' | 'language' | 'programme'>) {
  return (line: Line): string =>
    'written' in line ? line.written : texts.render(language, line, programme?.document.words);
}

/** Puts a message into the reader's words and gives each button a token of its own. */
export function wordMessage(message: Message, reading: Reading, at: Moment): Worded {
  const say = sayer(reading);
  const paragraphs = message.lines.map((each) => {
    if ('link' in each) return each.link.address;
    return say('moment' in each ? each.says : each);
  });
  const moments = momentsIn(message.lines);
  const links = linksIn(message.lines);
  const made: ButtonNew[] = [];
  const rows = message.buttons.map((row) =>
    row.map((button) => {
      const { command, args } = button;
      const token = newToken(command, at.random);
      made.push({ token, personId: reading.presserId, forId: reading.forId, command, args });
      return { label: say(button.label), token, ...(isChoice(button) ? { choice: true as const } : {}) };
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
    ...(moments === undefined ? {} : { moments }),
    ...(links === undefined ? {} : { links }),
    buttons: rows,
    ...(message.file === undefined ? {} : { file: message.file }),
    ...(reading.silent ? { silent: true } : {}),
  };
  return { shown, buttons: made, digest };
}

function isChoice({ command, args }: Button): boolean {
  return command === 'answer' && args['value'] !== undefined;
}

function momentsIn(lines: readonly Paragraph[]): Record<number, number> | undefined {
  const found = lines.flatMap((line, index) =>
    'moment' in line ? [[index, Math.floor(line.moment.epochMilliseconds / 1000)] as const] : [],
  );
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

function linksIn(lines: readonly Paragraph[]): Record<number, string> | undefined {
  const found = lines.flatMap((line, index) => ('link' in line ? [[index, line.link.host] as const] : []));
  return found.length === 0 ? undefined : Object.fromEntries(found);
}
