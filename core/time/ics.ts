import type { Temporal } from 'temporal-polyfill';

// Our own writer, because the package most people use writes DTSTAMP in the process's local time without a Z, and RFC 5545
// (3.8.7.2) wants UTC. Every meeting is one event in UTC without a recurrence rule, so no VTIMEZONE is needed.

export type CalendarEvent = {
  /** Stays the same through every change of the meeting. */
  uid: string;
  /** Rises with every change, so that a calendar takes the newest. */
  sequence: number;
  start: Temporal.Instant;
  end: Temporal.Instant;
  title: string;
  description?: string;
  location?: string;
  /** When this version was made. */
  stamp: Temporal.Instant;
  status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
};

/**
 * What the file asks a calendar to do (RFC 5546). A file that a person adds by hand is `PUBLISH`; some calendars refuse
 * `REQUEST` and `CANCEL` in a file that names no organiser, and ours names nobody.
 */
export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL';

const LINE_OCTETS = 75;

/**
 * An iCalendar file (RFC 5545) of these events: lines end in CRLF and hold at most 75 octets of UTF-8. Texts may hold
 * anything; none can add a line of its own. Events are marked private.
 * @throws RangeError when an event ends before it starts.
 */
export function calendarFile(file: {
  method: CalendarMethod;
  events: readonly CalendarEvent[];
  prodId: string;
}): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${escaped(file.prodId)}`,
    'CALSCALE:GREGORIAN',
    `METHOD:${file.method}`,
    ...file.events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/**
 * A text as a calendar will show it: line ends of every kind become one kind, other control characters go, and halves of
 * characters become the replacement character.
 */
export function calendarText(text: string): string {
  return (
    text
      .toWellFormed()
      // Some calendars end a line at any of these, so that each of them could start a property of its own.
      .replace(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/g, '\n')
      .replace(/[^\P{Cc}\n\t]/gu, '')
  );
}

function eventLines(event: CalendarEvent): string[] {
  if (event.end.epochMilliseconds <= event.start.epochMilliseconds)
    throw new RangeError('ends before it starts');
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `SEQUENCE:${Math.trunc(event.sequence)}`,
    `DTSTAMP:${utc(event.stamp)}`,
    `DTSTART:${utc(event.start)}`,
    `DTEND:${utc(event.end)}`,
    `SUMMARY:${escaped(event.title)}`,
    ...(event.description === undefined ? [] : [`DESCRIPTION:${escaped(event.description)}`]),
    ...(event.location === undefined ? [] : [`LOCATION:${escaped(event.location)}`]),
    `STATUS:${event.status}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
  ];
}

function escaped(text: string): string {
  return calendarText(text)
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\n/g, '\\n');
}

function utc(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
}

function folded(line: string): string {
  let out = '';
  let octets = 0;
  // Character by character, so that none is split between two lines.
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LINE_OCTETS) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
