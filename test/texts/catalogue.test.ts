import { describe, expect, it } from 'vitest';
import { languages, readCatalogue } from '../../core/texts/catalogue.ts';
import { committed, generated } from '../../core/texts/generate.ts';
import { parseCatalogue, signaturesOf } from '../../core/texts/signatures.ts';
import { wordIds, wordsAsTerms } from '../../core/texts/words.ts';
import { blamingWords, hardToRead } from './kind-and-plain.ts';
import { renderings } from './renderings.ts';

const entries = {
  en: parseCatalogue(readCatalogue('en')),
  'en-easy': parseCatalogue(readCatalogue('en-easy')),
};

function texts(language: 'en' | 'en-easy'): { id: string; said: string }[] {
  const { messages } = entries[language];
  return [...messages].flatMap(([id, pattern]) =>
    renderings(pattern, entries[language]).map((said) => ({ id, said })),
  );
}

describe('the Fluent files', () => {
  it('are what the generated type was made from: otherwise run "npm run texts"', () => {
    expect(committed()).toBe(generated());
  });

  it('have the same texts with the same values in plain English and in Easy Read', () => {
    const plain = signaturesOf(entries.en);
    const easy = signaturesOf(entries['en-easy']);
    expect([...easy.keys()].sort()).toEqual([...plain.keys()].sort());
    for (const [id, signature] of plain) expect([id, easy.get(id)]).toEqual([id, signature]);
  });

  it.each(languages)(
    'say nothing in %s that blames, counts what was not done, or calls somebody ill',
    (language) => {
      const blaming = texts(language).filter(({ said }) => blamingWords(said).length > 0);
      expect(blaming.map(({ id, said }) => [id, blamingWords(said)])).toEqual([]);
    },
  );

  it('are short and of one thought a sentence in Easy Read', () => {
    const hard = texts('en-easy').map(({ id, said }) => ({ id, why: hardToRead(said) }));
    expect(hard.filter(({ why }) => why.length > 0)).toEqual([]);
  });

  it.each(languages)('have in %s every word a programme may replace, in all its forms', (language) => {
    const replaced = wordsAsTerms(Object.fromEntries(wordIds.map((id) => [id, { one: 'x', many: 'xs' }])));
    expect([...entries[language].terms.keys()].sort()).toEqual(
      replaced.body.map(({ id }) => id.slice(1)).sort(),
    );
    for (const id of wordIds)
      expect([id, formsOf(language, id)]).toEqual([id, ['one', 'many', 'a', 'One', 'Many', 'A']]);
  });
});

function formsOf(language: 'en' | 'en-easy', id: string): string[] {
  const [select] = entries[language].terms.get(id)?.elements ?? [];
  if (select?.type !== 'Placeable' || select.expression.type !== 'SelectExpression') return [];
  return select.expression.variants.map(({ key }) => (key.type === 'Identifier' ? key.name : key.value));
}

describe('reading Fluent files', () => {
  const read = (text: string) => signaturesOf(parseCatalogue([{ file: 'a.ftl', text }]));

  it('finds the values of a text, also where it refers to another text', () => {
    const found = read('a = { $who } and { b }\nb = { $when }\n');
    expect(Object.fromEntries(found.get('a') ?? [])).toEqual({ who: 'string', when: 'string' });
  });

  it('knows a value as a number where the text counts with it', () => {
    const counted = 'a = { $n ->\n    [one] { $n } day\n   *[other] { $n } days\n  }\n';
    expect(read(counted).get('a')?.get('n')).toBe('number');
    expect(read('a = { NUMBER($n) }\n').get('a')?.get('n')).toBe('number');
    expect(
      read('a = { $kind ->\n    [phone] by phone\n   *[other] in person\n  }\n').get('a')?.get('kind'),
    ).toBe('string');
  });

  it.each([
    ['a line that is not Fluent', 'a = fine\nnot Fluent at all\n'],
    ['a text defined twice', 'a = one\na = two\n'],
    ['a reference to nothing', 'a = { b }\n'],
    ['a term that does not exist', 'a = { -b }\n'],
    ['a text that refers to itself', 'a = { a }\n'],
    ['a function that does not exist', 'a = { DATETIME($when) }\n'],
    ['an attribute', 'a = one\n    .label = two\n'],
  ])('refuses %s', (_what, source) => {
    expect(() => read(source)).toThrow();
  });
});
