import { type Answer, named } from './speaks.ts';

/** What people named, as bits: each thing that any of them named has a place; 32 to a word. */
export type Named = {
  readonly places: ReadonlyMap<string, number>;
  /** Word by word: those of all people. */
  readonly words: readonly Int32Array[];
};

export function namedBy(answers: readonly Answer[]): Named {
  const places = new Map<string, number>();
  for (const answer of answers) {
    for (const each of named(answer)) if (!places.has(each)) places.set(each, places.size);
  }
  const words = Array.from(
    { length: Math.ceil(places.size / 32) },
    (_, word) => new Int32Array(answers.map((answer) => wordOf(places, answer, word))),
  );
  return { places, words };
}

function wordOf(places: ReadonlyMap<string, number>, answer: Answer, word: number): number {
  let bits = 0;
  for (const each of named(answer)) {
    const place = places.get(each) ?? -1;
    if (place >> 5 === word) bits |= 1 << (place & 31);
  }
  return bits;
}

/** What one person named, to be compared with what each of those named: how many things both did. */
export type Wanted = { readonly of: number; sharedWith(person: number): number };

export function bitsOf({ places, words }: Named, answer: Answer): Wanted {
  const own = words.map((_, word) => wordOf(places, answer, word));
  const of = new Set(named(answer)).size;
  const [only, bits] = [words[0], own[0] ?? 0];
  if (only !== undefined && words.length === 1)
    return { of, sharedWith: (n) => count((only[n] ?? 0) & bits) };
  return {
    of,
    sharedWith: (n) => words.reduce((sum, word, at) => sum + count((word[n] ?? 0) & (own[at] ?? 0)), 0),
  };
}

/** How many bits of 32 are set. */
function count(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
