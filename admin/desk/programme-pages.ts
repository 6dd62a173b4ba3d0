import { html } from 'hono/html';
import type { AtSite, DeskProgramme } from '../../core/index.ts';
import { type Signed, shown, signed } from './handler.ts';
import { BASE, dayInWords, type Html, table, when } from './layout.ts';

/** What each of their programmes has, and what it lacks before it takes people in. */
export const programmesPage = signed(async (asked) => {
  const { parts, holder, say } = asked;
  const programmes = await parts.core.desk.programmes(holder);
  const body = html`<p>${say('desk-page-programmes-more', {})}</p>${programmes.map((each) => programmeView(asked, each))}`;
  return await shown(asked, { title: say('desk-page-programmes', {}), body });
});

function programmeView(asked: Signed, programme: DeskProgramme): Html {
  const { say } = asked;
  const { name, hours } = programme;
  return html`<section class="card"><h2>${name}</h2>
${openView(asked, programme)}
${sitesView(asked, programme)}
<h3>${say('desk-page-programme-team', {})}</h3>
${teamView(asked, programme)}
<p>${hours === undefined ? say('desk-page-programme-no-hours', {}) : say('desk-page-programme-hours', { hours })}</p>
<h3>${say('desk-page-programme-card', {})}</h3>
${cardView(asked, programme)}
<h3>${say('desk-page-definition', {})}</h3>
<p class="soft">${say('desk-page-definition-what', {})}</p>
<p><a class="button quiet" href="${BASE}/programmes/${programme.id}">${say('desk-page-definition-look', {})}<span class="unseen"> ${name}</span></a></p>
</section>`;
}

/** How it stands at each site that they see, and in all for whoever sees the whole programme. */
function sitesView({ say }: Signed, { sites: report }: DeskProgramme): Html | string {
  if (report === undefined) return '';
  const heads = [
    say('desk-page-sites-site', {}),
    say('desk-page-sites-pairs', {}),
    say('desk-page-sites-waiting', {}),
    say('desk-page-sites-free', {}),
    say('desk-page-sites-enquiries', {}),
    say('desk-page-sites-held', {}),
  ];
  const few = (count: number | null): string =>
    count === null ? say('desk-page-sites-few', {}) : String(count);
  const row = (name: string, each: Omit<AtSite, 'site' | 'name'>): string[] => [
    name,
    few(each.pairs),
    String(each.waiting),
    String(each.mentorsFree),
    few(each.enquiries),
    few(each.held),
  ];
  const rows = report.sites.map((each) =>
    row(each.site === null ? say('desk-page-sites-none', {}) : each.name, each),
  );
  const all = report.all === undefined ? [] : [row(say('desk-page-sites-all', {}), report.all)];
  return html`<h3>${say('desk-page-sites', {})}</h3>${table(say('desk-page-sites-few-means', {}), heads, [...rows, ...all])}`;
}

function openView({ say, holder }: Signed, { openedAt, missing }: DeskProgramme): Html {
  const lacks = missing.map((what) => html`<li>${say('desk-page-programme-lacks', { what })}</li>`);
  const lacking =
    lacks.length === 0
      ? ''
      : html`<p><strong>${say('desk-page-programme-lacks-head', {})}</strong></p><ul>${lacks}</ul>`;
  if (openedAt !== null)
    return html`<p>${say('desk-page-programme-open', {})} ${when(openedAt, holder)}</p>${lacking}`;
  const ready = missing.length === 0 ? html`<p>${say('desk-page-programme-ready', {})}</p>` : lacking;
  return html`<p><strong>${say('desk-page-programme-not-open', {})}</strong></p>${ready}`;
}

function teamView({ say, holder }: Signed, { team }: DeskProgramme): Html {
  if (team.length === 0) return html`<p>${say('desk-page-programme-nobody', {})}</p>`;
  const items = team.map(({ role, name, awayUntil, canBeAsked }) => {
    const away =
      awayUntil === null ? '' : html`<br>${say('desk-page-programme-away', {})} ${when(awayUntil, holder)}`;
    const unasked = canBeAsked ? '' : html`<br><strong>${say('desk-page-programme-not-asked', {})}</strong>`;
    return html`<li>${say('desk-page-role', { role })}: ${name ?? say('desk-page-somebody', {})}${away}${unasked}</li>`;
  });
  return html`<ul>${items}</ul>`;
}

function cardView({ say }: Signed, { helpCard }: DeskProgramme): Html {
  const { approval, version, by, on } = helpCard;
  const last =
    by === undefined || on === undefined
      ? ''
      : html`<p class="soft">${say('desk-page-programme-approved', { name: by, day: dayInWords(on) })}</p>`;
  const how =
    approval === 'holds'
      ? ''
      : html`<p class="soft">${say('desk-page-programme-approve-how', { version })}</p>`;
  return html`<p>${say('desk-page-programme-approval', { approval })}</p>${last}${how}`;
}
