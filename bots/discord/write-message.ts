import type { Shown } from '../../core/index.ts';
import { splitText } from '../split-text.ts';
import { escapeText } from './escape-text.ts';
import { layOutButtons, type Row } from './lay-out-buttons.ts';

/** One message to send: what Discord calls content, components and files. */
export type Part = {
  readonly content: string;
  readonly components: readonly Row[];
  readonly file?: NonNullable<Shown['file']>;
};

/** Most characters (UTF-16 units) of one Discord message, as its documentation has it. */
const MESSAGE_MOST = 2000;
/** What cannot be shown must still be something: Discord refuses an empty message, also one that has buttons. */
const NOTHING = '…';

/**
 * Lays a message out for Discord: paragraphs as text, in as many messages as they need; a moment on each reader's own clock;
 * a link as its whole address; the buttons and the file with the last of the text. Everything written stays words.
 */
export function writeMessage(shown: Shown): Part[] {
  const { notes, groups } = layOutButtons(shown.buttons);
  const [first = [], ...more] = groups;
  const blocks = shown.paragraphs.flatMap((paragraph, index) => {
    const seconds = shown.moments?.[index];
    if (seconds !== undefined) return [`<t:${seconds}:F> (<t:${seconds}:R>)`];
    // The whole address can be read, and nothing of what it leads to is shown beneath.
    return shown.links?.[index] === undefined ? written(paragraph) : [`<${paragraph}>`];
  });
  const texts = joined([...blocks, ...notes.flatMap((note) => written(note))]);
  const nothing = shown.file === undefined ? NOTHING : '';
  const last = texts.at(-1) ?? nothing;
  const { file } = shown;
  return [
    ...texts.slice(0, -1).map((content) => ({ content, components: [] })),
    { content: last, components: first, ...(file === undefined ? {} : { file }) },
    ...more.map((components) => ({ content: NOTHING, components })),
  ];
}

/** A paragraph in escaped pieces that each fit a message. */
function written(paragraph: string, most: number = MESSAGE_MOST): string[] {
  return splitText(paragraph, most).flatMap((piece) => {
    const escaped = escapeText(piece);
    return escaped.length <= MESSAGE_MOST ? [escaped] : written(piece, Math.floor(most / 2));
  });
}

/** Paragraphs together as far as they fit. */
function joined(blocks: readonly string[]): string[] {
  const texts: string[] = [];
  for (const block of blocks) {
    const together = texts.length === 0 ? undefined : `${texts.at(-1)}\n\n${block}`;
    if (together !== undefined && together.length <= MESSAGE_MOST) texts[texts.length - 1] = together;
    else texts.push(block);
  }
  return texts;
}
