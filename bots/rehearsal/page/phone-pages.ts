import { setTimeout as pause } from 'node:timers/promises';
import { Hono } from 'hono';
import type { App, Phone } from '../phones/phone.ts';
import { actOf, isDeed } from './acts.ts';
import type { Fronts } from './fronts.ts';
import type { Html, PageParts, Say } from './page-parts.ts';
import { phoneView } from './phone-view.ts';
import { addressOf, shownBy, withAlso } from './who-is-shown.ts';
import { notePage } from './whole-page.ts';

/** How long a page without a script waits for the bot's answer, in real milliseconds. */
const PATIENCE_MS = 2000;
const MOST_PHONES = 16;
const LONGEST_NAME = 64;

/** Looking at one phone, doing something with it, and giving somebody a new one. */
export function phonePages(parts: PageParts, fronts: Fronts, say: Say): Hono {
  const { phones } = parts;
  const app = new Hono();
  app.post('/', async (context) => {
    const form = await context.req.formData();
    const shown = shownBy(parts, context.req.query('who'));
    const name = form.get('name');
    const wanted = phones.apps.find((each) => each === (form.get('app') ?? 'telegram'));
    const isFull = phones.all().length >= MOST_PHONES;
    if (typeof name !== 'string' || name.trim() === '' || isFull || wanted === undefined)
      return context.redirect(addressOf(parts, shown.who), 303);
    const { id } = phones.add(wanted, unlike(phones.all(), wanted, name.trim().slice(0, LONGEST_NAME)));
    return context.redirect(`${addressOf(parts, withAlso(shown, id))}#phone-${id}`, 303);
  });
  app.get('/:id', (context) => {
    const phone = phones.all().find(({ id }) => id === context.req.param('id'));
    if (phone === undefined) return context.html(notePage(say, say('rehearsal-no-phone', {})), 404);
    const { who } = shownBy(parts, context.req.query('who'));
    return context.html(viewOf(parts, fronts, phone, who, say));
  });
  app.post('/:id/:deed', async (context) => {
    const phone = phones.all().find(({ id }) => id === context.req.param('id'));
    const deed = context.req.param('deed');
    if (phone === undefined || !isDeed(deed))
      return context.html(notePage(say, say('rehearsal-no-phone', {})), 404);
    const act = actOf(deed, await context.req.formData());
    const at = phone.screens.find(({ id }) => id === context.req.query('at')) ?? fronts.of(phone);
    if (deed === 'turn-to') fronts.turn(phone, at.id);
    if (act !== undefined) {
      const done = phone.act(at.id, act).then((outcome) => fronts.noteDown(phone, outcome));
      const answered = done.then(parts.settled).catch(() => undefined);
      await Promise.race([answered, pause(PATIENCE_MS, undefined, { ref: false })]);
    }
    const { who } = shownBy(parts, context.req.query('who'));
    return context.redirect(`${addressOf(parts, who)}#phone-${phone.id}`, 303);
  });
  app.get('/:id/files/:file', (context) => {
    const phone = phones.all().find(({ id }) => id === context.req.param('id'));
    const file = phone?.file(context.req.param('file'));
    if (!file) return context.html(notePage(say, say('rehearsal-no-file', {})), 404);
    // Never shown by the browser itself: it is what the bot sent, whatever that is.
    return context.body(new Uint8Array(file.bytes), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    });
  });
  return app;
}

/** The name, with a number if there is somebody of that name: two phones have to be told apart. */
function unlike(phones: readonly Phone[], app: App, name: string): string {
  const taken = new Set(phones.filter((phone) => phone.app === app).map((phone) => phone.name));
  let number = 1;
  let told = name;
  while (taken.has(told)) {
    number += 1;
    told = `${name} ${number}`;
  }
  return told;
}

/** One phone, as somebody sees who looks at the page. */
export function viewOf(parts: PageParts, fronts: Fronts, phone: Phone, who: string, say: Say): Html {
  fronts.look(phone);
  return phoneView({
    phone,
    part: parts.cast.get(phone.id) ?? 'new',
    front: fronts.of(phone),
    news: new Set(phone.screens.map(({ id }) => id).filter((id) => fronts.hasNews(phone, id))),
    note: fronts.note(phone),
    who,
    say,
  });
}
