import { html } from 'hono/html';
import { newsOf, type Signed, shown, signed } from './handler.ts';
import { form, table, when } from './layout.ts';

const MOST_ENTRIES = 200;
const DAYS_OF_YEAR = 365;

/** How long each kind of data is kept, and what the last night deleted. */
export const retentionPage = signed(async (asked) => {
  const { parts, holder, say } = asked;
  const heads = [
    say('desk-page-col-what', {}),
    say('desk-page-col-days', {}),
    say('desk-page-col-ran', {}),
    say('desk-page-col-removed', {}),
  ];
  const rows = (await parts.core.desk.retention(holder)).map(({ what, days, ranAt, removed }) => [
    what,
    days % DAYS_OF_YEAR === 0
      ? say('desk-page-years', { years: days / DAYS_OF_YEAR })
      : say('desk-page-days', { days }),
    ranAt === null ? say('desk-page-never', {}) : when(ranAt, holder),
    removed === null ? '–' : String(removed),
  ]);
  const body = table(say('desk-page-retention-more', {}), heads, rows);
  return await shown(asked, { title: say('desk-page-retention', {}), body });
});

/** What coordinators did and saw in their own programmes. */
export const auditPage = signed((asked) => auditWith(asked, newsOf(asked)));

async function auditWith(asked: Signed, news: string | undefined): Promise<Response> {
  const { parts, holder, say } = asked;
  const heads = [
    say('desk-page-col-when', {}),
    say('desk-page-col-who', {}),
    say('desk-page-col-done', {}),
    say('desk-page-col-whom', {}),
  ];
  const nobody = say('desk-page-somebody', {});
  const rows = (await parts.core.desk.audit(holder, MOST_ENTRIES)).map(({ at, who, action, whom }) => [
    when(at, holder),
    who === null || who === '' ? nobody : who,
    action,
    whom ?? '–',
  ]);
  const list =
    rows.length === 0
      ? html`<p>${say('desk-page-audit-none', {})}</p>`
      : table(say('desk-page-audit-more', {}), heads, rows);
  const check = form('/audit/verify', html`<button class="quiet">${say('desk-page-verify', {})}</button>`);
  return await shown(asked, { title: say('desk-page-audit', {}), body: html`${check}${list}`, news });
}

/** Walks the whole chain, every link of it. */
export const verifyAudit = signed(async (asked) => {
  const { links, broken } = await asked.parts.core.desk.verify();
  const said =
    broken.length === 0
      ? asked.say('desk-page-verified', { links: String(links) })
      : asked.say('desk-page-broken', { broken: String(broken.length) });
  return await auditWith(asked, said);
});

/** Every table that is kept, as the printed list says it. */
export const keptPage = signed(async (asked) => {
  const { parts, say } = asked;
  const heads = [
    say('desk-page-col-table', {}),
    say('desk-page-col-about', {}),
    say('desk-page-col-kept', {}),
    say('desk-page-col-stays', {}),
  ];
  const rows = parts.core.desk
    .kept()
    .map(({ table: name, about, kept, whyItStays }) => [
      name.replaceAll('_', ' '),
      about,
      kept,
      whyItStays === '' ? say('desk-page-all-goes', {}) : whyItStays,
    ]);
  const body = table(say('desk-page-kept-more', {}), heads, rows);
  return await shown(asked, { title: say('desk-page-kept', {}), body });
});
