import { mayAtAll } from './access/access.ts';
import { acting, stateOf } from './access/actor.ts';
import { mayNot } from './access/may-not.ts';
import { commandTable } from './access/table-commands.ts';
import { formTable } from './access/table-forms.ts';
import { auditsOfRefused } from './audit-of.ts';
import { type Draft, draftIdOf } from './conversation/draft.ts';
import {
  answerForm,
  type Begin,
  backInForm,
  beginForm,
  cancelForm,
  type Filling,
  type Manner,
  parkedSave,
} from './conversation/fill-form.ts';
import { AnswerArgs, OpenFormArgs } from './conversation/form-commands.ts';
import { type Change, change, together } from './kernel/change.ts';
import type { By } from './kernel/command.ts';
import type { AnyForm, OpenForm } from './kernel/form.ts';
import type { JsonObject } from './kernel/json.ts';
import { answersOf, waiting } from './kernel/sealed-answers.ts';
import type { Moment } from './moment.ts';
import type { Account, Person } from './people/person.ts';
import type { Order, Performer } from './perform.ts';
import type { WayIn } from './store/way-in.ts';

export type Receiver = Performer & { readonly forms: ReadonlyMap<string, AnyForm> };

/** Somebody who has written before. */
export type Known = WayIn & { readonly account: Account; readonly person: Person };

/** What follows: a change by itself, or a command to perform. */
export type Meant = { readonly change: Change } | Omit<Order, 'inbox'>;

export function answering(known: Known, screen: string, args: JsonObject): Change {
  const { person, account } = known;
  return change({
    outgoing: [{ to: person.id, account: account.id, screen, args, mode: 'new', evenIfStopped: true }],
  });
}

/** What a wish comes to for somebody in this state, with the form that may be open. */
export async function toOrder(
  receiver: Receiver,
  known: Known,
  by: By,
  wish: { command: string; args: unknown },
  at: Moment,
): Promise<Meant> {
  const command = receiver.commands.get(wish.command);
  if (command === undefined) throw new Error(`There is no command "${wish.command}"`);
  if (by.is !== 'person') throw new Error('Only people press buttons');
  const { state } = known.person;
  if (state !== 'active' && !isOpenTo(known, wish)) return notYet(known, wish.command === 'not-understood');
  if (wish.command === 'open-form') {
    const { form, args } = OpenFormArgs.parse(wish.args);
    return { change: await opening(receiver, known, by, form, args, at) };
  }
  if (wish.command === 'answer') {
    const { draftId, question, value, go } = AnswerArgs.parse(wish.args);
    const draft = draftOf(known, by);
    if (draft === undefined || draft.id !== draftId || draft.question !== question)
      return { change: movedOn(known) };
    if (go === 'cancel') return { change: cancelForm(await fillingOf(receiver, known, by, at)) };
    if (go === 'kept') return await keptTaken(receiver, known, by, at);
    if (go === 'back') return { change: backInForm(await fillingOf(receiver, known, by, at), at) };
    return await filled(receiver, known, by, { text: value ?? '', manner: 'pressed' }, at);
  }
  const park =
    known.draft === null || command.keepsForm === true || known.draft.form === 'welcome'
      ? change({})
      : change({ saves: [parkedSave(known.draft, at)] });
  return { ...wish, by, onAccept: park };
}

/** Whether this person may fill in that form on a sheet now: of those who arrive, whoever is at the first questions. */
export function maySheet(known: Known, form: string): boolean {
  if (known.person.state === 'active') return true;
  return known.draft?.form === form && isOpenTo(known, { command: 'open-form', args: { form } });
}

/** Whether the table lets somebody in this state do it: of forms and their answers, the form decides. */
function isOpenTo({ person, draft }: Known, { command, args }: { command: string; args: unknown }): boolean {
  const form = command === 'open-form' ? OpenFormArgs.parse(args).form : draft?.form;
  const isForm = command === 'open-form' || command === 'answer';
  const entry = isForm ? formTable.get(form ?? '') : commandTable.get(command);
  return entry?.when.includes(stateOf(person)) === true;
}

/** The form that is open for this matter: what a supporter fills in for somebody is kept apart from their own. */
export function draftOf({ draft }: Known, by: By): Draft | undefined {
  return draft !== null && by.is === 'person' && draft.personId === by.person.id ? draft : undefined;
}

