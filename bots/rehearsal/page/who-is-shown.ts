import { html } from 'hono/html';
import type { Phone } from '../phones/phone.ts';
import { BASE, type Html, type PageParts, type Say } from './page-parts.ts';

const EVERYBODY = 'everybody';

/** Who is looked at, and how the address says so. */
export type Shown = { readonly who: string; readonly phones: readonly Phone[] };

/** Reads `who` of an address: the name of a view, or ids of phones. What nobody knows is passed over. */
export function shownBy({ phones, views }: PageParts, who: string | undefined): Shown {
  const all = phones.all();
  const named = views.find(({ name }) => name === who);
  const ids = named?.phones ?? (who ?? '').split(',');
  if (who === EVERYBODY) return { who, phones: all };
  const found = inOrder(all, ids);
  if (found.length > 0) return { who: named?.name ?? found.map(({ id }) => id).join(), phones: found };
  const [first] = views;
  if (first === undefined) return { who: EVERYBODY, phones: all };
  return { who: first.name, phones: inOrder(all, first.phones) };
}

function inOrder(all: readonly Phone[], ids: readonly string[]): Phone[] {
  return [...new Set(ids)].flatMap((id) => all.find((phone) => phone.id === id) ?? []);
}

/** The address of the page with these people on it. */
export function addressOf({ views }: PageParts, who: string): string {
  return who === views[0]?.name ? BASE : `${BASE}?who=${encodeURIComponent(who)}`;
}

/** The same people and one more. */
export function withAlso({ who, phones }: Shown, id: string): string {
  return who === EVERYBODY ? who : [...phones.map((phone) => phone.id), id].join();
}

/** Links that say who is to be seen: a few that fit together, and everybody one by one. */
export function whoLinks(parts: PageParts, shown: Shown, say: Say): Html {
  const names = [...parts.views.map(({ name }) => name), EVERYBODY] as const;
  return html`<nav class="who" aria-label="${say('rehearsal-who', {})}">
  <ul>${names.map(
    (name) =>
      html`<li><a href="${addressOf(parts, name)}" ${current(name === shown.who)}>${say('rehearsal-view', { view: name })}</a></li>`,
  )}</ul>
  <details class="pop choose-who">
    <summary>${say('rehearsal-choose-who', {})}</summary>
    <ul class="sheet">${parts.phones.all().map((phone) => personLink(parts, shown, phone, say))}</ul>
  </details>
</nav>`;
}

function personLink(parts: PageParts, { phones }: Shown, { id, name, app }: Phone, say: Say): Html {
  const ids = phones.map((phone) => phone.id);
  const isThere = ids.includes(id);
  const others = isThere ? ids.filter((other) => other !== id) : [...ids, id];
  const words = say('rehearsal-phone-of', { name, app });
  if (isThere && others.length === 0) return html`<li><span>${words}</span></li>`;
  const label = say(isThere ? 'rehearsal-hide' : 'rehearsal-show', { who: words });
  return html`<li><a href="${addressOf(parts, others.join())}" class="${isThere ? 'there' : ''}"><span class="dot ${app}" aria-hidden="true"></span>${label}</a></li>`;
}

function current(is: boolean): Html {
  return is ? html`aria-current="page"` : html``;
}
