import { html } from 'hono/html';
import {
  ConcernOutcome,
  type DeskConcernInFull,
  type OpenedConcern,
  WhyReadConcern,
} from '../../core/index.ts';
import { done, type Handler, idOf, type News, newsOf, type Signed, shown, signed } from './handler.ts';
import { BASE, form, type Html, nothingHere, table, when, whenInWords } from './layout.ts';

type OfConcern = Signed & { readonly concern: DeskConcernInFull };
type Listed = Pick<DeskConcernInFull, 'id' | 'kind' | 'state' | 'createdAt' | 'seenAt'>;

/** What waits for this lead or deputy: that it is there, since when, and how it stands. Not a word of it. */
export const concernsPage = signed(async (asked) => {
  const { parts, holder, say } = asked;
  const all = await parts.core.desk.concerns(holder);
  const open = all.filter(({ state }) => state !== 'closed');
  const closed = all.filter(({ state }) => state === 'closed');
  const list =
    open.length === 0
      ? html`<p>${say('desk-page-concerns-none', {})}</p>`
      : listOf(asked, say('desk-page-concerns-open', {}), open);
  const earlier =
    closed.length === 0
      ? ''
      : html`<h2>${say('desk-page-concerns-earlier', {})}</h2>${listOf(asked, say('desk-page-concerns-earlier-more', {}), closed)}`;
  const body = html`<p>${say('desk-page-concerns-more', {})}</p>${list}${earlier}`;
  return await shown(asked, { title: say('desk-page-concerns', {}), body, news: newsOf(asked) });
});

function listOf(asked: Signed, caption: string, concerns: readonly Listed[]): Html {
  const { holder, say } = asked;
  const heads = [
    say('desk-page-concern-kind-head', {}),
    say('desk-page-concern-since', {}),
    say('desk-page-concern-stands-head', {}),
  ];
  const rows = concerns.map((each) => [
    html`<a href="${BASE}/concerns/${each.id}">${say('desk-page-concern-kind', { kind: each.kind })}</a>`,
    when(each.createdAt.toString(), holder),
    standsOf(asked, each),
  ]);
  return table(caption, heads, rows);
}

function standsOf({ say }: Signed, { state, seenAt }: Listed, taker: string | null = null): string {
  const isSeen = state === 'open' && seenAt !== null;
  if (state === 'taken' && taker !== null) return say('desk-page-concern-taken-by', { name: taker });
  return say('desk-page-concern-stands', { state: isSeen ? 'seen' : state });
}

/** One concern for which they answer, and that is not about them. For anybody else there is nothing here. */
function ofConcern(answer: (asked: OfConcern) => Promise<Response>): Handler {
  return signed(async (asked) => {
    const { parts, holder } = asked;
    const id = idOf(asked);
    const concern = id === undefined ? undefined : await parts.core.desk.concern(holder, id);
    return concern === undefined
      ? await nothingHere(asked.context, asked)
      : await answer({ ...asked, concern });
  });
}

export const concernPage = ofConcern((asked) => concernWith(asked, undefined));

async function concernWith(asked: OfConcern, opened: OpenedConcern | undefined): Promise<Response> {
  const { concern, holder, say } = asked;
  const { kind, createdAt, taker, isMine, outcome } = concern;
  const stands = isMine ? say('desk-page-concern-mine', {}) : standsOf(asked, concern, taker);
  const came =
    outcome === null
      ? ''
      : html`<dt>${say('desk-page-concern-outcome-label', {})}</dt><dd>${say('desk-page-concern-outcome', { outcome })}</dd>`;
  const body = html`<dl>
  <dt>${say('desk-page-concern-since', {})}</dt><dd>${when(createdAt.toString(), holder)}</dd>
  <dt>${say('desk-page-concern-stands-head', {})}</dt><dd>${stands}</dd>
  ${came}
</dl>
${opened === undefined ? readForm(asked) : wordsView(asked, opened)}
${answerForms(asked)}
${pairForm(asked)}
${stepsView(asked)}`;
  return await shown(asked, { title: say('desk-page-concern-kind', { kind }), body, news: newsOf(asked) });
}

/** The words are behind a reason, which is written down with who reads. */
function readForm({ concern, say }: OfConcern): Html {
  const reasons = WhyReadConcern.options.map(
    (why) => html`<option value="${why}">${say('desk-page-concern-why', { why })}</option>`,
  );
  return html`<h2>${say('desk-page-concern-words', {})}</h2>${form(
    `/concerns/${concern.id}/read`,
    html`<label for="why">${say('desk-page-concern-why-label', {})}</label>
<select id="why" name="why" aria-describedby="noted">${reasons}</select>
<p class="soft" id="noted">${say('desk-page-concern-noted', {})}</p>
<p><button>${say('desk-page-concern-read', {})}</button></p>`,
  )}`;
}

