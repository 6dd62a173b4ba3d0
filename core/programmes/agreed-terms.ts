import { isDeepStrictEqual } from 'node:util';
import type { ProgrammeDocument } from './programme.ts';

/**
 * What two people agree to when they become a pair. A newer document changes none of it for them until both have said yes;
 * names, contacts and everything that keeps people safe are always those of now. The database knows the same list
 * (`programme_as_agreed`).
 */
export const TERMS = ['agreement', 'meetings', 'messages', 'ending'] as const;
export type Term = (typeof TERMS)[number];

/** Which of it is other in a newer document. */
export function changedTerms(agreed: ProgrammeDocument, newer: ProgrammeDocument): Term[] {
  return TERMS.filter((term) => !isDeepStrictEqual(agreed[term], newer[term]));
}
