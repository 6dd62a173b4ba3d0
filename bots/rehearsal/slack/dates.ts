import type { Viewer } from './seen-text.ts';

type Writer = (at: Date, viewer: Viewer) => string;

/** The pieces of a date format, as the documentation lists them; each in the reader's own zone. */
const PIECES: Readonly<Record<string, Writer>> = {
  date_num: (at, viewer) => partsOf(at, viewer).numeric,
  date_slash: (at, viewer) => partsOf(at, viewer).numeric.replaceAll('-', '/'),
  date: (at, viewer) => dayOf(at, viewer, { month: 'long' }),
  date_short: (at, viewer) => write(at, viewer, { month: 'short', day: 'numeric', year: 'numeric' }),
  date_long: (at, viewer) => dayOf(at, viewer, { weekday: 'long', month: 'long' }),
  date_pretty: (at, viewer) => prettily(at, viewer) ?? dayOf(at, viewer, { month: 'long' }),
  date_short_pretty: (at, viewer) =>
    prettily(at, viewer) ?? write(at, viewer, { month: 'short', day: 'numeric', year: 'numeric' }),
  date_long_pretty: (at, viewer) =>
    prettily(at, viewer) ?? dayOf(at, viewer, { weekday: 'long', month: 'long' }),
  day_divider_pretty: (at, viewer) =>
    prettily(at, viewer) ?? dayOf(at, viewer, { weekday: 'long', month: 'long' }),
  time: (at, viewer) => write(at, viewer, clock(viewer, {})),
  time_secs: (at, viewer) => write(at, viewer, clock(viewer, { second: '2-digit' })),
  ago: (at, viewer) => agoOf(at, viewer),
};

/** A date as one person reads it; `undefined` if the format has no piece that Slack knows. */
export function writeDate(seconds: number, format: string, viewer: Viewer): string | undefined {
  if (!Number.isFinite(seconds)) return undefined;
  const at = new Date(seconds * 1000);
  let known = false;
  const written = format.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const piece = PIECES[name];
    if (!piece) return whole;
    known = true;
    return piece(at, viewer);
  });
  return known ? written : undefined;
}

function write(at: Date, viewer: Viewer, options: Intl.DateTimeFormatOptions): string {
  const words = new Intl.DateTimeFormat('en-US', { timeZone: viewer.timeZone, ...options }).format(at);
  // Newer tables of languages put a narrow space before AM and PM.
  return words.replaceAll('\u202f', ' ');
}

function clock(viewer: Viewer, more: Intl.DateTimeFormatOptions): Intl.DateTimeFormatOptions {
  const shape: Intl.DateTimeFormatOptions = viewer.uses24Hours
    ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
    : { hour: 'numeric', minute: '2-digit', hourCycle: 'h12' };
  return { ...shape, ...more };
}

function partsOf(at: Date, viewer: Viewer): { numeric: string; day: number } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: viewer.timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return { numeric: `${part('year')}-${part('month')}-${part('day')}`, day: Number(part('day')) };
}

/** "February 18th, 2014" */
function dayOf(at: Date, viewer: Viewer, options: Intl.DateTimeFormatOptions): string {
  const { numeric, day } = partsOf(at, viewer);
  return `${write(at, viewer, options.weekday ? { weekday: 'long' } : { month: 'long' })}${
    options.weekday ? `, ${write(at, viewer, { month: 'long' })}` : ''
  } ${day}${ending(day)}, ${numeric.slice(0, 4)}`;
}

function ending(day: number): string {
  if (day >= 11 && day <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}

function prettily(at: Date, viewer: Viewer): string | undefined {
  const dayNumber = (moment: Date) => Date.parse(partsOf(moment, viewer).numeric) / 86_400_000;
  const days = dayNumber(at) - dayNumber(new Date(viewer.now));
  return { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' }[String(days)];
}

function agoOf(at: Date, viewer: Viewer): string {
  const minutes = Math.round((viewer.now - at.getTime()) / 60_000);
  const [count, unit] = Math.abs(minutes) < 60 ? [minutes, 'minute'] : [Math.round(minutes / 60), 'hour'];
  const amount = `${Math.abs(count)} ${unit}${Math.abs(count) === 1 ? '' : 's'}`;
  return count >= 0 ? `${amount} ago` : `in ${amount}`;
}
