import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readsLikeCrisis } from '../../core/help/crisis-words.ts';
import { corpus } from './crisis-corpus.ts';

const crisis = [...corpus.me, ...corpus.someone];

describe('words of crisis', () => {
  it('are found in every sentence of the corpus that holds them', () => {
    expect(crisis.filter((sentence) => readsLikeCrisis(sentence) === undefined)).toEqual([]);
  });

  it('are told apart: about the writer, about somebody else', () => {
    expect(corpus.me.filter((sentence) => readsLikeCrisis(sentence)?.about !== 'me')).toEqual([]);
    expect(corpus.someone.filter((sentence) => readsLikeCrisis(sentence)?.about !== 'someone')).toEqual([]);
  });

  it('are found in at most three of a hundred ordinary sentences', () => {
    const alarms = corpus.ordinary.filter((sentence) => readsLikeCrisis(sentence) !== undefined);
    expect(alarms.length / corpus.ordinary.length, alarms.join('\n')).toBeLessThanOrEqual(0.03);
  });

  it('are looked for in a corpus large enough to mean something, without a sentence twice', () => {
    const all = [...crisis, ...corpus.ordinary];
    expect(new Set(all).size).toBe(all.length);
    expect(corpus.me.length).toBeGreaterThan(200);
    expect(corpus.someone.length).toBeGreaterThan(60);
    expect(corpus.ordinary.length).toBeGreaterThan(300);
  });

  it.each<[string, (sentence: string) => string]>([
    ['capital letters', (sentence) => sentence.toUpperCase()],
    ['curly apostrophes', (sentence) => sentence.replaceAll("'", '’')],
    ['no apostrophes', (sentence) => sentence.replaceAll(/(?<!od)['’]/g, '')],
    ['emoji beside', (sentence) => `😭 ${sentence} 💔💔`],
    ['emoji touching the words', (sentence) => `😔${sentence}😔`],
    ['spaces and line breaks around', (sentence) => `\n\n  ${sentence.replaceAll(' ', '   ')}\t\n`],
    ['hard spaces', (sentence) => sentence.replaceAll(' ', '\u00a0')],
    ['invisible letters within', (sentence) => sentence.replaceAll('i', 'i\u200b')],
    ['wide letters', (sentence) => sentence.replaceAll('e', 'ｅ')],
    ['stretched vowels', (sentence) => sentence.replaceAll(/(?<=\p{L})([aeiou])\b/gu, '$1$1$1')],
    ['an ordinary story before', (sentence) => `Bus was late and it rained. Mum ate her lunch.\n${sentence}`],
    ['an ordinary story after', (sentence) => `${sentence}. The nurse comes on Friday at ten.`],
    ['a course mentioned before', (sentence) => `I did the suicide prevention training. ${sentence}`],
  ])('are found with %s', (_what, changed) => {
    expect(crisis.filter((sentence) => readsLikeCrisis(changed(sentence)) === undefined)).toEqual([]);
  });

  it('are found where a word of one letter follows what is spelled out', () => {
    expect(readsLikeCrisis("i just want to d i e I don't want to live in Glasgow")).toBeDefined();
    expect(readsLikeCrisis('s u i c i d e.\nI signed up for the suicide first aid course')).toBeDefined();
    expect(readsLikeCrisis('s u i c i d e\nA bus came')).toBeDefined();
    expect(readsLikeCrisis('i want to d*e.\nI signed up for the suicide first aid course')).toBeDefined();
    expect(readsLikeCrisis('i want to d*e I cannot go on')).toBeDefined();
  });

  it('are found at any place of a long text', () => {
    const story = corpus.ordinary.filter((sentence) => readsLikeCrisis(sentence) === undefined);
    fc.assert(
      fc.property(
        fc.subarray([...story], { maxLength: 15 }),
        fc.constantFrom(...crisis),
        fc.subarray([...story], { maxLength: 15 }),
        (before, one, after) => {
          const told = [...before, one, ...after].join('.\n');
          expect(readsLikeCrisis(told)).toBeDefined();
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    'I read a good article about suicide in the Herald',
    'my mentor and I watched a documentary about self harm',
    'We had a speaker on rape at our conference',
  ])('are a subject of conversation beside a course, a book, the news: %s', (sentence) => {
    expect(readsLikeCrisis(sentence)).toBeUndefined();
  });

  it('come from the writer first: a card about me goes before a card about somebody', () => {
    expect(readsLikeCrisis('My son wants to die. I want to die too.')).toEqual({ about: 'me' });
  });

  it('of long ago are a story for another, until something brings them back', () => {
    expect(readsLikeCrisis('When I was 19 I was suicidal and a mentor helped me')).toBeUndefined();
    expect(readsLikeCrisis('When I was 19 I was suicidal and it is coming back again')).toEqual({
      about: 'me',
    });
    expect(readsLikeCrisis('My mum died years ago and I want to die')).toEqual({ about: 'me' });
    expect(readsLikeCrisis('Years ago I got hurt, want to die since')).toEqual({ about: 'me' });
  });

  it('give the same answer every time and never throw, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(readsLikeCrisis(text)).toEqual(readsLikeCrisis(text));
      }),
    );
  });

  it('are found in nothing at all when nothing is written', () => {
    for (const nothing of ['', ' ', '👍', '...', '***', '0'])
      expect(readsLikeCrisis(nothing)).toBeUndefined();
  });
});

const filled = (text: string) => text.repeat(Math.ceil(5000 / text.length)).slice(0, 5000);

describe('looking for words of crisis', () => {
  it.each([
    ['a story', filled(`${corpus.ordinary.join('. ')} `)],
    ['one word again and again', filled('want ')],
    ['phrases that nearly match', filled('cant go on with he hits ')],
    ['stars', filled('s*e ')],
    ['one masked word', `su${'*'.repeat(4990)}e`],
    ['single letters', filled('k i l ')],
    ['one endless word', filled('abcdefgh')],
    ['dots', filled('a.')],
  ])('takes less than two milliseconds for 5,000 characters: %s', (_what, text) => {
    let fastest = Number.POSITIVE_INFINITY;
    // The machine does other things as well, so the fastest of many rounds counts.
    for (let round = 0; round < 60; round += 1) {
      const begun = performance.now();
      readsLikeCrisis(text);
      fastest = Math.min(fastest, performance.now() - begun);
    }
    expect(text).toHaveLength(text.startsWith('su*') ? 4993 : 5000);
    expect(fastest).toBeLessThan(2);
  });
});
