import { type Found, findAll, phrase, phrasebook } from './phrase.ts';
import { aboutEither, subjects } from './phrases/about-either.ts';
import { aboutMe } from './phrases/about-me.ts';
import { aboutSomeone } from './phrases/about-someone.ts';
import { butToday, longAgo, pastWords, presentWords, settings } from './phrases/long-ago.ts';
import { ordinary } from './phrases/ordinary.ts';
import { wordSets } from './phrases/word-sets.ts';
import { sentenceEnd, wordsOf } from './spelling.ts';
import { plain } from './spellings.ts';

/** Whose life the words are about: the writer's own, or that of somebody they speak of. */
export type About = 'me' | 'someone';

type Says = About | 'either' | 'subject' | 'ordinary' | 'over';

// "My son's taken…" is written with an s that belongs to the verb.
const person = wordSets.person
  .split(' ')
  .flatMap((word) => [word, `${word}s`])
  .join(' ');
const sets = { ...wordSets, ...numbers(), person };
const lists: Readonly<Record<Says, readonly string[]>> = {
  me: aboutMe,
  either: aboutEither,
  someone: aboutSomeone,
  subject: subjects,
  ordinary,
  over: longAgo,
};
const kinds: readonly Says[] = ['me', 'either', 'someone', 'subject', 'ordinary', 'over'];
const book = phrasebook(
  kinds.flatMap((says) => lists[says].map((written) => ({ phrase: phrase(written, sets), says }))),
);
const settingWords = setOf(settings);
const todayWords = setOf(butToday);
const past = setOf(pastWords);
const present = setOf(presentWords);

const firstPerson = setOf('i im ive id we weve our');
const subjectsOfOthers = setOf(`${wordSets.they} ${person}`);
const others = setOf(`${wordSets.they} ${person} him her them his their`);
const othersDo = setOf(
  'wants doesnt hates feels deserves wishes keeps thinks talks plans threatens considers says said',
);
const ownWords = setOf('i me my myself im ive id');
const saying = setOf('said says saying texted wrote messaged posted told telling sent replied');

/**
 * Whether what somebody wrote reads like words of crisis, so that help can be shown to them at once: nothing else follows
 * from it. Nothing is stored and nothing is sent. What is not recognised is never taken to mean that all is well, and no
 * decision may rest on it. Where the words may be about the writer's own life it rather shows help once too often.
 *
 * Pure and quick: 5,000 characters in less than two milliseconds.
 */
export function readsLikeCrisis(text: string): { readonly about: About } | undefined {
  const words = wordsOf(text);
  const all = [...findAll(book, words)];
  const ordinaryWords = spans(all.filter(({ says }) => says === 'ordinary'));
  const over = all.filter(({ says }) => says === 'over');
  let someone = false;
  for (const found of all) {
    const about = aboutWhom(found, words);
    if (about === undefined || overlaps(found, ordinaryWords) || isLongOver(found, words, over)) continue;
    if (about === 'me') return { about };
    someone = true;
  }
  return someone ? { about: 'someone' } : undefined;
}

function aboutWhom(
  { from, to, says }: Found & { readonly says: Says },
  words: readonly string[],
): About | undefined {
  switch (says) {
    case 'me':
    case 'someone':
      return says;
    case 'either':
      return whose(words, from, to);
    case 'subject':
      return isAboutALife(words, from) ? whose(words, from, to) : undefined;
    case 'ordinary':
    case 'over':
      return undefined;
  }
}

// The nearest person before the words is the one they are about; "she said I want to die" is about her.
function whose(words: readonly string[], from: number, to: number): About {
  const own = words.slice(from, to);
  if (own.some((word) => ownWords.has(word))) return reported(words, from) ? 'someone' : 'me';
  if (own.some((word) => subjectsOfOthers.has(word) || othersDo.has(word))) return 'someone';
  for (let at = from - 1; at >= 0 && words[at] !== sentenceEnd; at -= 1) {
    const word = words[at] ?? '';
    if (firstPerson.has(word)) return reported(words, at) ? 'someone' : 'me';
    if (others.has(word) || othersDo.has(word)) return 'someone';
  }
  return 'me';
}

function reported(words: readonly string[], at: number): boolean {
  const before = words.slice(Math.max(0, at - 3), at);
  if (!before.some((word) => saying.has(word))) return false;
  return words.slice(Math.max(0, at - 6), at).some((word) => others.has(word));
}

// "Suicide" in a sentence with a person in it, and not about a course or a book; or nearly on its own.
function isAboutALife(words: readonly string[], at: number): boolean {
  const sentence = sentenceAround(words, at);
  if (sentence.some((word) => settingWords.has(word))) return false;
  return (
    sentence.length <= 4 || sentence.some((word) => ownWords.has(word) || others.has(word) || word === 'we')
  );
}

// Only what is told in the past and dated long ago is over, and only when nothing in the text brings it back to today.
function isLongOver({ from, to }: Found, words: readonly string[], over: readonly Found[]): boolean {
  if (over.length === 0 || words.some((word) => todayWords.has(word))) return false;
  const told = words.slice(Math.max(0, from - 3), to);
  if (told.some((word) => present.has(word)) || !told.some((word) => past.has(word))) return false;
  return over.some(
    (when) => !words.slice(Math.min(from, when.from), Math.max(to, when.to)).includes(sentenceEnd),
  );
}

function sentenceAround(words: readonly string[], at: number): readonly string[] {
  const end = words.indexOf(sentenceEnd, at);
  return words.slice(words.lastIndexOf(sentenceEnd, at) + 1, end === -1 ? words.length : end);
}

function spans(found: Iterable<Found>): ReadonlySet<number> {
  const covered = new Set<number>();
  for (const { from, to } of found) {
    for (let at = from; at < to; at += 1) covered.add(at);
  }
  return covered;
}

function overlaps({ from, to }: Found, covered: ReadonlySet<number>): boolean {
  for (let at = from; at < to; at += 1) {
    if (covered.has(at)) return true;
  }
  return false;
}

function setOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' ').map(plain));
}

function numbers(): { year: string; age: string; many: string } {
  const upTo = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, step) => String(from + step));
  return {
    year: upTo(1950, 2035).join(' '),
    age: upTo(3, 40).join(' '),
    many: `${upTo(8, 200).join(' ')} ten twelve twenty thirty forty fifty sixty hundred`,
  };
}
