import type { types } from '@slack/bolt';
import type { Shown } from '../../core/index.ts';
import { layOutButtons } from './lay-out-buttons.ts';
import { escaped, fitting, plain } from './plain-text.ts';

/** One message to send: blocks, and the same in words for notifications and for whoever has them read out. */
export type Part = { readonly text: string; readonly blocks: types.KnownBlock[] };

/**
 * Characters and blocks, as the documentation has them. `text` is for an edit, which holds less than a new message; `words` is
 * below the twelve thousand that all blocks of a message may hold together.
 */
const MOST = { section: 3000, blocks: 50, text: 4000, words: 11_000 } as const;

/** What cannot be shown must still be something: Slack refuses an empty message. */
const NOTHING = '…';
const BETWEEN = '\n\n';

/** A block with what it adds to the text beside the blocks, and how many characters it holds. */
export type Piece = { readonly block: types.KnownBlock; readonly says: string; readonly size: number };

/**
 * Lays a message out for Slack, in as many messages as it needs; the buttons stand under the last words. What people wrote
 * stands in plain text alone, where nothing mentions, links or formats. With a file and nothing else there is no message.
 */
export function writeMessage(shown: Shown, mark?: string): Part[] {
  const { notes, blocks } = layOutButtons(shown.buttons, { mark });
  const pieces = [
    ...piecesOf(shown),
    ...notes.flatMap(written),
    ...blocks.map((block): Piece => ({ block, says: '', size: JSON.stringify(block.elements).length / 2 })),
  ];
  if (pieces.length === 0) return shown.file === undefined ? packed(written(NOTHING)) : [];
  return packed(pieces);
}

/** The paragraphs of a message, each in blocks that fit. */
export function piecesOf({ paragraphs, moments, links }: Shown): Piece[] {
  return paragraphs.flatMap((paragraph, index) => {
    const seconds = moments?.[index];
    const host = links?.[index];
    if (host !== undefined) return [linkTo(paragraph, host)];
    return seconds === undefined ? written(paragraph) : momentOf(paragraph, seconds);
  });
}

function written(paragraph: string): Piece[] {
  return fitting(paragraph, MOST.section).map((part) => {
    const says = escaped(part);
    return { block: { type: 'section', text: plain(part) }, says, size: says.length };
  });
}

/** A moment on each reader's own clock. The words for apps that cannot stand after the bar, where nothing is read as markup. */
function momentOf(paragraph: string, seconds: number): Piece[] {
  const says = escaped(paragraph).replace(/\s+/g, ' ').trim();
  const text = `<!date^${seconds}^{date_long_pretty} {time}|${says === '' ? NOTHING : says}>`;
  if (text.length > MOST.section) return written(paragraph);
  return [
    { block: { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } }, says, size: text.length },
  ];
}

/** A link shows the host that it leads to, and nothing else that anybody wrote. */
function linkTo(address: string, host: string): Piece {
  const text = `<${address.replaceAll('&', '&amp;')}|${host}>`;
  const block = { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } } as const;
  return { block, says: host, size: text.length };
}

function packed(pieces: readonly Piece[]): Part[] {
  const parts: Piece[][] = [];
  let words = 0;
  let text = 0;
  for (const piece of pieces) {
    const last = parts.at(-1);
    const fits =
      last !== undefined &&
      last.length < MOST.blocks &&
      words + piece.size <= MOST.words &&
      text + BETWEEN.length + piece.says.length <= MOST.text;
    if (fits) last.push(piece);
    else parts.push([piece]);
    words = (fits ? words : 0) + piece.size;
    text = (fits ? text + BETWEEN.length : 0) + piece.says.length;
  }
  return parts.map((part) => ({ text: textOf(part), blocks: part.map(({ block }) => block) }));
}

function textOf(pieces: readonly Piece[]): string {
  const said = pieces.map(({ says }) => says).filter((says) => says !== '');
  return said.length === 0 ? NOTHING : said.join(BETWEEN);
}
