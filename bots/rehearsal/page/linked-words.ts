import { html } from 'hono/html';
import type { Shown } from '../telegram/shown.ts';
import type { Html } from './page-parts.ts';

/** The words of a message, with what the app makes clickable in them. Only web and mail addresses become links. */
export function linkedWords({ text, entities }: Pick<Shown, 'text' | 'entities'>): Html[] {
  const pieces: Html[] = [];
  let at = 0;
  for (const { type, offset, length } of entities) {
    if (offset < at) continue;
    const words = text.slice(offset, offset + length);
    pieces.push(html`${text.slice(at, offset)}${asShown(type, words)}`);
    at = offset + length;
  }
  return [...pieces, html`${text.slice(at)}`];
}

function asShown(type: string, words: string): Html {
  if (type === 'email') return html`<a href="mailto:${words}">${words}</a>`;
  if (type === 'bot_command') return html`<span class="command">${words}</span>`;
  if (type !== 'url') return html`${words}`;
  const address = /^[a-z]+:\/\//i.test(words) ? words : `https://${words}`;
  const { protocol = '' } = URL.parse(address) ?? {};
  if (protocol !== 'https:' && protocol !== 'http:') return html`${words}`;
  return html`<a href="${address}" target="_blank" rel="noopener noreferrer">${words}</a>`;
}
