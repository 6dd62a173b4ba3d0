import { OpenFormArgs } from './conversation/form-commands.ts';
import { WORTH_KEEPING } from './conversation/not-understood.ts';
import { smallTalkOf } from './conversation/small-talk.ts';
import { isOwn, type Wish, wayOf, wishOf, wishWhileWriting } from './conversation/words.ts';
import { frontFor } from './front-page.ts';
import { asksForHelp } from './help/asks-for-help.ts';
import { readsLikeCrisis } from './help/crisis-words.ts';
import { feelsLow } from './help/feels-low.ts';
import { type Change, change, together } from './kernel/change.ts';
import type { Answers } from './kernel/form.ts';
import type { Incoming } from './kernel/incoming.ts';
import { deskWish, inviteWish, linkWish } from './link-wish.ts';
import { meantInPlace } from './mean-in-place.ts';
import type { Moment } from './moment.ts';
import type { WayIn } from './store/way-in.ts';
import { sheetFilled } from './take-sheet.ts';
import {
  answering,
  draftOf,
  filled,
  type Known,
  type Meant,
  maySheet,
  type Receiver,
  toOrder,
} from './to-order.ts';
import { arriving, wantsHelp } from './understand-newcomer.ts';
import { meantWithWords } from './while-away.ts';
import { byNow, bySelf, whoPresses } from './who-acts.ts';
import { takesWords, withWordsBehind } from './words-behind.ts';

/** What somebody means, from who they are, what they are in the middle of, and what came. Undefined: nothing to answer. */
export async function meaning(
  receiver: Receiver,
  incoming: Incoming,
  wayIn: WayIn,
  at: Moment,
): Promise<Meant | undefined> {
  const { account, person } = wayIn;
  if (!incoming.chat.private) return inShared(incoming);
  const { intent } = incoming;
  if (intent.is === 'edited' && wantsHelp(intent.text) === undefined) return undefined;
  if (account === null || person === null) return arriving(incoming, wayIn.button);
  const known: Known = { ...wayIn, account, person };
  const withWords = await meantWithWords(receiver, known, incoming, at);
  if (withWords !== undefined) return withWords;
  if (intent.is === 'edited') return withHelp(known, intent.text, onlyHelp);
  if (intent.is === 'left')
    return { command: 'account-left', args: { accountId: account.id }, by: bySelf(known) };
  if (intent.is === 'came-back')
    return { command: 'account-came-back', args: { accountId: account.id }, by: bySelf(known) };
  if (intent.is === 'press') return await pressed(receiver, known, undefined, at);
  if (intent.is === 'answers') {
    const meant = await pressed(receiver, known, intent.answers, at);
    return withHelp(known, Object.values(intent.answers).join('\n'), meant);
  }
  if (intent.is === 'opened-front') return { change: frontFor(known) };
  if (intent.is === 'start') {
    const wish =
      intent.payload === undefined || intent.payload === ''
        ? { command: 'show', args: { screen: 'home' } }
        : (linkWish(intent.payload) ??
          inviteWish(intent.payload) ?? { command: 'open-link', args: { payload: intent.payload } });
    return withHelp(known, intent.payload ?? '', await wished(receiver, known, wish, at));
  }
  if (intent.is === 'command') {
    const inPlace = await meantInPlace(receiver, known, incoming, at);
    if (inPlace !== undefined) return withHelp(known, intent.rest, inPlace);
    const words = `${intent.name} ${intent.rest}`;
    const wish = linkWish(words) ?? inviteWish(words) ?? deskWish(words) ?? wishOf(intent.name);
    if (wish === undefined)
      return await written(receiver, known, `/${intent.name} ${intent.rest}`.trim(), at);
    // "stop it hurting" asks for no silence: a command that takes no words is one only when it stands alone.
    if (intent.rest.trim() !== '' && !takesWords(wish))
      return await written(receiver, known, `${intent.name} ${intent.rest}`.trim(), at);
    return withHelp(known, intent.rest, await wished(receiver, known, wish, at, intent.rest));
  }
  if (intent.is === 'not-text') {
    const kindWord = answering(known, 'only-text-is-kept', {});
    const words = intent.caption?.trim() ?? '';
    // Words beneath a picture are words like any other.
    return words === '' ? { change: kindWord } : along(kindWord, await written(receiver, known, words, at));
  }
  return await written(receiver, known, intent.text, at);
}

/** In a shared place nothing of anybody is shown: the answer only says where to go. */
function inShared(incoming: Incoming): Meant | undefined {
  if (incoming.intent.is !== 'command' && incoming.intent.is !== 'start') return undefined;
  const { platform, tenant } = incoming.account;
  const place = { platform, tenant, chatId: incoming.chat.id };
  return {
    change: change({ outgoing: [{ to: '', place, screen: 'only-in-private', args: {}, mode: 'new' }] }),
  };
}

