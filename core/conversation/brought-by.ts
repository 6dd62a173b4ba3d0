import { z } from 'zod';
import type { WayIn } from '../store/way-in.ts';

/** What brings somebody who has never written before: the group whose button they pressed, and help if it was "Report" or "Help". */
export function broughtBy(button: WayIn['button']): { groupId?: string; help?: 'me' | 'someone' } {
  if (button === null || button.personId !== null) return {};
  const groupId = z.uuid().safeParse(button.args['groupId'] ?? groupShown(button.args));
  return {
    ...(groupId.success ? { groupId: groupId.data } : {}),
    ...(button.command === 'begin-concern' ? { help: 'someone' } : {}),
    ...(button.command === 'help' ? { help: 'me' } : {}),
  };
}

/** The ground rules are a screen that the button shows. */
function groupShown(args: NonNullable<WayIn['button']>['args']): unknown {
  return z.object({ args: z.object({ groupId: z.string() }) }).safeParse(args).data?.args.groupId;
}
