import { html } from 'hono/html';
import type { DeskProgramme } from '../../core/index.ts';
import { done, goTo, type Handler, idOf, newsOf, type Signed, shown, signed } from './handler.ts';
import { BASE, form, type Html, nothingHere, table, when, whenInWords } from './layout.ts';

const A_PAGE = 50;
/** Roles that are given at the desk. Who runs the place says who coordinates and who looks after safety. */
const ROLES = ['mentee', 'mentor', 'volunteer', 'referrer'] as const;
const STAFF = ['coordinator', 'safeguarding-lead', 'safeguarding-deputy'];
const LONGEST_LETTER = 1000;

type Person = NonNullable<Awaited<ReturnType<Signed['parts']['core']['desk']['person']>>>;
type OfPerson = Signed & { readonly person: Person };

/** Everybody of the programmes of whoever looks: names that people chose, and how to reach them. */
export const peoplePage = signed(async (asked) => {
  const { context, parts, holder, say } = asked;
  const after = Math.min(Math.max(0, Math.trunc(Number(context.req.query('after') ?? '0')) || 0), 100_000);
  const people = await parts.core.desk.people(holder, after, A_PAGE + 1);
  const heads = [
    say('desk-page-col-name', {}),
    say('desk-page-col-roles', {}),
    say('desk-page-col-state', {}),
    say('desk-page-col-reach', {}),
  ];
  const rows = people
    .slice(0, A_PAGE)
    .map((person) => [
      html`<a href="${BASE}/people/${person.id}">${person.name ?? say('desk-page-somebody', {})}</a>`,
      rolesOf(asked, person),
      stateOf(asked, person),
      say('desk-page-reach', { reach: person.reach }),
    ]);
  const more =
    people.length > A_PAGE
      ? html`<p><a href="${BASE}/people?after=${after + A_PAGE}">${say('desk-page-next', {})}</a></p>`
      : '';
  const list =
    rows.length === 0
      ? html`<p>${say('desk-page-people-none', {})}</p>`
      : table(say('desk-page-only-facts', {}), heads, rows);
  return await shown(asked, {
    title: say('desk-page-people', {}),
    body: html`${list}${more}`,
    news: newsOf(asked),
  });
});

function rolesOf({ say }: Signed, { roles }: Person): string {
  if (roles.length === 0) return say('desk-page-no-role', {});
  return roles
    .map(({ role, programme, site }) => {
      const where = site === null ? programme : say('desk-page-role-at', { programme, site });
      return say('desk-page-role-in', { role: say('desk-page-role', { role }), programme: where });
    })
    .join('; ');
}

function stateOf({ say }: Signed, { state, paused }: Person): string {
  return say('desk-page-state', { state: state === 'active' && paused ? 'paused' : state });
}

/** One person of theirs. For anybody else, and for nobody, there is nothing here. */
function ofPerson(answer: (asked: OfPerson) => Promise<Response>): Handler {
  return signed(async (asked) => {
    const id = idOf(asked);
    const person = id === undefined ? undefined : await asked.parts.core.desk.person(asked.holder, id);
    return person === undefined
      ? await nothingHere(asked.context, asked)
      : await answer({ ...asked, person });
  });
}

function nameOf({ say, person }: OfPerson): string {
  return person.name ?? say('desk-page-somebody', {});
}

/** Whoever runs or watches over a programme is not deleted by a coordinator. */
function isStaff({ roles }: Person): boolean {
  return roles.some(({ role }) => STAFF.includes(role));
}

export const personPage = ofPerson(async (asked) => {
  const { holder, person, say } = asked;
  const body = html`<dl>
  <dt>${say('desk-page-col-roles', {})}</dt><dd>${rolesOf(asked, person)}</dd>
  <dt>${say('desk-page-col-state', {})}</dt><dd>${stateOf(asked, person)}</dd>
  <dt>${say('desk-page-col-reach', {})}</dt><dd>${say('desk-page-reach', { reach: person.reach })}</dd>
  <dt>${say('desk-page-joined', {})}</dt><dd>${when(person.createdAt, holder)}</dd>
</dl>
<p class="soft">${say('desk-page-only-facts', {})}</p>
${await pairsView(asked)}
${person.state === 'active' ? await roleForm(asked) : ''}
${person.state === 'active' && person.reach === 'app' && person.id !== holder.person.id ? letterForm(asked) : ''}
${ownDataForms(asked)}`;
  return await shown(asked, { title: nameOf(asked), body, news: newsOf(asked) });
});

async function pairsView({ parts, holder, person, say }: OfPerson): Promise<Html> {
  const pairs = await parts.core.desk.pairs(holder, person.id);
  const nobody = say('desk-page-somebody', {});
  const items = pairs.map(({ mentor, mentee, state, nextAt }) => {
    const said = say('desk-page-pair', { mentor: mentor ?? nobody, mentee: mentee ?? nobody, state });
    const next =
      nextAt === null ? '' : html`<br>${say('desk-page-pair-next', { when: whenInWords(nextAt, holder) })}`;
    return html`<li>${said}${next}</li>`;
  });
  const list = items.length === 0 ? html`<p>${say('desk-page-pair-none', {})}</p>` : html`<ul>${items}</ul>`;
  return html`<h2>${say('desk-page-pairs', {})}</h2>${list}`;
}

