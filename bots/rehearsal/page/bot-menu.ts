import { z } from 'zod';
import type { TelegramStandIn } from '../telegram/stand-in.ts';
import type { MenuCommand } from './phone-view.ts';

const Commands = z.array(z.object({ command: z.string(), description: z.string() }));

/** The commands that a phone in English shows in its menu, as the bot has set them. */
export function menuOf(settings: TelegramStandIn['settings']): MenuCommand[] {
  const everybody = { type: 'default' };
  const found = ['en', ''].map((language) => settings.commands.get(JSON.stringify([everybody, language])));
  return Commands.catch([]).parse(found.find((commands) => commands !== undefined));
}
