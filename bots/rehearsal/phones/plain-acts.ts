import type { Act } from './phone.ts';

/** What people can do in any app that has it, and that the app lets go without a question. */
type Plain = Record<'sendVoice' | 'sendPhoto' | 'block' | 'unblock', () => unknown>;

/** Whether it was one of these, and is done. */
export function didPlainly(user: Plain, { do: what }: Act): boolean {
  if (what === 'voice') user.sendVoice();
  else if (what === 'photo') user.sendPhoto();
  else if (what === 'block') user.block();
  else if (what === 'unblock') user.unblock();
  else return false;
  return true;
}
