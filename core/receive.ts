import { answerForm, backInForm, beginForm, cancelForm, type Filling, type Manner, parkedSave } from './conversation/fill-form.ts';
import type { Draft } from './conversation/draft.ts';
import { AnswerArgs, OpenFormArgs } from './conversation/form-commands.ts';
import { type Wish, wishOf } from './conversation/words.ts';
import { readsLikeCrisis } from './help/crisis-words.ts';
import { type Change, change, type OutgoingNew, together } from './kernel/change.ts';
import type { By } from './kernel/command.ts';
import type { AnyForm } from './kernel/form.ts';
import { Incoming } from './kernel/incoming.ts';
import type { JsonObject } from './kernel/json.ts';
import type { Moment } from './moment.ts';
import type { Account, Person } from './people/person.ts';
import { type Order, type Performer, perform } from './perform.ts';
import type { WayIn } from './store/way-in.ts';

export type Receiver = Performer & { readonly forms: ReadonlyMap<string, AnyForm> };

/** What became of something that came in. */
export type Received = 'done' | 'refused' | 'repeat' | 'left-alone';

type Known = WayIn & { readonly account: Account; readonly person: Person };

/**
 * Takes in one thing from a chat app: who is there, what they mean, what follows. It has one effect however often it
 * comes. When it returns, everything that follows is committed, the answer included; when it throws, nothing is.
 */
export async function receive(receiver: Receiver, given: Incoming, at: Moment): Promise<Received> {
  const incoming = Incoming.parse(given);
  const token = incoming.intent.is === 'press' ? incoming.intent.token : undefined;
  for (let tries = 1; ; tries += 1) {
    const wayIn = await receiver.store.wayIn(incoming.key, incoming.account, token);
    if (wayIn.seen) return 'repeat';
    const next = await meaning(receiver, incoming, wayIn, at);
    if (next === undefined) return 'left-alone';
    if ('command' in next) {
      const performed = await perform(receiver, { ...next, inbox: incoming.key, tries: 1 }, at);
      if (performed.did !== 'conflict') return performed.did;
      if (tries === TRIES) throw tooManyConflicts();
      continue;
    }
    const by = wayIn.person === null ? 'newcomer' : `person:${wayIn.person.id}`;
    const committed = await receiver.store.commit(next.change, { inbox: incoming.key, by }, at);
    if (committed === 'done') return 'done';
    if (committed === 'repeat') return 'repeat';
    if (tries === TRIES) throw tooManyConflicts();
  }
}

const TRIES = 6;

function tooManyConflicts(): Error {
  return new Error(`Something that came in met other changes ${TRIES} times in a row`);
}

type Meant = { readonly change: Change } | Omit<Order, 'inbox'>;

async function meaning(receiver: Receiver, incoming: Incoming, wayIn: WayIn, at: Moment): Promise<Meant | undefined> {
  const { account, person } = wayIn;
  if (!incoming.chat.private) return inShared(incoming);
  if (account === null || person === null) return arriving(incoming);
  const known: Known = { ...wayIn, account, person };
  const { intent } = incoming;
  if (intent.is === 'left') return { command: 'account-left', args: { accountId: account.id }, by: bySelf(known) };
  if (intent.is === 'came-back') return { command: 'account-came-back', args: { accountId: account.id }, by: bySelf(known) };
  if (intent.is === 'press') return await pressed(receiver, known, at);
  if (intent.is === 'start') {
    const wish =
      intent.payload === undefined || intent.payload === ''
        ? { command: 'show', args: { screen: 'home' } }
        : { command: 'open-link', args: { payload: intent.payload } };
    return await wished(receiver, known, wish, at);
  }
  if (intent.is === 'command') {
    const wish = wishOf(intent.name) ?? { command: 'not-understood', args: {} };
    return await wished(receiver, known, wish, at);
  }
  if (intent.is === 'not-text') return { change: answering(known, 'only-text-is-kept', {}) };
  return await written(receiver, known, intent.text, at);
}

