import { setTimeout as pause } from 'node:timers/promises';
import type { Reader } from '../../core/index.ts';
import type { Desk } from './desk.ts';
import { NotDone } from './not-done.ts';
import type { Answer } from './verb.ts';

type Draft = NonNullable<Awaited<ReturnType<Reader['matches']['draftOf']>>>;

const LOOKS_EVERY_MS = 500;

/**
 * The draft that was asked for, when it is made: worked out here, unless the app or somebody else is at it already. How far
 * it has come is said on the way. @throws NotDone when it cannot be made
 */
export async function madeDraft(desk: Desk, programmeId: string): Promise<Draft> {
  const { matches } = desk.core.read;
  let said = -1;
  const say = (share: number): void => {
    const tenth = Math.floor(share / 10);
    if (tenth > said) desk.note(`Working it out: ${share} of 100`);
    said = Math.max(tenth, said);
  };
  for (;;) {
    const draft = await matches.draftOf(programmeId);
    if (draft === undefined) throw new NotDone('There is no such draft any more.');
    if (draft.state === 'failed')
      throw new NotDone(desk.core.texts.say('en', 'draft-failed', { why: draft.why ?? 'fault' }));
    if (draft.state === 'ready' || draft.state === 'gone') return draft;
    const came = await desk.core.draft(draft.id, { onProgress: ({ share }) => say(share) });
    if (came !== 'not-ours') continue;
    say(draft.share);
    await pause(LOOKS_EVERY_MS);
  }
}

export function drafted({ id, state, seed, summary }: Draft): Answer {
  if (summary === null) return { said: ['There is no draft.'], data: { draftId: id, state } };
  const s = summary;
  return {
    said: [
      `Together: ${s.pairs} pairs with ${s.total} points. ${s.leftOver} wait on.`,
      `Whoever waited longest first: ${s.greedyPairs} pairs with ${s.greedyTotal} points.`,
      `${s.same} are the same in both, ${s.another} have somebody else, ${s.onlyHere} have somebody only here, ${s.onlyGreedy} only there.`,
    ],
    data: { draftId: id, state, seed, summary },
  };
}
