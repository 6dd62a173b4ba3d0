import { html } from 'hono/html';
import { ASKING, dropSecret, keepSecret, SESSION, secretIn } from './guard.ts';
import { type Asked, goTo, type Handler, newsOf, shown, signed } from './handler.ts';
import { form } from './layout.ts';

/** A page that shows a code, which the person writes to the bot; the bot's answer is typed into the same browser. */
export const signInPage: Handler = async (asked) => {
  if (asked.holder !== undefined) return goTo(asked, '');
  return await asking(asked, newsOf(asked), 200);
};

async function asking(asked: Asked, news: string | undefined, status: 200 | 400): Promise<Response> {
  const { context, parts, say } = asked;
  const { desk } = parts.core;
  const browser = secretIn(context, ASKING) ?? desk.newSecret();
  // Its ten minutes begin again each time the page is shown.
  keepSecret(context, ASKING, browser);
  const body = html`<p>${say('desk-page-sign-in-how', {})}</p>
<p class="code">${say('desk-page-sign-in-words', { code: desk.shown(browser) })}</p>
${form(
  '/sign-in',
  html`<label for="code">${say('desk-page-sign-in-code', {})}</label>
<p class="soft" id="code-how">${say('desk-page-sign-in-then', {})} ${say('desk-page-sign-in-limits', {})}</p>
<p><input id="code" name="code" required maxlength="20" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" aria-describedby="code-how"></p>
<button>${say('desk-page-sign-in', {})}</button>`,
)}`;
  return await shown(asked, { title: say('desk-page-sign-in', {}), body, news }, status);
}

/** The bot's answer, in the browser that asked. What was there before of a session ends with it. */
export const signIn: Handler = async (asked) => {
  const { context, parts, fields, say } = asked;
  const browser = secretIn(context, ASKING);
  if (browser === undefined) return await asking(asked, say('desk-page-no-cookie', {}), 400);
  const session = await parts.core.desk.signIn(browser, fields['code'] ?? '');
  if (session === undefined) return await asking(asked, say('desk-page-code-not-good', {}), 400);
  return await cameIn(asked, session);
};

async function cameIn(asked: Asked, session: string): Promise<Response> {
  const { context, parts, holder } = asked;
  if (holder !== undefined) await end(asked, holder.person.id, holder.sessionId);
  keepSecret(context, SESSION, session);
  dropSecret(context, ASKING);
  parts.wake();
  return goTo(asked, '');
}

async function end({ parts, holder }: Asked, personId: string, sessionId?: string): Promise<void> {
  if (holder === undefined) return;
  const args = { personId, ...(sessionId === undefined ? {} : { sessionId }) };
  await parts.core.desk.perform(holder, 'end-desk-sessions', args);
}

/** Only to be looked at: whatever opens it (a preview, for example) has done nothing. */
export const linkPage: Handler = async (asked) => {
  const { context, parts, say } = asked;
  const link = context.req.param('link') ?? '';
  const isGood = await parts.core.desk.linkOpens(link);
  const body = isGood
    ? html`<p>${say('desk-page-link-more', {})}</p>${form(`/link/${encodeURIComponent(link)}`, html`<button>${say('desk-page-sign-in', {})}</button>`)}`
    : html`<p>${say('desk-page-link-not-good', {})}</p>`;
  return await shown(asked, { title: say('desk-page-link', {}), body }, isGood ? 200 : 400);
};

/** The button pressed: this browser, and no other, is signed in. */
export const openLink: Handler = async (asked) => {
  const session = await asked.parts.core.desk.signInByLink(asked.context.req.param('link') ?? '');
  return session === undefined ? await linkPage(asked) : await cameIn(asked, session);
};

export const signOut = signed(async (asked) => {
  const { context, holder } = asked;
  await end(asked, holder.person.id, holder.sessionId);
  dropSecret(context, SESSION);
  context.header('Clear-Site-Data', '"cache"');
  return goTo(asked, '/sign-in', 'out');
});
