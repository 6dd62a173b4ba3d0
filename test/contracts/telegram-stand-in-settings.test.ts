import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTelegramStandIn, type TelegramStandIn } from '../../bots/rehearsal/telegram/stand-in.ts';
import { call, codeOf } from './telegram-stand-in-call.ts';

let standIn: TelegramStandIn;
const MIA = 11;

beforeAll(async () => {
  standIn = await startTelegramStandIn({ limits: 'off' });
  standIn.user({ id: MIA, firstName: 'Mia' }).start();
});
afterAll(() => standIn.stop());

function button(fields: object) {
  return { chat_id: MIA, text: 'hi', reply_markup: { inline_keyboard: [[fields]] } };
}
function command(fields: object) {
  return { commands: [{ command: 'help', description: 'Help', ...fields }] };
}
const long = (length: number) => 'x'.repeat(length);

describe('refuses in Telegram’s own words', () => {
  const cases: [words: string, method: string, params: object][] = [
    ['Bad Request: BOT_COMMAND_INVALID', 'setMyCommands', command({ command: 'Help' })],
    ['Bad Request: BOT_COMMAND_INVALID', 'setMyCommands', command({ command: 'get-help' })],
    ['Bad Request: command must be non-empty', 'setMyCommands', command({ command: '' })],
    ['Bad Request: command length must not exceed 32', 'setMyCommands', command({ command: long(33) })],
    ['Bad Request: command description must be non-empty', 'setMyCommands', command({ description: '' })],
    [
      'Bad Request: command description length must not exceed 256',
      'setMyCommands',
      command({ description: long(257) }),
    ],
    [
      'Bad Request: can\'t parse BotCommand: Can\'t find field "description"',
      'setMyCommands',
      { commands: [{ command: 'help' }] },
    ],
    [
      'Bad Request: BOT_COMMANDS_TOO_MUCH',
      'setMyCommands',
      { commands: Array.from({ length: 101 }, (_, i) => ({ command: `c${i}`, description: 'd' })) },
    ],
    [
      "Bad Request: can't parse BotCommandScope: Unsupported type specified",
      'setMyCommands',
      { ...command({}), scope: { type: 'moon' } },
    ],
    ["Bad Request: can't parse commands JSON object", 'setMyCommands', { commands: '[' }],
    [
      'Bad Request: invalid language code specified',
      'setMyCommands',
      { ...command({}), language_code: 'english' },
    ],
    ['Bad Request: description is too long', 'setMyDescription', { description: long(513) }],
    ['Bad Request: short description is too long', 'setMyShortDescription', { short_description: long(121) }],
    [
      "Bad Request: can't parse menu button: MenuButton has unsupported type",
      'setChatMenuButton',
      { menu_button: { type: 'moon' } },
    ],
    ['Bad Request: file_id not specified', 'getFile', {}],
    ['Bad Request: invalid file_id', 'getFile', { file_id: 'abc' }],
    ['Bad Request: invalid webhook URL specified', 'setWebhook', { url: 'ftp://example.org' }],
    [
      'Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
      'setWebhook',
      { url: 'http://example.org/hook' },
    ],
    [
      'Bad Request: secret token is too long',
      'setWebhook',
      { url: 'https://example.org', secret_token: long(257) },
    ],
    [
      'Bad Request: secret token contains unallowed characters',
      'setWebhook',
      { url: 'https://example.org', secret_token: 'a b' },
    ],
    ['Not Found: method not found', 'sendPigeon', {}],
    // A method of the Bot API that the stand-in has not learned is no method either.
    ['Not Found: method not found', 'sendVenue', {}],
  ];
  it.each(cases)('%s (%s)', async (words, method, params) => {
    const code = codeOf(words);
    const reply = await call(standIn, method, params);
    expect(reply).toEqual({ status: code, ok: false, error_code: code, description: words });
  });
});

describe('lets pass what is just within the limits', () => {
  const cases: [method: string, params: object][] = [
    ['sendMessage', { chat_id: MIA, text: long(4096) }],
    ['sendMessage', { chat_id: String(MIA), text: 'by a number in a string' }],
    ['sendMessage', { chat_id: MIA, text: `<b>${long(4096)}</b>`, parse_mode: 'html' }],
    ['sendMessage', button({ text: 'Yes', callback_data: 'é'.repeat(32) })],
    ['sendMessage', button({ text: 'Join', url: 'https://meet.example.org/a' })],
    ['sendMessage', { chat_id: MIA, text: 'hi', reply_markup: { keyboard: [['Yes', { text: 'No' }]] } }],
    ['sendMessage', { chat_id: MIA, text: 'hi', reply_markup: { remove_keyboard: true } }],
    ['sendMessage', { chat_id: MIA, text: 'hi', reply_markup: { inline_keyboard: [] } }],
    [
      'sendMessage',
      {
        chat_id: MIA,
        text: 'hi',
        reply_parameters: { message_id: 99_999, allow_sending_without_reply: true },
      },
    ],
    ['sendChatAction', { chat_id: MIA, action: 'typing' }],
    ['setMyCommands', { ...command({ command: long(32), description: long(256) }), language_code: 'en' }],
    ['setMyCommands', { ...command({}), scope: { type: 'chat', chat_id: MIA } }],
    ['setMyDescription', { description: long(512) }],
    ['setMyShortDescription', { short_description: long(120) }],
    ['setChatMenuButton', { menu_button: { type: 'commands' } }],
    ['setWebhook', { url: '', secret_token: '', allowed_updates: ['moon'] }],
    ['setWebhook', {}],
    ['setMyCommands', {}],
    ['getUpdates', { allowed_updates: ['message', 'moon'] }],
    ['getChat', { chat_id: MIA }],
  ];
  it.each(cases)('%s %j', async (method, params) => {
    expect(await call(standIn, method, params)).toMatchObject({ status: 200, ok: true });
  });
});
