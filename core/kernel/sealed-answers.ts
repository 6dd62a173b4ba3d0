import { z } from 'zod';
import type { Draft } from '../conversation/draft.ts';
import type { PersonKey } from '../store/keys.ts';
import type { Answers } from './form.ts';

const Kept = z.record(z.string(), z.string());

/** What somebody wrote to a question that has not been asked yet, or was not taken: kept beside the answers. */
export const waiting = (id: string): string => `~${id}`;

function placeOf(draftId: string) {
  return { table: 'draft', row: draftId, column: 'answersSealed' } as const;
}

/** The answers given so far, opened with the writer's own key. */
export function answersOf(draft: Draft, key: PersonKey): Answers {
  if (draft.answersSealed === null) return {};
  return Kept.parse(JSON.parse(key.open(draft.answersSealed, placeOf(draft.id))));
}

export function sealAnswers(
  draftId: string,
  answers: Answers,
  key: PersonKey,
  nonce: Uint8Array,
): string | null {
  if (Object.keys(answers).length === 0) return null;
  return key.seal(JSON.stringify(answers), placeOf(draftId), nonce);
}
