import { setTimeout as pause } from 'node:timers/promises';
import { type Reader, saySums, sayThread, type Text, threadsOf } from '../../core/index.ts';
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

/** What came of it in words, next to what would have come of it if whoever waited longest picked first. */
export async function drafted(desk: Desk, { id, state, seed, summary }: Draft): Promise<Answer> {
  if (summary === null) return { said: ['There is no draft.'], data: { draftId: id, state } };
  const { read, texts } = desk.core;
  const differences = await read.matches.differences(id);
  const ids = differences.flatMap(({ menteeId, hereId, thereId }) =>
    [menteeId, hereId ?? [], thereId ?? []].flat(),
  );
  const people = new Map((await read.people.people([...new Set(ids)])).map((each) => [each.id, each.name]));
  const nameOf = (personId: string): string => people.get(personId) ?? personId.slice(0, 8);
  const threads = threadsOf(differences).flatMap((thread) => ['', ...sayThread(thread, nameOf).map(worded)]);
  function worded(words: Text): string {
    return texts.render('en', words);
  }
  const head = texts.say('en', differences.length === 0 ? 'draft-differs-none' : 'draft-differs-head', {});
  return {
    said: [...saySums(summary).map(worded), head, ...threads],
    data: { draftId: id, state, seed, summary, differences },
  };
}
