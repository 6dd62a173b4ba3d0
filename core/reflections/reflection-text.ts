import type { PersonKey } from '../store/keys.ts';
import type { Reflection } from './reflection.ts';

/** Most characters one entry can grow to, a page or several added up (our default). */
export const LONGEST = 60_000;

const FEW_WORDS = 36;
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

function placeOf(reflectionId: string) {
  return { table: 'reflection', row: reflectionId, column: 'textSealed' } as const;
}

/** Seals what somebody wrote, exactly as they wrote it, for the one row it belongs to. */
export function sealReflection(
  text: string,
  reflectionId: string,
  key: PersonKey,
  nonce: Uint8Array,
): string {
  return key.seal(text, placeOf(reflectionId), nonce);
}

/** Opens it with its writer's own key. */
export function textOf(row: Reflection, key: PersonKey): string {
  return key.open(row.textSealed, placeOf(row.id));
}

/** The beginning of a text on one line, for finding it again. Cut between letters as a reader sees them. */
export function firstWords(text: string, most = FEW_WORDS): string {
  const line = text
    .slice(0, most * 20)
    .replace(/\s+/gu, ' ')
    .trim();
  const seen = [...letters.segment(line)].map(({ segment }) => segment);
  return seen.length <= most ? line : `${seen.slice(0, most).join('').trimEnd()}…`;
}