/** In a shared place nothing of anybody is shown: the answer only says where to go. */
function inShared(incoming: Incoming): Meant | undefined {
  if (incoming.intent.is !== 'command' && incoming.intent.is !== 'start') return undefined;
  const place = { platform: incoming.account.platform, chatId: incoming.chat.id };
  return { change: change({ outgoing: [{ to: '', place, screen: 'only-in-private', args: {}, mode: 'new' }] }) };
}

function arriving({ account, chat, intent, language }: Incoming): Meant | undefined {
  if (intent.is === 'left' || intent.is === 'came-back') return undefined;
  const by: By = { is: 'newcomer', account, chatId: chat.id, ...(language === undefined ? {} : { language }) };
  const crisis = intent.is === 'text' ? readsLikeCrisis(intent.text) : undefined;
  const asksHelp = intent.is === 'text' ? wishOf(intent.text) : intent.is === 'command' ? wishOf(intent.name) : undefined;
  const about = crisis?.about ?? (asksHelp?.command === 'help' ? 'me' : undefined);
  const payload = intent.is === 'start' ? intent.payload : undefined;
  const args = { ...(about === undefined ? {} : { help: about }), ...(payload === undefined ? {} : { payload }) };
  return { command: 'arrive', args, by };
}

function bySelf({ person, account }: Known): By {
  return { is: 'person', person, account };
}

/** Whose matter it is just now: the person's own, or somebody's whom they support with consent. */
function byNow(known: Known, forId: string | undefined): By | undefined {
  const { person, account, actingFor } = known;
  if (actingFor !== null && (forId ?? account.actingForId) === actingFor.id) {
    return { is: 'person', person: actingFor, account, supporter: person };
  }
  return forId === undefined || forId === person.id ? { is: 'person', person, account } : undefined;
}

async function pressed(receiver: Receiver, known: Known, at: Moment): Promise<Meant> {
  const { button, person } = known;
  if (button === null || button.expiresAt.epochMilliseconds < at.now.epochMilliseconds) {
    return { change: answering(known, 'say', { id: 'button-no-longer-current', args: {} }) };
  }
  const by = button.personId === person.id ? byNow(known, button.forId) : undefined;
  if (by === undefined) return { change: answering(known, 'say', { id: 'button-not-for-you', args: {} }) };
  return await toOrder(receiver, known, by, { command: button.command, args: button.args }, at);
}

async function wished(receiver: Receiver, known: Known, wish: Wish, at: Moment): Promise<Meant> {
  return await toOrder(receiver, known, byNow(known, undefined) ?? bySelf(known), wish, at);
}

/** Free text: words of crisis bring help at once, and what was written is kept all the same. */
async function written(receiver: Receiver, known: Known, text: string, at: Moment): Promise<Meant> {
  const wish = wishOf(text);
  if (wish !== undefined) return await wished(receiver, known, wish, at);
  const crisis = readsLikeCrisis(text);
  const meant = await plainText(receiver, known, text, at);
  if (crisis === undefined) return meant;
  const card = change({ outgoing: [helpFor(known, crisis.about)] });
  return 'command' in meant
    ? { ...meant, onAccept: together(card, meant.onAccept ?? change({})), onRefuse: together(card, meant.onRefuse ?? change({})) }
    : { change: together(card, meant.change) };
}

async function plainText(receiver: Receiver, known: Known, text: string, at: Moment): Promise<Meant> {
  const by = byNow(known, undefined) ?? bySelf(known);
  if (draftOf(known, by) !== undefined && by.is === 'person') {
    return await filled(receiver, known, by, { text, manner: 'written' }, at);
  }
  return await toOrder(receiver, known, by, { command: 'not-understood', args: { text } }, at);
}

function helpFor(known: Known, about: 'me' | 'someone'): OutgoingNew {
  return { to: known.person.id, account: known.account.id, screen: 'help', args: { about }, mode: 'new', evenIfStopped: true };
}

