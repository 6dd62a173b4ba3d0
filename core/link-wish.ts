import type { Wish } from './conversation/words.ts';
import { deskCodeIn } from './desk/ask-for-desk.ts';
import { inviteCodeHash, inviteCodeIn, sourceCodeIn } from './enquiries/referral-code.ts';
import { linkCodeIn } from './people/apps/link-code.ts';

/** The code of another app of somebody's, which may be the first thing that is ever written in a chat. */
export function linkWish(words: string): Wish | undefined {
  const code = linkCodeIn(words);
  return code === undefined ? undefined : { command: 'use-link-code', args: { code } };
}

/** What was given to somebody to begin with: the code of an agency that sends them, or of a poster (REC-03, REC-12). */
export function inviteWish(words: string): Wish | undefined {
  const code = inviteCodeIn(words);
  if (code !== undefined) return { command: 'use-invite', args: { codeHash: inviteCodeHash(code) } };
  const source = sourceCodeIn(words);
  return source === undefined ? undefined : { command: 'open-link', args: { payload: source } };
}

/** The same for the code that the desk shows: "desk 4H7K-2MNP". Only for those who are known. */
export function deskWish(words: string): Wish | undefined {
  const code = deskCodeIn(words);
  return code === undefined ? undefined : { command: 'ask-for-desk', args: { code } };
}
