import { crashpoint } from './delivery/crashpoint.ts';
import { type Change, change } from './kernel/change.ts';
import { Incoming, type Reply } from './kernel/incoming.ts';
import type { Moment } from './moment.ts';
import type { Role } from './people/person.ts';
import { perform } from './perform.ts';
import type { WayIn } from './store/way-in.ts';
import type { Receiver } from './to-order.ts';
import { along, meaning } from './understand.ts';

/** What became of something that came in. */
export type Received = 'done' | 'refused' | 'repeat' | 'left-alone';

/**
 * Takes in one thing from a chat app: who is there, what they mean, what follows. It has one effect however often it
 * comes. When it returns, everything that follows is committed, the answer included; when it throws, nothing is.
 */
export async function receive(receiver: Receiver, given: Incoming, at: Moment): Promise<Received> {
  const incoming = Incoming.parse(given);
  const token = 'token' in incoming.intent ? incoming.intent.token : undefined;
  for (let tries = 1; ; tries += 1) {
    const wayIn = await receiver.store.wayIn(incoming.key, incoming.account, token);
    if (wayIn.seen) return 'repeat';
    const meant = await meaning(receiver, incoming, wayIn, at);
    if (meant === undefined) return 'left-alone';
    const next = along(there(wayIn, incoming, at), meant);
    if ('command' in next) {
      const performed = await perform(
        receiver,
        { ...next, roles: rolesIn(wayIn), inbox: incoming.key, ...replyOf(incoming), tries: 1 },
        at,
      );
      if (performed.did !== 'conflict') return performed.did;
      if (tries === TRIES) throw tooManyConflicts();
      continue;
    }
    const by = wayIn.person === null ? 'newcomer' : `person:${wayIn.person.id}`;
    crashpoint('answer.decided');
    const committed = await receiver.store.commit(
      next.change,
      { inbox: incoming.key, by, ...replyOf(incoming) },
      at,
    );
    crashpoint('answer.committed');
    if (committed === 'done') return 'done';
    if (committed === 'repeat') return 'repeat';
    if (tries === TRIES) throw tooManyConflicts();
  }
}

/** Whoever writes can be reached, whatever an app said before: nothing may stay unsent for an error of theirs. */
function there({ account }: WayIn, { key, intent }: Incoming, at: Moment): Change {
  if (account === null || account.reachable || intent.is === 'left' || intent.is === 'came-back')
    return change({});
  const back = { command: 'account-came-back', args: { accountId: account.id }, at: at.now };
  return change({ due: [{ ...back, key: `came-back:${key}` }] });
}

function rolesIn({ roles }: WayIn): Role['role'][] {
  return roles.map(({ role }) => role);
}

function replyOf({ reply }: Incoming): { reply?: Reply } {
  return reply === undefined ? {} : { reply };
}

const TRIES = 6;

function tooManyConflicts(): Error {
  return new Error(`Something that came in met other changes ${TRIES} times in a row`);
}
