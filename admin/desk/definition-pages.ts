import { html } from 'hono/html';
import { type DeskDefinition, saidTo } from '../../core/index.ts';
import { idOf, type Signed, shown, signed } from './handler.ts';
import { BASE, type Html, nothingHere, type Say, table, when } from './layout.ts';

/** What a programme goes by: what is in force, since when, and which of its numbers are our defaults. */
export const definitionPage = signed(async (asked) => {
  const { parts, holder, say, context } = asked;
  const id = idOf(asked);
  const found = id === undefined ? undefined : await parts.core.desk.definition(holder, id);
  if (found === undefined) return await nothingHere(context, asked);
  const { document } = found;
  const body = html`${sinceView(asked, found)}
${mannerView(asked, found)}
${trainingView(asked, document)}
${matchingView(asked, document)}
<h2>${say('desk-page-definition-numbers', {})}</h2>
${numbersView(asked, found)}
<p><a href="${BASE}/programmes">${say('desk-page-back', {})}</a></p>`;
  return await shown(asked, { title: document.name, body });
});

type Document = DeskDefinition['document'];

function sinceView({ say, holder }: Signed, { version, since, loadedBy }: DeskDefinition): Html {
  const by = loadedBy === undefined ? '' : say('desk-page-definition-by', { who: loadedBy });
  return html`<p>${say('desk-page-definition-version', { version: String(version) })} ${when(since, holder)}. ${by}</p>`;
}

function mannerView({ say }: Signed, { document, sites }: DeskDefinition): Html {
  const { model, weight, supports, ending } = document;
  const offers = supports.map((kind) => say('desk-page-definition-support', { kind })).join(', ');
  return html`<dl>
<dt>${say('desk-page-definition-model', {})}</dt>
<dd>${say('desk-page-definition-models', { model })}<br>${say('desk-page-definition-weight', { weight })}</dd>
<dt>${say('desk-page-definition-supports', {})}</dt><dd>${offers}</dd>
${sites.length === 0 ? '' : html`<dt>${say('desk-page-definition-sites', {})}</dt><dd>${sites.join('; ')}</dd>`}
<dt>${say('desk-page-definition-ending', {})}</dt><dd>${endsAs(say, ending)}</dd>
</dl>`;
}

function endsAs(say: Say, ending: Document['ending']): string {
  const { policy } = ending;
  if (policy === 'date') return say('desk-page-definition-ends', { policy, weeks: String(ending.weeks) });
  const weeks = policy === 'review' ? String(ending.everyWeeks) : '';
  return say('desk-page-definition-ends', { policy, weeks });
}

function trainingView({ say }: Signed, { training, gates }: Document): Html {
  const modules = training.modules.map(({ name, refreshMonths }) =>
    refreshMonths === undefined
      ? name
      : `${name} (${say('desk-page-definition-refresh', { months: String(refreshMonths) })})`,
  );
  const check = training.disclosure;
  const held = [...gates.map(({ name }) => name), ...(check === undefined ? [] : [check.name])];
  return html`${listed(say('desk-page-definition-modules', {}), modules)}${listed(say('desk-page-definition-gates', {}), held)}`;
}

function matchingView({ say, holder }: Signed, { matching }: Document): Html {
  const { language } = holder.person;
  const heads = [say('desk-page-definition-factor', {}), say('desk-page-definition-weighs', {})];
  const rows = matching.factors.map(({ says, weight }) => [saidTo(says, language), String(weight)]);
  const needs = matching.hardNeeds.map(({ says }) => saidTo(says, language));
  const factors = say('desk-page-definition-factors', {});
  return html`${rows.length === 0 ? '' : html`<h2>${factors}</h2>${table('', heads, rows)}`}${listed(say('desk-page-definition-needs', {}), needs)}`;
}

function numbersView({ say }: Signed, { numbers }: DeskDefinition): Html {
  const heads = [
    say('desk-page-col-what', {}),
    say('desk-page-definition-now', {}),
    say('desk-page-definition-whose', {}),
  ];
  const rows = numbers.map(({ path, values, isOurs }) => [
    html`${say('desk-page-number', { what: path.replaceAll('.', '-') })}<br><code class="soft">${path}</code>`,
    values.join(', '),
    isOurs
      ? html`<strong>${say('desk-page-definition-ours', {})}</strong>`
      : say('desk-page-definition-theirs', {}),
  ]);
  return table(say('desk-page-definition-numbers-more', {}), heads, rows);
}

function listed(title: string, items: readonly string[]): Html | string {
  if (items.length === 0) return '';
  return html`<h2>${title}</h2><ul>${items.map((each) => html`<li>${each}</li>`)}</ul>`;
}
