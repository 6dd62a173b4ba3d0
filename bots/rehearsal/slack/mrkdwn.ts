import { writeDate } from './dates.ts';
import {
  type Format,
  findAddresses,
  findEmoji,
  findNames,
  type Link,
  type Mention,
  NOTHING_SEEN,
  type SeenText,
  seenPlain,
  type Viewer,
} from './seen-text.ts';
import { unescapeText } from './wire.ts';

/** What Slack looks for on its own account: nothing, addresses, or names too. */
export type Automatic = 'nothing' | 'addresses' | 'everything';

const MARKS: readonly [Format, RegExp][] = [
  ['preformatted', /```([\s\S]+?)```/g],
  ['code', /`([^`\n]+)`/g],
  ['bold', /(?<![\p{L}\p{N}*])\*(?![\s*])([^*\n]*[^\s*])\*(?![\p{L}\p{N}*])/gu],
  ['italic', /(?<![\p{L}\p{N}_])_(?![\s_])([^_\n]*[^\s_])_(?![\p{L}\p{N}_])/gu],
  ['strike', /(?<![\p{L}\p{N}~])~(?![\s~])([^~\n]*[^\s~])~(?![\p{L}\p{N}~])/gu],
  ['quote', /^(?:&gt;|>)(?:&gt;&gt;|>>)? ?(.*)$/gm],
];

/** Works out what a text in Slack's own markup shows, calls and links. */
export function seeMrkdwn(
  source: string,
  viewer: Viewer,
  automatic: Automatic,
  isFormatted = true,
): SeenText {
  // A character that the writer did not use stands for each sequence while the marks around it are read.
  const stand = unusedCharacter(source);
  const sequences: SeenText[] = [];
  const bare = source.replaceAll(/<([^<>]*)>/g, (whole, inside: string) => {
    const seen = seeSequence(inside, viewer);
    if (!seen) return whole;
    sequences.push(seen);
    return stand;
  });
  const formats: Format[] = [];
  const unmarked = isFormatted ? stripMarks(bare, formats) : bare;
  const words = unescapeText(unmarked);
  const rest = words.replaceAll(stand, ' ');
  const links: Link[] = automatic === 'nothing' ? [] : findAddresses(rest);
  const mentions: Mention[] = automatic === 'everything' ? findNames(rest, viewer) : [];
  let next = 0;
  const plain = words.replaceAll(stand, () => {
    next += 1;
    return sequences[next - 1]?.plain ?? '';
  });
  return {
    plain,
    mentions: [...sequences.flatMap((seen) => seen.mentions), ...mentions],
    links: [...sequences.flatMap((seen) => seen.links), ...links],
    formats: [...formats, ...findEmoji(rest)],
  };
}

/** A text that Slack shows as it is: only its three entities and the names of emoji are read. */
export function seePlainText(source: string, hasEmoji: boolean): SeenText {
  const plain = unescapeText(source);
  return { ...seenPlain(plain), formats: hasEmoji ? findEmoji(plain) : [] };
}

function stripMarks(text: string, formats: Format[]): string {
  return MARKS.reduce(
    (left, [format, mark]) =>
      left.replaceAll(mark, (_whole, inner: string) => {
        formats.push(format);
        return inner;
      }),
    text,
  );
}

function unusedCharacter(source: string): string {
  let code = 0xe000;
  while (source.includes(String.fromCharCode(code))) code += 1;
  return String.fromCharCode(code);
}

/** What stands between angle brackets; nothing if Slack leaves it as it is. */
export function seeSequence(inside: string, viewer: Viewer): SeenText | undefined {
  const [target = '', label] = splitOnce(inside, '|');
  const called = (mention: Mention, plain: string): SeenText => ({
    ...NOTHING_SEEN,
    plain,
    mentions: [mention],
  });
  if (/^@[UW]/.test(target)) {
    const id = target.slice(1);
    return called({ kind: 'user', target: id }, `@${viewer.nameOf(id) ?? label ?? id}`);
  }
  if (/^#[CG]/.test(target)) {
    const id = target.slice(1);
    return called({ kind: 'channel', target: id }, `#${viewer.nameOf(id) ?? label ?? id}`);
  }
  if (target.startsWith('!')) return seeSpecial(target.slice(1), label, called, viewer);
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) {
    const shown = unescapeText(label ?? target.replace(/^(?:mailto|tel):/, ''));
    return {
      ...NOTHING_SEEN,
      plain: shown,
      links: [{ url: unescapeText(target), label: shown, isAutomatic: false }],
    };
  }
  return undefined;
}

function seeSpecial(
  command: string,
  label: string | undefined,
  called: (mention: Mention, plain: string) => SeenText,
  viewer: Viewer,
): SeenText | undefined {
  if (/^(?:here|channel|everyone|group)$/.test(command)) {
    return called({ kind: 'broadcast', target: command }, `@${command}`);
  }
  const group = /^subteam\^(\w+)$/.exec(command)?.[1];
  if (group !== undefined) return called({ kind: 'group', target: group }, label ?? `@${group}`);
  const [, seconds, format = '', url] = /^date\^(-?\d+)\^([^^]*)(?:\^(.*))?$/.exec(command) ?? [];
  if (seconds === undefined) return label === undefined ? undefined : seenPlain(unescapeText(label));
  const plain = writeDate(Number(seconds), unescapeText(format), viewer) ?? unescapeText(label ?? '');
  const links = url === undefined ? [] : [{ url: unescapeText(url), label: plain, isAutomatic: false }];
  return { ...NOTHING_SEEN, plain, links };
}

function splitOnce(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
