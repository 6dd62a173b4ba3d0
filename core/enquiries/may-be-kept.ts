import type { Button, Line } from '../kernel/message.ts';
import { saidYes } from '../privacy/consent.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';

/** Whether somebody agreed that what they answer is kept, and whether they were ever asked. */
export async function saidOfAnswers(read: Reader, personId: string) {
  const { said, wordings } = await read.privacy.consents(personId);
  const own = said.find(({ part }) => part === 'answers');
  return { agreed: saidYes(own, wordings.answers), asked: own !== undefined };
}

/** What is asked of whoever answered before it was: here alone, as often as they look and until they say something to it. */
export const toKeep: { lines: Line[]; buttons: Button[][] } = {
  lines: [text('consent-answers'), text('consent-free')],
  buttons: [
    [{ label: text('button-yes-keep'), command: 'give-consent', args: { part: 'answers' } }],
    [
      {
        label: text('button-no-do-not-keep'),
        command: 'show',
        args: { screen: 'withdraw-consent', args: { part: 'answers' } },
      },
    ],
  ],
};
