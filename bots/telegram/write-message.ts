import type { Shown, ShownButton } from '../../core/index.ts';
import { splitText } from '../split-text.ts';
import { type Entity, entitiesIn, type Stretch } from './entities.ts';

export type Keyboard = { inline_keyboard: { text: string; callback_data: string }[][] };

/** One thing to send. Text carries no markup, so nothing that a person wrote can format; nor does it mention or link. */
export type Part =
  | {
      readonly is: 'text';
      readonly text: string;
      /** Our links, and what would otherwise lead somewhere. */
      readonly entities?: readonly Entity[];
      readonly keyboard?: Keyboard;
    }
  | { readonly is: 'file'; readonly name: string; readonly bytes: Uint8Array; readonly keyboard?: Keyboard };

/** Most characters (UTF-16 units) of one Telegram message, as its Bot API documents them. */
const MESSAGE_MOST = 4096;

/** What cannot be shown must still be something: Telegram refuses an empty message. */
const NOTHING = '…';

/**
 * Lays a message out for Telegram: paragraphs as text, split where it is too long; a link shows the host that it leads to; the
 * buttons stand under the last part.
 */
export function writeMessage(shown: Shown): Part[] {
  const texts = packed(piecesOf(shown));
  const nothing: Text[] = shown.file === undefined ? [{ text: NOTHING, links: [] }] : [];
  const parts: Part[] = (texts.length === 0 ? nothing : texts).map(({ text, links }) => {
    const entities = entitiesIn(text, links);
    return { is: 'text', text, ...(entities.length === 0 ? {} : { entities }) };
  });
  if (shown.file !== undefined) parts.push({ is: 'file', name: shown.file.name, bytes: shown.file.bytes });
  const last = parts.at(-1);
  const keyboard = keyboardOf(shown.buttons);
  if (last === undefined || keyboard === undefined) return parts;
  return [...parts.slice(0, -1), { ...last, keyboard }];
}

/** The text of one message, and what opens in it. */
type Text = { readonly text: string; readonly links: readonly (Stretch & { readonly url: string })[] };

const BETWEEN = '\n\n';

/** What stands between two links in pieces that each fit a message, and each link as a piece of its own. */
function piecesOf({ paragraphs, links = {} }: Shown): Text[] {
  const pieces: Text[] = [];
  let words: string[] = [];
  const endWords = (): void => {
    const written = words.filter((each) => each.trim() !== '').join(BETWEEN);
    pieces.push(...splitText(written, MESSAGE_MOST).map((text) => ({ text, links: [] })));
    words = [];
  };
  for (const [index, paragraph] of paragraphs.entries()) {
    const host = links[index];
    if (host === undefined) words.push(paragraph);
    else {
      endWords();
      pieces.push({ text: host, links: [{ offset: 0, length: host.length, url: paragraph }] });
    }
  }
  endWords();
  return pieces;
}

/** Pieces together as far as they fit one message. */
function packed(pieces: readonly Text[]): Text[] {
  const texts: Text[] = [];
  for (const { text, links } of pieces) {
    const last = texts.at(-1);
    const at = last === undefined ? 0 : last.text.length + BETWEEN.length;
    if (last === undefined || at + text.length > MESSAGE_MOST) texts.push({ text, links });
    else
      texts[texts.length - 1] = {
        text: `${last.text}${BETWEEN}${text}`,
        links: [...last.links, ...links.map((link) => ({ ...link, offset: link.offset + at }))],
      };
  }
  return texts;
}

function keyboardOf(rows: readonly (readonly ShownButton[])[]): Keyboard | undefined {
  const inline_keyboard = rows
    .filter((row) => row.length > 0)
    .map((row) =>
      row.map(({ label, token }) => ({ text: label.trim() === '' ? NOTHING : label, callback_data: token })),
    );
  return inline_keyboard.length === 0 ? undefined : { inline_keyboard };
}