async function pressed(
  receiver: Receiver,
  known: Known,
  sheet: Answers | undefined,
  at: Moment,
): Promise<Meant> {
  const { button } = known;
  if (button === null || button.expiresAt.epochMilliseconds < at.now.epochMilliseconds) {
    return { change: answering(known, 'say', { id: 'button-no-longer-current', args: {} }) };
  }
  const by = whoPresses(known, button);
  if (by === undefined) return { change: answering(known, 'say', { id: 'button-not-for-you', args: {} }) };
  if (sheet !== undefined && by.is === 'person') {
    const opening = OpenFormArgs.parse(button.args);
    if (maySheet(known, opening.form)) return await sheetFilled(receiver, known, by, opening, sheet, at);
  }
  return await toOrder(receiver, known, by, { command: button.command, args: button.args }, at);
}

async function wished(receiver: Receiver, known: Known, wish: Wish, at: Moment, behind = ''): Promise<Meant> {
  // What always works is about whoever writes, also while they help somebody.
  const by = isOwn(wish) ? bySelf(known) : (byNow(known, undefined) ?? bySelf(known));
  return await withWordsBehind(receiver, known, by, wish, behind, at);
}

/** Free text: words of crisis bring help at once, and what was written is kept all the same. */
async function written(receiver: Receiver, known: Known, text: string, at: Moment): Promise<Meant> {
  const wish = isWriting(known)
    ? wishWhileWriting(text)
    : (linkWish(text) ?? inviteWish(text) ?? deskWish(text) ?? wishOf(text));
  if (wish !== undefined) return await wished(receiver, known, wish, at);
  return withHelp(known, text, await plainText(receiver, known, text, at));
}

/** In the middle of writing for oneself, where one word may be all that somebody has to say. */
function isWriting({ draft }: Known): boolean {
  return (
    draft !== null &&
    ['reflect', 'add-to-reflection', 'change-reflection', 'pair-message', 'concern'].includes(draft.form)
  );
}

/** What follows, and the help card before it if these words are words of crisis. */
function withHelp(known: Known, words: string, meant: Meant): Meant {
  const about = wantsHelp(words);
  return about === undefined ? meant : along(answering(known, 'help', { about }), meant);
}

/** What follows, with something more in the same commit, whether it is accepted or refused. */
export function along(first: Change, meant: Meant): Meant {
  if ('change' in meant) return { change: together(first, meant.change) };
  return {
    ...meant,
    onAccept: together(first, meant.onAccept ?? change({})),
    onRefuse: (refusal) => together(first, meant.onRefuse?.(refusal) ?? change({})),
  };
}

async function plainText(receiver: Receiver, known: Known, text: string, at: Moment): Promise<Meant> {
  const isMine = known.draft?.personId === known.person.id;
  const by = isMine ? bySelf(known) : (byNow(known, undefined) ?? bySelf(known));
  const draft = draftOf(known, by);
  // What a supporter writes outside any form is their own.
  const keep = () =>
    toOrder(receiver, known, bySelf(known), { command: 'not-understood', args: { text } }, at);
  if (draft === undefined || by.is !== 'person') return await outsideForms(receiver, known, text, keep, at);
  const go = wayOf(text);
  if (go !== undefined) {
    const args = { draftId: draft.id, question: draft.question, go };
    return await toOrder(receiver, known, by, { command: 'answer', args }, at);
  }
  const meant = await filled(receiver, known, by, { text, manner: 'written' }, at);
  // An answer that could not be taken saves nothing; what somebody had to tell is kept for them all the same.
  const isTaken = !('change' in meant) || meant.change.saves.length > 0;
  if (isTaken || known.person.state !== 'active' || !isMoreThanAnAnswer(text)) return meant;
  const kept = await keep();
  // The question stands last, with its buttons.
  return 'change' in kept ? along(kept.change, meant) : { ...kept, after: meant.change };
}

/** What answers no question: a friendly word is answered, somebody who feels low is met warmly, the rest is kept. */
async function outsideForms(
  receiver: Receiver,
  known: Known,
  text: string,
  keep: () => Promise<Meant>,
  at: Moment,
): Promise<Meant> {
  const { length } = text.trim();
  if (asksForHelp(text) && length <= AN_ANSWER) return onlyHelp;
  if (readsLikeCrisis(text) !== undefined) return length <= WORTH_KEEPING ? onlyHelp : await keep();
  if (feelsLow(text)) {
    const warmly = answering(known, 'small-talk', { said: 'low' });
    return length <= WORTH_KEEPING ? { change: warmly } : along(warmly, await keep());
  }
  const said = smallTalkOf(text);
  if (said === undefined) return await keep();
  // Somebody in the middle of arriving says "ok" to go on.
  if (said === 'hello' || known.person.state === 'arriving')
    return await wished(receiver, known, { command: 'show', args: { screen: 'home' } }, at);
  return { change: answering(known, 'small-talk', { said }) };
}

/** A plain call for help, or a few words of crisis, have the help card for their answer. */
const onlyHelp: Meant = { change: change({}) };

/** Longer than any time or place is written; our default. */
const AN_ANSWER = 60;

function isMoreThanAnAnswer(text: string): boolean {
  const { length } = text.trim();
  return length > AN_ANSWER || (length > WORTH_KEEPING && readsLikeCrisis(text) !== undefined);
}
