import { z } from 'zod';
import type { Incoming } from '../kernel/incoming.ts';
import type { WayIn } from '../store/way-in.ts';
import type { Wish } from './words.ts';

/** "group" in a shared place is about the group of that place; "group new" makes one there. */
export function wishInPlace({ intent, place, account }: Incoming): Wish | undefined {
  if (intent.is !== 'command' || place === undefined || intent.name.toLowerCase() !== 'group')
    return undefined;
  const here = { platform: account.platform, tenant: account.tenant, chatId: place.id };
  return /^(new|make)$/iu.test(intent.rest.trim())
    ? { command: 'open-form', args: { form: 'make-group', args: { place: here } } }
    : { command: 'show-group-here', args: { place: here } };
}

/** What brings somebody who has never written before: the group whose button they pressed, and help if it was "Report". */
export function broughtBy(button: WayIn['button']): { groupId?: string; help?: 'someone' } {
  if (button === null || button.personId !== null) return {};
  const groupId = z.uuid().safeParse(button.args['groupId'] ?? groupShown(button.args));
  return {
    ...(groupId.success ? { groupId: groupId.data } : {}),
    ...(button.command === 'ask-to-report' ? { help: 'someone' } : {}),
  };
}

/** The ground rules are a screen that the button shows. */
function groupShown(args: NonNullable<WayIn['button']>['args']): unknown {
  return z.object({ args: z.object({ groupId: z.string() }) }).safeParse(args).data?.args.groupId;
}
