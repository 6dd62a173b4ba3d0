import { z } from 'zod';
import type { TelegramConfig } from '../../config.ts';
import { ask, read } from './ask.ts';
import { away, type Finding, note, right, unexpected, wrong } from './finding.ts';

const API = 'https://api.telegram.org';
const APP = 'Telegram';

const Me = z.object({ result: z.object({ username: z.string() }) });
const Hook = z.object({ result: z.object({ url: z.string(), last_error_message: z.string().optional() }) });

export async function examineTelegram({ token, apiRoot, mode, webhook }: TelegramConfig): Promise<Finding[]> {
  const call = (method: string) => ask(`${apiRoot ?? API}/bot${token}/${method}`);
  const said = await call('getMe');
  if (said.is === 'away') return [away(APP, 'TELEGRAM_API_ROOT')];
  const me = read(Me, said);
  if (me === undefined && ![401, 404].includes(said.status))
    return [unexpected(APP, 'TELEGRAM_API_ROOT', said.status)];
  if (me === undefined)
    return [
      wrong(
        APP,
        'Telegram does not take TELEGRAM_BOT_TOKEN.',
        'Ask @BotFather for the token again (/token), and put it into .env.',
      ),
    ];
  return [
    right(APP, `The token is good: the bot is @${me.result.username}.`),
    ...hookFindings(read(Hook, await call('getWebhookInfo')), webhook?.url),
    right(
      APP,
      mode === 'polling' ? 'It asks Telegram for news (polling).' : 'Telegram sends news to PUBLIC_URL.',
    ),
  ];
}

function hookFindings(hook: z.infer<typeof Hook> | undefined, wanted: string | undefined): Finding[] {
  if (hook === undefined) return [];
  const { url, last_error_message: failure } = hook.result;
  if (failure !== undefined && wanted !== undefined && url === wanted)
    return [
      wrong(
        APP,
        `Telegram could not deliver to ${wanted}: ${failure}`,
        'See that PUBLIC_URL leads to this program from outside.',
      ),
    ];
  if (url === (wanted ?? '')) return [];
  return [
    note(APP, 'Telegram still sends news to another address. That is put right when the program starts.'),
  ];
}
