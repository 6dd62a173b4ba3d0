import { setTimeout as pause } from 'node:timers/promises';
import { Hono } from 'hono';
import type { VirtualUser } from '../telegram/virtual-user.ts';
import { menuOf } from './bot-menu.ts';
import { deeds } from './deeds.ts';
import { BASE, type Html, type PageParts, type PagePhone, type Say } from './page-parts.ts';
import { phoneView } from './phone-view.ts';
import { notePage } from './whole-page.ts';

/** How long a page without a script waits for the bot's answer, in real milliseconds. */
const PATIENCE_MS = 2000;
const MOST_PHONES = 12;
/** Ids of people who are given a phone on the page begin here. */
const FIRST_NEW_ID = 71_101;
const LONGEST_NAME = 64;

/** Looking at one phone, doing something with it, and giving somebody a new one. */
export function phonePages(parts: PageParts, say: Say): Hono {
  const { telegram } = parts;
  const app = new Hono();
  app.post('/', async (context) => {
    const name = (await context.req.formData()).get('name');
    const known = telegram.everybody();
    const ids = known.map((user) => user.id);
    if (typeof name !== 'string' || name.trim() === '' || ids.length >= MOST_PHONES)
      return context.redirect(BASE, 303);
    const id = Math.max(FIRST_NEW_ID - 1, ...ids) + 1;
    const taken = new Set(known.map((user) => user.name));
    telegram.user({ id, firstName: unlike(taken, name.trim().slice(0, LONGEST_NAME)) });
    return context.redirect(`${BASE}#phone-${id}`, 303);
  });
  app.get('/:id', (context) => {
    const found = phoneOf(parts, context.req.param('id'));
    if (found === undefined) return context.html(notePage(say, say('rehearsal-no-phone', {})), 404);
    return context.html(viewOf(parts, ...found, say));
  });
  app.post('/:id/:deed', async (context) => {
    const found = phoneOf(parts, context.req.param('id'));
    const deed = deeds.get(context.req.param('deed'));
    if (found === undefined || deed === undefined)
      return context.html(notePage(say, say('rehearsal-no-phone', {})), 404);
    const [phone, user] = found;
    deed(user, await context.req.formData());
    const answered = parts.settled().catch(() => undefined);
    await Promise.race([answered, pause(PATIENCE_MS, undefined, { ref: false })]);
    return context.redirect(`${BASE}#phone-${phone.id}`, 303);
  });
  app.get('/:id/files/:file', (context) => {
    const [, user] = phoneOf(parts, context.req.param('id')) ?? [];
    const file = user?.see().find((message) => message.file?.id === context.req.param('file'))?.file;
    const content = file && telegram.file(file.id);
    if (!content) return context.html(notePage(say, say('rehearsal-no-file', {})), 404);
    // Never shown by the browser itself: it is what the bot sent, whatever that is.
    return context.body(new Uint8Array(content), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name ?? 'file')}`,
    });
  });
  return app;
}

/** The name, with a number if there is somebody of that name: two phones have to be told apart. */
function unlike(taken: ReadonlySet<string>, name: string): string {
  let number = 1;
  let told = name;
  while (taken.has(told)) {
    number += 1;
    told = `${name} ${number}`;
  }
  return told;
}

/** The phones of the story, then those of everybody who came later. */
export function phoneViews(parts: PageParts, say: Say): Html[] {
  return phonesOf(parts).map(([phone, user]) => viewOf(parts, phone, user, say));
}

function phonesOf({ telegram, phones }: PageParts): [PagePhone, VirtualUser][] {
  const known = new Map(phones.map((phone) => [phone.id, phone]));
  return telegram
    .everybody()
    .map((user) => [known.get(user.id) ?? { id: user.id, name: user.name, part: 'new' }, user]);
}

function phoneOf(parts: PageParts, id: string): [PagePhone, VirtualUser] | undefined {
  return phonesOf(parts).find(([phone]) => String(phone.id) === id);
}

function viewOf({ telegram }: PageParts, phone: PagePhone, user: VirtualUser, say: Say): Html {
  return phoneView({ phone, user, botName: telegram.bot.first_name, menu: menuOf(telegram.settings), say });
}
