import { z } from 'zod';
import { type Button, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { text } from '../texts/text.ts';
import { helpButton, homeButton, homeButtons } from './home-buttons.ts';

/** What people say to be friendly, asking for nothing. */
export type SmallTalk = 'hello' | 'thanks' | 'bye' | 'fine';

const FIRST = '(?:(?:ok|okay|great|lovely|brilliant|perfect|right|aye|yes|oh|ah|no) )*';
const PEOPLE = '(?: (?:there|again|all|everyone|everybody|friend|pal|mate|bot|you|now))*';
const SAID: readonly (readonly [SmallTalk, RegExp])[] = [
  [
    'hello',
    whole(`(?:hi|hiya|hey|hello|helo|hullo|(?:good )?(?:morning|afternoon|evening)|good day)${PEOPLE}`),
  ],
  [
    'thanks',
    whole(
      `${FIRST}(?:many thanks|thanks|thank you|thankyou|thank u|thanx|thx|ty|ta|cheers|much appreciated)` +
        '(?: (?:so much|very much|a lot|a million|loads|again|then|you|pal|mate|all|everyone|bye|' +
        'for (?:that|this|everything|asking|letting me know|(?:all )?(?:the|your) (?:help|reminder|message)|helping(?: me)?)))*',
    ),
  ],
  [
    'bye',
    whole(
      `${FIRST}(?:bye(?: bye)?|goodbye|good bye|cheerio|see (?:you|ya)(?: (?:later|soon|tomorrow))?|` +
        `speak (?:soon|later)|(?:good ?)?night(?: night)?|tata|ta ta|take care)(?: for now| then)?${PEOPLE}`,
    ),
  ],
  [
    'fine',
    whole(
      `(?:ok|okay|okey dokey|okie dokie|k|kk|alright|all right|sure|fine|great|good|cool|nice|lovely|brilliant|` +
        `perfect|super|got it|i see|understood|no problem|no worries|will do|that s (?:ok|fine|great|good))${PEOPLE}`,
    ),
  ],
];
const SIGNS: readonly (readonly [SmallTalk, RegExp])[] = [
  ['hello', /^👋+$/u],
  ['thanks', /^[🙏💐]+$/u],
  ['fine', /^[👍👌✅😀😃😄😁😊🙂☺😉😍🥰🤗💪❤💙💚💜🧡💛♥🎉]+$/u],
];

function whole(inside: string): RegExp {
  return new RegExp(`^${inside}$`);
}

/** Which of these a whole message is, if it is one. Anything more in it, and it is something to be kept. */
export function smallTalkOf(given: string): SmallTalk | undefined {
  const signs = given.normalize('NFKC').replace(/\s|\u{FE0F}|[\u{1F3FB}-\u{1F3FF}]/gu, '');
  const bySign = SIGNS.find(([, pattern]) => pattern.test(signs));
  if (bySign !== undefined) return bySign[0];
  const plain = given
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return SAID.find(([, pattern]) => pattern.test(plain))?.[0];
}

const reflect: Button = { label: text('button-reflect'), command: 'open-form', args: { form: 'reflect' } };
const who: Button = {
  label: text('button-who'),
  command: 'show-any-time',
  args: { screen: 'who-can-i-talk-to' },
};

/** A short answer to a friendly word, and a warm one to somebody who feels low, with help on top. */
export const smallTalk = screen({
  name: 'small-talk',
  schema: z.object({ said: z.enum(['thanks', 'bye', 'fine', 'low']) }),
  async load() {
    return undefined;
  },
  show(_data, { said }, { person }) {
    if (said !== 'low') return message([text(`small-${said}`)], [homeButtons]);
    const on = person.state === 'active' ? [[reflect], [homeButton]] : [];
    return message([text('small-low'), text('small-low-people')], [[helpButton], [who], ...on]);
  },
});
