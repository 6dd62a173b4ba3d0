import { pause, sentenceEnd } from './spelling.ts';
import { plain } from './spellings.ts';

/**
 * A phrase to look for in a list of words, written as its words with
 * `a/b` for one of these, `a/b?` for maybe one of these, `a/$` for this or the end of the thought, `<set>` for a word of a named set, `..` for up to three words in
 * the same sentence, `!a/b` for "and then none of these", `$` for "and then the thought ends". It begins with a word.
 */
export type Phrase = readonly Slot[];

export type WordSets = Readonly<Record<string, string>>;

type Slot =
  | {
      readonly is: 'word';
      readonly among: ReadonlySet<string>;
      readonly maybe: boolean;
      readonly orEnd: boolean;
    }
  | { readonly is: 'gap' }
  | { readonly is: 'not'; readonly among: ReadonlySet<string> }
  | { readonly is: 'end' };

/** Where a phrase was found: from a word up to, not including, another. */
export type Found = { readonly from: number; readonly to: number };

const longestGap = 3;
// Words that begin the next thought when somebody writes without punctuation.
const opensNextThought = new Set(
  'and but because so i im ive id its please help honestly lol sorry everything or when right really now help man pal hen x xx'
    .split(' ')
    .map(plain),
);

/** Reads one phrase. @throws when it is not written as {@link Phrase} says. */
export function phrase(written: string, sets: WordSets): Phrase {
  const slots = written.split(' ').map((part) => slot(part, sets));
  if (slots[0]?.is !== 'word' || slots[0].maybe)
    throw new Error(`The phrase "${written}" is to begin with a word`);
  return slots;
}

function slot(part: string, sets: WordSets): Slot {
  if (!/^(\.\.|\$|![^.$!?]+|[^.$!?]+(\?|\/\$)?)$/.test(part))
    throw new Error(`"${part}" is no part of a phrase`);
  if (part === '..') return { is: 'gap' };
  if (part === '$') return { is: 'end' };
  if (part.startsWith('!')) return { is: 'not', among: among(part.slice(1), sets) };
  const maybe = part.endsWith('?');
  const orEnd = part.endsWith('/$');
  return { is: 'word', among: among(part.replace(/\?$|\/\$$/, ''), sets), maybe, orEnd };
}

function among(part: string, sets: WordSets): Set<string> {
  const words = part.split('/').flatMap((word) => {
    if (!word.startsWith('<')) return [word];
    const set = sets[word.slice(1, -1)];
    if (set === undefined) throw new Error(`There is no set of words ${word}`);
    return set.split(' ');
  });
  return new Set(words.map(plain));
}

/** Phrases by the words they can begin with, each with what it says. */
export type Phrasebook<T> = ReadonlyMap<string, Entries<T>>;

type Entries<T> = readonly { readonly phrase: Phrase; readonly says: T }[];

export function phrasebook<T>(entries: Entries<T>): Phrasebook<T> {
  const book = new Map<string, { phrase: Phrase; says: T }[]>();
  for (const entry of entries) {
    const [first] = entry.phrase;
    if (first?.is !== 'word') continue;
    for (const word of first.among) book.set(word, [...(book.get(word) ?? []), entry]);
  }
  return book;
}

/** Every phrase of the book that the words contain, in the order of the words. */
export function* findAll<T>(
  book: Phrasebook<T>,
  words: readonly string[],
): Generator<Found & { readonly says: T }> {
  const possible = phrasesFor(book, words);
  for (const [from, word] of words.entries()) {
    for (const { phrase, says } of possible(word)) {
      const to = matches(phrase, 0, words, from);
      if (to !== undefined) yield { from, to, says };
    }
  }
}

// A word that comes again and again is tried only with the phrases whose other words are in the text at all.
function phrasesFor<T>(book: Phrasebook<T>, words: readonly string[]): (word: string) => Entries<T> {
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  const narrowed = new Map<string, Entries<T>>();
  for (const [word, often] of times) {
    const entries = book.get(word);
    if (entries === undefined) continue;
    narrowed.set(word, often < 12 ? entries : entries.filter(({ phrase }) => couldBeIn(phrase, times)));
  }
  return (word) => narrowed.get(word) ?? [];
}

function couldBeIn(phrase: Phrase, present: ReadonlyMap<string, unknown>): boolean {
  return phrase.every(
    (slot) =>
      slot.is !== 'word' || slot.maybe || slot.orEnd || [...slot.among].some((word) => present.has(word)),
  );
}

function matches(slots: Phrase, at: number, words: readonly string[], from: number): number | undefined {
  const slot = slots[at];
  if (slot === undefined) return from;
  const word = words[from];
  switch (slot.is) {
    case 'end':
      return endsThought(word) ? matches(slots, at + 1, words, from) : undefined;
    case 'not':
      return word !== undefined && slot.among.has(word) ? undefined : matches(slots, at + 1, words, from);
    case 'word': {
      const taken =
        word !== undefined && slot.among.has(word) ? matches(slots, at + 1, words, from + 1) : undefined;
      return (
        taken ??
        (slot.maybe || (slot.orEnd && endsThought(word)) ? matches(slots, at + 1, words, from) : undefined)
      );
    }
    case 'gap':
      return afterGap(slots, at + 1, words, from);
  }
}

function afterGap(slots: Phrase, at: number, words: readonly string[], from: number): number | undefined {
  for (let skipped = 0; skipped <= longestGap; skipped += 1) {
    const to = matches(slots, at, words, from + skipped);
    if (to !== undefined) return to;
    if (words[from + skipped] === sentenceEnd || words[from + skipped] === undefined) return undefined;
  }
  return undefined;
}

function endsThought(word: string | undefined): boolean {
  return word === undefined || word === sentenceEnd || word === pause || opensNextThought.has(word);
}
