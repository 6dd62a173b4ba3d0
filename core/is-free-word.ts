import { smallTalkOf } from './conversation/small-talk.ts';
import { wayOf, wishOf } from './conversation/words.ts';
import { asksForHelp } from './help/asks-for-help.ts';
import { readsLikeCrisis } from './help/crisis-words.ts';

/** Whether a word means nothing to the bot yet, so that somebody may give it a meaning of their own. */
export function isFreeWord(word: string): boolean {
  const isAsking = wishOf(word) !== undefined || wayOf(word) !== undefined || smallTalkOf(word) !== undefined;
  return !isAsking && !asksForHelp(word) && readsLikeCrisis(word) === undefined;
}
