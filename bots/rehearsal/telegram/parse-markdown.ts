import { byteOffset, type ParsedText, UnreadableMarkup } from './markup.ts';
import type { WireEntity } from './wire.ts';

/** Marks that open and close the same entity; the longer ones first. The names are those of Telegram's messages. */
const MARKS: readonly [mark: string, type: string, name: string][] = [
  ['```', 'pre', 'Pre'],
  ['||', 'spoiler', 'Spoiler'],
  ['__', 'underline', 'Underline'],
  ['*', 'bold', 'Bold'],
  ['_', 'italic', 'Italic'],
  ['~', 'strikethrough', 'Strikethrough'],
  ['`', 'code', 'Code'],
];

const RESERVED = new Set('_*[]()~`>#+-=|{}.!');

interface OpenMark {
  mark: string;
  type: string;
  name: string;
  offset: number;
  place: number;
}

interface Reading {
  readonly source: string;
  at: number;
  text: string;
  open: OpenMark[];
  entities: WireEntity[];
}

/** `parse_mode: 'MarkdownV2'`. Throws UnreadableMarkup with Telegram's wording and byte offsets. */
export function parseMarkdown(source: string): ParsedText {
  const reading: Reading = { source, at: 0, text: '', open: [], entities: [] };
  while (reading.at < source.length) step(reading);
  const left = reading.open.at(-1);
  if (left) throw new UnreadableMarkup(`Can't find end of ${left.name} entity at byte offset ${left.place}`);
  return { text: reading.text, entities: reading.entities.sort((a, b) => a.offset - b.offset) };
}

function step(reading: Reading): void {
  const { source, at } = reading;
  const character = source.charAt(at);
  const next = source.charAt(at + 1);
  const inside = reading.open.at(-1);
  const mark = MARKS.find(([found]) => source.startsWith(found, at));
  const isQuote = character === '>' && (at === 0 || source.charAt(at - 1) === '\n');
  if (character === '\\' && next !== '' && next.charCodeAt(0) <= 126) take(reading, next, 2);
  else if (inside && source.startsWith(inside.mark, at)) close(reading, inside);
  else if (inside?.type === 'pre' || inside?.type === 'code') take(reading, character, 1);
  else if (isQuote) take(reading, '', 1);
  else if (character === '[') open(reading, ['[', 'text_link', 'TextUrl']);
  else if (mark) open(reading, mark);
  else if (RESERVED.has(character)) throw new UnreadableMarkup(reserved(character));
  else take(reading, character, 1);
}

function reserved(character: string): string {
  return `Character '${character}' is reserved and must be escaped with the preceding '\\'`;
}

function take(reading: Reading, text: string, length: number): void {
  reading.text += text;
  reading.at += length;
}

function open(reading: Reading, [mark, type, name]: readonly [string, string, string]): void {
  const place = byteOffset(reading.source, reading.at);
  reading.open.push({ mark: mark === '[' ? ']' : mark, type, name, offset: reading.text.length, place });
  reading.at += mark.length;
}

function close(reading: Reading, mark: OpenMark): void {
  reading.open.pop();
  reading.at += mark.mark.length;
  const entity: WireEntity = {
    type: mark.type,
    offset: mark.offset,
    length: reading.text.length - mark.offset,
  };
  if (mark.type === 'text_link') {
    const address = /^\(((?:\\.|[^)\\])*)\)/.exec(reading.source.slice(reading.at));
    if (!address) return;
    reading.at += address[0].length;
    entity.url = (address[1] ?? '').replaceAll(/\\(.)/g, '$1');
  }
  if (entity.length > 0) reading.entities.push(entity);
}

/** The old `parse_mode: 'Markdown'`: no nesting; only `_ * [` and backquotes mean anything. Throws UnreadableMarkup. */
export function parseLegacyMarkdown(source: string): ParsedText {
  const entities: WireEntity[] = [];
  let text = '';
  for (let at = 0; at < source.length; ) {
    const character = source.charAt(at);
    if (character === '\\' && '_*`['.includes(source.charAt(at + 1) || ' ')) {
      text += source.charAt(at + 1);
      at += 2;
      continue;
    }
    const span = legacySpan(source, at);
    if (span?.entity && span.text.length > 0) {
      entities.push({ ...span.entity, offset: text.length, length: span.text.length });
    }
    text += span?.text ?? character;
    at = span?.end ?? at + 1;
  }
  return { text, entities };
}

function legacySpan(source: string, at: number) {
  const rest = source.slice(at);
  const link = /^\[([^\]]*)\]\(([^)]*)\)/.exec(rest);
  if (link)
    return {
      text: link[1] ?? '',
      end: at + link[0].length,
      entity: { type: 'text_link', url: link[2] ?? '' },
    };
  const mark = MARKS.find(([found]) => ['```', '*', '_', '`'].includes(found) && rest.startsWith(found));
  const opener = mark?.[0] ?? (rest.startsWith('[') ? '[' : undefined);
  if (opener === undefined) return undefined;
  const closer = opener === '[' ? ']' : opener;
  const end = source.indexOf(closer, at + opener.length);
  if (end < 0) {
    throw new UnreadableMarkup(
      `Can't find end of the entity starting at byte offset ${byteOffset(source, at)}`,
    );
  }
  const text = source.slice(at + opener.length, end);
  if (!mark) return { text, end: end + 1, entity: undefined };
  return { text, end: end + closer.length, entity: { type: mark[1] } };
}
