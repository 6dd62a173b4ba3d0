import type { Button } from '../kernel/message.ts';
import { text } from '../texts/text.ts';

export const homeButton: Button = { label: text('button-home'), command: 'show', args: { screen: 'home' } };
/** One tap away on every screen. */
export const helpButton: Button = { label: text('button-help'), command: 'help', args: {} };
export const homeButtons: readonly Button[] = [homeButton, helpButton];
