import { html } from 'hono/html';
import type { Screen } from '../phones/phone.ts';
import { composer, startButtons, unblockButton } from './composer-view.ts';
import { icons } from './icons.ts';
import { frontPage, messageList } from './message-view.ts';
import type { Html } from './page-parts.ts';
import { actForm, actionOf, type PhoneParts } from './phone-parts.ts';
import { sheetView } from './sheet-view.ts';

/** One person's app with what is on it. What changes while it is looked at is marked for the page's script. */
export function phoneView(parts: PhoneParts): Html {
  const { phone, part, front, say } = parts;
  const { id, name, app } = phone;
  const sheet = phone.sheet();
  return html`<section class="phone-place" id="phone-${id}" data-phone="${id}" aria-labelledby="whose-${id}">
  <h2 class="whose" id="whose-${id}">
    <span>${say('rehearsal-phone-of', { name, app })}</span> <span class="part part-${part}">${say('rehearsal-part', { part })}</span>
  </h2>
  <div class="phone ${app}">
    ${rail(parts)}
    ${bar(parts)}
    ${tabs(parts)}
    <div class="middle" data-front="${front.id}">
      ${chat(parts, sheet !== undefined)}
      <div class="overlay">${sheet === undefined ? '' : sheetView(parts, sheet)}</div>
    </div>
    <div class="foot" ${sheet === undefined ? '' : 'inert'}>${foot(parts, sheet !== undefined)}</div>
  </div>
</section>`;
}

/** The column of pictures at the side, by which one knows where one is; there is nothing to press in it. */
function rail({ phone }: PhoneParts): Html {
  if (phone.app === 'telegram') return html``;
  const [first = ''] = phone.place;
  return html`<div class="rail" aria-hidden="true"><span class="mark">${phone.app === 'discord' ? icons.pad : first}</span>${
    phone.app === 'discord'
      ? html`<span class="mark server">${first}</span><span class="mark more-servers">+</span>`
      : html`<span class="mark small">${icons.house}</span><span class="mark small">${icons.letters}</span><span class="mark small">${icons.bell}</span>`
  }</div>`;
}

function bar(parts: PhoneParts): Html {
  const { phone, front, say } = parts;
  const title = front.kind === 'channel' ? `# ${front.name}` : front.name;
  if (phone.app === 'telegram')
    return html`<div class="bar"><span class="face" aria-hidden="true">${front.name.slice(0, 1)}</span>
      <span class="with"><b>${title}</b><small>${say('rehearsal-bot', {})}</small></span>${moreMenu(parts)}</div>`;
  return html`<div class="bar"><span class="with"><b>${phone.place}</b><small>${say('rehearsal-app', { app: phone.app })}</small></span>${moreMenu(parts)}</div>`;
}

function tabs(parts: PhoneParts): Html {
  const { phone, say } = parts;
  if (phone.screens.length < 2) return html`<div class="tabs none"></div>`;
  return html`<nav class="tabs" aria-label="${say('rehearsal-tabs', { name: phone.name })}">${phone.screens.map((screen) => tab(parts, screen))}</nav>`;
}

function tab(parts: PhoneParts, screen: Screen): Html {
  const { front, news, say } = parts;
  const isFront = front.id === screen.id;
  const words = screen.kind === 'channel' ? `# ${screen.name}` : screen.name;
  const dot = html` <span class="new-dot"><span class="unseen">${say('rehearsal-something-new', {})}</span></span>`;
  return html`<form method="post" action="${actionOf(parts, 'turn-to', screen.id)}" data-live><button ${
    isFront ? html`aria-current="page"` : ''
  }>${words}${!isFront && news.has(screen.id) ? dot : ''}</button></form>`;
}

function chat(parts: PhoneParts, isCovered: boolean): Html {
  const { phone, front, say } = parts;
  const messages = phone.see(front.id);
  const inert = isCovered ? 'inert' : '';
  if (front.kind === 'home')
    return html`<div class="chat page" role="region" tabindex="0" aria-label="${front.name}" ${inert}>${frontPage(parts, messages)}</div>`;
  return html`<div class="chat" role="log" tabindex="0" aria-label="${say('rehearsal-chat-of', { name: phone.name })}" ${inert}>
      ${messages.length === 0 ? html`<p class="nothing">${say('rehearsal-empty', {})}</p>` : ''}
      <ol class="messages">${messageList(parts, messages)}</ol>
    </div>`;
}

/** What is under the chat: the line to write in, or what an app shows in its place. */
function foot(parts: PhoneParts, isCovered: boolean): Html {
  const { phone, front, note, say } = parts;
  const said =
    note === undefined || isCovered
      ? html`<p class="note-line" role="status"></p>`
      : html`<p class="note-line" role="status">${say(`rehearsal-${note}`, {})}</p>`;
  if (phone.state === 'blocked') return unblockButton(parts);
  if (phone.state === 'new') return startButtons(parts);
  return html`${said}${front.kind === 'home' ? '' : composer(parts)}`;
}

function moreMenu(parts: PhoneParts): Html {
  const { phone, say } = parts;
  if (phone.state !== 'open' || !phone.can.has('block')) return html``;
  return html`<details class="pop more">
    <summary aria-label="${say('rehearsal-more', {})}" title="${say('rehearsal-more', {})}">${icons.more}</summary>
    <div class="sheet">${actForm(parts, 'block', html`<button>${say('rehearsal-block', {})}</button>`)}</div>
  </details>`;
}
