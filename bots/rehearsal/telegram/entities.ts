import type { WireEntity } from './wire.ts';

/** Endings that Telegram makes a link of without `https://` in front; any two letters count as a country. */
const ENDINGS =
  'com|org|net|info|biz|edu|gov|mil|int|app|dev|page|link|online|site|xyz|shop|blog|chat|help|support|[a-z]{2}';

/** In the order of their claim: text that one of them took is not looked at by those that follow. */
const KINDS: readonly [type: string, pattern: RegExp][] = [
  ['url', /(?:https?|ftp|tg|tonsite):\/\/[^\s<>"]*[^\s<>".,:;!?)\]}'’]/giu],
  ['email', /[\w.+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}/giu],
  [
    'url',
    new RegExp(
      `(?<![\\p{L}\\p{N}_.@/-])(?:[\\p{L}\\p{N}-]+\\.)+(?:${ENDINGS})(?![\\p{L}\\p{N}_-])(?:[:/?#][^\\s<>"]*[^\\s<>".,:;!?)\\]}'’])?`,
      'giu',
    ),
  ],
  ['bot_command', /(?<![\p{L}\p{N}_/<>@])\/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![\p{L}\p{N}_/<>@])/giu],
  ['mention', /(?<![\p{L}\p{N}_@])@[a-z][a-z0-9_]{3,31}(?![\p{L}\p{N}_])/giu],
  ['hashtag', /(?<![\p{L}\p{N}_#])#[\p{L}_][\p{L}\p{N}_]*/giu],
];

/** What Telegram makes clickable by itself in a text; offsets and lengths in UTF-16 code units. */
export function detectEntities(text: string, taken: readonly WireEntity[] = []): WireEntity[] {
  const found: WireEntity[] = [...taken];
  for (const [type, pattern] of KINDS) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length };
      const blocks = (other: WireEntity) => !isStyle(other.type) && overlap(entity, other);
      if (!found.some(blocks)) found.push(entity);
    }
  }
  return found.sort((a, b) => a.offset - b.offset || b.length - a.length);
}

function isStyle(type: string): boolean {
  return [
    'bold',
    'italic',
    'underline',
    'strikethrough',
    'spoiler',
    'blockquote',
    'expandable_blockquote',
  ].includes(type);
}

function overlap(a: WireEntity, b: WireEntity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}
