import type { Button } from '../kernel/message.ts';
import { text } from '../texts/text.ts';

export const homeButton: Button = { label: text('button-home'), command: 'show', args: { screen: 'home' } };
/** One tap away on every screen. */
export const helpButton: Button = { label: text('button-help'), command: 'help', args: {} };
/** What else there is, named now and then so that this does not stand in its place (SAF-08). */
export const otherHelpButton: Button = {
  label: text('button-other-help'),
  command: 'help',
  args: { about: 'me' },
};
/** Somebody can be told: nothing is sent before it was said who reads it. */
export const needHelpButton: Button = {
  label: text('button-need-help-now'),
  command: 'begin-concern',
  args: { kind: 'need-help' },
};
export const tellSomeoneButton: Button = {
  label: text('button-tell-someone'),
  command: 'begin-concern',
  args: { kind: 'tell-someone' },
};
export const worriedButton: Button = {
  label: text('button-worried'),
  command: 'begin-concern',
  args: { kind: 'worried-about' },
};
export const myTrainingButton: Button = {
  label: text('button-my-training'),
  command: 'show',
  args: { screen: 'my-training' },
};
export const homeButtons: readonly Button[] = [homeButton, helpButton];
