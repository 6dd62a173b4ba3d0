import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CalendarEvent, calendarFile, calendarText } from '../../core/time/ics.ts';
import { at } from './oracles.ts';

const event: CalendarEvent = {
  uid: 'meeting-1@beenthere',
  sequence: 2,
  start: at('2026-10-26T18:00Z'),
  end: at('2026-10-26T19:00Z'),
  title: 'Time for me',
  stamp: at('2026-10-20T09:08:07.654Z'),
  status: 'CONFIRMED',
};

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300, size: 'max' }),
  fc.string({
    unit: fc.constantFrom(
      '\r',
      '\n',
      '\u2028',
      '\u0085',
      '\v',
      '\\',
      ';',
      ',',
      ':',
      '"',
      'n',
      ' ',
      '\t',
      '\0',
    ),
    maxLength: 200,
    size: 'max',
  }),
  fc.string({
    unit: fc.constantFrom('👩🏽‍🤝‍👩🏼', 'é', '漢', 'a', '\ud83d', '\ude00'),
    maxLength: 200,
    size: 'max',
  }),
  fc.constantFrom(
    'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:other',
    'x\nATTENDEE:mailto:a@b.c',
    'x\\nBEGIN:VALARM',
    'a'.repeat(400),
    '\r\n ',
  ),
);

describe('a calendar file', () => {
  it('says when in UTC, with a stamp in UTC', () => {
    const file = calendarFile({ method: 'PUBLISH', events: [event], prodId: '-//Beenthere//EN' });
    expect(file.split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Beenthere//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:meeting-1@beenthere',
      'SEQUENCE:2',
      'DTSTAMP:20261020T090807Z',
      'DTSTART:20261026T180000Z',
      'DTEND:20261026T190000Z',
      'SUMMARY:Time for me',
      'STATUS:CONFIRMED',
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('holds whatever anybody wrote, and nothing else: hostile texts come back as they went in', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, hostile, (title, description, location, uid) => {
        const text = calendarFile({
          method: 'REQUEST',
          events: [{ ...event, uid, title, description, location }],
          prodId: '-//Beenthere//EN',
        });
        const calendar = new ICAL.Component(ICAL.parse(text));
        const events = calendar.getAllSubcomponents();
        expect(events.map((one) => one.name)).toEqual(['vevent']);
        const [parsed] = events;
        expect(parsed?.getAllProperties().map((one) => one.name)).toEqual(
          'uid sequence dtstamp dtstart dtend summary description location status class'.split(' '),
        );
        expect(parsed?.getFirstPropertyValue('summary')).toBe(calendarText(title));
        expect(parsed?.getFirstPropertyValue('description')).toBe(calendarText(description));
        expect(parsed?.getFirstPropertyValue('location')).toBe(calendarText(location));
        expect(parsed?.getFirstPropertyValue('uid')).toBe(calendarText(uid));
      }),
      { numRuns: 500 },
    );
  });

  it('has lines of at most 75 octets, none of which ends inside a character or at anything but CRLF', () => {
    fc.assert(
      fc.property(hostile, (title) => {
        const file = calendarFile({ method: 'CANCEL', events: [{ ...event, title }], prodId: title });
        expect(file.endsWith('\r\n')).toBe(true);
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n\v\f\u0085\u2028\u2029]/);
        for (const line of file.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps ordinary words and line ends as they were', () => {
    expect(calendarText('Tea; with, Ann\nat 3\\4 🙂')).toBe('Tea; with, Ann\nat 3\\4 🙂');
    expect(calendarText('one\r\ntwo\rthree\u2028four')).toBe('one\ntwo\nthree\nfour');
  });

  it('holds several events, and refuses one that ends before it starts', () => {
    const two = calendarFile({ method: 'PUBLISH', events: [event, { ...event, uid: '2' }], prodId: 'x' });
    expect(new ICAL.Component(ICAL.parse(two)).getAllSubcomponents('vevent')).toHaveLength(2);
    const backwards = { ...event, end: event.start };
    expect(() => calendarFile({ method: 'PUBLISH', events: [backwards], prodId: 'x' })).toThrow(RangeError);
  });
});
