import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitText } from '../../bots/split-text.ts';

test('what fits stays whole', () => {
  expect(splitText('One. Two.', 20)).toEqual(['One. Two.']);
});

test('a text is cut between its sentences, and between words where a sentence is too long', () => {
  expect(splitText('One is here. Two is there.', 15)).toEqual(['One is here.', 'Two is there.']);
  expect(splitText('alpha beta gamma', 11)).toEqual(['alpha beta', 'gamma']);
});

test('no part is too long, and nothing but white space is lost', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.integer({ min: 8, max: 60 }),
      (text, most) => {
        const parts = splitText(text, most);
        const bare = (words: string): string => words.replace(/\s/g, '');
        expect(parts.every((part) => part.length <= most)).toBe(true);
        expect(bare(parts.join(''))).toBe(bare(text));
      },
    ),
  );
});
