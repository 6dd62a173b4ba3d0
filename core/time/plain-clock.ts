/** Part of a day: morning from 8, afternoon from 12, evening from 17 until 21. */
export type DayPart = 'morning' | 'afternoon' | 'evening';

/** Minutes after midnight; 1440 is the midnight that ends the day. `assumed`: nobody said whether morning or afternoon. */
export type Clock = { minutes: number; assumed: boolean };

/** Hours that were fenced in but not named: "after 3", "between 2 and 4", in minutes after midnight. */
export type Fence = { from: number; to: number };

export type ClockRead = { clock: Clock | null; part: DayPart | null; fence: Fence | null; rest: string };

type Spoken = { hour: number; minute: number; sure: boolean; meridiem: string | undefined };
type Pattern = readonly [RegExp, (match: readonly (string | undefined)[]) => Spoken | null];

const DAY = 1440;
// Without a word for the time of day, people who arrange to meet mean between eight in the morning and eight at night.
const DAY_BEGINS = 8;

const M = '(?:\\s?(am|pm))?(?:ish)?(?![\\p{L}\\p{N}])';

const PATTERNS: readonly Pattern[] = [
  [/\b(?:12 )?(?:noon|midday)\b/u, () => spoken(12, 0, 'pm')],
  [/\b(?:12 )?midnight\b/u, () => ({ hour: 24, minute: 0, sure: true, meridiem: undefined })],
  [clockPattern(`\\bhalf (?:past |after )?(\\d{1,2})`), ([, hour, m]) => spoken(hour, 30, m)],
  [clockPattern(`\\bquarter (?:past|after) (\\d{1,2})`), ([, hour, m]) => spoken(hour, 15, m)],
  [clockPattern(`\\bquarter (?:to|of) (\\d{1,2})`), ([, hour, m]) => minutesTo(15, hour, m)],
  [
    clockPattern(`\\b(\\d{1,2})(?: minutes?| mins?)? past (\\d{1,2})`),
    ([, past, hour, m]) => spoken(hour, past, m),
  ],
  [
    clockPattern(`\\b(?<!from )(5|10|20|25)(?: minutes?| mins?)? to (\\d{1,2})`),
    ([, to, hour, m]) => minutesTo(to, hour, m),
  ],
  [
    clockPattern(`(?<![\\d./:-])(\\d{1,2})[:.h](\\d{2})(?:hrs?)?`),
    ([, hour, minute, m]) => spoken(hour, minute, m),
  ],
  [clockPattern(`\\b(\\d{1,2}) (00|[0-5][05])`), ([, hour, minute, m]) => spoken(hour, minute, m)],
  [
    /(?<![\d./:-])([01]\d|2[0-3])([0-5][05])(?: ?hrs?| ?h| hours)?(?![\p{L}\p{N}/.:-])/u,
    ([, hour, minute]) => sure(hour, minute),
  ],
  [/(?<![\d./:-])([01]?\d|2[0-3]) ?h(?:rs)?(?![\p{L}\p{N}])/u, ([, hour]) => sure(hour, 0)],
  [/(?<![\d./:-])(\d{1,2}) ?(am|pm)(?:ish)?(?![\p{L}\p{N}])/u, ([, hour, m]) => spoken(hour, 0, m)],
  [
    /(?<![\d./:-])(\d{1,2}) ?(?:oclock)(?: ?(am|pm))?(?:ish)?(?![\p{L}\p{N}])/u,
    ([, hour, m]) => spoken(hour, 0, m),
  ],
  [/(?<![\d./:-])(\d{1,2})[ -]?ish(?![\p{L}\p{N}])/u, ([, hour]) => spoken(hour, 0, undefined)],
  [
    /\b(?:at|about|around|for|by) (?:at |about |around )?(\d{1,2})(?![\p{L}\p{N}/.:-])(?! (?:days?|weeks?|months?|hours?|min))/u,
    ([, hour]) => spoken(hour, 0, undefined),
  ],
  [
    /(?<![\p{L}\d./:-])(\d{1,2})(?![\p{L}\p{N}/.:-])(?! (?:days?|weeks?|months?|years?|hours?|hrs?|min))/u,
    ([, hour]) => spoken(hour, 0, undefined),
  ],
];

const SPAN =
  /\b(?:(from|between|after|before) )?(\d{1,2}(?:[:.]\d{2})?) ?(am|pm)?(?: ?(-|to|and) ?(\d{1,2}(?:[:.]\d{2})?) ?(am|pm)?)?(?![\p{L}\p{N}/.:-])/u;

/**
 * Takes the time of day out of plain words. An hour without am or pm goes by the part of the day that was named, and
 * otherwise lies from 8 in the morning to before 8 at night (`assumed`); of "3 to 4" the start counts. `knownPart` is a part
 * of the day that was settled before.
 */
