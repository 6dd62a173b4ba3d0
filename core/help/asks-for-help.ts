import { findAll, phrase, phrasebook } from './phrase.ts';
import { pause, sentenceEnd, wordsOf } from './spelling.ts';
import { plain } from './spellings.ts';

const polite = setOf(
  'please hi hello hey hiya can could would you someone anyone just now urgent urgently quick um ok me i us pal',
);
const asking = setOf('help helpline helplines sos crisis emergency samaritans');

const asks = phrasebook(
  [
    'who can i/we talk/speak/phone/call/ring/turn/tell/go to?',
    'who do i talk/speak/phone/call/ring/turn/tell/contact/go to?',
    'need/want to talk/speak to/with someone/anyone/person/human/a/real person/human/samaritan/samaritans?',
    'need/want someone/anyone to talk/speak to/with?',
    'someone/anyone/anybody i can/could talk/speak to?',
    'i/really need/want help $',
    'need help now/urgently/quick/right/fast/asap',
    'please help me $',
    'can/could someone/anyone/you help me $',
    'where can/do i get/find/go help/for',
    'emergency/crisis number/line/numbers/helpline',
    'talk to samaritans',
  ].map((written) => ({ phrase: phrase(written, {}), says: true })),
);

/** Whether a message is plainly a call for the help card: "help", "help me", "who can I talk to?". */
export function asksForHelp(text: string): boolean {
  const words = wordsOf(text);
  const core = words.filter((word) => word !== sentenceEnd && word !== pause && !polite.has(word));
  if (core.length >= 1 && core.length <= 2 && core.every((word) => asking.has(word))) return true;
  return findAll(asks, words).next().done === false;
}

function setOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' ').map(plain));
}
