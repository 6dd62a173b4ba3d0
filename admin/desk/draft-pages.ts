import { html } from 'hono/html';
import { type DeskDraft, saySums, sayThread, type Text } from '../../core/index.ts';
import { areTheirs, done, type Handler, idOf, newsOf, type Signed, shown, signed } from './handler.ts';
import { BASE, form, type Html, nothingHere, table, when } from './layout.ts';
import { isAboutThem, matchLink } from './matching-pages.ts';

type Draft = DeskDraft & { readonly name: string };
type OfDraft = Signed & { readonly draft: Draft; readonly programmeId: string };

/** The draft of a programme of theirs. For anybody else there is nothing here. */
function ofDraft(answer: (asked: OfDraft) => Promise<Response>): Handler {
  return signed(async (asked) => {
    const id = idOf(asked);
    const draft = id === undefined ? undefined : await asked.parts.core.desk.draft(asked.holder, id);
    return draft === undefined || id === undefined
      ? await nothingHere(asked.context, asked)
      : await answer({ ...asked, draft: withoutThem(draft, asked.holder), programmeId: id });
  });
}

/** What is about whoever looks is not theirs to see; a thread adds up as a whole, or is left out. */
function withoutThem(draft: Draft, holder: Signed['holder']): Draft {
  const { id: own } = holder.person;
  const isOther = ({ id }: { readonly id: string }): boolean => id !== own;
  return {
    ...draft,
    pairs: draft.pairs.filter((match) => !isAboutThem(holder, match)),
    threads: draft.threads.filter(
      ({ differs }) =>
        !differs.some(({ menteeId, hereId, thereId }) => [menteeId, hereId, thereId].includes(own)),
    ),
    mentees: draft.mentees.filter(isOther),
    mentors: draft.mentors.filter(isOther),
  };
}

/** Everybody who waits, brought together at once: a draft to look at, to change and to send. Nobody has heard of it. */
export const draftPage = ofDraft(async (asked) => {
  const { draft, say } = asked;
  const body = html`<p><strong>${draft.name}</strong></p><p>${say('desk-page-draft-more', {})}</p>
${standsView(asked)}
${pairsView(asked)}
${addForm(asked)}
${differenceView(asked)}
<p><a href="${BASE}/matching">${say('desk-page-back', {})}</a></p>`;
  return await shown(asked, { title: say('desk-page-draft', {}), body, news: newsOf(asked) });
});

/** How far it has come, without a script: the page is looked at again. */
function standsView(asked: OfDraft): Html {
  const { draft, programmeId, say, holder } = asked;
  const { state, share, why, madeAt } = draft;
  if (state === 'queued' || state === 'drafting')
    return html`<h2>${say('desk-page-draft-working', {})}</h2>
<p><label for="share">${say('desk-page-draft-share', { share: String(share) })}</label><progress id="share" max="100" value="${share}">${share}</progress></p>
<p class="soft">${say('desk-page-draft-meanwhile', {})}</p>
<p><a class="button" href="${BASE}/drafts/${programmeId}">${say('desk-page-draft-again', {})}</a></p>`;
  const failed =
    state === 'failed' ? html`<p><strong>${say('draft-failed', { why: why ?? 'fault' })}</strong></p>` : '';
  const made = madeAt === null ? '' : html`<p>${say('desk-page-draft-made', {})} ${when(madeAt, holder)}</p>`;
  const label = say(state === 'none' ? 'desk-page-draft-make' : 'desk-page-draft-make-new', {});
  const ask = draft.mayAsk
    ? form(
        `/drafts/${programmeId}/ask`,
        html`<button class="${state === 'ready' ? 'quiet' : ''}">${label}</button>`,
      )
    : html`<p class="soft">${say('draft-of-all-sites', {})}</p>`;
  return html`${failed}${made}${ask}`;
}

/** Longer lists are shown in pages of so many, without a script. */
const A_PAGE = 200;

/** One page of a list, and the way to its others. `which` is what the address calls the page. */
function pageOf<T>(
  { context, programmeId, say }: OfDraft,
  all: readonly T[],
  which: 'page' | 'threads',
): { readonly shown: readonly T[]; readonly first: number; readonly ways: Html } {
  const pages = Math.max(1, Math.ceil(all.length / A_PAGE));
  const asked = Math.trunc(Number(context.req.query(which) ?? '1')) || 1;
  const page = Math.min(Math.max(1, asked), pages);
  const [first, shown] = [(page - 1) * A_PAGE, all.slice((page - 1) * A_PAGE, page * A_PAGE)];
  if (pages === 1) return { shown, first, ways: html`` };
  const way = (to: number, label: string): Html =>
    html`<a href="${BASE}/drafts/${programmeId}?${which}=${to}#${which}">${label}</a>`;
  const numbers = { first: String(first + 1), last: String(first + shown.length), all: String(all.length) };
  const ways = html`<p class="side"><span>${say('desk-page-draft-part', numbers)}</span>
${page > 1 ? way(page - 1, say('desk-page-draft-before', {})) : ''}
${page < pages ? way(page + 1, say('desk-page-next', {})) : ''}</p>`;
  return { shown, first, ways };
}