export function readClock(words: string, knownPart: DayPart | null): ClockRead {
  const { part: saidPart, rest: withoutPart } = takePart(words);
  const part = saidPart ?? knownPart;
  const fenced = readFence(withoutPart, part);
  if (fenced !== null) return { clock: null, part: saidPart, ...fenced };
  const spokenTime = startOfSpan(withoutPart);
  for (const [pattern, read] of PATTERNS) {
    const match = pattern.exec(spokenTime);
    if (match === null) continue;
    const said = read(match);
    const rest = remove(spokenTime, match.index, match[0].length);
    return {
      clock: said === null ? null : onClock(said, part),
      part: saidPart,
      fence: null,
      rest: said === null ? spokenTime : rest,
    };
  }
  return { clock: null, part: saidPart, fence: null, rest: spokenTime };
}

function takePart(words: string): { part: DayPart | null; rest: string } {
  const found = /\b(?:(?:in|at|during) )?(?:the )?(morning|afternoon|evening|night|tonight)\b/.exec(words);
  const name = found?.[1];
  if (found === null || name === undefined) return { part: null, rest: words };
  // The day that "tonight" names has been read already.
  const rest = remove(words, found.index, found[0].length);
  if (name === 'morning' || name === 'afternoon') return { part: name, rest };
  return { part: 'evening', rest };
}

/** "after 3" and "between 2 and 4" say where the hour lies, not which it is. */
function readFence(words: string, part: DayPart | null): { fence: Fence; rest: string } | null {
  const match =
    /\b(after|before|between|any time after|anytime after) .*/.exec(words) === null ? null : SPAN.exec(words);
  const [whole = '', kind, from, fromM, , to, toM] = match ?? [];
  if (match === null || from === undefined) return null;
  const start = clockOf(from, fromM ?? toM, part);
  if (start === null) return null;
  const rest = remove(words, match.index, whole.length);
  if (kind === 'after') return { fence: { from: start, to: DAY }, rest };
  if (kind === 'before') return { fence: { from: 0, to: start }, rest };
  const end = to === undefined ? null : clockOf(to, toM, part);
  return kind === 'between' && end !== null ? { fence: { from: start, to: end }, rest } : null;
}

/** Leaves of "3 to 4pm" the "3pm": the end says how long, not when. */
function startOfSpan(words: string): string {
  const match = SPAN.exec(words);
  const [whole = '', kind, from, fromM, joint, to, toM] = match ?? [];
  if (match === null || from === undefined || to === undefined || joint === 'and') return words;
  // "10 to 3" is ten minutes before three, unless it was "from 10 to 3".
  if (joint === 'to' && kind !== 'from' && /^(?:5|10|20|25)$/.test(from)) return words;
  const meridiem =
    fromM ?? (toM === 'pm' && Number.parseInt(from, 10) > Number.parseInt(to, 10) ? undefined : toM);
  const before = words.slice(0, match.index);
  return `${before} at ${from}${meridiem ?? ''} ${words.slice(match.index + whole.length)}`.replace(
    /\bat\s+at\b/,
    'at',
  );
}

function clockOf(text: string, meridiem: string | undefined, part: DayPart | null): number | null {
  const [hour, minute = '0'] = text.split(/[:.]/);
  const said = spoken(hour, minute, meridiem);
  return said === null ? null : onClock(said, part).minutes;
}

function spoken(
  hour: string | number | undefined,
  minute: string | number | undefined,
  m: string | undefined,
): Spoken | null {
  const h = Number(hour);
  const min = Number(minute);
  if (!(h >= 0 && h <= 24 && min >= 0 && min <= 59) || (h === 24 && min > 0)) return null;
  if (m !== undefined && (h === 0 || (h > 12 && m === 'am'))) return null;
  const inDigits = typeof hour === 'string' && /^0/.test(hour);
  return { hour: h, minute: min, sure: h > 12 || inDigits, meridiem: m };
}

function minutesTo(
  minutes: string | number | undefined,
  hour: string | undefined,
  m: string | undefined,
): Spoken | null {
  const said = spoken(hour, 0, m);
  if (said === null) return null;
  const total = said.hour * 60 - Number(minutes);
  // Quarter to one is 12:45, not 0:45.
  const at = total < 60 && !said.sure ? total + 720 : total;
  return at < 0 ? null : { ...said, hour: Math.floor(at / 60), minute: at % 60 };
}

function sure(hour: string | undefined, minute: string | number | undefined): Spoken | null {
  const said = spoken(hour, minute, undefined);
  return said === null ? null : { ...said, sure: true };
}

function onClock({ hour, minute, sure: isSure, meridiem }: Spoken, part: DayPart | null): Clock {
  const exact = (h: number, assumed = false) => ({ minutes: h * 60 + minute, assumed });
  if (isSure || hour > 12) return exact(hour);
  const half = hour % 12;
  if (meridiem !== undefined) return exact(meridiem === 'pm' ? half + 12 : half);
  if (part === 'morning') return exact(half);
  if (part === 'evening' && hour === 12) return exact(24);
  if (part !== null) return exact(half + 12);
  return exact(half >= DAY_BEGINS ? half : half + 12, true);
}

function clockPattern(body: string): RegExp {
  return new RegExp(`${body}(?: oclock)?${M}`, 'u');
}

function remove(words: string, index: number, length: number): string {
  return `${words.slice(0, index)} ${words.slice(index + length)}`.replace(/\s+/g, ' ').trim();
}
