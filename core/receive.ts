import { crashpoint } from './delivery/crashpoint.ts';
import { Incoming } from './kernel/incoming.ts';
import type { Moment } from './moment.ts';
import { perform } from './perform.ts';
import type { Receiver } from './to-order.ts';
import { meaning } from './understand.ts';

/** What became of something that came in. */
export type Received = 'done' | 'refused' | 'repeat' | 'left-alone';

/**
 * Takes in one thing from a chat app: who is there, what they mean, what follows. It has one effect however often it
 * comes. When it returns, everything that follows is committed, the answer included; when it throws, nothing is.
 */
export async function receive(receiver: Receiver, given: Incoming, at: Moment): Promise<Received> {
  const incoming = Incoming.parse(given);
  const token = incoming.intent.is === 'press' ? incoming.intent.token : undefined;
  for (let tries = 1; ; tries += 1) {
    const wayIn = await receiver.store.wayIn(incoming.key, incoming.account, token);
    if (wayIn.seen) return 'repeat';
    const next = await meaning(receiver, incoming, wayIn, at);
    if (next === undefined) return 'left-alone';
    if ('command' in next) {
      const performed = await perform(receiver, { ...next, inbox: incoming.key, tries: 1 }, at);
      if (performed.did !== 'conflict') return performed.did;
      if (tries === TRIES) throw tooManyConflicts();
      continue;
    }
    const by = wayIn.person === null ? 'newcomer' : `person:${wayIn.person.id}`;
    crashpoint('answer.decided');
    const committed = await receiver.store.commit(next.change, { inbox: incoming.key, by }, at);
    crashpoint('answer.committed');
    if (committed === 'done') return 'done';
    if (committed === 'repeat') return 'repeat';
    if (tries === TRIES) throw tooManyConflicts();
  }
}

const TRIES = 6;

function tooManyConflicts(): Error {
  return new Error(`Something that came in met other changes ${TRIES} times in a row`);
}
