import { html } from 'hono/html';
import { done, idOf, newsOf, shown, signed } from './handler.ts';
import { form, nothingHere, whenInWords } from './layout.ts';

/** Every browser in which this person is signed in, each with its end. */
export const sessionsPage = signed(async (asked) => {
  const { parts, holder, say } = asked;
  const all = await parts.core.desk.sessions(holder);
  const items = all.map(({ id, createdAt, seenAt }) => {
    const times = {
      when: whenInWords(createdAt.toString(), holder),
      seen: whenInWords(seenAt.toString(), holder),
    };
    return html`<li>
  <p>${id === holder.sessionId ? html`<strong>${say('desk-page-session-here', {})}</strong><br>` : ''}${say('desk-page-session-since', times)}</p>
  ${form(`/sessions/${id}/end`, html`<button class="quiet">${say('desk-page-session-end', {})}</button>`)}
</li>`;
  });
  const body = html`<p>${say('desk-page-sessions-more', {})}</p><ol class="board">${items}</ol>
${form('/sessions/end', html`<button>${say('desk-page-session-end-all', {})}</button>`)}`;
  return await shown(asked, { title: say('desk-page-sessions', {}), body, news: newsOf(asked) });
});

export const endSession = signed(async (asked) => {
  const { parts, holder } = asked;
  const sessionId = idOf(asked);
  const own = await parts.core.desk.sessions(holder);
  if (sessionId === undefined || !own.some(({ id }) => id === sessionId))
    return await nothingHere(asked.context, asked);
  const order = { command: 'end-desk-sessions', args: { sessionId } };
  return await done(asked, order, { path: sessionId === holder.sessionId ? '/sign-in' : '/sessions' });
});

export const endSessions = signed(async (asked) => {
  const order = { command: 'end-desk-sessions', args: {} };
  return await done(asked, order, { path: '/sign-in', said: 'out' });
});
