import type { AnyCommand } from '../kernel/command.ts';
import type { AnyScreen } from '../kernel/screen.ts';
import { help } from './help.ts';
import { home } from './home-screen.ts';
import { forgetDraft, notUnderstood } from './not-understood.ts';
import { notUnderstoodScreen, onlyTextIsKept, whoCanITalkTo } from './plain-screens.ts';
import { smallTalk } from './small-talk.ts';

/** What can be done and shown wherever somebody is. */
export const conversationCommands: readonly AnyCommand[] = [help, notUnderstood, forgetDraft];
export const conversationScreens: readonly AnyScreen[] = [
  home,
  whoCanITalkTo,
  onlyTextIsKept,
  notUnderstoodScreen,
  smallTalk,
];
