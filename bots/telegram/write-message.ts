import type { Shown, ShownButton } from '../../core/index.ts';
import { splitText } from '../split-text.ts';
import { type AsTyped, asTyped } from './as-typed.ts';

export type Keyboard = { inline_keyboard: { text: string; callback_data: string }[][] };

/** One thing to send. Text carries no markup, so nothing that a person wrote can format; nor does it mention or link. */
export type Part =
  | {
      readonly is: 'text';
      readonly text: string;
      /** What would otherwise lead somewhere. */
      readonly asTyped?: readonly AsTyped[];
      readonly keyboard?: Keyboard;
    }
  | { readonly is: 'file'; readonly name: string; readonly bytes: Uint8Array; readonly keyboard?: Keyboard };

/** Most characters (UTF-16 units) of one Telegram message, as its Bot API documents them. */
const MESSAGE_MOST = 4096;

/** What cannot be shown must still be something: Telegram refuses an empty message. */
const NOTHING = '…';

/** Lays a message out for Telegram: paragraphs as text, split where it is too long; the buttons stand under the last part. */
export function writeMessage(shown: Shown): Part[] {
  const written = shown.paragraphs.filter((each) => each.trim() !== '').join('\n\n');
  const texts = splitText(written, MESSAGE_MOST);
  const parts: Part[] = (texts.length === 0 && shown.file === undefined ? [NOTHING] : texts).map((text) => ({
    is: 'text',
    ...partOf(text),
  }));
  if (shown.file !== undefined) parts.push({ is: 'file', name: shown.file.name, bytes: shown.file.bytes });
  const last = parts.at(-1);
  const keyboard = keyboardOf(shown.buttons);
  if (last === undefined || keyboard === undefined) return parts;
  return [...parts.slice(0, -1), { ...last, keyboard }];
}

function partOf(text: string): { readonly text: string; readonly asTyped?: readonly AsTyped[] } {
  const stretches = asTyped(text);
  return stretches.length === 0 ? { text } : { text, asTyped: stretches };
}

function keyboardOf(rows: readonly (readonly ShownButton[])[]): Keyboard | undefined {
  const inline_keyboard = rows
    .filter((row) => row.length > 0)
    .map((row) =>
      row.map(({ label, token }) => ({ text: label.trim() === '' ? NOTHING : label, callback_data: token })),
    );
  return inline_keyboard.length === 0 ? undefined : { inline_keyboard };
}
