import { byteOffset, type ParsedText, UnreadableMarkup } from './markup.ts';
import type { WireEntity } from './wire.ts';

const TYPES: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  a: 'text_link',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  'tg-emoji': 'custom_emoji',
};

const NAMED: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' };

interface OpenTag {
  name: string;
  attributes: string;
  offset: number;
}

interface Reading {
  readonly source: string;
  at: number;
  text: string;
  open: OpenTag[];
  entities: WireEntity[];
}

/** `parse_mode: 'HTML'`. Throws UnreadableMarkup with Telegram's wording and byte offsets. */
export function parseHtml(source: string): ParsedText {
  const reading: Reading = { source, at: 0, text: '', open: [], entities: [] };
  while (reading.at < source.length) {
    const character = source.charAt(reading.at);
    if (character === '<') readTag(reading);
    else if (character === '&') readNamed(reading);
    else {
      reading.text += character;
      reading.at += 1;
    }
  }
  const left = reading.open.at(-1);
  if (left) throw new UnreadableMarkup(`Can't find end tag corresponding to start tag "${left.name}"`);
  return { text: reading.text, entities: reading.entities.sort((a, b) => a.offset - b.offset) };
}

function readNamed(reading: Reading): void {
  const match = /^&(?:lt|gt|amp|quot|#\d+|#x[\da-f]+);/i.exec(
    reading.source.slice(reading.at, reading.at + 12),
  );
  if (!match) {
    reading.text += '&';
    reading.at += 1;
    return;
  }
  const named = NAMED[match[0].toLowerCase()];
  const digits = match[0].slice(2, -1);
  const code = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits);
  reading.text += named ?? (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : match[0]);
  reading.at += match[0].length;
}

function readTag(reading: Reading): void {
  const start = reading.at;
  const place = byteOffset(reading.source, start);
  const isEnd = reading.source.charAt(start + 1) === '/';
  const end = reading.source.indexOf('>', start);
  if (end < 0) throw new UnreadableMarkup(`Unclosed ${isEnd ? 'end' : 'start'} tag at byte offset ${place}`);
  const inside = reading.source.slice(start + (isEnd ? 2 : 1), end);
  const name = (/^[^\s>]*/.exec(inside)?.[0] ?? '').toLowerCase();
  reading.at = end + 1;
  if (isEnd) closeTag(reading, name, place);
  else openTag(reading, name, inside.slice(name.length), place);
}

function openTag(reading: Reading, name: string, attributes: string, place: number): void {
  const spoiler = name !== 'span' || /class\s*=\s*["']?tg-spoiler/i.test(attributes);
  if (!TYPES[name]) throw new UnreadableMarkup(`Unsupported start tag "${name}" at byte offset ${place}`);
  if (!spoiler) throw new UnreadableMarkup(`Tag "span" must have class "tg-spoiler" at byte offset ${place}`);
  reading.open.push({ name, attributes, offset: reading.text.length });
}

function closeTag(reading: Reading, name: string, place: number): void {
  const tag = reading.open.pop();
  if (!tag) throw new UnreadableMarkup(`Unexpected end tag at byte offset ${place}`);
  if (name !== '' && name !== tag.name) {
    const words = `expected "</${tag.name}>", found "</${name}>"`;
    throw new UnreadableMarkup(`Unmatched end tag at byte offset ${place}, ${words}`);
  }
  const length = reading.text.length - tag.offset;
  const type = TYPES[tag.name];
  if (length === 0 || type === undefined) return;
  const url = /href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag.attributes);
  const address = url?.[1] ?? url?.[2] ?? url?.[3] ?? reading.text.slice(tag.offset);
  // A link without a usable address stays plain text.
  if (type === 'text_link' && !/^(?:https?|tg):\/\/\S+|^[\w-]+(?:\.[\w-]+)+/i.test(address)) return;
  const entity: WireEntity = { type, offset: tag.offset, length };
  if (type === 'text_link') entity.url = address.replaceAll('&amp;', '&');
  reading.entities.push(entity);
}
