import { wishOf } from './conversation/words.ts';
import type { Incoming, Intent } from './kernel/incoming.ts';
import type { Moment } from './moment.ts';
import { isWordFor } from './safe-device/code-word.ts';
import { answering, type Known, type Meant, type Receiver, toOrder } from './to-order.ts';
import { wantsHelp } from './understand-newcomer.ts';
import { bySelf } from './who-acts.ts';

/**
 * What somebody means who has chosen two words for this chat. The first puts it away, whatever they were in the middle of.
 * While it is away everything gets the same neutral answer and nothing is kept, but for the second word, which brings it
 * back, and for help: whoever writes "help" or words of crisis gets the numbers, and nothing but the numbers. They stand
 * beneath what was just written, so they give nothing away, and nobody in danger is to be answered with a note.
 * Undefined: it means what it always means.
 */
export async function meantWithWords(
  receiver: Receiver,
  known: Known,
  { intent }: Incoming,
  at: Moment,
): Promise<Meant | undefined> {
  const { disguise, account } = known;
  if (disguise === null || intent.is === 'left' || intent.is === 'came-back') return undefined;
  const isWord = intent.is === 'text' && (await isWordFor(intent.text, disguise));
  if (disguise.since === null)
    return isWord
      ? await toOrder(receiver, known, bySelf(known), { command: 'put-away', args: {} }, at)
      : undefined;
  if (isWord) return { command: 'bring-back', args: { accountId: account.id }, by: bySelf(known) };
  // The front page is worded when it is shown, and says there what the chat says.
  if (intent.is === 'opened-front') return undefined;
  const words = wordsIn(intent);
  const isCall = wishOf(words)?.command === 'help' || known.button?.command === 'help';
  const about = wantsHelp(words) ?? (isCall ? 'me' : undefined);
  if (about !== undefined) return { change: answering(known, 'plain-help', { about }) };
  return { change: answering(known, 'plain-note', {}) };
}

function wordsIn(intent: Intent): string {
  switch (intent.is) {
    case 'text':
    case 'edited':
      return intent.text;
    case 'command':
      return `${intent.name} ${intent.rest}`.trim();
    case 'answers':
      return Object.values(intent.answers).join('\n');
    case 'not-text':
      return intent.caption ?? '';
    case 'start':
      return intent.payload ?? '';
    default:
      return '';
  }
}
