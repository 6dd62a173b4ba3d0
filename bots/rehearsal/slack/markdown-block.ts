import { seeSequence } from './mrkdwn.ts';
import { type Format, findAddresses, findEmoji, type Link, type SeenText, type Viewer } from './seen-text.ts';

const MARKS: readonly [Format, RegExp][] = [
  ['preformatted', /```[^\n]*\n?([\s\S]+?)```/g],
  ['code', /`([^`\n]+)`/g],
  ['heading', /^#{1,6} +(.*)$/gm],
  ['list', /^ *(?:[-*+]|\d+[.)]) +(.*)$/gm],
  ['quote', /^ {0,3}> ?(.*)$/gm],
  ['bold', /\*\*(?!\s)([^*\n]+)\*\*/g],
  ['bold', /__(?!\s)([^_\n]+)__/g],
  ['strike', /~~([^~\n]+)~~/g],
  ['italic', /\*(?!\s)([^*\n]+)\*/g],
  ['italic', /(?<![\p{L}\p{N}_])_([^_\n]+)_(?![\p{L}\p{N}_])/gu],
];

const ESCAPE = /\\([!-/:-@[-`{-~])/g;

/** Works out what a block in common Markdown shows. Strict: whatever might call or link counts. */
export function seeMarkdown(source: string, viewer: Viewer): SeenText {
  const escaped: string[] = [];
  const formats: Format[] = [];
  const links: Link[] = [];
  const guarded = source.replaceAll(ESCAPE, (_whole, letter: string) => {
    escaped.push(letter);
    return '\u0000';
  });
  const unlinked = guarded.replaceAll(
    /!?\[([^\]\n]*)\]\(([^)\s]+)[^)]*\)/g,
    (_whole, label: string, url: string) => {
      links.push({ url, label, isAutomatic: false });
      return label;
    },
  );
  const mentions = [...unlinked.matchAll(/<([^<>]*)>/g)].flatMap(
    ([, inside = '']) => seeSequence(inside, viewer)?.mentions ?? [],
  );
  let words = unlinked;
  for (const [format, mark] of MARKS) {
    words = words.replaceAll(mark, (_whole, inner: string) => {
      formats.push(format);
      return inner;
    });
  }
  const automatic = findAddresses(words);
  let next = 0;
  const plain = words.replaceAll('\u0000', () => {
    next += 1;
    return escaped[next - 1] ?? '';
  });
  return { plain, mentions, links: [...links, ...automatic], formats: [...formats, ...findEmoji(words)] };
}
