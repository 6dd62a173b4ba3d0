import { expect, test } from 'vitest';
import { writeEvent } from '../../bots/discord/write-event.ts';
import { readText } from '../../bots/rehearsal/discord/read-text.ts';
import type { CalendarEntry } from '../../core/index.ts';
import { instantOf } from '../meetings/in-full.ts';

const entry: CalendarEntry = {
  title: 'Tuesday people',
  about: 'A peer group.',
  where: 'The community room',
  rest: 'The rest is on the card.',
  from: instantOf('2026-11-26T18:00:00Z'),
  until: instantOf('2026-11-26T19:00:00Z'),
  calledOff: false,
};

test('what fits stands there whole, and nothing is said of a rest', () => {
  const { name, description, entity_metadata: place } = writeEvent(entry);
  expect([name, description, place.location]).toEqual([
    'Tuesday people',
    'A peer group.',
    'The community room',
  ]);
});

test('a name and a place that are too long end with a whole word, and stand in full below', () => {
  const long = 'The long table by the window of the community room '.repeat(4).trim();
  const { name, description, entity_metadata: place } = writeEvent({ ...entry, title: long, where: long });
  for (const short of [name, place.location]) {
    expect(short.length).toBeLessThanOrEqual(100);
    expect(short).toMatch(/ (?:the|table|by|window|of|community|room|long|The)…$/);
  }
  expect(description).toBe(`${long}\n\n${long}\n\nA peer group.`);
});

test('what is too long to stand there ends with a whole word, and it is said where the rest is', () => {
  const about = 'We_meet with tea. '.repeat(90).trim();
  const { description } = writeEvent({ ...entry, about });
  expect(description.length).toBeLessThanOrEqual(1000);
  expect(readText(description).plain).toMatch(/with tea\.…\n\nThe rest is on the card\.$/);
  expect(readText(description).plain.length).toBeGreaterThan(800);
});

test('it fits whatever it is made of', () => {
  for (const sign of ['*', '\ud83d\ude00', 'a', ' ', '\n- '])
    expect(writeEvent({ ...entry, about: sign.repeat(2000) }).description.length).toBeLessThanOrEqual(1000);
});
