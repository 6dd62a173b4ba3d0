import type { Wish } from './conversation/words.ts';
import { deskCodeIn } from './desk/ask-for-desk.ts';
import { linkCodeIn } from './people/apps/link-code.ts';

/** The code of another app of somebody's, which may be the first thing that is ever written in a chat. */
export function linkWish(words: string): Wish | undefined {
  const code = linkCodeIn(words);
  return code === undefined ? undefined : { command: 'use-link-code', args: { code } };
}

/** The same for the code that the desk shows: "desk 4H7K-2MNP". Only for those who are known. */
export function deskWish(words: string): Wish | undefined {
  const code = deskCodeIn(words);
  return code === undefined ? undefined : { command: 'ask-for-desk', args: { code } };
}