function pairsView(asked: OfDraft): Html {
  const { draft, say } = asked;
  if (draft.state === 'none') return html``;
  const head = html`<h2 id="page">${say('desk-page-draft-pairs', {})}</h2>`;
  const { pairs, mentees } = draft;
  const toSend = pairs.filter(({ state }) => state === 'drafted').length;
  const sums = { pairs: pairs.length, sent: pairs.length - toSend, waiting: mentees.length };
  const stands = html`<p>${say('desk-page-draft-now', sums)}</p>`;
  if (pairs.length === 0) return html`${head}<p>${say('desk-page-draft-empty', {})}</p>`;
  const { shown, ways } = pageOf(asked, pairs, 'page');
  const heads = [
    say('desk-page-draft-two', {}),
    say('desk-page-draft-points', {}),
    say('desk-page-draft-where', {}),
  ];
  const rows = shown.map((match) => [
    matchLink(asked, match),
    String(match.score),
    say('desk-page-draft-stands', { state: match.state }),
  ]);
  return html`${head}${stands}
${table(say('desk-page-draft-pairs-more', {}), heads, rows)}${ways}
${toSend > 0 && !isBeingMade(draft) ? sendForm(asked) : ''}`;
}

/** A new one is on its way, and this one goes when it is there: it is not changed or sent any more. */
function isBeingMade({ state }: Draft): boolean {
  return state === 'queued' || state === 'drafting';
}

function sendForm({ programmeId, say }: OfDraft): Html {
  return form(
    `/drafts/${programmeId}/offer`,
    html`<p class="soft" id="offer-how">${say('desk-page-draft-offer-more', {})}</p>
<button aria-describedby="offer-how">${say('desk-page-draft-offer', {})}</button>`,
  );
}

/** More than so many names are no choice; those who waited longest are dealt with first. */
const MOST_CHOICES = 500;

function addForm({ draft, programmeId, say }: OfDraft): Html {
  const { mentees, mentors, state } = draft;
  if (state === 'none' || isBeingMade(draft) || mentees.length === 0 || mentors.length === 0) return html``;
  const options = (all: Draft['mentees']) =>
    all
      .slice(0, MOST_CHOICES)
      .map(({ id, name }) => html`<option value="${id}">${name ?? say('desk-page-somebody', {})}</option>`);
  return html`<h2>${say('desk-page-draft-add', {})}</h2>${form(
    `/drafts/${programmeId}/add`,
    html`<label for="mentee">${say('desk-page-match-mentee', {})}</label>
<select id="mentee" name="mentee">${options(mentees)}</select>
<label for="mentor">${say('desk-page-match-mentor', {})}</label>
<select id="mentor" name="mentor">${options(mentors)}</select>
<p><button class="quiet">${say('desk-page-draft-add-do', {})}</button></p>`,
  )}`;
}

/** What would be if whoever waited longest picked first, in words that add up. */
function differenceView(asked: OfDraft): Html {
  const { draft, parts, holder, say } = asked;
  if (draft.madeAt === null) return html``;
  const worded = (words: Text) => parts.core.texts.render(holder.person.language, words);
  const nameOf = (id: string) => draft.names.get(id) ?? say('desk-page-somebody', {});
  const sums =
    draft.summary === null ? [] : saySums(draft.summary).map((words) => html`<p>${worded(words)}</p>`);
  const { shown, first, ways } = pageOf(asked, draft.threads, 'threads');
  const threads = shown.map(
    (thread) => html`<li>${sayThread(thread, nameOf).map((words) => html`<p>${worded(words)}</p>`)}</li>`,
  );
  const list =
    threads.length === 0
      ? html`<p>${say('draft-differs-none', {})}</p>`
      : html`<ol class="board" start="${first + 1}">${threads}</ol>${ways}`;
  return html`<h2 id="threads">${say('draft-differs-head', {})}</h2>
<p class="soft">${say('desk-page-draft-differs-more', {})}</p>${sums}${list}`;
}

function pressed(command: 'ask-for-draft' | 'offer-draft', said: 'asked' | 'offered') {
  return ofDraft(async (asked) => {
    const { programmeId } = asked;
    return await done(asked, { command, args: { programmeId } }, { path: `/drafts/${programmeId}`, said });
  });
}
export const askForDraft = pressed('ask-for-draft', 'asked');
export const offerDraft = pressed('offer-draft', 'offered');

export const addDrafted = ofDraft(async (asked) => {
  const { programmeId, fields, context } = asked;
  const { mentee: menteeId = '', mentor: mentorId = '' } = fields;
  // A choice may have gone meanwhile: then it is said why.
  if (!(await areTheirs(asked, [menteeId, mentorId]))) return await nothingHere(context, asked);
  const order = { command: 'add-drafted', args: { programmeId, menteeId, mentorId } };
  return await done(asked, order, { path: `/drafts/${programmeId}` });
});
