import { type Change, change, next, type OutgoingNew, type Save } from '../kernel/change.ts';
import type { Refusal } from '../kernel/command.ts';
import type { Answers, AnyForm, OpenForm, Outcome, Taken } from '../kernel/form.ts';
import type { JsonObject } from '../kernel/json.ts';
import { answersOf, sealAnswers, waiting } from '../kernel/sealed-answers.ts';
import type { Moment } from '../moment.ts';
import type { Account, Person } from '../people/person.ts';
import type { PersonKey } from '../store/keys.ts';
import type { Text } from '../texts/text.ts';
import { type Draft, draftIdOf } from './draft.ts';

/** Where somebody is in a form. */
export type Filling = {
  readonly person: Person;
  readonly account: Account;
  readonly key: PersonKey;
  readonly form: OpenForm;
  readonly draft: Draft;
};

/** What an answer leads to: another question, or the end of the form with what it asks for. */
export type Filled =
  | { readonly change: Change }
  | { readonly outcome: Outcome; readonly onAccept: Change; readonly onRefuse: (refusal: Refusal) => Change };

/** How an answer came: pressed (the question stands in the chat and is changed in place) or written (asked anew beneath). */
export type Manner = 'pressed' | 'written';

export type Begin = {
  readonly person: Person;
  readonly account: Account;
  readonly form: AnyForm;
  readonly args: JsonObject;
  /** A draft of this form from before: it is taken up where it was left. */
  readonly earlier: Draft | undefined;
  /** The form that is open now: it waits as a draft. */
  readonly openNow: Draft | undefined;
  readonly key: PersonKey;
};

/** Opens a form at its first question, or a draft of it where it was left. */
export function beginForm(begin: Begin, opened: OpenForm, at: Moment, written?: Written): Change {
  const { person, account } = begin;
  const begun = begunDraft(begin, opened, at);
  const draft = written === undefined ? begun : withWritten(begun, written, at);
  return change({
    saves: [...parkedFor(begin, draft, at), { table: 'draft', row: draft }],
    outgoing: [asking(person, account, draft.id, 'new')],
  });
}

/** What was written to a question before it was asked: it waits there until its writer says that it is the answer. */
export type Written = { readonly question: string; readonly words: string; readonly key: PersonKey };

function withWritten(draft: Draft, { question, words, key }: Written, at: Moment): Draft {
  const answers = { ...answersOf(draft, key), [waiting(question)]: words };
  return { ...draft, answersSealed: sealAnswers(draft.id, answers, key, at.random(12)) };
}

/** Another form that is open waits as a draft. */
export function parkedFor({ openNow }: Begin, draft: Draft, at: Moment): Save[] {
  return openNow === undefined || openNow.id === draft.id ? [] : [parkedSave(openNow, at)];
}

/** The draft of a form that begins, or goes on where it was left. */
export function begunDraft(begin: Begin, opened: OpenForm, at: Moment): Draft {
  const { person, account, earlier } = begin;
  const id = draftIdOf(account, person.id, begin.form.name);
  // The same form about something else begins anew; about the same thing it goes on.
  const goesOn = earlier !== undefined && JSON.stringify(earlier.args) === JSON.stringify(begin.args);
  const first = opened.after(undefined, {});
  if (first === undefined) throw new Error(`The form "${begin.form.name}" asks nothing`);
  const fresh = {
    id,
    version: (earlier?.version ?? 0) + 1,
    accountId: account.id,
    personId: person.id,
    form: begin.form.name,
    question: first,
    open: true,
    args: begin.args,
    answersSealed:
      (begin.form.keepsWriting === true ? earlier?.answersSealed : undefined) ??
      sealAnswers(id, opened.begins ?? {}, begin.key, at.random(12)),
    updatedAt: at.now,
  };
  return goesOn ? next(earlier, { open: true, updatedAt: at.now }) : fresh;
}

export function parkedSave(draft: Draft, at: Moment): { table: 'draft'; row: Draft } {
  return { table: 'draft', row: next(draft, { open: false, updatedAt: at.now }) };
}

