import { IntakeAnswers } from '../programmes/intake.ts';
import type { PersonKey } from '../store/keys.ts';
import type { Enquiry } from './enquiry.ts';

type Column = 'answersSealed' | 'wordsSealed';

function placeOf(enquiryId: string, column: Column) {
  return { table: 'enquiry', row: enquiryId, column } as const;
}

/** What somebody answered on their way in, opened with their own key. Nothing answered: empty. */
export function answersOf({ id, answersSealed }: Enquiry, key: PersonKey): IntakeAnswers {
  if (answersSealed === null) return {};
  return IntakeAnswers.parse(JSON.parse(key.open(answersSealed, placeOf(id, 'answersSealed'))));
}

/** How they put it themselves, for whoever they may be matched with: only there once they agreed to that. */
export function wordsOf({ id, wordsSealed, outlineAgreedAt }: Enquiry, key: PersonKey): string | undefined {
  if (wordsSealed === null || outlineAgreedAt === null) return undefined;
  return key.open(wordsSealed, placeOf(id, 'wordsSealed'));
}

export function sealedAnswers(id: string, answers: IntakeAnswers, key: PersonKey, nonce: Uint8Array): string {
  return key.seal(JSON.stringify(answers), placeOf(id, 'answersSealed'), nonce);
}

export function sealedWords(id: string, words: string, key: PersonKey, nonce: Uint8Array): string {
  return key.seal(words, placeOf(id, 'wordsSealed'), nonce);
}
