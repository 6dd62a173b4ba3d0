/** Wall times "HH:mm" in a person's own zone; two equal times mean no quiet hours. */
export type QuietHours = { readonly from: string; readonly to: string };

/** Nine in the evening to eight in the morning, unless a person chooses otherwise (our default). */
export const DEFAULT_QUIET: QuietHours = { from: '21:00', to: '08:00' };
export const LATER_QUIET: QuietHours = { from: '22:00', to: '07:00' };
export const NO_QUIET: QuietHours = { from: '00:00', to: '00:00' };

export function isNone({ from, to }: QuietHours): boolean {
  return from === to;
}

type Half = {
  readonly hour: number;
  readonly minute: string;
  readonly half: 'am' | 'pm' | undefined;
  readonly written24: boolean;
};

const TIME = '(noon|midday|midnight|\\d{1,2}(?:[:.]?\\d{2})?\\s*(?:[ap]\\.?m\\.?)?)';
const SPAN = new RegExp(`^(?:from |between )?${TIME}\\s*(?:to|till|until|and|-|–|—)\\s*${TIME}$`, 'iu');

/**
 * Quiet hours as somebody writes them: "9pm to 8am", "22:30-7", "from 10 to 7", "none". Without am or pm the first is
 * taken for the evening and the second for the morning. Undefined when it cannot be read.
 */
export function readQuietHours(written: string): QuietHours | undefined {
  const plain = written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[.!]+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (/^(none|no|never|no quiet hours|off)$/u.test(plain)) return NO_QUIET;
  const [, first = '', second = ''] = SPAN.exec(plain) ?? [];
  const from = readHalf(first);
  const to = readHalf(second);
  if (from === undefined || to === undefined) return undefined;
  const by24 = from.written24 || to.written24;
  const span = { from: clock(from, by24 ? undefined : 'pm'), to: clock(to, by24 ? undefined : 'am') };
  return isNone(span) ? undefined : span;
}

const HALVES: Readonly<Record<string, 'am' | 'pm'>> = { a: 'am', p: 'pm' };

function readHalf(written: string): Half | undefined {
  if (written === 'noon' || written === 'midday')
    return { hour: 12, minute: '00', half: 'pm', written24: false };
  if (written === 'midnight') return { hour: 12, minute: '00', half: 'am', written24: false };
  const [, hours, minute = '00', letter] =
    /^(\d{1,2}?)[:.]?(\d{2})?\s*([ap])?\.?(?:m\.?)?$/u.exec(written) ?? [];
  if (hours === undefined) return undefined;
  const hour = Number(hours);
  const half = letter === undefined ? undefined : HALVES[letter];
  if (Number(minute) > 59 || hour > 23 || (half !== undefined && (hour < 1 || hour > 12))) return undefined;
  return { hour, minute, half, written24: half === undefined && (hour > 12 || hours.startsWith('0')) };
}

function clock({ hour, minute, half, written24 }: Half, otherwise: 'am' | 'pm' | undefined): string {
  const meant = written24 ? undefined : (half ?? otherwise);
  const hours = meant === undefined ? hour : (hour % 12) + (meant === 'pm' ? 12 : 0);
  return `${String(hours).padStart(2, '0')}:${minute}`;
}

/** "21:00" as "9:00 pm". */
export function clockTime(wall: string): string {
  const [hours = '0', minutes = '00'] = wall.split(':');
  const hour = Number(hours);
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minutes} ${hour < 12 ? 'am' : 'pm'}`;
}

/** As it is kept as an answer: "21:00-08:00". */
export function quietValue({ from, to }: QuietHours): string {
  return `${from}-${to}`;
}

export function quietFromValue(value: string): QuietHours | undefined {
  const [, from, to] = /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(value) ?? [];
  return from === undefined || to === undefined ? undefined : { from, to };
}
