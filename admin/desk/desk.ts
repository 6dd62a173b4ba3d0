import { readFileSync } from 'node:fs';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import { auditPage, keptPage, retentionPage, verifyAudit } from './about-pages.ts';
import {
  closeConcern,
  concernPage,
  concernsPage,
  pausePair,
  readConcern,
  resumePair,
  seeConcern,
  takeConcern,
} from './concern-pages.ts';
import { definitionPage } from './definition-pages.ts';
import { addDrafted, askForDraft, draftPage, offerDraft } from './draft-pages.ts';
import { deskHeaders, isForm, isFromDesk, openDoor, SESSION, secretIn } from './guard.ts';
import { type Asked, type DeskParts, goTo, type Handler, shown, signed } from './handler.ts';
import { BASE, framed, nothingHere, sayIn } from './layout.ts';
import { confirmMatch, matchPage, offerMatch, setAside, swapMatch, takeOut } from './match-pages.ts';
import { matchingPage } from './matching-pages.ts';
import { noteDesk } from './note.ts';
import { erase, erasePage, giveRole, peoplePage, personPage, sendCopy, writeLetter } from './people-pages.ts';
import { programmesPage } from './programme-pages.ts';
import { endSession, endSessions, sessionsPage } from './session-pages.ts';
import { linkPage, openLink, signIn, signInPage, signOut } from './sign-in-pages.ts';
import { finishTask, takeTask, todayPage } from './today-pages.ts';
import { mayOpen, type Route, WHO_MAY } from './who-may.ts';

/** A letter is the longest thing that is sent here. */
const MOST_BYTES = 16 * 1024;
const STYLE = ['./style.css', './pieces.css']
  .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
  .join('\n');

const style: Handler = ({ context }) =>
  context.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' });

/** Where somebody's work begins. */
const first = signed((asked) => goTo(asked, asked.holder.coordinates.length > 0 ? '/today' : '/concerns'));

/** What answers at each address. */
const HANDLERS: Readonly<Record<Route, Handler>> = {
  'GET /style.css': style,
  'GET /sign-in': signInPage,
  'POST /sign-in': signIn,
  'GET /link/:link': linkPage,
  'POST /link/:link': openLink,
  'GET /': first,
  'POST /sign-out': signOut,
  'GET /sessions': sessionsPage,
  'POST /sessions/end': endSessions,
  'POST /sessions/:id/end': endSession,
  'GET /programmes': programmesPage,
  'GET /programmes/:id': definitionPage,
  'GET /retention': retentionPage,
  'GET /what-we-keep': keptPage,
  'GET /today': todayPage,
  'POST /tasks/:id/take': takeTask,
  'POST /tasks/:id/done': finishTask,
  'GET /people': peoplePage,
  'GET /people/:id': personPage,
  'POST /people/:id/role': giveRole,
  'POST /people/:id/letter': writeLetter,
  'POST /people/:id/copy': sendCopy,
  'GET /people/:id/erase': erasePage,
  'POST /people/:id/erase': erase,
  'GET /matching': matchingPage,
  'GET /drafts/:id': draftPage,
  'POST /drafts/:id/ask': askForDraft,
  'POST /drafts/:id/offer': offerDraft,
  'POST /drafts/:id/add': addDrafted,
  'GET /matches/:id': matchPage,
  'POST /matches/:id/confirm': confirmMatch,
  'POST /matches/:id/aside': setAside,
  'POST /matches/:id/offer': offerMatch,
  'POST /matches/:id/swap': swapMatch,
  'POST /matches/:id/out': takeOut,
  'GET /audit': auditPage,
  'POST /audit/verify': verifyAudit,
  'GET /concerns': concernsPage,
  'GET /concerns/:id': concernPage,
  'POST /concerns/:id/read': readConcern,
  'POST /concerns/:id/see': seeConcern,
  'POST /concerns/:id/take': takeConcern,
  'POST /concerns/:id/close': closeConcern,
  'POST /concerns/:id/pause': pausePair,
  'POST /concerns/:id/resume': resumePair,
};

const ROUTES = Object.keys(HANDLERS).filter((route): route is Route => route in HANDLERS);

/** The desk, to be mounted at /desk: pages made here, without any script, for people who are signed in. */
export function deskPages(parts: DeskParts): Hono {
  const app = new Hono();
  const door = openDoor(() => parts.moment().now.epochMilliseconds);
  app.use(noted(parts), deskHeaders, onlyOwnForms(parts));
  app.use(
    bodyLimit({ maxSize: MOST_BYTES, onError: (context) => nothingHere(context, unsigned(parts, context)) }),
  );
  for (const route of ROUTES) {
    const [method = '', path = ''] = route.split(' ');
    app.on(method, path, async (context) => {
      const asked = await askedBy(parts, context);
      if (route.startsWith('POST') && WHO_MAY[route] === 'anybody' && !door())
        return await shown(asked, { title: asked.say('desk-page-too-fast', {}), body: html`` }, 429);
      const may = mayOpen(WHO_MAY[route], asked.holder);
      if (!may && asked.holder === undefined) return goTo(asked, '/sign-in');
      const answer = may ? await HANDLERS[route](asked) : await nothingHere(context, asked);
      await noteDesk(asked, route, answer.status);
      return answer;
    });
  }
  // Not "notFound": where this is mounted, the whole house's own would answer.
  app.all('*', async (context) => nothingHere(context, await askedBy(parts, context)));
  app.onError(async (error, context) => {
    parts.onFault?.({ fault: 'desk', why: error.name });
    const looking = unsigned(parts, context);
    const { say } = looking;
    const body = html`<p>${say('desk-page-fault-more', {})}</p><p><a href="${BASE}">${say('desk-page-back', {})}</a></p>`;
    return context.html(await framed(looking, { title: say('desk-page-fault', {}), body }), 500);
  });
  return app;
}

/** Notes a request's outcome: never its address, its form or who asked. */
function noted({ moment, onRequest }: DeskParts): MiddlewareHandler {
  return async (context, next) => {
    const { now, newId } = moment();
    await next();
    const tookMs = moment().now.epochMilliseconds - now.epochMilliseconds;
    onRequest?.({ request: newId(), method: context.req.method, status: context.res.status, tookMs });
  };
}

/** What another site sends in somebody's name, and what is no form, is refused unread. */
function onlyOwnForms(parts: DeskParts): MiddlewareHandler {
  return async (context, next) => {
    const { method } = context.req;
    if (method === 'GET' || method === 'HEAD') return await next();
    if (isFromDesk(context, parts.publicUrl) && isForm(context)) return await next();
    const looking = unsigned(parts, context);
    const { say } = looking;
    const body = html`<p>${say('desk-page-other-site-more', {})}</p>`;
    return context.html(await framed(looking, { title: say('desk-page-other-site', {}), body }), 403);
  };
}

function unsigned({ core }: DeskParts, { req }: Context) {
  return { say: sayIn(core, undefined), holder: undefined, path: pathOf(req.path) };
}

function pathOf(path: string): string {
  return path.startsWith(BASE) ? path.slice(BASE.length) : path;
}

async function askedBy(parts: DeskParts, context: Context): Promise<Asked> {
  const secret = secretIn(context, SESSION);
  const holder = secret === undefined ? undefined : await parts.core.desk.holder(secret);
  const isPost = context.req.method === 'POST';
  const fields = isPost ? Object.fromEntries(new URLSearchParams(await context.req.text())) : {};
  return { context, parts, fields, holder, say: sayIn(parts.core, holder), path: pathOf(context.req.path) };
}
