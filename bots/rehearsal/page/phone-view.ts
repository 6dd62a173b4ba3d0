import { html } from 'hono/html';
import type { VirtualUser } from '../telegram/virtual-user.ts';
import { icons } from './icons.ts';
import { messageList } from './message-view.ts';
import { BASE, type Html, type PagePhone, type Say } from './page-parts.ts';

export type MenuCommand = { readonly command: string; readonly description: string };

export type PhoneParts = {
  readonly phone: PagePhone;
  readonly user: VirtualUser;
  readonly botName: string;
  readonly menu: readonly MenuCommand[];
  readonly say: Say;
};

/** One phone with the chat on it. What changes while it is looked at is marked for the page's script. */
export function phoneView(parts: PhoneParts): Html {
  const { phone, user, botName, say } = parts;
  const { id, name, part } = phone;
  const messages = user.see();
  return html`<section class="phone-place" id="phone-${id}" data-phone="${id}" aria-labelledby="whose-${id}">
  <h2 class="whose" id="whose-${id}">
    <span>${say('rehearsal-phone-of', { name })}</span> <span class="part part-${part}">${say('rehearsal-part', { part })}</span>
  </h2>
  <div class="phone">
    <div class="bar">
      <span class="face" aria-hidden="true">${botName.slice(0, 1)}</span>
      <span class="with"><b>${botName}</b><small>${say('rehearsal-bot', {})}</small></span>
      ${user.hasStarted ? moreMenu(parts) : ''}
    </div>
    <div class="chat" role="log" tabindex="0" aria-label="${say('rehearsal-chat-of', { name })}">
      ${messages.length === 0 ? html`<p class="nothing">${say('rehearsal-empty', {})}</p>` : ''}
      <ol class="messages">${messageList(messages, say)}</ol>
    </div>
    <div class="foot">${foot(parts)}</div>
  </div>
</section>`;
}

/** What is under the chat: the line to write in, or the one button that Telegram shows in its place. */
function foot(parts: PhoneParts): Html {
  const { user, say } = parts;
  if (user.hasBlocked)
    return deed(parts, 'unblock', html`<button class="wide">${say('rehearsal-unblock', {})}</button>`);
  if (user.hasStarted) return composer(parts);
  const start = html`<button class="wide first">${say('rehearsal-start', {})}</button>
    <button class="wide" name="payload" value="poster">${say('rehearsal-start-poster', {})}</button>`;
  return deed(parts, 'start', start);
}

function composer(parts: PhoneParts): Html {
  const { phone, menu, say } = parts;
  const commands = menu.map(
    ({ command, description }) =>
      html`<button name="text" value="/${command}"><span>${description}</span> <small>/${command}</small></button>`,
  );
  return html`<div class="composer">
    <details class="pop">
      <summary aria-label="${say('rehearsal-commands', {})}" title="${say('rehearsal-commands', {})}">${icons.commands}</summary>
      <div class="sheet">${deed(parts, 'write', html`${commands}`)}</div>
    </details>
    <details class="pop">
      <summary aria-label="${say('rehearsal-attach', {})}" title="${say('rehearsal-attach', {})}">${icons.attach}</summary>
      <div class="sheet">
        ${deed(parts, 'voice', html`<button>${icons.voice} ${say('rehearsal-send-voice', {})}</button>`)}
        ${deed(parts, 'photo', html`<button>${icons.photo} ${say('rehearsal-send-photo', {})}</button>`)}
      </div>
    </details>
    <form class="line" method="post" action="${BASE}/phones/${phone.id}/write" data-live data-writes>
      <textarea name="text" rows="1" required maxlength="20000" autocomplete="off" aria-label="${say('rehearsal-write', { name: phone.name })}" placeholder="${say('rehearsal-write-hint', {})}"></textarea>
      <button class="send" aria-label="${say('rehearsal-send', {})}" title="${say('rehearsal-send', {})}">${icons.send}</button>
    </form>
  </div>`;
}

function moreMenu(parts: PhoneParts): Html {
  const { user, say } = parts;
  if (user.hasBlocked) return html``;
  return html`<details class="pop more">
    <summary aria-label="${say('rehearsal-more', {})}" title="${say('rehearsal-more', {})}">${icons.more}</summary>
    <div class="sheet">${deed(parts, 'block', html`<button>${say('rehearsal-block', {})}</button>`)}</div>
  </details>`;
}

function deed({ phone }: PhoneParts, what: string, inside: Html): Html {
  return html`<form method="post" action="${BASE}/phones/${phone.id}/${what}" data-live>${inside}</form>`;
}