function wordsView(
  { say, holder }: OfConcern,
  { from, aboutName, whom, words, message }: OpenedConcern,
): Html {
  const nobody = say('desk-page-somebody', {});
  const reported =
    message === null
      ? ''
      : html`<p>${say('desk-page-concern-message', { name: message.from ?? nobody, when: whenInWords(message.at, holder) })}</p><p class="words">${message.words}</p>`;
  return html`<h2>${say('desk-page-concern-words', {})}</h2>
<p>${say('desk-page-concern-from', { name: from ?? nobody })}${aboutName === null ? '' : html` ${say('desk-page-concern-about', { name: aboutName })}`}</p>
${whom === null ? '' : html`<p>${say('concern-about-whom', {})}</p><p class="words">${whom}</p>`}
${words === null ? html`<p>${say('desk-page-concern-no-words', {})}</p>` : html`<p class="words">${words}</p>`}${reported}
<p class="soft">${say('desk-page-concern-shown-once', {})}</p>`;
}

function answerForms({ concern, say }: OfConcern): Html {
  const { id, state, seenAt, isMine, isAsked } = concern;
  if (state === 'closed') return html``;
  const press = (word: string, label: string, look: string) =>
    form(`/concerns/${id}/${word}`, html`<button class="${look}">${label}</button>`);
  const outcomes = ConcernOutcome.options.map(
    (outcome) => html`<option value="${outcome}">${say('desk-page-concern-outcome', { outcome })}</option>`,
  );
  const close = form(
    `/concerns/${id}/close`,
    html`<label for="outcome">${say('desk-page-concern-outcome-label', {})}</label>
<select id="outcome" name="outcome">${outcomes}</select>
<p><button class="quiet">${say('desk-page-concern-close', {})}</button></p>`,
  );
  return html`<h2>${say('desk-page-concern-answer', {})}</h2>${isAsked ? html`<p>${say('desk-page-concern-asked', {})}</p>` : ''}<div class="side">
${isMine ? '' : press('take', say('desk-page-concern-take', {}), '')}
${isAsked ? press('take', say('button-concern-in-hand', {}), '') : ''}
${seenAt === null ? press('see', say('desk-page-concern-see', {}), 'quiet') : ''}
</div>${state === 'taken' ? close : ''}`;
}

/** Where it is about two who write to each other: messages between them rest, or go on. */
function pairForm({ concern, say }: OfConcern): Html {
  const { id, state, pair } = concern;
  if (pair === 'none' || state === 'closed') return html``;
  const [word, label] =
    pair === 'open'
      ? (['pause', say('desk-page-concern-pause', {})] as const)
      : (['resume', say('desk-page-concern-resume', {})] as const);
  return html`<h2>${say('desk-page-concern-pair', {})}</h2><p class="soft">${say('desk-page-concern-pair-more', {})}</p>
${form(`/concerns/${id}/${word}`, html`<button class="quiet">${label}</button>`)}`;
}

/** Every step, timed: who did it, never a word. */
function stepsView({ concern, holder, say }: OfConcern): Html {
  const items = concern.steps.map(({ at, step, who }) => {
    const name = who === null ? '' : ` (${who})`;
    return html`<li>${when(at.toString(), holder)}: ${say('desk-page-concern-step', { step })}${name}</li>`;
  });
  return items.length === 0
    ? html``
    : html`<h2>${say('desk-page-concern-steps', {})}</h2><ol class="steps">${items}</ol>`;
}

/** Answered with the words themselves, once: they are in no address, and no page of them is kept. */
export const readConcern = ofConcern(async (asked) => {
  const { parts, holder, concern, fields } = asked;
  const why = WhyReadConcern.safeParse(fields['why']);
  if (!why.success) return await concernWith(asked, undefined);
  const opened = await parts.core.desk.readConcern(holder, concern.id, why.data);
  const now = await parts.core.desk.concern(holder, concern.id);
  return opened === undefined || now === undefined
    ? await nothingHere(asked.context, asked)
    : await concernWith({ ...asked, concern: now }, opened);
});

function pressed(
  command: 'see-concern' | 'take-concern' | 'pause-pair' | 'resume-pair',
  said: News = 'done',
) {
  return ofConcern(async (asked) => {
    const concernId = asked.concern.id;
    return await done(asked, { command, args: { concernId } }, { path: `/concerns/${concernId}`, said });
  });
}
export const seeConcern = pressed('see-concern', 'seen');
export const takeConcern = pressed('take-concern', 'taken');
export const pausePair = pressed('pause-pair');
export const resumePair = pressed('resume-pair');

export const closeConcern = ofConcern(async (asked) => {
  const { concern, fields, context } = asked;
  const outcome = ConcernOutcome.safeParse(fields['outcome']);
  if (!outcome.success || concern.state !== 'taken') return await nothingHere(context, asked);
  const args = { concernId: concern.id, outcome: outcome.data };
  return await done(asked, { command: 'close-concern', args }, { path: '/concerns', said: 'closed' });
});
