import fc from 'fast-check';
import { hostileWords } from './hostile-words.ts';
import { hostileInSlack } from './slack-seen.ts';

const SEED = 20261123;

/** So many hostile strings, the same each time: few in a quick run, 10,000 where somebody asks for them by HOSTILE_STRINGS. */
export function hostileSample(quick: number): readonly string[] {
  const numRuns = Number(process.env['HOSTILE_STRINGS'] ?? quick);
  return fc.sample(fc.oneof(hostileWords, hostileInSlack), { numRuns, seed: SEED });
}
