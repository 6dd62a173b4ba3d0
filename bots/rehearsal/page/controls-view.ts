import { html } from 'hono/html';
import type { SeenButton, SeenMessage, SeenSelect } from '../phones/phone.ts';
import type { Html } from './page-parts.ts';
import { actionOf, type PhoneParts } from './phone-parts.ts';

export function buttonRows(parts: PhoneParts, { id, buttons }: SeenMessage): Html {
  return html`<form class="keys" method="post" action="${actionOf(parts, 'press')}" data-live>
    <input type="hidden" name="message" value="${id}">
    ${buttons.map((row) => html`<div class="row">${row.map(buttonView)}</div>`)}
  </form>`;
}

function buttonView({ label, press, address, style }: SeenButton): Html {
  const isWeb = address !== undefined && /^https?:\/\//i.test(address);
  if (isWeb)
    return html`<a class="key" href="${address}" target="_blank" rel="noopener noreferrer">${label}</a>`;
  if (press === undefined) return html`<button disabled>${label}</button>`;
  return html`<button class="${style}" name="press" value="${press}">${label}</button>`;
}

/** A menu that opens; what was chosen in it is handed in by the button beside it. */
export function chooseForm(parts: PhoneParts, message: SeenMessage, select: SeenSelect): Html {
  const { say } = parts;
  const label = select.label === '' ? say('rehearsal-choose', {}) : select.label;
  const none = html`<option value="">${label}</option>`;
  return html`<form class="choose" method="post" action="${actionOf(parts, 'choose')}" data-live>
    <input type="hidden" name="message" value="${message.id}">
    <input type="hidden" name="select" value="${select.id}">
    <select name="value" required aria-label="${label}" ${select.takesMany ? html`multiple size="${Math.min(6, select.options.length)}"` : ''}>
      ${select.takesMany ? '' : none}
      ${select.options.map(
        ({ label: words, value, isChosen }) =>
          html`<option value="${value}" ${isChosen ? 'selected' : ''}>${words}</option>`,
      )}
    </select>
    <button>${say('rehearsal-choose-button', {})}</button>
  </form>`;
}
