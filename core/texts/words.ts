import { FluentResource } from '@fluent/bundle';
import { z } from 'zod';

/** The words a programme can have its own version of; each is a Fluent term in words.ftl. */
export const wordIds = [
  'mentor',
  'mentee',
  'programme',
  'coordinator',
  'volunteer',
  'pair',
  'meeting',
  'reflection',
  'goal',
  'group',
] as const;

export type WordId = (typeof wordIds)[number];

// Control characters and line breaks would break a line of text in two.
const spelling = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]+$/u, 'Write it in one line, without signs that are not seen.');

/** One word as a programme says it: "buddy", "buddies", and its article where the first letter does not tell. */
export const word = z.strictObject({
  one: spelling,
  many: spelling,
  article: z.enum(['a', 'an']).optional(),
});

/** A programme's own words, for those where it has any. */
export const words = z.partialRecord(z.enum(wordIds), word);

export type Word = z.infer<typeof word>;
export type Words = z.infer<typeof words>;

/** A programme's own words as Fluent terms; each has the forms one, many, a, One, Many, A, as in words.ftl. */
export function wordsAsTerms(own: Words): FluentResource {
  const terms = wordIds.map((id) => {
    const mine = own[id];
    return mine === undefined ? '' : termOf(id, mine);
  });
  return new FluentResource(terms.join('\n'));
}

function termOf(id: WordId, { one, many, article }: Word): string {
  const withArticle = `${article ?? (/^[aeiou]/i.test(one) ? 'an' : 'a')} ${one}`;
  const forms = { many, a: withArticle, One: capital(one), Many: capital(many), A: capital(withArticle) };
  const variants = Object.entries(forms).map(([form, spelled]) => `    [${form}] ${literal(spelled)}`);
  return `-${id} = { $form ->\n   *[one] ${literal(one)}\n${variants.join('\n')}\n  }`;
}

function capital(spelled: string): string {
  const [first = ''] = spelled;
  return first.toLocaleUpperCase('en-GB') + spelled.slice(first.length);
}

// A quoted literal, so that no word can be read as Fluent syntax.
function literal(spelled: string): string {
  return `{ "${spelled.replace(/["\\]/g, '\\$&')}" }`;
}
