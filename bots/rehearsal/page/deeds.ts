import type { VirtualUser } from '../telegram/virtual-user.ts';

/** What a person does with their phone, with what the form on the page says about it. */
export type Deed = (user: VirtualUser, form: FormData) => void;

/** By the end of the address that each is sent to. */
export const deeds: ReadonlyMap<string, Deed> = new Map<string, Deed>([
  ['write', unlessBlocked(write)],
  ['press', unlessBlocked(press)],
  ['voice', unlessBlocked((user) => user.sendVoice())],
  ['photo', unlessBlocked((user) => user.sendPhoto())],
  ['start', (user, form) => user.start(/^[\w-]{1,64}$/.exec(fieldOf(form, 'payload'))?.[0])],
  ['block', (user) => user.block()],
  ['unblock', (user) => user.unblock()],
]);

/** A page that was open when the bot was blocked may still offer what can no longer be done. */
function unlessBlocked(deed: Deed): Deed {
  return (user, form) => {
    if (!user.hasBlocked) deed(user, form);
  };
}

function write(user: VirtualUser, form: FormData): void {
  const text = fieldOf(form, 'text').replaceAll('\r\n', '\n').trim();
  if (text !== '') user.send(text);
}

/** Also a button that has gone since: somebody else's app may not have heard of that yet. */
function press(user: VirtualUser, form: FormData): void {
  const message = Number(fieldOf(form, 'message'));
  const data = fieldOf(form, 'data');
  if (Number.isSafeInteger(message) && data !== '' && data.length <= 64) user.pressData(data, { message });
}

function fieldOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
