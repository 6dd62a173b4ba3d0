import { html } from 'hono/html';
import type { DeskItem, Text } from '../../core/index.ts';
import { done, idOf, newsOf, type Signed, shown, signed } from './handler.ts';
import { BASE, form, type Html, nothingHere } from './layout.ts';

const PARTS = {
  reach: 'board-part-reach',
  asks: 'board-part-asks',
  meetings: 'board-part-meetings',
  hand: 'board-part-hand',
  waiting: 'board-part-waiting',
} as const satisfies Record<DeskItem['part'], string>;

/** The board: the same things in the same order as in the chat, with forms for its buttons. */
export const todayPage = signed(async (asked) => {
  const { parts, holder, say } = asked;
  const { sums, items } = await parts.core.desk.today(holder);
  const words = (text: Text) => parts.core.texts.render(holder.person.language, text);
  const groups = Object.entries(PARTS).map(([part, title]) => {
    const own = items.filter((item) => item.part === part);
    if (own.length === 0) return '';
    return html`<h2>${say(title, {})}</h2><ol class="board">${own.map((item) => itemView(asked, item, words))}</ol>`;
  });
  const nothing = items.length === 0 ? html`<p>${say('board-nothing', {})}</p>` : '';
  return await shown(asked, {
    title: say('board-title', {}),
    body: html`<p>${words(sums)}</p>${nothing}${groups}`,
    news: newsOf(asked),
  });
});

function itemView({ say }: Signed, { lines, does }: DeskItem, words: (text: Text) => string): Html {
  const spoken = lines.map(words);
  const n = /^\d+/.exec(spoken[0] ?? '')?.[0] ?? '';
  const about = html` <span class="unseen">${say('desk-page-about', { n })}</span>`;
  const taking = does.find(({ command }) => command === 'take-task')?.args['taskId'];
  const ending = does.find(({ command }) => command === 'finish-task')?.args['taskId'];
  return html`<li>
  ${spoken.map((line) => html`<p>${line}</p>`)}
  <div class="side">
    ${typeof taking === 'string' ? form(`/tasks/${taking}/take`, html`<button class="quiet">${say('desk-page-take', {})}${about}</button>`) : ''}
    ${typeof ending === 'string' ? form(`/tasks/${ending}/done`, html`<button class="quiet">${say('desk-page-finish', {})}${about}</button>`) : ''}
    ${peopleIn(does).map((id) => html`<a class="button quiet" href="${BASE}/people/${id}">${say('desk-page-see-more', {})}${about}</a>`)}
  </div>
</li>`;
}

/** The first of those whom the buttons are about: their page has the rest. */
function peopleIn(does: DeskItem['does']): string[] {
  const ids = does.flatMap(({ args }) => {
    const inner = args['args'];
    if (typeof inner !== 'object' || inner === null) return [];
    return Object.entries(inner).flatMap(([name, value]) =>
      ['personId', 'menteeId', 'toId'].includes(name) && typeof value === 'string' ? [value] : [],
    );
  });
  return [...new Set(ids)].slice(0, 1);
}

/** Only what this person's own board offers can be pressed. */
function pressed(command: 'take-task' | 'finish-task') {
  return signed(async (asked) => {
    const { parts, holder } = asked;
    const taskId = idOf(asked);
    const { items } = await parts.core.desk.today(holder);
    const isOffered = items.some(({ does }) =>
      does.some((each) => each.command === command && each.args['taskId'] === taskId),
    );
    if (taskId === undefined || !isOffered) return await nothingHere(asked.context, asked);
    return await done(asked, { command, args: { taskId } }, { path: '/today' });
  });
}

export const takeTask = pressed('take-task');
export const finishTask = pressed('finish-task');
