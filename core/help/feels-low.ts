import { findAll, phrase, phrasebook } from './phrase.ts';
import { wordsOf } from './spelling.ts';

const sets = {
  feeling: 'feel feeling feelin felt feels im am been',
  much: 'so very really a bit quite just pretty too still always little kind of all rather that this today dead',
  low: 'low sad down awful terrible rubbish crap shit lonely alone empty overwhelmed anxious scared afraid frightened tearful miserable depressed numb lost broken upset heartbroken unhappy worthless stressed blue horrible dreadful exhausted',
  hard: 'bad hard awful terrible rough horrible rubbish difficult shit crap dark tough',
};

const lowWords = phrasebook(
  [
    '<feeling> <much>? <much>? <much>? <low>',
    '<feeling> not/no <much>? <much>? good/great/well/ok/okay/right/fine/myself',
    'im/am/are/not not? ok/okay/coping/doing <much>? !you/with/to',
    'had/having/been a/such? <much>? <much>? <hard> day/night/time/week/one',
    'cant stop crying/greeting',
    'been/im/am crying',
    'i cried',
    'sad $',
    'low $',
    'lonely $',
  ].map((written) => ({ phrase: phrase(written, sets), says: true })),
);

const sadSigns = /[😢😭😞😔😟😣😖😩😫🥺😥😰😓☹🙁😿💔😪😧😦😨]|(?<!\S)[:=]'?-?[(](?!\S)/u;

/**
 * Whether what somebody wrote, or the face they chose, says that they feel low: a warm word can then be said. It is no
 * judgement of how they are, and what it does not recognise is never taken to mean that all is well.
 */
export function feelsLow(text: string): boolean {
  return sadSigns.test(text) || findAll(lowWords, wordsOf(text)).next().done === false;
}
