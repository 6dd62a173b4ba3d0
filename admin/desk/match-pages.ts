import { html } from 'hono/html';
import type { DeskMatchInFull } from '../../core/index.ts';
import {
  areTheirs,
  done,
  type Handler,
  idOf,
  type News,
  newsOf,
  type Signed,
  shown,
  signed,
} from './handler.ts';
import { BASE, form, type Html, nothingHere } from './layout.ts';
import { isAboutThem } from './matching-pages.ts';

/** More than so many names are no choice; those who suit best come first. */
const MOST_CHOICES = 100;

type OfMatch = Signed & { readonly match: DeskMatchInFull };

/** One match of theirs that is open, and about others. For anybody else, and for nobody, there is nothing here. */
function ofMatch(answer: (asked: OfMatch) => Promise<Response>): Handler {
  return signed(async (asked) => {
    const id = idOf(asked);
    const match = id === undefined ? undefined : await asked.parts.core.desk.match(asked.holder, id);
    return match === undefined || isAboutThem(asked.holder, match)
      ? await nothingHere(asked.context, asked)
      : await answer({ ...asked, match });
  });
}

/** Two people, why they were brought together factor by factor, and what can be decided (MAT-09). */
export const matchPage = ofMatch(async (asked) => {
  const { match, parts, holder, say } = asked;
  const { mentee, mentor } = namesOf(asked);
  const why = match.why.map(
    (line) => html`<li>${parts.core.texts.render(holder.person.language, line)}</li>`,
  );
  const body = html`<p>${say('desk-page-match-stands', { state: match.state })}</p>
<dl>
  <dt>${say('desk-page-match-mentee', {})}</dt><dd><a href="${BASE}/people/${match.menteeId}">${mentee}</a></dd>
  <dt>${say('desk-page-match-mentor', {})}</dt><dd><a href="${BASE}/people/${match.mentorId}">${mentor}</a><br>${say('match-has', { name: mentor, count: match.has })}</dd>
</dl>
<h2>${say('desk-page-match-why', {})}</h2>
<p class="soft">${say('desk-page-match-why-more', {})}</p>
<ul>${why}</ul>
${decideForms(asked)}
${match.state === 'drafted' ? draftForms(asked) : ''}
<p><a href="${BASE}${backOf(asked)}">${say('desk-page-back', {})}</a></p>`;
  const title = say('desk-page-match-two', { mentee, mentor });
  return await shown(asked, { title, body, news: newsOf(asked) });
});

function namesOf({ match, say }: OfMatch): { readonly mentee: string; readonly mentor: string } {
  const nobody = say('desk-page-somebody', {});
  return { mentee: match.mentee ?? nobody, mentor: match.mentor ?? nobody };
}

function backOf({ match }: OfMatch): string {
  return match.isOfDraft ? `/drafts/${match.programmeId}` : '/matching';
}

function press({ match }: OfMatch, word: string, label: string, look: string): Html {
  return form(`/matches/${match.id}/${word}`, html`<button class="${look}">${label}</button>`);
}

function decideForms(asked: OfMatch): Html {
  const { match, say } = asked;
  const mayConfirm = match.state === 'accepted' || match.state === 'drafted';
  return html`<h2>${say('desk-page-match-decide', {})}</h2>
<p class="soft">${say(mayConfirm ? 'desk-page-match-decide-more' : 'desk-page-match-aside-more', {})}</p>
<div class="side">
${mayConfirm ? press(asked, 'confirm', say('match-button-confirm', {}), '') : ''}
${press(asked, 'aside', say('match-button-aside', {}), 'quiet')}
</div>`;
}

function draftForms(asked: OfMatch): Html {
  const { match, say } = asked;
  if (match.isBeingMade)
    return html`<h2>${say('desk-page-match-draft', {})}</h2><p>${say('draft-being-made', {})}</p>`;
  const options = match.others
    .slice(0, MOST_CHOICES)
    .map(({ id, name }) => html`<option value="${id}">${name ?? say('desk-page-somebody', {})}</option>`);
  const swap =
    options.length === 0
      ? ''
      : form(
          `/matches/${match.id}/swap`,
          html`<label for="mentor">${say('desk-page-match-swap', {})}</label>
<select id="mentor" name="mentor">${options}</select>
<p><button class="quiet">${say('desk-page-match-swap-do', {})}</button></p>`,
        );
  return html`<h2>${say('desk-page-match-draft', {})}</h2>
<p class="soft">${say('desk-page-match-draft-more', {})}</p>
<div class="side">
${press(asked, 'offer', say('desk-page-match-offer', {}), 'quiet')}
${press(asked, 'out', say('desk-page-match-out', {}), 'quiet')}
</div>${swap}`;
}

function pressed(command: string, said?: News) {
  return ofMatch(async (asked) => {
    const { match } = asked;
    const after = said === undefined ? { path: backOf(asked) } : { path: backOf(asked), said };
    return await done(asked, { command, args: { matchId: match.id } }, after);
  });
}
export const confirmMatch = pressed('confirm-match', 'confirmed');
export const setAside = pressed('set-match-aside', 'aside');
export const offerMatch = pressed('offer-drafted', 'offered');
export const takeOut = pressed('take-out-drafted');

export const swapMatch = ofMatch(async (asked) => {
  const { match, fields, context } = asked;
  const mentorId = fields['mentor'] ?? '';
  // A choice may have gone meanwhile: then it is said why.
  if (!(await areTheirs(asked, [mentorId]))) return await nothingHere(context, asked);
  const order = { command: 'swap-drafted', args: { matchId: match.id, mentorId } };
  return await done(asked, order, { path: backOf(asked) });
});
