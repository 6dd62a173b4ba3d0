import type { Piece } from './phone.ts';

export type DiscordReader = {
  readonly zone: string;
  /** Epoch milliseconds. */
  readonly now: number;
  nameOf(userId: string): string;
  channelOf(channelId: string): string;
};

/** What stands apart in a text, in the order in which it is looked for. */
const SIGNS =
  /\\([^0-9A-Za-z\s])|<t:(-?\d{1,13})(?::([tTdDfFRsS]))?>|<@!?(\d+)>|<#(\d+)>|\*\*((?:\\[\s\S]|[^\\*])+)\*\*|<(https?:\/\/[^\s>]+)>|(https?:\/\/[^\s<]+[^<.,:;"'\])\s])/g;

/** The words of a message as Discord shows them to this reader: moments on their own clock, names for ids. */
export function discordWords(content: string, reader: DiscordReader): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of content.matchAll(SIGNS)) {
    pieces.push({ is: 'words', text: content.slice(at, match.index) }, pieceOf(match, reader));
    at = match.index + match[0].length;
  }
  return [...pieces, { is: 'words', text: content.slice(at) }];
}

function pieceOf(match: RegExpExecArray, reader: DiscordReader): Piece {
  const [whole, escaped, seconds, style, user, channel, strong, bracketed] = match;
  if (escaped !== undefined) return { is: 'words', text: escaped };
  if (seconds !== undefined) return { is: 'moment', text: momentOf(Number(seconds), style ?? 'f', reader) };
  if (user !== undefined) return { is: 'called', text: `@${reader.nameOf(user)}` };
  if (channel !== undefined) return { is: 'called', text: `#${reader.channelOf(channel)}` };
  if (strong !== undefined)
    return { is: 'strong', text: strong.replaceAll(/\\([^0-9A-Za-z\s])/g, (_sign, bare: string) => bare) };
  const address = bracketed ?? whole;
  return { is: 'link', text: address, address };
}

const SHORT = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const LONG = { ...SHORT, second: '2-digit' } as const;
const NUMBERS = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
const DATE = { day: 'numeric', month: 'long', year: 'numeric' } as const;

const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: SHORT,
  T: LONG,
  d: NUMBERS,
  D: DATE,
  f: { ...DATE, ...SHORT },
  F: { weekday: 'long', ...DATE, ...SHORT },
  s: { ...NUMBERS, ...SHORT },
  S: { ...NUMBERS, ...LONG },
};

/** A moment on the reader's own clock, as an app in British English writes it. */
function momentOf(seconds: number, style: string, { zone, now }: DiscordReader): string {
  const at = seconds * 1000;
  // Only so much of time is a date.
  if (Math.abs(at) > 8.64e15) return String(seconds);
  if (style === 'R') return relative(at - now);
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...STYLES[style] }).format(at);
}

const UNITS = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** "in 2 days" */
function relative(milliseconds: number): string {
  const words = new Intl.RelativeTimeFormat('en-GB');
  const seconds = Math.round(milliseconds / 1000);
  for (const [unit, size] of UNITS)
    if (Math.abs(seconds) >= size) return words.format(Math.round(seconds / size), unit);
  return words.format(seconds, 'second');
}
