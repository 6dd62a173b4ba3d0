import { slips } from './edit-distance.ts';

const LONGEST_TEXT = 200;

const HOURS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

const ORDINALS = (
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
  'sixteenth seventeenth eighteenth nineteenth twentieth'
).split(' ');

// Words that are worth mending; shorter ones are too close to others ("march" to "match").
const MENDED = (
  'monday tuesday wednesday thursday friday saturday sunday tomorrow tonight morning afternoon evening fortnight ' +
  'january february august september october november december midnight midday quarter'
).split(' ');

// How people in Scotland and the rest of the UK say and text it, and what the readers know it by. Order matters.
const SAYINGS: readonly (readonly [RegExp, string])[] = [
  [/\b([ap])\s?\.\s?m\b\.?/g, '$1m'],
  [/\bo\s?'?\s?clock\b/g, ' oclock'],
  [/'s\b/g, 's'],
  [/\b(?:the )?morns (?:nicht|night|evenin|eenin)\b/g, 'tomorrow evening'],
  [/\b(?:the )?morns (?:morn|mornin|morning)\b/g, 'tomorrow morning'],
  [/\b(?:the )?morns\b/g, 'tomorrow'],
  [/\bthe morn\b/g, 'tomorrow'],
  [/\b(?:the|this) (?:nicht|night)\b|\b(?:2nite|tonite|2night)\b/g, 'tonight'],
  [/\bthe day (?=after|before)/g, 'day '],
  [/\bthe day\b(?! (?:of|when|that))/g, 'today'],
  [/\b2day\b/g, 'today'],
  [/\b(?:2moro|2moz|2morrow|tomoz|tomoro|tomorro|tmrw|tmrow|tmr|tmw|tom)\b/g, 'tomorrow'],
  [/\bthe morra\b|\bthe morrow\b/g, 'tomorrow'],
  [/\bmornin'?(?=\s|$)/g, 'morning'],
  [/\befternuin\b|\befternoon\b|\bafternoons\b|\barvo\b/g, 'afternoon'],
  [/\b(?:e'?enin|evenin)'?(?=\s|$)|\bevenings\b/g, 'evening'],
  [/\bmornings\b/g, 'morning'],
  [/\bhauf\b/g, 'half'],
  [/\befter\b/g, 'after'],
  [/\btae\b/g, 'to'],
  [/\b(?:til|till|until|untill)\b/g, 'to'],
  [/\b(?:wan|yin)\b/g, '1'],
  [/\btwa\b/g, '2'],
  [/\bfower\b/g, '4'],
  [/\beicht\b/g, '8'],
  [/\bsetterday\b/g, 'saturday'],
  [/\bfirst thing\b/g, 'morning'],
  [/\bchristmas eve\b/g, '24 december'],
  [/\b(?:christmas day|christmas)\b/g, '25 december'],
  [/\bboxing day\b/g, '26 december'],
  [/\b(?:new years eve|hogmanay)\b/g, '31 december'],
  [/\bnew years day\b/g, '1 january'],
  [/\beve\b/g, 'evening'],
  [/\bnicht\b/g, 'night'],
  [/\bafter (?:lunch|school)\b|\b(?:at )?lunch ?time\b|\bover lunch\b/g, 'afternoon'],
  [/\bafter (?:work|tea|dinner)\b|\b(?:at )?tea ?time\b/g, 'evening'],
  [/\bbefore (?:lunch|work|noon|midday)\b/g, 'morning'],
  [/\bafter (?:noon|midday)\b/g, 'afternoon'],
  [/\b(?:a |the )?fortnight\b/g, '2 weeks'],
  [/\b(?:a )?couple (?:of )?(?=weeks|days|hours)/g, '2 '],
];

/**
 * A person's text in the plain words that the readers of times know: lower case, numbers as digits, ways of speaking and
 * texting and slips of spelling mended, everything that is not a letter, digit or mark of a time gone. `null` when there
 * is nothing left, or so much that it is a story and not a time.
 */
export function plainWords(text: string): string | null {
  if (text.length > LONGEST_TEXT) return null;
  let words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’`´]/g, "'")
    .replace(/[–—−]/g, '-')
    .replace(/(?<=\p{L})-(?=[\p{L}\d])/gu, ' ')
    .replace(/@/g, ' at ')
    .replace(/[^\p{L}\p{N}:./'-]+/gu, ' ')
    .replace(/[.:/'-]+(?=\s|$)/g, ' ');
  for (const [saying, meaning] of SAYINGS) words = words.replace(saying, meaning);
  const plain = numbers(words)
    .split(/\s+/)
    .map(mended)
    .filter((word) => word !== '')
    .join(' ');
  return plain === '' ? null : plain;
}

function numbers(words: string): string {
  return words
    .replace(/\btwenty[ -](\p{L}+)\b/gu, (all, unit: string) => tens(20, unit) ?? all)
    .replace(/\bthirty[ -](\p{L}+)\b/gu, (all, unit: string) => tens(30, unit) ?? all)
    .replace(/\bforty[ -]five\b/g, '45')
    .replace(/\bfifty[ -]five\b/g, '55')
    .replace(/\bthirtieth\b/g, '30th')
    .replace(/\b\p{L}+\b/gu, (word) => number(word) ?? word);
}

/** "first" after twenty is the 21st; "five" after it is 25. */
function tens(base: number, unit: string): string | null {
  const ordinal = ORDINALS.indexOf(unit) + 1;
  if (ordinal >= 1 && ordinal <= 9) return `${base + ordinal}th`;
  const plain = HOURS.indexOf(unit) + 1;
  return plain >= 1 && plain <= 9 ? `${base + plain}` : null;
}

function number(word: string): string | null {
  const round = { fifteen: '15', twenty: '20', thirty: '30', forty: '40', fifty: '50' };
  for (const [name, digits] of Object.entries(round)) if (word === name) return digits;
  const hour = HOURS.indexOf(word.endsWith('ish') ? word.slice(0, -3) : word) + 1;
  if (hour > 0) return word.endsWith('ish') ? `${hour}ish` : `${hour}`;
  const ordinal = ORDINALS.indexOf(word) + 1;
  return ordinal > 0 ? `${ordinal}th` : null;
}

function mended(word: string): string {
  if (word.length < 5 || MENDED.includes(word)) return word;
  const near = MENDED.filter(
    (known) => slips(word, known, known.length >= 8 ? 2 : 1) <= (known.length >= 8 ? 2 : 1),
  );
  const [only] = near;
  // "munday" is as near to Sunday as to Monday: nobody can mend that for somebody else.
  return near.length === 1 && only !== undefined ? only : word;
}
