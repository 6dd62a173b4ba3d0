import { broughtBy } from './conversation/brought-by.ts';
import { type Wish, wishOf } from './conversation/words.ts';
import { inviteCodeHash, inviteCodeIn, sourceCodeIn } from './enquiries/referral-code.ts';
import { frontForStranger } from './front-page.ts';
import { asksForHelp } from './help/asks-for-help.ts';
import { type About, readsLikeCrisis } from './help/crisis-words.ts';
import { change, type OutgoingNew } from './kernel/change.ts';
import type { By } from './kernel/command.ts';
import type { Incoming, Intent } from './kernel/incoming.ts';
import { linkWish } from './link-wish.ts';
import { teamCodeIn } from './people/team-code.ts';
import type { WayIn } from './store/way-in.ts';
import type { Meant } from './to-order.ts';

/** Somebody who writes for the first time: they arrive, whatever it was, and are helped at once where they ask for it. */
export function arriving(
  { account, chat, intent, language }: Incoming,
  button: WayIn['button'],
): Meant | undefined {
  if (intent.is === 'opened-front') return { change: frontForStranger(account, chat.id) };
  if (intent.is === 'left' || intent.is === 'came-back') return undefined;
  // A button that is left of somebody who is known here no more begins nothing anew: whoever writes does.
  if ((intent.is === 'press' || intent.is === 'answers') && button === null)
    return { change: change({ outgoing: [oldButton(account, chat.id)] }) };
  const by: By = {
    is: 'newcomer',
    account,
    chatId: chat.id,
    ...(language === undefined ? {} : { language }),
  };
  const linking = linkWish(intent.is === 'command' ? `${intent.name} ${intent.rest}` : wordsIn(intent));
  if (linking !== undefined) return { ...linking, by };
  const asksHelp = wishIn(intent);
  const about = wantsHelp(wordsIn(intent)) ?? (asksHelp?.command === 'help' ? 'me' : undefined);
  const payload = intent.is === 'start' ? intent.payload : undefined;
  const words = intent.is === 'command' ? `${intent.name} ${intent.rest}` : wordsIn(intent);
  const team = teamCodeIn(words);
  const invite = inviteCodeIn(words);
  const source = intent.is === 'start' ? undefined : sourceCodeIn(words);
  const args = {
    ...(team === undefined ? {} : { team }),
    ...broughtBy(button),
    ...(about === undefined ? {} : { help: about }),
    ...(invite === undefined ? {} : { invite: inviteCodeHash(invite) }),
    ...(payload === undefined || invite !== undefined ? {} : { payload }),
    ...(source === undefined ? {} : { payload: source }),
  };
  return { command: 'arrive', args, by };
}

function oldButton({ platform, tenant }: Incoming['account'], chatId: string): OutgoingNew {
  const place = { platform, tenant, chatId };
  return { to: '', place, screen: 'old-button', args: {}, mode: 'new', forget: true };
}

/** What somebody wrote, in whatever they sent. */
function wordsIn(intent: Intent): string {
  if (intent.is === 'text' || intent.is === 'edited') return intent.text;
  if (intent.is === 'command') return intent.rest;
  if (intent.is === 'start') return intent.payload ?? '';
  return intent.is === 'not-text' ? (intent.caption ?? '') : '';
}

function wishIn(intent: Intent): Wish | undefined {
  if (intent.is === 'text') return wishOf(intent.text);
  return intent.is === 'command' ? wishOf(intent.name) : undefined;
}

/** About whom the help card is to be, when these are words of crisis or a plain call for help. */
export function wantsHelp(words: string): About | undefined {
  return readsLikeCrisis(words)?.about ?? (asksForHelp(words) ? 'me' : undefined);
}
