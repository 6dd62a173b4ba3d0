import { z } from 'zod';
import { type Change, change, next, type Save } from '../kernel/change.ts';
import { command, type Refusal, themselves } from '../kernel/command.ts';
import { text } from '../texts/text.ts';
import {
  type DeskSession,
  isAlive,
  isOpen,
  LONGEST,
  MOST_SESSIONS,
  NOTED_EVERY,
  staffRoles,
} from './desk-session.ts';

/** One answer for everything that does not open: which of them it was is nobody's business. */
const notGood: Refusal = { refused: 'desk.not-good', say: text('desk-page-code-not-good') };

/**
 * The answer to a code, or a link, was brought to the desk by a browser. A right one is used up and makes a session; a wrong
 * one is counted, and after a few the code is over.
 */
export const signInAtDesk = command({
  name: 'sign-in-at-desk',
  schema: z.object({
    signInId: z.uuid(),
    /** Fingerprint of what was typed; none for a link. */
    answerHash: z.string().nullable(),
    /** Fingerprint of the new session's secret. */
    sessionHash: z.string().length(43),
  }),
  async load(read, { signInId }) {
    const asked = await read.sessions.signIn(signInId);
    if (asked === undefined) return undefined;
    const { personId } = asked;
    const [person, roles, sessions] = await Promise.all([
      read.people.person(personId),
      read.people.rolesOf(personId),
      read.sessions.sessionsOf(personId),
    ]);
    return { asked, person, roles: staffRoles(roles), sessions };
  },
  decide(data, { answerHash, sessionHash }, at, by): Change | Refusal {
    if (by.is !== 'coordinator' || data === undefined) return notGood;
    const { asked, person, roles, sessions } = data;
    if (!isOpen(asked, at.now) || person?.state !== 'active' || roles.length === 0) return notGood;
    if (asked.answerHash !== answerHash)
      return change({
        saves: [{ table: 'desk_sign_in', row: next(asked, { tries: asked.tries + 1 }) }],
        events: [{ event: 'desk.wrong-answer', ids: { signInId: asked.id, personId: person.id } }],
      });
    const row: DeskSession = {
      id: at.newId(),
      version: 1,
      personId: person.id,
      hash: sessionHash,
      endedAt: null,
      by: asked.answerHash === null ? 'link' : 'code',
      createdAt: at.now,
      seenAt: at.now,
      endsAt: at.now.add(LONGEST),
    };
    const alive = sessions.filter((each) => isAlive(each, at.now));
    const over = alive.slice(0, Math.max(0, alive.length - MOST_SESSIONS + 1));
    return change({
      saves: [
        { table: 'desk_sign_in', row: next(asked, { usedAt: at.now }) },
        { table: 'desk_session', row },
        ...over.map((each) => ended(each, at.now)),
      ],
      events: [{ event: 'desk.signed-in', ids: { sessionId: row.id, personId: person.id } }],
      outgoing: [{ to: person.id, screen: 'desk-signed-in', args: {}, mode: 'new', evenIfStopped: true }],
    });
  },
});

function ended(row: DeskSession, now: DeskSession['seenAt']): Save {
  return { table: 'desk_session', row: next(row, { endedAt: now }) };
}

/** A session is in use: written down once a minute, so that an idle one can be told. */
export const noteDeskUse = command({
  name: 'note-desk-use',
  schema: z.object({ sessionId: z.uuid() }),
  load: (read, { sessionId }) => read.sessions.session(sessionId),
  decide(session, _args, at): Change {
    const due = session?.seenAt.add(NOTED_EVERY).epochMilliseconds ?? 0;
    if (session === undefined || !isAlive(session, at.now) || at.now.epochMilliseconds < due)
      return change({});
    return change({ saves: [{ table: 'desk_session', row: next(session, { seenAt: at.now }) }] });
  },
});

/** Ends one session of somebody's, or all of them: by themself in their chat, at the desk, or from the command line. */
export const endDeskSessions = command({
  name: 'end-desk-sessions',
  schema: z.object({
    /** Whose, from the command line. Everybody else ends their own. */
    personId: z.uuid().optional(),
    sessionId: z.uuid().optional(),
  }),
  keepsForm: true,
  async load(read, { personId }, by) {
    const whose = by.is === 'coordinator' ? personId : themselves(by)?.id;
    if (whose === undefined) return undefined;
    return {
      whose,
      sessions: await read.sessions.sessionsOf(whose),
      asked: await read.sessions.signInsOf(whose),
    };
  },
  decide(data, { sessionId }, at, by): Change | Refusal {
    if (data === undefined) return notGood;
    const alive = data.sessions.filter((each) => isAlive(each, at.now) && (sessionId ?? each.id) === each.id);
    // Whoever ends everything wants no code of theirs to open it again.
    const asked = sessionId === undefined ? data.asked.filter((each) => isOpen(each, at.now)) : [];
    const answer = by.is === 'person' ? { to: by.person.id, account: by.account.id } : undefined;
    const said = text('desk-signed-out');
    return change({
      saves: [
        ...alive.map((each) => ended(each, at.now)),
        ...asked.map((each): Save => ({ table: 'desk_sign_in', row: next(each, { expiresAt: at.now }) })),
      ],
      events: alive.map(({ id }) => ({
        event: 'desk.signed-out',
        ids: { sessionId: id, personId: data.whose },
      })),
      outgoing:
        answer === undefined
          ? []
          : [{ ...answer, screen: 'say', args: { ...said }, mode: 'new', evenIfStopped: true }],
    });
  },
});
