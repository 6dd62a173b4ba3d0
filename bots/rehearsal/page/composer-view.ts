import { html } from 'hono/html';
import { icons } from './icons.ts';
import type { Html } from './page-parts.ts';
import { actForm, actionOf, type PhoneParts } from './phone-parts.ts';

/** The line to write in, with what the app offers beside it. */
export function composer(parts: PhoneParts): Html {
  const { phone, front, say } = parts;
  const { name, app } = phone;
  const where = front.kind === 'channel' ? `#${front.name}` : `@${front.name}`;
  return html`<div class="composer">
    ${phone.commands.length === 0 ? '' : pop(say('rehearsal-commands', {}), icons.commands, commandList(parts))}
    ${front.kind !== 'channel' && phone.can.has('voice') ? pop(say('rehearsal-attach', {}), icons.attach, attachments(parts)) : ''}
    <form class="line" method="post" action="${actionOf(parts, 'write')}" data-live data-writes>
      <textarea name="text" rows="1" required maxlength="20000" autocomplete="off" aria-label="${say('rehearsal-write', { name })}" placeholder="${say('rehearsal-write-hint', { app, where })}"></textarea>
      <button class="send" aria-label="${say('rehearsal-send', {})}" title="${say('rehearsal-send', {})}">${icons.send}</button>
    </form>
  </div>`;
}

function pop(label: string, icon: Html, inside: Html): Html {
  return html`<details class="pop">
    <summary aria-label="${label}" title="${label}">${icon}</summary>
    <div class="sheet">${inside}</div>
  </details>`;
}

function commandList(parts: PhoneParts): Html {
  const list = parts.phone.commands.map(
    ({ name, says }) =>
      html`<button name="text" value="${name}"><span>${says}</span> <small>${name}</small></button>`,
  );
  return actForm(parts, 'write', html`${list}`);
}

function attachments(parts: PhoneParts): Html {
  const { say } = parts;
  return html`${actForm(parts, 'voice', html`<button>${icons.voice} ${say('rehearsal-send-voice', {})}</button>`)}
    ${actForm(parts, 'photo', html`<button>${icons.photo} ${say('rehearsal-send-photo', {})}</button>`)}`;
}

/** What Telegram shows before anything was written. */
export function startButtons(parts: PhoneParts): Html {
  const { say } = parts;
  return actForm(
    parts,
    'start',
    html`<button class="wide first">${say('rehearsal-start', {})}</button>
    <button class="wide" name="payload" value="poster">${say('rehearsal-start-poster', {})}</button>`,
  );
}

export function unblockButton(parts: PhoneParts): Html {
  return actForm(parts, 'unblock', html`<button class="wide">${parts.say('rehearsal-unblock', {})}</button>`);
}
