import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { assets } from './assets.ts';
import { Fronts } from './fronts.ts';
import { type Happenings, liveEvents } from './live-events.ts';
import { moveClock } from './move-clock.ts';
import type { PageParts, Say } from './page-parts.ts';
import { phonePages, viewOf } from './phone-pages.ts';
import { dayInWords, timeInWords } from './rehearsal-time.ts';
import { onlyFromHere } from './same-origin.ts';
import { addressOf, shownBy } from './who-is-shown.ts';
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
  const { phones, clock, texts } = parts;
  const say: Say = (id, args) => texts.say('en', id, args);
  const now = () => clock.now().epochMilliseconds;
  let news = '';
  const fronts = new Fronts(parts.cast);
  let isReady = false;
  parts.ready.then(() => {
    isReady = true;
  }, ignored);
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

  // Somebody who is quicker than the story changes nothing of it.
  app.post('*', async (context, next) => {
    if (isReady) return await next();
    return context.redirect(addressOf(parts, shownBy(parts, context.req.query('who')).who), 303);
  });

  app.get('/', (context) => {
    const shown = shownBy(parts, context.req.query('who'));
    const views = shown.phones.map((phone) => viewOf(parts, fronts, phone, shown.who, say));
    return context.html(
      wholePage({ parts, shown, clock: clockView(now(), news, shown.who, say), phones: views, isReady, say }),
    );
  });
  app.get('/clock', (context) =>
    context.html(clockView(now(), news, shownBy(parts, context.req.query('who')).who, say)),
  );
  app.post('/clock', async (context) => {
    const move = (await context.req.formData()).get('move');
    news = await moveClock({ phones, clock, say }, move);
    const { who } = shownBy(parts, context.req.query('who'));
    return context.redirect(`${addressOf(parts, who)}#clock`, 303);
  });
  const happenings: Happenings = {
    onChange(listener) {
      const stops = [phones.onChange(({ id }) => listener(id)), fronts.onTurn(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    clockFace: () => `${timeInWords(now())}, ${dayInWords(now())}`,
    isReady: () => isReady,
  };
  app.get('/events', liveEvents(happenings));
  app.route('/phones', phonePages(parts, fronts, say));
  return app;
}

/** Whoever started it hears of it. */
function ignored(): void {}
