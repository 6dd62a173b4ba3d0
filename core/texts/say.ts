import { FluentBundle, FluentResource } from '@fluent/bundle';
import { type Language, readCatalogue } from './catalogue.ts';
import type { Text, TextArgs, TextId } from './text.ts';
import { type Words, wordsAsTerms } from './words.ts';

/** Everything the programme says, in every language variant. */
export type Texts = {
  /**
   * Words one text. `words` are the programme's own words ("buddy" for "mentor").
   * @throws when the id or a value is missing: nobody is ever shown a raw key.
   */
  say<K extends TextId>(language: Language, id: K, args: TextArgs[K], words?: Words): string;
  /** The same for a text that was made earlier. */
  render(language: Language, text: Text, words?: Words): string;
};

type Values = Readonly<Record<string, string | number>>;

/** Reads and parses the Fluent files once. */
export function loadTexts(): Texts {
  const catalogues = {
    en: readCatalogue('en').map((source) => new FluentResource(source.text)),
    'en-easy': readCatalogue('en-easy').map((source) => new FluentResource(source.text)),
  } satisfies Record<Language, FluentResource[]>;
  const plain = { en: bundleOf(catalogues.en), 'en-easy': bundleOf(catalogues['en-easy']) };
  const own = { en: new WeakMap<Words, FluentBundle>(), 'en-easy': new WeakMap<Words, FluentBundle>() };

  function bundleFor(language: Language, words: Words | undefined): FluentBundle {
    if (words === undefined) return plain[language];
    const known = own[language].get(words);
    if (known !== undefined) return known;
    const made = bundleOf(catalogues[language]);
    made.addResource(wordsAsTerms(words), { allowOverrides: true });
    own[language].set(words, made);
    return made;
  }

  return {
    say: (language, id, args, words) => format(bundleFor(language, words), id, args),
    render: (language, { id, args }, words) => format(bundleFor(language, words), id, args),
  };
}

function bundleOf(resources: readonly FluentResource[]): FluentBundle {
  const bundle = new FluentBundle('en-GB', { useIsolating: false });
  const faults = resources.flatMap((resource) => bundle.addResource(resource));
  if (faults[0] !== undefined) throw faults[0];
  return bundle;
}

function format(bundle: FluentBundle, id: string, args: Values): string {
  const pattern = bundle.getMessage(id)?.value;
  if (pattern === undefined || pattern === null) throw new Error(`There is no text "${id}"`);
  const faults: Error[] = [];
  const said = bundle.formatPattern(pattern, { ...args }, faults);
  if (faults[0] !== undefined)
    throw new Error(`The text "${id}" cannot be said: ${faults[0].message}`, { cause: faults[0] });
  return said;
}
