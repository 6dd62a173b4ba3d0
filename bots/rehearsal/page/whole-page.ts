import { html } from 'hono/html';
import { styleSheets } from './assets.ts';
import { BASE, type Html, type PageParts, type Say } from './page-parts.ts';
import { dayInWords, isoOf, timeInWords } from './rehearsal-time.ts';
import { type Shown, whoLinks } from './who-is-shown.ts';

export type WholePage = {
  readonly parts: PageParts;
  readonly shown: Shown;
  readonly clock: Html;
  readonly phones: readonly Html[];
  /** Otherwise there is only to be looked. */
  readonly isReady: boolean;
  readonly say: Say;
};

export function wholePage({ parts, shown, clock, phones, isReady, say }: WholePage): Html {
  // With a script the page comes anew by itself.
  const again = html`<noscript><meta http-equiv="refresh" content="2"></noscript>`;
  const joining = html`<p class="joining" role="status">${say('rehearsal-joining', {})}</p>`;
  return framed(
    say,
    html`<a class="skip" href="#phones">${say('rehearsal-skip', {})}</a>
<header>
  <div class="about"><h1>${say('rehearsal-title', {})}</h1><p>${say('rehearsal-intro', {})}</p>${whoLinks(parts, shown, say)}</div>
  ${clock}
</header>
${isReady ? '' : joining}
<main id="phones" class="of-${phones.length}" tabindex="-1" aria-label="${say('rehearsal-phones', {})}" ${isReady ? '' : 'inert'}>
  ${phones}
  ${somebodyNew(parts, shown, say)}
</main>`,
    isReady ? html`` : again,
  );
}

/** A page that says one thing, with the way back. */
export function notePage(say: Say, words: string): Html {
  return framed(
    say,
    html`<main class="note"><h1>${words}</h1><p><a href="${BASE}">${say('rehearsal-back', {})}</a></p></main>`,
  );
}

export function clockView(now: number, news: string, who: string, say: Say): Html {
  const button = (move: string, words: string) => html`<button name="move" value="${move}">${words}</button>`;
  return html`<section class="clock" id="clock" aria-label="${say('rehearsal-clock', {})}">
  <p class="now"><time datetime="${isoOf(now)}"><b>${timeInWords(now)}</b> <span>${dayInWords(now)}</span></time> <small>${say('rehearsal-clock-zone', {})}</small></p>
  <form method="post" action="${BASE}/clock?who=${encodeURIComponent(who)}" data-live>
    ${button('hour', say('rehearsal-hour-later', {}))}
    ${button('day', say('rehearsal-day-later', {}))}
    ${button('next', say('rehearsal-to-next', {}))}
  </form>
  <p class="news" role="status">${news}</p>
</section>`;
}

function somebodyNew({ phones }: PageParts, { who }: Shown, say: Say): Html {
  return html`<section class="newcomer" aria-labelledby="newcomer">
  <h2 id="newcomer">${say('rehearsal-somebody-new', {})}</h2>
  <form method="post" action="${BASE}/phones?who=${encodeURIComponent(who)}">
    <label for="new-name">${say('rehearsal-new-name', {})}</label>
    <input id="new-name" name="name" required maxlength="64" autocomplete="off" value="${say('rehearsal-new-example', {})}">
    <label for="new-app">${say('rehearsal-new-app', {})}</label>
    <select id="new-app" name="app">${phones.apps.map((app) => html`<option value="${app}">${say('rehearsal-app', { app })}</option>`)}</select>
    <button>${say('rehearsal-new-phone', {})}</button>
  </form>
</section>`;
}

function framed(say: Say, inside: Html, atHead = html``): Html {
  return html`<!doctype html>
<html lang="en-GB">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${say('rehearsal-title', {})} · Beenthere</title>
  <link rel="icon" href="${BASE}/icon.svg" type="image/svg+xml">
  ${styleSheets.map((name) => html`<link rel="stylesheet" href="${BASE}/${name}">`)}
  ${atHead}
  <script type="module" src="${BASE}/live.js"></script>
</head>
<body>
${inside}
</body>
</html>`;
}
