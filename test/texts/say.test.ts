import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { loadTexts } from '../../core/texts/say.ts';
import { isText, readText, type Text, text } from '../../core/texts/text.ts';
import { words, wordsAsTerms } from '../../core/texts/words.ts';

const texts = loadTexts();

describe('saying a text', () => {
  it('puts the values in, as they are', () => {
    expect(texts.say('en', 'days', { count: 1 })).toContain('1 day');
    expect(texts.say('en-easy', 'days', { count: 2 })).toContain('2 days');
  });

  it('adds no invisible marks around values', () => {
    expect(texts.say('en', 'list-page', { page: 1, pages: 3 })).not.toMatch(/[\u2066-\u2069]/);
  });

  it('is the same whether said at once or made first and said later', () => {
    expect(texts.render('en', text('hours', { count: 3 }))).toBe(texts.say('en', 'hours', { count: 3 }));
  });

  it('throws on a missing id or value instead of showing a raw key', () => {
    // @ts-expect-error: there is no such text
    expect(() => texts.say('en', 'no-such-text', {})).toThrow(/no-such-text/);
    // @ts-expect-error: the value is missing
    expect(() => texts.say('en', 'days', {})).toThrow(/days/);
    // @ts-expect-error: names every object has are no texts
    expect(() => texts.say('en', 'toString', {})).toThrow(/toString/);
  });

  it('does not compile with a value of the wrong kind', () => {
    // @ts-expect-error: a count is a number
    text('days', { count: '2' });
    // @ts-expect-error: a text with values needs them
    text('days');
    // @ts-expect-error: a text without values takes none
    text('saved', { count: 2 });
    expectTypeOf(text('days', { count: 2 })).toExtend<Text>();
  });
});

describe('reading back a stored text', () => {
  it('gives what was stored', () => {
    const stored: unknown = JSON.parse(JSON.stringify(text('days', { count: 2 })));
    expect(readText(stored)).toEqual(text('days', { count: 2 }));
  });

  it.each([
    [null],
    ['days'],
    [{ id: 'days' }],
    [{ id: 'days', args: {} }],
    [{ id: 'days', args: { count: '2' } }],
    [{ id: 'days', args: { count: 2, more: 1 } }],
    [{ id: 'toString', args: {} }],
    [{ id: 'no-such-text', args: {} }],
  ])('refuses %j', (stored) => {
    expect(isText(stored)).toBe(false);
    expect(() => readText(stored)).toThrow();
  });
});

describe('the words of a programme', () => {
  const forms = (own: unknown) => {
    const [term] = wordsAsTerms(words.parse(own)).body;
    return JSON.stringify(term);
  };

  it('take the place of ours, in every language variant, and only for that programme', () => {
    const own = words.parse({ coordinator: { one: 'animator "A"', many: 'animators' } });
    expect(texts.say('en', 'button-coordinator', {}, own)).toContain('an animator "A"');
    expect(texts.say('en-easy', 'button-coordinator', {}, own)).toContain('an animator "A"');
    expect(texts.say('en', 'button-coordinator', {})).toContain('a coordinator');
    expect(texts.say('en', 'button-coordinator', {}, {})).toContain('a coordinator');
  });

  it('come in all forms, with the right article', () => {
    const animator = forms({ mentor: { one: 'animator', many: 'animators' } });
    for (const form of ['animator', 'animators', 'an animator', 'Animator', 'Animators', 'An animator']) {
      expect(animator).toContain(JSON.stringify(form));
    }
    expect(forms({ mentor: { one: 'user', many: 'users', article: 'a' } })).toContain('"a user"');
  });

  it('are only ever text, whatever is in them', () => {
    const spelling = fc.string({ minLength: 1, maxLength: 40, unit: 'binary' });
    fc.assert(
      fc.property(spelling, spelling, (one, many) => {
        const read = words.safeParse({ mentor: { one, many } });
        fc.pre(read.success);
        const { body } = wordsAsTerms(read.data);
        expect(body.map(({ id }) => id)).toEqual(['-mentor']);
        expect(JSON.stringify(body)).toContain(JSON.stringify(read.data.mentor?.many));
      }),
      {
        examples: [
          ['{ -mentee }', '"} x'],
          ['\\', '\\"'],
          ['}\n-mentee = y', 'a\n*[b] c'],
        ],
      },
    );
  });

  it('are refused when empty, too long or of several lines', () => {
    for (const one of ['', ' ', 'x'.repeat(41), 'a\nb', 'a\u2028b']) {
      expect(words.safeParse({ mentor: { one, many: 'x' } }).success).toBe(false);
    }
    expect(words.safeParse({ boss: { one: 'x', many: 'x' } }).success).toBe(false);
  });
});
