import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Core, DeskHolder, Moment } from '../../core/index.ts';
import type { RequestNote } from '../parts.ts';
import { BASE, framed, type Looking, nothingHere, type Page } from './layout.ts';

export type DeskParts = {
  /** Nothing else of the core: what is here looks for itself whose it is. */
  readonly core: Pick<Core, 'desk' | 'texts'>;
  /** The moment now. */
  readonly moment: () => Moment;
  /** Where the desk stands on the web, behind whatever passes requests on. */
  readonly publicUrl?: string | undefined;
  wake(): void;
  readonly onFault?: (fault: Readonly<Record<string, string>>) => void;
  readonly onRequest?: (note: RequestNote) => void;
};

/** A request that may be answered: by whom it is asked, and what its form says. */
export type Asked = Looking & {
  readonly context: Context;
  readonly parts: DeskParts;
  readonly fields: Readonly<Record<string, string>>;
};

/** The same from somebody who is signed in. */
export type Signed = Asked & { readonly holder: DeskHolder };

export type Handler = (asked: Asked) => Promise<Response> | Response;

/** What somebody who is signed in asks. Nobody else comes so far; if they did, there would be nothing. */
export function signed(answer: (asked: Signed) => Promise<Response> | Response): Handler {
  return (asked) => {
    const { holder } = asked;
    return holder === undefined ? nothingHere(asked.context, asked) : answer({ ...asked, holder });
  };
}

export async function shown(
  asked: Asked,
  page: Page,
  status: 200 | 400 | 409 | 429 = 200,
): Promise<Response> {
  return asked.context.html(await framed(asked, page), status);
}

/** What can be said after a page was left by pressing something; the address only ever carries one of these words. */
const NEWS = {
  done: 'desk-page-done',
  erased: 'desk-page-erased',
  out: 'desk-page-signed-out',
  taken: 'desk-page-concern-taken-said',
  seen: 'desk-page-concern-seen-said',
  closed: 'desk-page-concern-closed-said',
  confirmed: 'desk-page-match-confirmed-said',
  aside: 'match-set-aside',
  offered: 'desk-page-match-offered-said',
  asked: 'desk-page-draft-asked-said',
} as const;
export type News = keyof typeof NEWS;

export function newsOf({ context, say }: Asked): string | undefined {
  const said = context.req.query('said');
  return isNews(said) ? say(NEWS[said], {}) : undefined;
}

function isNews(said: string | undefined): said is News {
  return said !== undefined && Object.hasOwn(NEWS, said);
}

export function goTo({ context }: Asked, path: string, said?: News): Response {
  return context.redirect(`${BASE}${path}${said === undefined ? '' : `?said=${said}`}`, 303);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function idOf({ context }: Asked): string | undefined {
  const id = context.req.param('id') ?? '';
  return UUID.test(id) ? id : undefined;
}

/** Whether a form names somebody who is theirs: what can be done with them is for the core to say. */
export async function areTheirs({ parts, holder }: Signed, ids: readonly string[]): Promise<boolean> {
  const found = await Promise.all(
    ids.map((id) => (UUID.test(id) ? parts.core.desk.person(holder, id) : undefined)),
  );
  return found.every((each) => each !== undefined);
}

/** Does a command, then goes where the result stands; a "no" of the core is said in its own words. */
export async function done(
  asked: Signed,
  order: { readonly command: string; readonly args: object },
  after: { readonly path: string; readonly said?: News },
): Promise<Response> {
  const { parts, holder, say } = asked;
  const { core } = parts;
  const performed = await core.desk.perform(holder, order.command, order.args);
  if (performed.did === 'done') {
    parts.wake();
    return goTo(asked, after.path, after.said ?? 'done');
  }
  if (performed.did === 'refused' && /\.(unknown|gone|not-yours|not-theirs)$/.test(performed.refusal.refused))
    return await nothingHere(asked.context, asked);
  const why =
    performed.did === 'refused'
      ? core.texts.render(holder.person.language, performed.refusal.say)
      : say('desk-page-changed-meanwhile', {});
  const body = html`<p>${say('desk-page-not-done', { why })}</p><p><a href="${BASE}${after.path}">${say('desk-page-back', {})}</a></p>`;
  return await shown(asked, { title: say('desk-page-fault', {}), body }, 409);
}
