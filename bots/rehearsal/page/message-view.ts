import { html } from 'hono/html';
import type { SeenMessage } from '../phones/phone.ts';
import { buttonRows, chooseForm } from './controls-view.ts';
import { fileView } from './file-view.ts';
import { icons } from './icons.ts';
import type { Html } from './page-parts.ts';
import type { PhoneParts } from './phone-parts.ts';
import { dayInWords, isoOf, timeInWords } from './rehearsal-time.ts';
import { wordsView } from './words-view.ts';

/** All that stands on a screen, the oldest first, with a line where a new day begins. */
export function messageList(parts: PhoneParts, messages: readonly SeenMessage[]): Html[] {
  let lastDay = '';
  return messages.flatMap((message) => {
    const day = dayInWords(message.at, parts.phone.zone);
    const line = html`<li class="day" id="day-${nameOf(parts, message)}" data-revision="0"><span>${day}</span></li>`;
    const isNewDay = day !== lastDay;
    lastDay = day;
    return isNewDay ? [line, messageItem(parts, message)] : [messageItem(parts, message)];
  });
}

/** What a message goes by on the page, where every phone has its own first message. */
function nameOf({ phone }: PhoneParts, { id }: SeenMessage): string {
  return `${phone.id}-${id}`;
}

/** Moments in it are told anew as time goes by. */
function revisionOf({ revision, words }: SeenMessage): string {
  return [revision, ...words.flatMap((piece) => (piece.is === 'moment' ? [piece.text] : []))].join(' ');
}

function messageItem(parts: PhoneParts, message: SeenMessage): Html {
  const isBubble = parts.phone.app === 'telegram';
  const whose = message.from.isOwn ? 'own' : 'theirs';
  const alone = message.isOnlyForMe ? ' alone' : '';
  return html`<li class="message ${whose}${alone}" id="message-${nameOf(parts, message)}" data-revision="${revisionOf(message)}">
  ${isBubble ? bubble(parts, message) : line(parts, message)}
</li>`;
}

/** Telegram: whose it is shows by the side on which it stands. */
function bubble(parts: PhoneParts, message: SeenMessage): Html {
  const { say } = parts;
  const { from } = message;
  const who = from.isBot ? say('rehearsal-bot-wrote', {}) : say('rehearsal-is-writing', { name: from.name });
  return html`<div class="bubble">
    <span class="unseen">${who}</span>
    ${inside(parts, message)}
    ${stamp(parts, message)}
  </div>
  ${controls(parts, message)}`;
}

/** Discord and Slack: a picture and a name, and everything on the same side. */
function line(parts: PhoneParts, message: SeenMessage): Html {
  const { say, phone } = parts;
  const { from } = message;
  const own = html`<p class="only-you">${icons.eye} ${say('rehearsal-only-you', { app: phone.app })}</p>`;
  const isAbove = phone.app === 'slack';
  return html`${message.isOnlyForMe && isAbove ? own : ''}
  <span class="face ${from.isBot ? 'bot' : ''}" aria-hidden="true">${from.name.slice(0, 1)}</span>
  <div class="said">
    <p class="by"><b>${from.name}</b> ${from.isBot ? html`<span class="badge">${say('rehearsal-app-badge', {})}</span>` : ''} ${stamp(parts, message)}</p>
    ${inside(parts, message)}
    ${controls(parts, message)}
    ${message.isOnlyForMe && !isAbove ? own : ''}
  </div>`;
}

function inside(
  { phone, say }: PhoneParts,
  { words, file, isThinking, isEdited, editedAt }: SeenMessage,
): Html {
  const isEmpty = words.every(({ text }) => text === '');
  const changed =
    isEdited && phone.app !== 'telegram' && editedAt === undefined
      ? html` <small class="changed">${say('rehearsal-edited-mark', {})}</small>`
      : '';
  return html`${file === undefined ? '' : fileView(phone.id, file, say)}
    ${isThinking ? html`<p class="thinking">${say('rehearsal-thinking', {})}</p>` : ''}
    ${isEmpty ? '' : html`<div class="words">${wordsView(words)}${changed}</div>`}`;
}

function controls(parts: PhoneParts, message: SeenMessage): Html {
  return html`${message.selects.map((select) => chooseForm(parts, message, select))}
  ${message.buttons.length === 0 ? '' : buttonRows(parts, message)}`;
}

function stamp({ phone, say }: PhoneParts, { at, editedAt }: SeenMessage): Html {
  const words =
    editedAt === undefined
      ? timeInWords(at, phone.zone)
      : say('rehearsal-edited', { time: timeInWords(editedAt, phone.zone) });
  return html`<time class="stamp" datetime="${isoOf(editedAt ?? at)}">${words}</time>`;
}

/** The one page that stands in front of an app, as long as it is. */
export function frontPage(parts: PhoneParts, [page]: readonly SeenMessage[]): Html {
  if (page === undefined) return html`<p class="nothing">${parts.say('rehearsal-empty', {})}</p>`;
  return html`<ol class="messages"><li class="message front" id="message-${nameOf(parts, page)}" data-revision="${revisionOf(page)}">
  <div class="words">${wordsView(page.words)}</div>
  ${controls(parts, page)}
</li></ol>`;
}
