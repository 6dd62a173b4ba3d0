import type { Recipient } from './screen.ts';

const firstLetter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Somebody else as they are named to a reader: by their initial in what comes unasked to whoever wants nothing said on a
 * locked screen (ENR-07). It can be acted on all the same, and whatever they ask for names people in full.
 */
export function namedTo<Somebody extends { readonly name: string | null }>(
  somebody: Somebody,
  { unasked = false, person }: Pick<Recipient, 'unasked' | 'person'>,
): Somebody {
  if (!unasked || !person.settings.discreet || somebody.name === null) return somebody;
  const [first] = firstLetter.segment(somebody.name);
  return { ...somebody, name: first === undefined ? null : first.segment.toUpperCase() };
}
