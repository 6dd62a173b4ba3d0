import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeText } from '../../bots/discord/escape-text.ts';
import { writeMessage } from '../../bots/discord/write-message.ts';
import { readText, type TextMarks } from '../../bots/rehearsal/discord/read-text.ts';
import type { Shown, ShownButton } from '../../core/index.ts';
import { HOW_MANY, hostileWords } from './hostile-words.ts';

const NOTHING_BUT_WORDS = {
  users: [],
  roles: [],
  channels: [],
  everyone: false,
  links: [],
  timestamps: [],
  others: [],
  formats: [],
};

function marksOf(text: string): Omit<TextMarks, 'plain'> {
  const { plain: _plain, ...marks } = readText(text);
  return marks;
}

const button = (label: string, token = label): ShownButton => ({ label, token });
const choice = (label: string, token = label): ShownButton => ({ label, token, choice: true });
const say = (...paragraphs: string[]): Shown => ({ paragraphs, buttons: [] });

describe('words stay words', () => {
  test('whatever somebody writes mentions, calls, links and formats nothing, and is read as it was written', () => {
    fc.assert(
      fc.property(hostileWords, (words) => {
        const escaped = escapeText(words);
        expect(marksOf(escaped)).toEqual(NOTHING_BUT_WORDS);
        expect(readText(escaped).plain).toBe(words.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n'));
      }),
      { numRuns: HOW_MANY },
    );
  });

  test('nor does it in a whole message, beside others and under buttons with the same words', () => {
    fc.assert(
      fc.property(fc.array(hostileWords, { maxLength: 4 }), hostileWords, (paragraphs, label) => {
        const parts = writeMessage({
          paragraphs,
          buttons: [[button(label, 'b-1')], [button('Help', 'b-2')]],
        });
        for (const { content, components } of parts) {
          expect(marksOf(content)).toEqual(NOTHING_BUT_WORDS);
          expect(content.length).toBeLessThanOrEqual(2000);
          expect(content.trim()).not.toBe('');
          expect(components.length).toBeLessThanOrEqual(5);
        }
        const rows = parts.flatMap(({ components }) => components);
        expect(rows.map((row) => row.components.length)).toEqual([1, 1]);
      }),
      { numRuns: HOW_MANY },
    );
  });

  test('plain words carry no signs', () => {
    const plain = "It's at 7:30 - not 8. Write to jo@charity.org (or #3)!";
    expect(escapeText(plain)).toBe(plain);
  });
});

describe('text', () => {
  test('what is too long goes on in a next message, and the buttons stand under the last', () => {
    const sentence = 'This is one sentence of many. ';
    const parts = writeMessage({ paragraphs: [sentence.repeat(200)], buttons: [[button('Yes')]] });
    expect(parts.length).toBe(4);
    expect(parts.map(({ components }) => components.length)).toEqual([0, 0, 0, 1]);
    expect(parts.every(({ content }) => content.length <= 2000 && content.endsWith('.'))).toBe(true);
  });

  test('signs that have to be escaped do not make a message too long', () => {
    const parts = writeMessage(say('*'.repeat(3000)));
    expect(parts.every(({ content }) => content.length <= 2000)).toBe(true);
    expect(parts.map(({ content }) => readText(content).plain).join('')).toBe('*'.repeat(3000));
  });

  test('a moment is shown on each reader’s own clock', () => {
    const [part] = writeMessage({ ...say('Your meeting', 'Friday at 4pm'), moments: { 1: 1_700_000_000 } });
    expect(part?.content).toBe('Your meeting\n\n<t:1700000000:F> (<t:1700000000:R>)');
  });

  test('an empty message says that it is there', () => {
    expect(writeMessage(say('  '))).toEqual([{ content: '…', components: [] }]);
  });

  test('a file goes with the last of the text', () => {
    const file = { name: 'meeting.ics', type: 'text/calendar', bytes: new Uint8Array([1]) };
    expect(writeMessage({ ...say('Here'), file })).toEqual([{ content: 'Here', components: [], file }]);
  });
});

describe('buttons', () => {
  test('stand in the rows they were meant in', () => {
    const rows = [[button('A'), button('B')], [button('C')]];
    const [part] = writeMessage({ paragraphs: ['?'], buttons: rows });
    expect(part?.components.map((row) => row.components.length)).toEqual([2, 1]);
  });

  test('are packed closer where there are too many rows, in their order', () => {
    const rows = Array.from({ length: 8 }, (_, index) => [button(`B${index}`)]);
    const [part, ...more] = writeMessage({ paragraphs: ['?'], buttons: rows });
    expect(more).toEqual([]);
    const labels = part?.components.flatMap((row) =>
      row.components.map((each) => ('label' in each ? each.label : '')),
    );
    expect(labels).toEqual(rows.flat().map(({ label }) => label));
  });

  test('choices are moved together with choices, and ways on with ways on', () => {
    const choices = Array.from({ length: 7 }, (_, index) => [choice(`C${index}`)]);
    const rows = [[button('Write it here')], ...choices, [button('Cancel')], [button('Help')]];
    const [part] = writeMessage({ paragraphs: ['?'], buttons: rows });
    const labels = part?.components.map((row) => row.components.map((each) => 'label' in each && each.label));
    expect(labels?.[0]).toEqual(['Write it here']);
    expect(labels?.at(-1)).toEqual(['Cancel', 'Help']);
    expect(labels?.flat()).toEqual(rows.flat().map(({ label }) => label));
  });

  test('beyond twenty-five go on in a next message', () => {
    const rows = Array.from({ length: 30 }, (_, index) => [button(`B${index}`)]);
    const parts = writeMessage({ paragraphs: ['?'], buttons: rows });
    expect(parts.map(({ components }) => components.flatMap((row) => row.components).length)).toEqual([
      25, 5,
    ]);
    expect(parts[1]?.content).toBe('…');
  });

  test('with a label that is too long have a number, and the label stands in the text', () => {
    const long = 'A very long label. '.repeat(6).trim();
    const [part] = writeMessage({
      paragraphs: ['Which?'],
      buttons: [[button(long, 'b-1'), button('No', 'b-2')]],
    });
    expect(part && readText(part.content).plain).toBe(`Which?\n\n1. ${long}`);
    expect(part?.components[0]?.components).toMatchObject([
      { label: '1', custom_id: 'b-1' },
      { label: 'No', custom_id: 'b-2' },
    ]);
  });

  test('many choices of one question become lists, and the ways on stay buttons', () => {
    const choices = Array.from({ length: 30 }, (_, index) => [choice(`C${index}`, `b-${index}`)]);
    const rows = [[button('Write it here', 'f-1')], ...choices, [button('Back'), button('Cancel')]];
    const [part, ...more] = writeMessage({ paragraphs: ['?'], buttons: rows });
    expect(more).toEqual([]);
    const kinds = part?.components.map((row) => row.components.map(({ type }) => type));
    expect(kinds).toEqual([[2], [3], [3], [2, 2]]);
    const [, first, second] = part?.components ?? [];
    expect(first?.components[0]).toMatchObject({ options: { length: 25 } });
    expect(second?.components[0]).toMatchObject({ options: { length: 5 } });
  });

  test('ten choices stay buttons', () => {
    const choices = Array.from({ length: 10 }, (_, index) => [choice(`C${index}`)]);
    const [part] = writeMessage({ paragraphs: ['?'], buttons: choices });
    expect(part?.components.flatMap((row) => row.components).every(({ type }) => type === 2)).toBe(true);
  });
});
