import type { AnyCommand } from '../kernel/command.ts';
import type { AnyForm } from '../kernel/form.ts';
import type { AnyScreen } from '../kernel/screen.ts';
import { blockMessages, unblockMessages } from './block-messages.ts';
import { answerContactHours, proposeContactHours } from './contact-hours.ts';
import { hoursForm } from './hours-form.ts';
import { messageForm } from './message-form.ts';
import { messageWritten, pairMessage, pairMessagesHow } from './message-screens.ts';
import { pairMessages } from './messages-screen.ts';
import { noticeOutOfHours } from './out-of-hours.ts';
import { pausePair, resumePair } from './pause-pair.ts';
import { openReport } from './report-message.ts';
import {
  checkPairMessage,
  purgePairMessage,
  releasePairMessages,
  sendPairMessage,
} from './send-pair-message.ts';
import { takeBackMessage } from './take-back-message.ts';
import { writePairMessage } from './write-pair-message.ts';

/** What the two of a pair can do to write to each other through the bot. */
export const pairMessageCommands: readonly AnyCommand[] = [
  ...[writePairMessage, sendPairMessage, checkPairMessage, releasePairMessages, purgePairMessage],
  ...[takeBackMessage, blockMessages, unblockMessages, proposeContactHours, answerContactHours],
  ...[openReport, noticeOutOfHours, pausePair, resumePair],
];
export const pairMessageForms: readonly AnyForm[] = [messageForm, hoursForm];
export const pairMessageScreens: readonly AnyScreen[] = [
  ...[pairMessage, pairMessagesHow, messageWritten],
  pairMessages,
];
