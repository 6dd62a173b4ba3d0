import { html } from 'hono/html';
import type { Piece } from '../phones/phone.ts';
import type { Html } from './page-parts.ts';

/** Words with what their app makes of them. Only web and mail addresses become links. */
export function wordsView(words: readonly Piece[]): Html[] {
  return words.map((piece) => {
    if (piece.is === 'link') return linkView(piece.text, piece.address);
    if (piece.is === 'words') return html`${piece.text}`;
    if (piece.is === 'strong') return html`<b>${piece.text}</b>`;
    return html`<span class="${piece.is}">${piece.text}</span>`;
  });
}

function linkView(text: string, address: string): Html {
  const { protocol = '' } = URL.parse(address) ?? {};
  if (protocol === 'mailto:') return html`<a href="${address}">${text}</a>`;
  if (protocol !== 'https:' && protocol !== 'http:') return html`${text}`;
  return html`<a href="${address}" target="_blank" rel="noopener noreferrer">${text}</a>`;
}
