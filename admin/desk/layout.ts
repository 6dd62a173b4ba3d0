import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Core, DeskHolder, TextArgs, TextId } from '../../core/index.ts';
import { mayOpen, type Route, WHO_MAY } from './who-may.ts';

/** Where the pages are mounted; every address on them begins with it. */
export const BASE = '/desk';

export type Html = ReturnType<typeof html>;

/** Words a text in the language of whoever looks. */
export type Say = <K extends TextId>(id: K, args: TextArgs[K]) => string;

export type Looking = { readonly say: Say; readonly holder: DeskHolder | undefined; readonly path: string };

export function sayIn({ texts }: Pick<Core, 'texts'>, holder: DeskHolder | undefined): Say {
  const language = holder?.person.language ?? 'en';
  return (id, args) => texts.say(language, id, args);
}

const PAGES = [
  ['GET /today', 'desk-page-today'],
  ['GET /people', 'desk-page-people'],
  ['GET /matching', 'desk-page-matching'],
  ['GET /concerns', 'desk-page-concerns'],
  ['GET /programmes', 'desk-page-programmes'],
  ['GET /audit', 'desk-page-audit'],
  ['GET /retention', 'desk-page-retention'],
  ['GET /what-we-keep', 'desk-page-kept'],
  ['GET /sessions', 'desk-page-sessions'],
] as const satisfies readonly (readonly [Route, TextId])[];

/** Pages that belong to another one, though their address does not say so. */
const BENEATH: Readonly<Record<string, readonly string[]>> = { '/matching': ['/drafts', '/matches'] };

export type Page = {
  readonly title: string;
  readonly body: Html;
  /** What just happened, said first. */
  readonly news?: string | undefined;
};

/** One whole page: no script, one style of our own. */
export function framed({ say, holder, path }: Looking, { title, body, news }: Page): Html {
  return html`<!doctype html>
<html lang="en-GB">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${title} · ${say('desk-page-name', {})}</title>
  <link rel="stylesheet" href="${BASE}/style.css">
</head>
<body>
<a class="skip" href="#main">${say('desk-page-skip', {})}</a>
<header>
  <p class="name">${say('desk-page-name', {})}</p>
  ${holder === undefined ? '' : navigation(say, holder, path)}
</header>
<main id="main" tabindex="-1">
  ${news === undefined ? '' : html`<p class="news" role="status">${news}</p>`}
  <h1>${title}</h1>
  ${body}
</main>
${holder === undefined ? '' : footer(say, holder)}
</body>
</html>`;
}

function navigation(say: Say, holder: DeskHolder, path: string): Html {
  const links = PAGES.filter(([route]) => mayOpen(WHO_MAY[route], holder)).map(([route, name]) => {
    const address = route.slice('GET '.length);
    const isHere = [address, ...(BENEATH[address] ?? [])].some(
      (at) => path === at || path.startsWith(`${at}/`),
    );
    return html`<li><a href="${BASE}${address}" ${isHere ? html`aria-current="page"` : ''}>${say(name, {})}</a></li>`;
  });
  return html`<nav aria-label="${say('desk-page-nav', {})}"><ul>${links}</ul></nav>`;
}

function footer(say: Say, { person }: DeskHolder): Html {
  return html`<footer>
  <p>${say('desk-page-signed-in-as', { name: person.name ?? '…' })}</p>
  ${form('/sign-out', html`<button class="quiet">${say('desk-page-sign-out', {})}</button>`)}
</footer>`;
}

export function form(action: string, inside: Html): Html {
  return html`<form method="post" action="${BASE}${action}">${inside}</form>`;
}

/** A moment on the reader's clock. */
export function when(iso: string, { person }: DeskHolder): Html {
  const words = new Date(iso).toLocaleString('en-GB', {
    timeZone: person.zone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return html`<time datetime="${iso}">${words}</time>`;
}

export function whenInWords(iso: string, { person }: DeskHolder): string {
  return new Date(iso).toLocaleString('en-GB', {
    timeZone: person.zone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
}

/** A day of the calendar, which is the same everywhere. */
export function dayInWords(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { timeZone: 'UTC', dateStyle: 'long' });
}

/** A table that a narrow screen lays out as a list: each cell knows its heading. */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (string | Html)[])[],
): Html {
  return html`<table><caption>${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell, index) => html`<td><span class="head" aria-hidden="true">${heads[index] ?? ''}</span>${cell}</td>`)}</tr>`)}</tbody>
</table>`;
}

/** The same words for what is not there and for what is another's. */
export async function nothingHere(context: Context, looking: Looking): Promise<Response> {
  const { say } = looking;
  const body = html`<p>${say('desk-page-nothing-here-more', {})}</p><p><a href="${BASE}">${say('desk-page-back', {})}</a></p>`;
  return context.html(await framed(looking, { title: say('desk-page-nothing-here', {}), body }), 404);
}
