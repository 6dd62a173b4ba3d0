/** A word that calls somebody, or that leads to a person, group or channel. */
export interface Mention {
  readonly kind: 'user' | 'channel' | 'group' | 'broadcast';
  readonly target: string;
}

export interface Link {
  readonly url: string;
  readonly label: string;
  /** Nobody asked for it: Slack found an address in the words. */
  readonly isAutomatic: boolean;
}

export type Format =
  | 'bold'
  | 'italic'
  | 'strike'
  | 'code'
  | 'preformatted'
  | 'quote'
  | 'list'
  | 'heading'
  | 'emoji';

/** What a reader sees of a text, and what it does besides being read. */
export interface SeenText {
  readonly plain: string;
  readonly mentions: readonly Mention[];
  readonly links: readonly Link[];
  readonly formats: readonly Format[];
}

/** Whoever looks, for what depends on them. */
export interface Viewer {
  readonly timeZone: string;
  readonly uses24Hours: boolean;
  /** Epoch milliseconds: "today" is worked out from it. */
  readonly now: number;
  /** What a person or channel is called; nothing where there is none of that id. */
  nameOf(id: string): string | undefined;
  /** The channel of that name. */
  channelNamed(name: string): string | undefined;
}

export const NOTHING_SEEN: SeenText = { plain: '', mentions: [], links: [], formats: [] };

export function seenPlain(plain: string): SeenText {
  return { ...NOTHING_SEEN, plain };
}

/** Several texts as one. */
export function joinSeen(parts: readonly SeenText[], between: string): SeenText {
  return {
    plain: parts.map((part) => part.plain).join(between),
    mentions: parts.flatMap((part) => part.mentions),
    links: parts.flatMap((part) => part.links),
    formats: parts.flatMap((part) => part.formats),
  };
}

const TLDS =
  'com|org|net|edu|gov|info|biz|io|co|me|app|dev|ly|gg|tv|xyz|link|site|online|shop|uk|de|fr|es|it|nl|ie|eu|us|ca|au';
const ADDRESS = new RegExp(
  [
    '[a-z][a-z0-9+.-]*://[^\\s<>|]+',
    '(?:mailto|tel):[^\\s<>|]+',
    '[\\w.+-]+@(?:[\\w-]+\\.)+[a-z]{2,}',
    `(?<![\\w@.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+(?:${TLDS})(?![\\w-])(?:[/?#:][^\\s<>|]*)?`,
  ].join('|'),
  'gi',
);

/** The addresses that Slack makes into links by itself. */
export function findAddresses(words: string): Link[] {
  return [...words.matchAll(ADDRESS)].map(([found]) => {
    const label = found.replace(/[.,;:!?)\]'"]+$/, '');
    return { url: addressOf(label), label, isAutomatic: true };
  });
}

function addressOf(label: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(label)) return label;
  return label.includes('@') ? `mailto:${label}` : `http://${label}`;
}

/** Names that Slack makes into mentions by itself where it is allowed to look for them. */
export function findNames(words: string, viewer: Viewer): Mention[] {
  const broadcasts = [...words.matchAll(/(?<![\w&])@(here|channel|everyone)\b/g)].map(([, target = '']) => {
    return { kind: 'broadcast' as const, target };
  });
  const channels = [...words.matchAll(/(?<![\w&])#([\p{L}\p{N}_-]+)/gu)].flatMap(([, name = '']) => {
    const target = viewer.channelNamed(name);
    return target === undefined ? [] : [{ kind: 'channel' as const, target }];
  });
  return [...broadcasts, ...channels];
}

/** `:wave:` becomes a picture. */
export function findEmoji(words: string): Format[] {
  return [...words.matchAll(/:[a-z0-9_+'-]+:/g)].filter(([name]) => /[a-z+]/.test(name)).map(() => 'emoji');
}