/** A button of a question that was answered already: the question that is open now is shown, if there is one. */
function movedOn(known: Known): Change {
  const changed = answering(known, 'say', { id: 'button-no-longer-current', args: {} });
  if (known.draft === null) return changed;
  return together(changed, answering(known, 'question', { draftId: known.draft.id }));
}

/** Somebody who has not been through the first questions, is held for a coordinator, or asked for silence. */
function notYet(known: Known, wrote: boolean): Meant {
  if (known.person.state === 'held') return { change: answering(known, 'held', {}) };
  if (known.person.state === 'stopped')
    return { change: answering(known, 'stopped', wrote ? { notKept: true } : {}) };
  if (known.draft?.form === 'welcome')
    return { change: answering(known, 'question', { draftId: known.draft.id }) };
  return { change: answering(known, 'welcome', {}) };
}

async function opening(
  receiver: Receiver,
  known: Known,
  by: By & { is: 'person' },
  name: string,
  args: JsonObject,
  at: Moment,
): Promise<Change> {
  const begun = await beginning(receiver, known, by, name, args, at);
  return 'refusal' in begun ? begun.refusal : beginForm(begun.begin, begun.opened, at);
}

/** A form with what it needs to begin. */
export type Begun = { readonly begin: Begin; readonly opened: OpenForm };

/** A form with what it needs to begin, or why it cannot. */
export async function beginning(
  receiver: Receiver,
  known: Known,
  by: By & { is: 'person' },
  name: string,
  args: JsonObject,
  at: Moment,
): Promise<Begun | (Partial<Begun> & { readonly refusal: Change })> {
  const own = receiver.forms.get(name);
  if (own === undefined) throw new Error(`There is no form "${name}"`);
  const refused = formRefused(known, by, name);
  if (refused !== undefined) return { refusal: refused };
  const opened = await own.open(receiver.store.read, args, by, at.now);
  const earlier = await receiver.store.read.drafts.draft(draftIdOf(known.account, by.person.id, name));
  const begin = {
    person: by.person,
    account: known.account,
    form: own,
    args,
    earlier,
    openNow: known.draft ?? undefined,
    key: receiver.store.read.keys.of(by.person),
  };
  if (opened.closed === undefined) return { begin, opened };
  const { id, args: said } = opened.closed;
  return { begin, opened, refusal: answering(known, 'say', { id, args: said }) };
}

/** The "no" of the table of who may fill in what. */
function formRefused(known: Known, by: By & { is: 'person' }, name: string): Change | undefined {
  const entry = formTable.get(name);
  const held = known.roles.map(({ role }) => role);
  if (mayAtAll(entry, acting(by, held))) return undefined;
  const { refused, say } = mayNot(entry, by);
  const audits = auditsOfRefused(
    { command: 'open-form', args: { form: name }, by, roles: held },
    { refused, say },
  );
  return { ...answering(known, 'say', { id: say.id, args: say.args }), audits };
}

async function fillingOf(
  receiver: Receiver,
  known: Known,
  by: By & { is: 'person' },
  at: Moment,
): Promise<Filling> {
  const { draft, account } = known;
  const own = draft === null ? undefined : receiver.forms.get(draft.form);
  if (draft === null || own === undefined) throw new Error('No form is open here');
  const form = await own.open(receiver.store.read, draft.args, by, at.now);
  return { person: by.person, account, key: receiver.store.read.keys.of(by.person), form, draft };
}

/** "Yes, these words": what waited at the open question is its answer. */
async function keptTaken(
  receiver: Receiver,
  known: Known,
  by: By & { is: 'person' },
  at: Moment,
): Promise<Meant> {
  const filling = await fillingOf(receiver, known, by, at);
  const words = answersOf(filling.draft, filling.key)[waiting(filling.draft.question)];
  if (words === undefined) return { change: movedOn(known) };
  return await filled(receiver, known, by, { text: words, manner: 'pressed' }, at);
}

export async function filled(
  receiver: Receiver,
  known: Known,
  by: By & { is: 'person' },
  answer: { text: string; manner: Manner },
  at: Moment,
): Promise<Meant> {
  const filling = await fillingOf(receiver, known, by, at);
  const done = answerForm(filling, answer.text, answer.manner, at);
  if ('change' in done) return done;
  const { outcome, onAccept, onRefuse } = done;
  return { command: outcome.command, args: outcome.args, by, endsForm: true, onAccept, onRefuse };
}
