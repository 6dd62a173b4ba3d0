import type { AnyCommand } from '../../kernel/command.ts';
import type { AnyScreen } from '../../kernel/screen.ts';
import { setWriteTo } from './choose-app.ts';
import { agreeToLink, confirmLink, endLink } from './confirm-link.ts';
import { forgetAppLink, forgetEmptyPerson, forgetLinkTries } from './forget-links.ts';
import { forgetJoinedPerson, joinRecords } from './join-records.ts';
import { appLinked, linkAsked, linkCode, linkConfirm } from './link-screens.ts';
import { makeLinkCode } from './make-link-code.ts';
import { myApps, unlinkAppScreen } from './my-apps-screen.ts';
import { unlinkApp } from './unlink-app.ts';
import { useLinkCode } from './use-link-code.ts';

/** What can be done and shown about the chat apps that one person uses. */
export const appCommands: readonly AnyCommand[] = [
  ...[makeLinkCode, useLinkCode, agreeToLink, confirmLink, endLink],
  ...[joinRecords, forgetJoinedPerson],
  ...[setWriteTo, unlinkApp, forgetAppLink, forgetLinkTries, forgetEmptyPerson],
];
export const appScreens: readonly AnyScreen[] = [
  ...[linkCode, linkAsked, linkConfirm, appLinked],
  ...[myApps, unlinkAppScreen],
];
