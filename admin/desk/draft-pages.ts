import { html } from 'hono/html';
import { type DeskDraft, saySums, sayThread, type Text } from '../../core/index.ts';
import { done, type Handler, idOf, newsOf, type Signed, shown, signed } from './handler.ts';
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

function pairsView(asked: OfDraft): Html {
  const { draft, programmeId, say } = asked;
  if (draft.state === 'none') return html``;
  if (draft.pairs.length === 0)
    return html`<h2>${say('desk-page-draft-pairs', {})}</h2><p>${say('desk-page-draft-empty', {})}</p>`;
  const heads = [say('desk-page-draft-two', {}), say('desk-page-draft-points', {})];
  const rows = draft.pairs.map((match) => [matchLink(asked, match), String(match.score)]);
  return html`<h2>${say('desk-page-draft-pairs', {})}</h2>
${table(say('desk-page-draft-pairs-more', {}), heads, rows)}
${form(
  `/drafts/${programmeId}/offer`,
  html`<p class="soft" id="offer-how">${say('desk-page-draft-offer-more', {})}</p>
<button aria-describedby="offer-how">${say('desk-page-draft-offer', {})}</button>`,
)}`;
}

function addForm({ draft, programmeId, say }: OfDraft): Html {
  const { mentees, mentors, state } = draft;
  if (state === 'none' || mentees.length === 0 || mentors.length === 0) return html``;
  const options = (all: Draft['mentees']) =>
    all.map(({ id, name }) => html`<option value="${id}">${name ?? say('desk-page-somebody', {})}</option>`);
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
function differenceView({ draft, parts, holder, say }: OfDraft): Html {
  if (draft.madeAt === null) return html``;
  const worded = (words: Text) => parts.core.texts.render(holder.person.language, words);
  const nameOf = (id: string) => draft.names.get(id) ?? say('desk-page-somebody', {});
  const sums =
    draft.summary === null ? [] : saySums(draft.summary).map((words) => html`<p>${worded(words)}</p>`);
  const threads = draft.threads.map(
    (thread) => html`<li>${sayThread(thread, nameOf).map((words) => html`<p>${worded(words)}</p>`)}</li>`,
  );
  const list =
    threads.length === 0
      ? html`<p>${say('draft-differs-none', {})}</p>`
      : html`<ol class="board">${threads}</ol>`;
  return html`<h2>${say('draft-differs-head', {})}</h2>
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
  const { draft, programmeId, fields, context } = asked;
  const { mentee: menteeId = '', mentor: mentorId = '' } = fields;
  const isThere = (all: Draft['mentees'], id: string) => all.some((each) => each.id === id);
  if (!isThere(draft.mentees, menteeId) || !isThere(draft.mentors, mentorId))
    return await nothingHere(context, asked);
  const order = { command: 'add-drafted', args: { programmeId, menteeId, mentorId } };
  return await done(asked, order, { path: `/drafts/${programmeId}` });
});
