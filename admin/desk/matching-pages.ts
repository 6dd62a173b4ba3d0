import { html } from 'hono/html';
import type { DeskMatch, DeskMatching, DeskWaiting } from '../../core/index.ts';
import { newsOf, type Signed, shown, signed } from './handler.ts';
import { BASE, type Html, table, when } from './layout.ts';

/** Longer lists are dealt with from their top: who waited longest. */
const MOST = 100;

/** Who waits, since when and why, and whom to confirm, programme by programme. */
export const matchingPage = signed(async (asked) => {
  const { parts, holder, say } = asked;
  const all = await parts.core.desk.matching(holder);
  const body = html`<p>${say('desk-page-matching-more', {})}</p>${all.map((each) => programmeView(asked, each))}`;
  return await shown(asked, { title: say('desk-page-matching', {}), body, news: newsOf(asked) });
});

function programmeView(asked: Signed, { id, name, toConfirm, mentees, mentors }: DeskMatching): Html {
  const { say, holder } = asked;
  const others = toConfirm.filter((match) => !isAboutThem(holder, match));
  const isNotThem = ({ personId }: DeskWaiting): boolean => personId !== holder.person.id;
  const confirm =
    others.length === 0
      ? html`<p>${say('desk-page-matching-none', {})}</p>`
      : html`<ul class="plain">${others.map((match) => html`<li>${matchLink(asked, match)}</li>`)}</ul>`;
  return html`<section class="card"><h2>${name}</h2>
<h3>${say('desk-page-matching-confirm', {})}</h3>${confirm}
<h3>${say('desk-page-draft', {})}</h3>
<p class="soft">${say('desk-page-draft-what', {})}</p>
<p><a class="button quiet" href="${BASE}/drafts/${id}">${say('desk-page-draft-look', {})}<span class="unseen"> ${name}</span></a></p>
<h3>${say('desk-page-waiting-mentees', {})}</h3>${waitingView(asked, mentees.filter(isNotThem), 'mentee')}
<h3>${say('desk-page-waiting-mentors', {})}</h3>${waitingView(asked, mentors.filter(isNotThem), 'mentor')}
</section>`;
}

/** Whether it is about whoever looks: that is for another coordinator to see and decide. */
export function isAboutThem(
  { person }: Signed['holder'],
  { menteeId, mentorId }: Pick<DeskMatch, 'menteeId' | 'mentorId'>,
): boolean {
  return person.id === menteeId || person.id === mentorId;
}

/** Two people by name, as a link to why they were brought together. */
export function matchLink({ say }: Signed, { id, mentee, mentor }: DeskMatch): Html {
  const nobody = say('desk-page-somebody', {});
  const two = say('desk-page-match-two', { mentee: mentee ?? nobody, mentor: mentor ?? nobody });
  return html`<a href="${BASE}/matches/${id}">${two}</a>`;
}

function waitingView(asked: Signed, waiting: readonly DeskWaiting[], as: 'mentee' | 'mentor'): Html {
  const { say, holder } = asked;
  if (waiting.length === 0) return html`<p>${say('desk-page-waiting-none', {})}</p>`;
  const heads = [say('desk-page-col-name', {}), say('desk-page-col-since', {}), say('desk-page-col-why', {})];
  const rows = waiting
    .slice(0, MOST)
    .map(({ personId, name, since, why }) => [
      html`<a href="${BASE}/people/${personId}">${name ?? say('desk-page-somebody', {})}</a>`,
      when(since, holder),
      say('desk-page-waiting-why', { why }),
    ]);
  return table(say('desk-page-waiting-more', { as, count: String(waiting.length) }), heads, rows);
}