/** Takes an answer to the open question. Nothing that was written is lost: what cannot be taken leaves the form as it was. */
export function answerForm(filling: Filling, text: string, manner: Manner, at: Moment): Filled {
  const { form, draft, key } = filling;
  const answers = answersOf(draft, key);
  const taken: Taken = form.take(draft.question, text, answers);
  if ('again' in taken) return { change: askedAgain(filling, taken, manner) };
  const { [waiting(draft.question)]: _taken, ...rest } = answers;
  const given = { ...rest, [draft.question]: taken.value };
  if (taken.stays === true) return { change: movedTo(filling, draft.question, given, manner, at) };
  const following = form.ends(draft.question, taken.value) ? undefined : form.after(draft.question, given);
  if (following === undefined) return finishing(filling, given, at);
  return { change: movedTo(filling, following, given, manner, at) };
}

/** The form is filled in: what it asks for, and what becomes of the draft. */
export function finishing(filling: Filling, given: Answers, at: Moment): Filled {
  const { form, draft, key } = filling;
  const sealed = sealAnswers(draft.id, given, key, at.random(12));
  return {
    outcome: form.finish(given),
    onAccept: change({ removals: [{ table: 'draft', id: draft.id }] }),
    onRefuse: ({ question }) => refusedAt(filling, question, sealed, at),
  };
}

/**
 * Refused at its end: the question that can mend it is asked again. Where none can, the form is set aside as a draft, so
 * that what is written next is not taken for an answer. Nothing that was answered is lost either way.
 */
function refusedAt(
  filling: Filling,
  question: string | undefined,
  sealed: string | null,
  at: Moment,
): Change {
  const { person, account, draft } = filling;
  const kept = { answersSealed: sealed, updatedAt: at.now };
  if (question === undefined)
    return change({ saves: [{ table: 'draft', row: next(draft, { ...kept, open: false }) }] });
  return change({
    saves: [{ table: 'draft', row: next(draft, { ...kept, question }) }],
    outgoing: [asking(person, account, draft.id, 'new')],
  });
}

/** One question back; at the first question it is asked again. */
export function backInForm(filling: Filling, at: Moment): Change {
  const answers = answersOf(filling.draft, filling.key);
  const before = filling.form.before(filling.draft.question, answers) ?? filling.draft.question;
  return movedTo(filling, before, answers, 'pressed', at);
}

export function cancelForm({ person, account, draft }: Filling): Change {
  return change({
    removals: [{ table: 'draft', id: draft.id }],
    outgoing: [
      {
        to: person.id,
        account: account.id,
        screen: 'home',
        args: { after: 'cancelled' },
        mode: 'new',
        evenIfStopped: true,
      },
    ],
  });
}

function movedTo(
  filling: Filling,
  question: string,
  answers: Record<string, string>,
  manner: Manner,
  at: Moment,
): Change {
  const { person, account, draft, key } = filling;
  const sealed = sealAnswers(draft.id, answers, key, at.random(12));
  const row = next(draft, { question, answersSealed: sealed, open: true, updatedAt: at.now });
  return change({
    saves: [{ table: 'draft', row }],
    outgoing: [asking(person, account, draft.id, manner === 'pressed' ? 'card' : 'new')],
  });
}

/** The same question once more, with a word on why. */
export function askedAgain(
  filling: Filling,
  taken: { again: Text; options?: readonly object[] },
  manner: Manner,
): Change {
  const { person, account, draft } = filling;
  const asked = asking(person, account, draft.id, manner === 'pressed' ? 'card' : 'new');
  const options = taken.options === undefined ? {} : { options: taken.options.map((each) => ({ ...each })) };
  const again = JSON.parse(JSON.stringify({ again: taken.again, ...options }));
  return change({ outgoing: [{ ...asked, args: { ...asked.args, ...again } }] });
}

/** The question that is open, as a message. */
export function asking(person: Person, account: Account, draftId: string, mode: 'new' | 'card'): OutgoingNew {
  return {
    to: person.id,
    account: account.id,
    screen: 'question',
    args: { draftId },
    mode,
    card: `draft:${draftId}`,
    evenIfStopped: true,
  };
}
