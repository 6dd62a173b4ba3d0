import { html } from 'hono/html';
import type { Shown, ShownButton } from '../telegram/shown.ts';
import { icons } from './icons.ts';
import { linkedWords } from './linked-words.ts';
import { BASE, type Html, type Say } from './page-parts.ts';
import { dayInWords, isoOf, timeInWords } from './rehearsal-time.ts';

/** All that stands in a chat, the oldest first, with a line where a new day begins. */
export function messageList(messages: readonly Shown[], say: Say): Html[] {
  let lastDay = '';
  return messages.flatMap((message) => {
    const day = dayInWords(message.at);
    const line = html`<li class="day" id="day-${message.messageId}" data-revision="0"><span>${day}</span></li>`;
    const isNewDay = day !== lastDay;
    lastDay = day;
    return isNewDay ? [line, messageItem(message, say)] : [messageItem(message, say)];
  });
}

function messageItem(message: Shown, say: Say): Html {
  const { from, text, messageId } = message;
  const who = from.isBot ? say('rehearsal-bot-wrote', {}) : say('rehearsal-is-writing', { name: from.name });
  return html`<li class="message ${from.isBot ? 'theirs' : 'own'}" id="message-${messageId}" data-revision="${message.revision}">
  <div class="bubble">
    <span class="unseen">${who}</span>
    ${message.file === undefined ? '' : fileView(message.chatId, message.file, say)}
    ${text === '' ? '' : html`<div class="words">${linkedWords(message)}</div>`}
    ${stamp(message, say)}
  </div>
  ${message.buttons.length === 0 ? '' : buttonRows(message)}
</li>`;
}

function stamp({ at, editedAt }: Shown, say: Say): Html {
  const words =
    editedAt === undefined ? timeInWords(at) : say('rehearsal-edited', { time: timeInWords(editedAt) });
  return html`<time class="stamp" datetime="${isoOf(editedAt ?? at)}">${words}</time>`;
}

function fileView(chatId: number, file: NonNullable<Shown['file']>, say: Say): Html {
  if (file.kind === 'voice') {
    return html`<div class="voice">${icons.voice}<span class="wave" aria-hidden="true"></span>${say('rehearsal-voice', {})}</div>`;
  }
  if (file.kind === 'photo')
    return html`<div class="photo">${icons.photo}${say('rehearsal-photo', {})}</div>`;
  if (file.kind === 'sticker') return html`<div class="photo">${say('rehearsal-sticker', {})}</div>`;
  const name = file.name ?? file.id;
  const address = `${BASE}/phones/${chatId}/files/${encodeURIComponent(file.id)}`;
  return html`<a class="file" href="${address}" download="${name}" aria-label="${say('rehearsal-download', { name })}">
    <span class="file-icon">${icons.file}</span><span>${name}<small>${(file.size / 1024).toFixed(1)} KB</small></span></a>`;
}

function buttonRows({ chatId, messageId, buttons }: Shown): Html {
  return html`<form class="keys" method="post" action="${BASE}/phones/${chatId}/press" data-live>
    <input type="hidden" name="message" value="${messageId}">
    ${buttons.map((row) => html`<div class="row">${row.map(buttonView)}</div>`)}
  </form>`;
}

function buttonView({ label, data, url }: ShownButton): Html {
  if (data !== undefined) return html`<button name="data" value="${data}">${label}</button>`;
  const isWeb = url !== undefined && /^https?:\/\//i.test(url);
  return isWeb
    ? html`<a class="key" href="${url}" target="_blank" rel="noopener noreferrer">${label}</a>`
    : html``;
}
