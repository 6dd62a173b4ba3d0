import { OpenFormArgs } from './conversation/form-commands.ts';
import { type SheetField, sheetFields } from './conversation/sheet.ts';
import { opensForm } from './kernel/button-token.ts';
import { Incoming } from './kernel/incoming.ts';
import type { Line } from './kernel/message.ts';
import { answersOf } from './kernel/sealed-answers.ts';
import type { Moment } from './moment.ts';
import type { Texts } from './texts/say.ts';
import { text } from './texts/text.ts';
import { beginning, type Known, maySheet, type Receiver } from './to-order.ts';
import { whoPresses } from './who-acts.ts';

/** The first questions of a form, worded, for an app that lays a sheet over the chat. */
export type Sheet = {
  readonly title: string;
  /** A title that fits everywhere, and what its two buttons say. */
  readonly shortTitle: string;
  readonly submit: string;
  readonly close: string;
  readonly fields: readonly WordedField[];
  /** What stands above a field for words of one's own, beside a list of choices for the same question. */
  readonly writeHere: string;
};

export type WordedField = {
  readonly id: string;
  readonly label: string;
  /** What else there is to say about it; may be empty. */
  readonly hint: string;
  readonly optional: boolean;
  readonly written: boolean;
  readonly value?: string;
  readonly options: readonly { readonly label: string; readonly value: string }[];
};

/**
 * What pressing a button lays over the chat: nothing is changed by it. Undefined when there is nothing to lay: the press is
 * then taken in as any other, and answered in the chat.
 */
export async function sheetFor(
  receiver: Receiver & { readonly texts: Texts },
  given: Incoming,
  at: Moment,
): Promise<Sheet | undefined> {
  const incoming = Incoming.parse(given);
  if (incoming.intent.is !== 'press' || !opensForm(incoming.intent.token)) return undefined;
  const wayIn = await receiver.store.wayIn(incoming.key, incoming.account, incoming.intent.token);
  const { account, person, button } = wayIn;
  if (wayIn.seen || account === null || person === null || button === null) return undefined;
  // A chat that is put away shows nothing of what its buttons once asked.
  if (wayIn.disguise?.since != null) return undefined;
  if (button.expiresAt.epochMilliseconds < at.now.epochMilliseconds) return undefined;
  const known: Known = { ...wayIn, account, person };
  const by = whoPresses(known, button);
  if (by?.is !== 'person') return undefined;
  const { form, args } = OpenFormArgs.parse(button.args);
  if (!maySheet(known, form)) return undefined;
  const begun = await beginning(receiver, known, by, form, args, at);
  if ('refusal' in begun) return undefined;
  const { begin, opened } = begun;
  const goesOn = begin.earlier !== undefined && JSON.stringify(begin.earlier.args) === JSON.stringify(args);
  const answers =
    begin.earlier === undefined || !goesOn
      ? (opened.begins ?? {})
      : answersOf(begin.earlier, receiver.store.read.keys.of(by.person));
  const from = goesOn ? begin.earlier?.question : opened.after(undefined, {});
  const fields = from === undefined ? [] : sheetFields(opened, from, answers);
  if (fields.length === 0) return undefined;
  const programme =
    account.programmeId === null
      ? undefined
      : await receiver.store.read.programmes.programme(account.programmeId);
  const say = (line: Line): string =>
    'written' in line
      ? line.written
      : receiver.texts.render(person.language, line, programme?.document.words);
  return {
    title: say(opened.title ?? text('sheet-title')),
    shortTitle: say(text('sheet-title')),
    submit: say(text('button-done')),
    close: say(text('button-cancel')),
    fields: fields.map((field) => worded(field, say)),
    writeHere: say(text('button-write-here')),
  };
}

function worded(field: SheetField, say: (line: Line) => string): WordedField {
  const [label = '', ...more] = field.ask.map(say);
  return {
    id: field.id,
    label,
    hint: more.join(' '),
    optional: field.optional,
    written: field.written,
    ...(field.value === undefined ? {} : { value: field.value }),
    options: field.options.map((option) => ({ label: say(option.label), value: option.value })),
  };
}