async function roleForm({ parts, holder, person, say }: OfPerson): Promise<Html> {
  const programmes = (await parts.core.desk.programmes(holder)).filter(({ id }) =>
    holder.coordinates.includes(id),
  );
  return html`<h2>${say('desk-page-give-role', {})}</h2>${form(
    `/people/${person.id}/role`,
    html`<label for="role">${say('desk-page-which-role', {})}</label>
<select id="role" name="role">${ROLES.map((role) => html`<option value="${role}">${say('desk-page-role', { role })}</option>`)}</select>
<label for="programme">${say('desk-page-which-programme', {})}</label>
<select id="programme" name="programme">${programmes.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}</select>
${siteChoice(say, programmes)}
<p><button>${say('desk-page-give-role', {})}</button></p>`,
  )}`;
}

/** Where there are several sites and whoever gives the role sees them all. */
function siteChoice(say: Signed['say'], programmes: readonly DeskProgramme[]): Html | string {
  const sites = programmes.flatMap(({ sites: report }) =>
    report?.all === undefined ? [] : report.sites.filter(({ site }) => site !== null),
  );
  if (sites.length === 0) return '';
  return html`<label for="site">${say('desk-page-which-site', {})}</label>
<select id="site" name="site"><option value="">${say('desk-page-which-site-as-it-is', {})}</option>${sites.map(({ site, name }) => html`<option value="${site}">${name}</option>`)}</select>`;
}

function letterForm(asked: OfPerson): Html {
  const { person, say } = asked;
  return html`<h2>${say('desk-page-write', { name: nameOf(asked) })}</h2>${form(
    `/people/${person.id}/letter`,
    html`<label for="words">${say('desk-page-write-label', {})}</label>
<p class="soft" id="words-how">${say('desk-page-write-hint', {})}</p>
<textarea id="words" name="words" required maxlength="${LONGEST_LETTER}" aria-describedby="words-how"></textarea>
<p><button>${say('desk-page-write-send', {})}</button></p>`,
  )}`;
}

function ownDataForms({ person, say }: OfPerson): Html {
  const erase = isStaff(person)
    ? ''
    : html`<p class="soft">${say('desk-page-erase-more', {})}</p><p><a class="button quiet" href="${BASE}/people/${person.id}/erase">${say('desk-page-erase', {})}</a></p>`;
  return html`<h2>${say('desk-page-own-data', {})}</h2>
<p class="soft">${say('desk-page-copy-more', {})}</p>
${form(`/people/${person.id}/copy`, html`<button class="quiet">${say('desk-page-copy', {})}</button>`)}
${erase}`;
}

export const giveRole = ofPerson(async (asked) => {
  const { holder, person, fields } = asked;
  const { role = '', programme: programmeId = '', site = '' } = fields;
  const isRole = ROLES.some((each) => each === role);
  if (!isRole || !holder.coordinates.includes(programmeId)) return await nothingHere(asked.context, asked);
  const order = {
    command: 'give-role',
    args: { personId: person.id, programmeId, role, ...(site === '' ? {} : { site }) },
  };
  return await done(asked, order, { path: `/people/${person.id}` });
});

export const writeLetter = ofPerson(async (asked) => {
  const { person, fields } = asked;
  const words = (fields['words'] ?? '').trim();
  if (words === '' || words.length > LONGEST_LETTER) return goTo(asked, `/people/${person.id}`);
  const order = { command: 'write-letter', args: { toId: person.id, words } };
  return await done(asked, order, { path: `/people/${person.id}` });
});

export const sendCopy = ofPerson(async (asked) => {
  const order = { command: 'export-person', args: { personId: asked.person.id } };
  return await done(asked, order, { path: `/people/${asked.person.id}` });
});

export const erasePage = ofPerson(async (asked) => {
  const { person, say, context } = asked;
  if (isStaff(person)) return await nothingHere(context, asked);
  const body = html`<p>${say('desk-page-erase-what', {})}</p><p><strong>${say('desk-page-erase-more', {})}</strong></p>
${form(
  `/people/${person.id}/erase`,
  html`<label class="check"><input type="checkbox" name="asked" value="yes" required> ${say('desk-page-erase-check', {})}</label>
<div class="side"><button class="grave">${say('desk-page-erase-yes', {})}</button>
<a class="button quiet" href="${BASE}/people/${person.id}">${say('desk-page-erase-no', {})}</a></div>`,
)}`;
  return await shown(asked, { title: say('desk-page-erase-ask', { name: nameOf(asked) }), body });
});

export const erase = ofPerson(async (asked) => {
  const { person, fields, context } = asked;
  if (isStaff(person)) return await nothingHere(context, asked);
  if (fields['asked'] !== 'yes') return goTo(asked, `/people/${person.id}/erase`);
  const order = { command: 'erase-person', args: { personId: person.id } };
  return await done(asked, order, { path: '/people', said: 'erased' });
});
