import type { Wish } from './conversation/words.ts';
import { linkCodeIn } from './people/apps/link-code.ts';

/** The code of another app of somebody's, which may be the first thing that is ever written in a chat. */
export function linkWish(words: string): Wish | undefined {
  const code = linkCodeIn(words);
  return code === undefined ? undefined : { command: 'use-link-code', args: { code } };
}
