import { html } from 'hono/html';
import { BASE, type Html, type Say } from './page-parts.ts';
import { dayInWords, isoOf, timeInWords } from './rehearsal-time.ts';

export type WholePage = { readonly clock: Html; readonly phones: readonly Html[]; readonly say: Say };

export function wholePage({ clock, phones, say }: WholePage): Html {
  return framed(
    say,
    html`<a class="skip" href="#phones">${say('rehearsal-skip', {})}</a>
<header>
  <div class="about"><h1>${say('rehearsal-title', {})}</h1><p>${say('rehearsal-intro', {})}</p></div>
  ${clock}
</header>
<main id="phones" tabindex="-1" aria-label="${say('rehearsal-phones', {})}">
  ${phones}
  ${somebodyNew(say)}
</main>`,
  );
}

/** A page that says one thing, with the way back. */
export function notePage(say: Say, words: string): Html {
  return framed(
    say,
    html`<main class="note"><h1>${words}</h1><p><a href="${BASE}">${say('rehearsal-back', {})}</a></p></main>`,
  );
}

export function clockView(now: number, news: string, say: Say): Html {
  const button = (move: string, words: string) => html`<button name="move" value="${move}">${words}</button>`;
  return html`<section class="clock" id="clock" aria-label="${say('rehearsal-clock', {})}">
  <p class="now"><time datetime="${isoOf(now)}"><b>${timeInWords(now)}</b> <span>${dayInWords(now)}</span></time> <small>${say('rehearsal-clock-zone', {})}</small></p>
  <form method="post" action="${BASE}/clock" data-live>
    ${button('hour', say('rehearsal-hour-later', {}))}
    ${button('day', say('rehearsal-day-later', {}))}
    ${button('next', say('rehearsal-to-next', {}))}
  </form>
  <p class="news" role="status">${news}</p>
</section>`;
}

function somebodyNew(say: Say): Html {
  return html`<section class="newcomer" aria-labelledby="newcomer">
  <h2 id="newcomer">${say('rehearsal-somebody-new', {})}</h2>
  <form method="post" action="${BASE}/phones">
    <label for="new-name">${say('rehearsal-new-name', {})}</label>
    <input id="new-name" name="name" required maxlength="64" autocomplete="off" value="${say('rehearsal-new-example', {})}">
    <button>${say('rehearsal-new-phone', {})}</button>
  </form>
</section>`;
}

function framed(say: Say, inside: Html): Html {
  return html`<!doctype html>
<html lang="en-GB">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${say('rehearsal-title', {})} · Beenthere</title>
  <link rel="icon" href="${BASE}/icon.svg" type="image/svg+xml">
  ${['page.css', 'phone.css', 'messages.css'].map((name) => html`<link rel="stylesheet" href="${BASE}/${name}">`)}
  <script type="module" src="${BASE}/live.js"></script>
</head>
<body>
${inside}
</body>
</html>`;
}
