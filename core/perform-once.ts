import type { ApiAnswer } from './kernel/api-answer.ts';
import { type Change, change, type Event } from './kernel/change.ts';
import type { Refusal } from './kernel/command.ts';
import type { Moment } from './moment.ts';
import { type Order, type Performer, perform } from './perform.ts';

/** What a request is answered: a code and a body of ids and codes. */
export type OnceAnswer = { readonly status: number; readonly body: string };

export type OnceOrder = Pick<Order, 'command' | 'args' | 'by'> & {
  /** Whoever asks, and their key for this request. */
  readonly key: string;
  /** A digest of the request: the key is good for this one alone. */
  readonly asked: string;
  done(happened: readonly Event[]): OnceAnswer;
  refused(refusal: Refusal): OnceAnswer;
};

export type PerformedOnce =
  | { readonly did: 'answered'; readonly answer: OnceAnswer; readonly repeated: boolean }
  /** The key was used for another request before. */
  | { readonly did: 'other-request' }
  | { readonly did: 'conflict' };

/**
 * Performs a command once for a key, and keeps what was answered in the same commit: asked again, the first answer is
 * given again word for word, also a refusal.
 */
export async function performOnce(
  performer: Performer,
  order: OnceOrder,
  at: Moment,
): Promise<PerformedOnce> {
  const { key, asked, command, args, by } = order;
  const { answers } = performer.store.read;
  const known = await answers.answer(key);
  if (known !== undefined) return again(known, asked);
  let first: OnceAnswer | undefined;
  const keep = (answer: OnceAnswer): Change => {
    first = answer;
    const row = { id: key, version: 1, asked, ...answer, at: at.now };
    return change({ saves: [{ table: 'api_answer', row }] });
  };
  const performed = await perform(
    performer,
    {
      command,
      args,
      by,
      inbox: key,
      onDone: (happened) => keep(order.done(happened)),
      onRefuse: (refusal) => keep(order.refused(refusal)),
    },
    at,
  );
  if (performed.did === 'repeat') {
    const kept = await answers.answer(key);
    return kept === undefined ? { did: 'conflict' } : again(kept, asked);
  }
  if (performed.did === 'conflict' || first === undefined) return { did: 'conflict' };
  return { did: 'answered', answer: first, repeated: false };
}

function again({ status, body, asked: before }: ApiAnswer, asked: string): PerformedOnce {
  return before === asked
    ? { did: 'answered', answer: { status, body }, repeated: true }
    : { did: 'other-request' };
}
