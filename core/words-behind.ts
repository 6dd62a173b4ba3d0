import { beginForm } from './conversation/fill-form.ts';
import { OpenFormArgs } from './conversation/form-commands.ts';
import type { Wish } from './conversation/words.ts';
import type { By } from './kernel/command.ts';
import type { JsonObject } from './kernel/json.ts';
import type { Moment } from './moment.ts';
import { sheetFilled } from './take-sheet.ts';
import { beginning, type Known, type Meant, type Receiver, toOrder } from './to-order.ts';

/** The question that words behind a command answer, by the form that the command opens. */
const ANSWERED: Readonly<Record<string, string>> = { 'book-meeting': 'when', reflect: 'text' };

/** Where words behind a command are not sent off at once: they wait at the question, and one press makes them the answer. */
const WAITS: Readonly<Record<string, string>> = { 'pair-message': 'text' };

/** Whether words may stand behind a command: what would be wrong to do for a sentence that only begins with it takes none. */
export function takesWords({ command }: Wish): boolean {
  return !STANDS_ALONE.has(command);
}

const STANDS_ALONE: ReadonlySet<string> = new Set(['stop', 'start-again', 'unpause', 'set-language', 'hide']);

/** What a command comes to with the words behind it: where it opens a form, they are the first answer, and the rest is asked. */
export async function withWordsBehind(
  receiver: Receiver,
  known: Known,
  by: By,
  wish: Wish,
  words: string,
  at: Moment,
): Promise<Meant> {
  const opening = wish.command === 'open-form' ? OpenFormArgs.parse(wish.args) : undefined;
  const waits = opening === undefined ? undefined : WAITS[opening.form];
  const question = opening === undefined ? undefined : (ANSWERED[opening.form] ?? waits);
  const isAnswer = words.trim() !== '' && by.is === 'person' && known.person.state === 'active';
  if (opening === undefined || question === undefined || !isAnswer)
    return await toOrder(receiver, known, by, wish, at);
  if (waits !== undefined)
    return await openedWith(receiver, known, by, opening, { question, words: words.trim() }, at);
  return await sheetFilled(receiver, known, by, opening, { [question]: words.trim() }, at);
}

/** A form opened with words that were written to one of its questions: they wait there, and nothing is answered by them. */
async function openedWith(
  receiver: Receiver,
  known: Known,
  by: By & { is: 'person' },
  { form, args }: { form: string; args: JsonObject },
  { question, words }: { question: string; words: string },
  at: Moment,
): Promise<Meant> {
  const begun = await beginning(receiver, known, by, form, args, at);
  if ('refusal' in begun) return { change: begun.refusal };
  const key = receiver.store.read.keys.of(by.person);
  return { change: beginForm(begun.begin, begun.opened, at, { question, words, key }) };
}
