import { next, type Save } from '../kernel/change.ts';
import type { MatchDraft } from './match.ts';

/**
 * The row of a draft, written along with whatever decides who may be in it. Of two who write it at the same moment one
 * decides again: nobody who is kept apart from now on, or put in by hand, meets a draft that knows nothing of it.
 */
export function writtenAlong(draft: MatchDraft | undefined): Save[] {
  return draft === undefined ? [] : [{ table: 'match_draft', row: next(draft, {}) }];
}
