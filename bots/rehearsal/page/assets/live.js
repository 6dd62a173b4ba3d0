// Keeps everybody’s app up to date while somebody looks at them. Without it every page works by loading anew.

const parser = new DOMParser();
const waiting = new Set();

/** How long an answer to what somebody did is shown to them, wherever in the chat they were. */
const FOLLOW_MS = 3000;
const followed = new Map();

/** Fetches a piece of the page; nothing when the program is away for a moment. */
async function fetchPiece(address, selector) {
  try {
    const answer = await fetch(address);
    if (!answer.ok) return undefined;
    return parser.parseFromString(await answer.text(), 'text/html').querySelector(selector) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Fetches a phone once more, however often it changed in the meantime. */
async function renewPhone(id) {
  if (waiting.has(id)) return;
  waiting.add(id);
  await new Promise((resolve) => setTimeout(resolve, 30));
  waiting.delete(id);
  const old = document.getElementById(`phone-${id}`);
  // Somebody else who is not shown here.
  if (old === null) return;
  const fresh = await fetchPiece(`/rehearsal/phones/${id}${location.search}`, '.phone-place');
  if (fresh === undefined) return;
  const follows = (followed.get(id) ?? 0) > performance.now();
  const [here, there] = [old.querySelector('.middle'), fresh.querySelector('.middle')];
  if (here.dataset.front === there.dataset.front)
    renewChat(here.querySelector('.chat'), there.querySelector('.chat'), follows);
  else turnTo(here, there);
  renewAround(old, fresh);
  renewSheet(here, there);
}

/** Another screen lies in front now. */
function turnTo(here, there) {
  here.dataset.front = there.dataset.front;
  here.querySelector('.chat').replaceWith(there.querySelector('.chat'));
}

/** A form that lies over the chat is left alone while somebody fills it in, unless the bot has something to say to it. */
function renewSheet(here, there) {
  const [old, fresh] = [here.querySelector('.over'), there.querySelector('.over')];
  const chat = here.querySelector('.chat');
  chat.inert = fresh !== null;
  if (old?.dataset.revision === fresh?.dataset.revision) return;
  const hadFocus = here.contains(document.activeElement) || document.activeElement === document.body;
  here.querySelector('.overlay').replaceChildren(...(fresh === null ? [] : [fresh]));
  if (!hadFocus) return;
  const first = fresh?.querySelector('.fields :is(input, select, textarea), button');
  (first ?? chat).focus({ preventScroll: true });
}

/** Changes only the messages that changed, so that nobody loses the place where they are. */
function renewChat(chat, fresh, follows) {
  const wasAtEnd = chat.scrollTop > -40;
  const focused = chat.contains(document.activeElement) ? document.activeElement : undefined;
  const list = chat.querySelector('.messages');
  const items = [...fresh.querySelectorAll('.messages > li')];
  if (list === null) {
    chat.replaceChildren(...fresh.children);
    return;
  }
  const ids = new Set(items.map((item) => item.id));
  const hasMore = items.at(-1)?.id !== list.lastElementChild?.id;
  for (const item of [...list.children]) if (!ids.has(item.id)) item.remove();
  for (const [index, item] of items.entries()) {
    const here = list.children[index];
    if (here?.id === item.id && here.dataset.revision === item.dataset.revision) continue;
    if (here?.id === item.id) here.replaceWith(item);
    else list.insertBefore(item, here ?? null);
  }
  chat.querySelector('.nothing')?.remove();
  if (wasAtEnd || (follows && hasMore)) chat.scrollTop = 0;
  // Whoever pressed a button that is gone stays in this chat, and is not sent to the top of the page.
  if (focused !== undefined && !focused.isConnected) chat.focus({ preventScroll: true });
}

/** The line to write in is left alone, unless another takes its place. */
function renewAround(old, fresh) {
  const foot = old.querySelector('.foot');
  foot.inert = fresh.querySelector('.foot').inert;
  const [note, news] = [foot, fresh.querySelector('.foot')].map((place) => place.querySelector('.note-line'));
  if (note && news && note.textContent !== news.textContent) note.textContent = news.textContent;
  for (const part of ['.bar', '.tabs', '.foot']) {
    const [here, there] = [old.querySelector(part), fresh.querySelector(part)];
    const shape = (place) =>
      part === '.tabs'
        ? place.innerHTML
        : [...place.querySelectorAll('form')].map((form) => form.action).join();
    if (shape(here) === shape(there)) continue;
    const hadFocus = here.contains(document.activeElement);
    here.replaceWith(there);
    if (hadFocus) there.querySelector('[aria-current], textarea, button')?.focus({ preventScroll: true });
  }
}

async function renewClock() {
  const clock = document.getElementById('clock');
  const fresh = await fetchPiece(`/rehearsal/clock${location.search}`, '#clock');
  if (fresh === undefined) return;
  clock.querySelector('.now').replaceWith(fresh.querySelector('.now'));
  const [here, there] = [clock.querySelector('.news'), fresh.querySelector('.news')];
  if (here.textContent !== there.textContent) here.textContent = there.textContent;
}

async function sendForm(form, button) {
  const place = form.closest('[data-phone]');
  const busy = place ?? form.closest('#clock');
  const field = form.matches('[data-writes]') ? form.querySelector('textarea') : null;
  const content = new URLSearchParams(new FormData(form, button));
  const written = field?.value;
  if (place) followed.set(place.dataset.phone, performance.now() + FOLLOW_MS);
  busy.setAttribute('aria-busy', 'true');
  if (field) field.value = '';
  try {
    const answer = await fetch(form.action, { method: 'POST', body: content, redirect: 'manual' });
    if (answer.type !== 'opaqueredirect') throw new Error('not taken');
  } catch {
    // What was written is not lost: it can be sent again.
    if (field && field.value === '') field.value = written;
  }
  busy.removeAttribute('aria-busy');
  if (place) await renewPhone(place.dataset.phone);
  else await renewClock();
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.matches('[data-live]')) return undefined;
  event.preventDefault();
  const sheet = form.closest('details');
  if (sheet) {
    sheet.open = false;
    sheet.querySelector('summary').focus();
  }
  if (form.closest('[aria-busy]') && form.closest('#clock')) return undefined;
  return sendForm(form, event.submitter);
});

document.addEventListener('keydown', (event) => {
  const writes = event.target.closest?.('[data-writes] textarea');
  if (writes && event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    writes.form.requestSubmit();
  }
  if (event.key !== 'Escape') return;
  event.target.closest?.('.over')?.querySelector('[data-cancels]').requestSubmit();
  const open = event.target.closest?.('details[open]');
  if (!open) return;
  open.open = false;
  open.querySelector('summary').focus();
});

// One sheet at a time, and none stays open when somebody goes on elsewhere.
document.addEventListener('click', (event) => {
  for (const open of document.querySelectorAll('details[open]'))
    if (!open.contains(event.target)) open.open = false;
});

const events = new EventSource('/rehearsal/events');
events.addEventListener('phone', (event) => renewPhone(event.data));
events.addEventListener('clock', async () => {
  await renewClock();
  // "In two hours" is something else an hour later.
  const told = [...document.querySelectorAll('[data-phone]:has(.moment)')];
  await Promise.all(told.map((place) => renewPhone(place.dataset.phone)));
});
// Everybody of the story is there now.
events.addEventListener('ready', () => location.reload());
// After a time without the program: see what was missed.
events.addEventListener('open', () => {
  const places = [...document.querySelectorAll('[data-phone]')];
  return Promise.all([renewClock(), ...places.map((place) => renewPhone(place.dataset.phone))]);
});
