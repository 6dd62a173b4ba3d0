import {
  joinedWords,
  pairsAsOne,
  plain,
  sameWord,
  wordsOftenMasked,
  wordsOftenMistyped,
} from './spellings.ts';

/** Marks in a list of words: a sentence ends, a thought pauses. */
export const sentenceEnd = '.';
export const pause = ',';

/**
 * The words of a text as they are meant, for comparing with phrases: lower case, without apostrophes, each letter once
 * where it is doubled, Scots and text-speak as plain English, stretched, masked ("s*icide"), spaced ("s u i c i d e") and
 * slightly mistyped words of crisis mended. Emoji and quotation marks disappear; sentences and pauses stay as marks.
 */
export function wordsOf(text: string): string[] {
  const tokens = tidied(text).match(/[\p{L}\p{N}](?:[\p{L}\p{N}*#@$!]*[\p{L}\p{N}*])?|[.,]/gu) ?? [];
  const words: string[] = [];
  for (const token of tokens) {
    for (const word of meant(token)) addJoiningPairs(words, word);
  }
  return words;
}

function tidied(text: string): string {
  const letters = /^[\n\r\t -~]*$/.test(text) ? text : text.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '');
  return letters
    .toLowerCase()
    .replace(/\bod['’]d\b/g, 'overdosed')
    .replace(/(?<=[\p{L}\p{N}])['’‘ʼ`´′](?=\p{L})/gu, '')
    .replace(/(?<![\p{L}\p{N}])\p{L}(?:[\s.*_-]{1,3}[\p{L}01345@$!](?![\p{L}\p{N}])){2,}/gu, unspaced)
    .replace(/[.?;:…\n\r]|!(?!\p{L})/gu, ' . ')
    .replace(/[,()[\]]|\s[-–—]+\s|[–—]/gu, ' , ');
}

// "s u i c i d e", "k.m.s": single letters in a row are one word, unless they happen to be single words ("i a m").
function unspaced(run: string): string {
  const [tail, between = '', word] = /([\s.*_-]*\s)([ai])$/.exec(run) ?? [];
  if (tail === undefined) return ` ${lettersIn(run)} `;
  // The next sentence may begin with a word of one letter: "d i e I do not …", "d*e.\nI do not …".
  const head = run.slice(0, -tail.length);
  const isNextSentence = /[.\n\r]/.test(between);
  const spelled = lettersIn(head);
  if (!isNextSentence && spelled.length < 3 && !head.includes('*')) return ` ${lettersIn(run)} `;
  return ` ${spelled.length < 3 ? head : spelled} ${isNextSentence ? sentenceEnd : ''} ${word} `;
}

function lettersIn(run: string): string {
  return run.replace(/[\s.*_-]/g, '');
}

function meant(token: string): readonly string[] {
  const spelled = unmasked(/[^a-z]/.test(token) ? lettersForSigns(token) : token);
  const word = plain(spelled);
  const known = sameWord.get(word) ?? joinedWords.get(word);
  if (known !== undefined) return known;
  if (word.length < 8) return [mended(word)];
  for (const [joined, apart] of joinedWords) {
    if (word.length > joined.length && word.includes(joined) && word.length <= joined.length + 6)
      return apart;
  }
  return [mended(word)];
}

const letterFor: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  '@': 'a',
  $: 's',
  '!': 'i',
};

function lettersForSigns(token: string): string {
  if (!/\p{L}/u.test(token)) return token;
  return token.replace(/[01345@$!]/g, (sign) => letterFor[sign] ?? sign);
}

function unmasked(token: string): string {
  if (!/[*#]/.test(token)) return token;
  const seen = token.replace(/[*#]/g, '');
  // A curse is masked the same way, with only its first letter showing.
  if (seen.length < 2 || token.length > 12) return seen;
  return wordsOftenMasked.find((word) => fitsMask(token, word)) ?? seen;
}

// Each star stands for one letter, or, as people type it, for none or up to three.
function fitsMask(mask: string, word: string, at = 0, from = 0): boolean {
  if (at === mask.length) return from === word.length;
  const sign = mask[at];
  if (sign !== '*' && sign !== '#') return sign === word[from] && fitsMask(mask, word, at + 1, from + 1);
  for (let skipped = 0; skipped <= 3 && from + skipped <= word.length; skipped += 1) {
    if (fitsMask(mask, word, at + 1, from + skipped)) return true;
  }
  return false;
}

function addJoiningPairs(words: string[], word: string): void {
  const before = words.at(-1);
  const joined = before === undefined ? undefined : pairsAsOne.get(before)?.get(word);
  if (joined === undefined) words.push(word);
  else words[words.length - 1] = joined;
}

function mended(word: string): string {
  if (word.length < 5) return word;
  for (const right of wordsOftenMistyped) {
    if (right[0] === word[0] && Math.abs(right.length - word.length) <= 1 && oneSlip(word, right))
      return right;
  }
  return word;
}

// Whether one letter was added, left out, changed, or swapped with its neighbour.
function oneSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
