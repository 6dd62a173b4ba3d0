import { html } from 'hono/html';
import type { SeenFile } from '../phones/phone.ts';
import { icons } from './icons.ts';
import { BASE, type Html, type Say } from './page-parts.ts';

/** A file as it stands in a chat: to be downloaded, or told by its kind. */
export function fileView(phoneId: string, { kind, id, name, size }: SeenFile, say: Say): Html {
  if (kind === 'voice')
    return html`<div class="voice">${icons.voice}<span class="wave" aria-hidden="true"></span>${say('rehearsal-voice', {})}</div>`;
  if (kind === 'photo') return html`<div class="photo">${icons.photo}${say('rehearsal-photo', {})}</div>`;
  if (kind === 'sticker') return html`<div class="photo">${say('rehearsal-sticker', {})}</div>`;
  const address = `${BASE}/phones/${phoneId}/files/${encodeURIComponent(id)}`;
  return html`<a class="file" href="${address}" download="${name}" aria-label="${say('rehearsal-download', { name })}">
    <span class="file-icon">${icons.file}</span><span>${name}<small>${(size / 1024).toFixed(1)} KB</small></span></a>`;
}