function answering(known: Known, screen: string, args: JsonObject): Change {
  const { person, account } = known;
  return change({ outgoing: [{ to: person.id, account: account.id, screen, args, mode: 'new', evenIfStopped: true }] });
}

/** What a wish comes to for somebody in this state, with the form that may be open. */
async function toOrder(receiver: Receiver, known: Known, by: By, wish: { command: string; args: unknown }, at: Moment): Promise<Meant> {
  const command = receiver.commands.get(wish.command);
  if (command === undefined) throw new Error(`There is no command "${wish.command}"`);
  if (by.is !== 'person') throw new Error('Only people press buttons');
  const { state } = known.person;
  const answersWelcome = wish.command === 'answer' && known.draft?.form === 'welcome';
  if (state !== 'active' && command.anyTime !== true && !answersWelcome) return notYet(known);
  if (wish.command === 'open-form') {
    const { form, args } = OpenFormArgs.parse(wish.args);
    return { change: await opening(receiver, known, by, form, args, at) };
  }
  if (wish.command === 'answer') {
    const { draftId, question, value, go } = AnswerArgs.parse(wish.args);
    const draft = draftOf(known, by);
    if (draft === undefined || draft.id !== draftId || draft.question !== question) return { change: movedOn(known) };
    if (go === 'cancel') return { change: cancelForm(await fillingOf(receiver, known, by, at)) };
    if (go === 'back') return { change: backInForm(await fillingOf(receiver, known, by, at), at) };
    return await filled(receiver, known, by, { text: value ?? '', manner: 'pressed' }, at);
  }
  const park =
    known.draft === null || command.keepsForm === true || known.draft.form === 'welcome'
      ? change({})
      : change({ saves: [parkedSave(known.draft, at)] });
  return { ...wish, by, onAccept: park };
}

/** The form that is open for this matter: what a supporter fills in for somebody is kept apart from their own. */
function draftOf({ draft }: Known, by: By): Draft | undefined {
  return draft !== null && by.is === 'person' && draft.personId === by.person.id ? draft : undefined;
}

/** A button of a question that was answered already: the question that is open now is shown, if there is one. */
function movedOn(known: Known): Change {
  const changed = answering(known, 'say', { id: 'button-no-longer-current', args: {} });
  if (known.draft === null) return changed;
  return together(changed, answering(known, 'question', { draftId: known.draft.id }));
}

/** Somebody who has not been through the first questions, is held for a coordinator, or asked for silence. */
function notYet(known: Known): Meant {
  if (known.person.state === 'held') return { change: answering(known, 'held', {}) };
  if (known.person.state === 'stopped') return { change: answering(known, 'stopped', {}) };
  if (known.draft?.form === 'welcome') return { change: answering(known, 'question', { draftId: known.draft.id }) };
  return { change: answering(known, 'welcome', {}) };
}

async function opening(receiver: Receiver, known: Known, by: By & { is: 'person' }, name: string, args: JsonObject, at: Moment): Promise<Change> {
  const own = receiver.forms.get(name);
  if (own === undefined) throw new Error(`There is no form "${name}"`);
  const opened = await own.open(receiver.store.read, args, by, at.now);
  const earlier = await receiver.store.read.drafts.draft(`${known.account.id}:${name}`);
  const begin = { person: by.person, account: known.account, form: own, args, earlier, openNow: known.draft ?? undefined };
  return beginForm(begin, opened, at);
}

async function fillingOf(receiver: Receiver, known: Known, by: By & { is: 'person' }, at: Moment): Promise<Filling> {
  const { draft, account } = known;
  const own = draft === null ? undefined : receiver.forms.get(draft.form);
  if (draft === null || own === undefined) throw new Error('No form is open here');
  const form = await own.open(receiver.store.read, draft.args, by, at.now);
  return { person: by.person, account, key: receiver.store.read.keys.of(by.person), form, draft };
}

async function filled(
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
  return { command: outcome.command, args: outcome.args, by, onAccept, onRefuse };
}
