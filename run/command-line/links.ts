import { z } from 'zod';
import type { Config } from '../../config.ts';
import { ask, read } from '../doctor/ask.ts';

/** Where people find the bot: by which address in each app. */
export type Places = {
  readonly telegram: string | undefined;
  readonly discord: string | undefined;
  readonly slack: boolean;
};

export type Link = { readonly app: 'Telegram' | 'Discord' | 'Slack'; readonly says: string };

const Me = z.object({ result: z.object({ username: z.string() }) });
const API = 'https://api.telegram.org';

/** Asks Telegram what the bot is called there; without an answer a place is left for it in the link. */
export async function placesOf({ telegram, discord, slack }: Config): Promise<Places> {
  return {
    telegram: telegram === undefined ? undefined : await telegramName(telegram),
    discord: discord?.applicationId,
    slack: slack !== undefined,
  };
}

/** Stands for the name of a bot while Telegram cannot be asked for it. */
export const NAME_NOT_KNOWN = 'YOUR_BOT';

async function telegramName({ token, apiRoot }: NonNullable<Config['telegram']>): Promise<string> {
  const me = read(Me, await ask(`${apiRoot ?? API}/bot${token}/getMe`));
  return me?.result.username ?? NAME_NOT_KNOWN;
}

/** A link that carries its code where the app has such links; elsewhere where to write, and what. */
export function linksFor({ telegram, discord, slack }: Places, payload: string, words: string): Link[] {
  return [
    ...(telegram === undefined
      ? []
      : [{ app: 'Telegram' as const, says: `https://t.me/${telegram}?start=${payload}` }]),
    ...(discord === undefined
      ? []
      : [
          {
            app: 'Discord' as const,
            says: `https://discord.com/oauth2/authorize?client_id=${discord} and then write to it: ${words}`,
          },
        ]),
    ...(slack ? [{ app: 'Slack' as const, says: `write to the app: ${words}` }] : []),
  ];
}
