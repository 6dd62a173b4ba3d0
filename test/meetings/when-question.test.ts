import { describe, expect, it } from 'vitest';
import { takeHour, takeWhen } from '../../core/meetings/book/when-question.ts';
import { loadTexts } from '../../core/texts/say.ts';
import { instantOf } from './in-full.ts';

const texts = loadTexts();
const monday = instantOf('2026-11-23T09:00:00Z');
const asked = { zone: 'Europe/London', otherZone: undefined, lengthMinutes: 30, isTaken: () => false };

function answer(said: string, now = monday, more: Partial<typeof asked> = {}) {
  return takeWhen(said, { ...asked, ...more }, now);
}

/** What somebody is asked again, and the labels they can choose from. */
function again(taken: ReturnType<typeof takeWhen>): { id: string; labels: string[]; values: string[] } {
  if (!('again' in taken)) throw new Error(`taken as ${taken.value}`);
  const options = taken.options ?? [];
  const labels = options.map(({ label }) => ('written' in label ? label.written : texts.render('en', label)));
  return { id: taken.again.id, labels, values: options.map(({ value }) => value) };
}

describe('a time in plain words', () => {
  it.each([
    ['next Tuesday 3pm', '2026-12-01T15:00:00Z'],
    ['tomorrow at 3', '2026-11-24T15:00:00Z'],
    ['2026-11-24T15:00:00Z', '2026-11-24T15:00:00Z'],
  ])('%s is taken', (said, value) => expect(answer(said)).toEqual({ value }));

  it('is on the clock of whoever writes it', () => {
    expect(answer('tomorrow 3pm', monday, { zone: 'Pacific/Auckland' })).toEqual({
      value: '2026-11-24T02:00:00Z',
    });
  });

  it('leads to the hour when only the day, or a part of it, is said', () => {
    expect(answer('tomorrow evening')).toEqual({ value: 'day:2026-11-24 evening 17:00,18:00,19:00,20:00' });
    expect(answer('day:2026-11-24')).toMatchObject({
      value: expect.stringMatching(/^day:2026-11-24 08:00,/),
    });
  });

  it('offers days for a time without a day', () => {
    const { id, labels, values } = again(answer('6pm'));
    expect(id).toBe('meeting-which-day');
    expect(labels[0]).toBe('Monday 23 November, 6:00 pm');
    expect(answer(values[0] ?? '')).toEqual({ value: '2026-11-23T18:00:00Z' });
    expect(again(answer('other')).labels[0]).toBe('Tuesday 24 November');
  });

  it.each([
    ['yesterday', 'meeting-time-past'],
    ['2026-11-22T09:00:00Z', 'meeting-time-past'],
    ['31 February at 3pm', 'meeting-no-such-date'],
    ['2028-03-01T09:00:00Z', 'meeting-too-far'],
    ['whenever you like', 'meeting-time-not-understood'],
    ['2026-99-99T99:00:00Z', 'meeting-no-such-date'],
    ['x'.repeat(4000), 'meeting-time-not-understood'],
  ])('%s is asked again', (said, id) => expect(again(answer(said)).id).toBe(id));

  it('is asked again when one of them has something on', () => {
    expect(again(answer('tomorrow 3pm', monday, { isTaken: () => true })).id).toBe('meeting-clash');
  });

  it('that the clocks skip is asked again, with the next one to choose', () => {
    const { id, labels } = again(answer('28 March 2027 1:30am', instantOf('2027-03-25T09:00:00Z')));
    expect(id).toBe('meeting-time-skipped');
    expect(labels).toEqual(['Sunday 28 March, 2:30 am']);
  });

  it('that the clocks show twice is asked again, with both to choose', () => {
    const now = instantOf('2026-10-23T09:00:00Z');
    const { id, labels, values } = again(answer('25 October 1:30am', now));
    expect(id).toBe('meeting-time-twice');
    expect(labels).toEqual(['1:30 am, before the clocks go back', '1:30 am, after the clocks go back']);
    expect(values).toEqual(['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z']);
    expect(takeWhen(values[1] ?? '', asked, now)).toEqual({ value: '2026-10-25T01:30:00Z' });
  });
});

describe('the hour of a settled day', () => {
  const day = 'day:2026-11-24 evening 17:00,18:00,19:00,20:00';

  it('is enough by itself', () => {
    expect(takeHour('7', day, asked, monday)).toEqual({ value: '2026-11-24T19:00:00Z' });
    expect(takeHour('half past six in the evening', day, asked, monday)).toEqual({
      value: '2026-11-24T18:30:00Z',
    });
  });

  it('goes by the part of the day that was said before', () => {
    expect(takeHour('half past 8', day, asked, monday)).toEqual({ value: '2026-11-24T20:30:00Z' });
    const anyTime = 'day:2026-11-24 08:00,09:00';
    expect(takeHour('half past 8', anyTime, asked, monday)).toEqual({ value: '2026-11-24T08:30:00Z' });
  });

  it('is asked again for a part of a day', () => {
    expect(again(takeHour('afternoon', day, asked, monday)).labels[0]).toBe('Tuesday 24 November, 12:00 pm');
  });
});
