import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { assets } from './assets.ts';
import { liveEvents } from './live-events.ts';
import { moveClock } from './move-clock.ts';
import { BASE, type PageParts, type Say } from './page-parts.ts';
import { phonePages, phoneViews } from './phone-pages.ts';
import { dayInWords, timeInWords } from './rehearsal-time.ts';
import { onlyFromHere } from './same-origin.ts';
import { clockView, notePage, wholePage } from './whole-page.ts';

const LONGEST_BODY = 256 * 1024;

const SAFE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** The page with the phones and the clock, to be mounted at `/rehearsal`. It works without its script as well. */
export function rehearsalPages(parts: PageParts): Hono {
  const { telegram, clock, texts } = parts;
  const say: Say = (id, args) => texts.say('en', id, args);
  const now = () => clock.now().epochMilliseconds;
  let news = '';
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(SAFE_HEADERS)) context.res.headers.set(name, value);
  });
  app.use(onlyFromHere((context) => context.html(notePage(say, say('rehearsal-elsewhere', {})), 403)));
  const tooLong = () => notePage(say, say('rehearsal-too-long', {}));
  app.use(bodyLimit({ maxSize: LONGEST_BODY, onError: (context) => context.html(tooLong(), 413) }));
  app.onError((_error, context) => context.html(notePage(say, say('rehearsal-trouble', {})), 500));
  for (const { name, type, content } of assets)
    app.get(`/${name}`, (context) => context.body(content, 200, { 'content-type': type }));

  app.get('/', (context) =>
    context.html(wholePage({ clock: clockView(now(), news, say), phones: phoneViews(parts, say), say })),
  );
  app.get('/clock', (context) => context.html(clockView(now(), news, say)));
  app.post('/clock', async (context) => {
    const move = (await context.req.formData()).get('move');
    news = await moveClock({ telegram, clock, say }, move);
    return context.redirect(`${BASE}#clock`, 303);
  });
  app.get(
    '/events',
    liveEvents(telegram, () => `${timeInWords(now())}, ${dayInWords(now())}`),
  );
  app.route('/phones', phonePages(parts, say));
  return app;
}
