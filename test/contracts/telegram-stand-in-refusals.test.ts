import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTelegramStandIn, type TelegramStandIn } from '../../bots/rehearsal/telegram/stand-in.ts';
import { call, codeOf } from './telegram-stand-in-call.ts';

let standIn: TelegramStandIn;
const MIA = 11;
const STRANGER = 12;
const ANGRY = 13;
const GROUP = -500;

beforeAll(async () => {
  standIn = await startTelegramStandIn({ limits: 'off' });
  standIn.user({ id: MIA, firstName: 'Mia' }).start();
  standIn.user({ id: STRANGER, firstName: 'Bo' });
  const angry = standIn.user({ id: ANGRY, firstName: 'Ash' });
  angry.start();
  angry.block();
  const mia = standIn.user({ id: MIA, firstName: 'Mia' });
  mia.inGroup(GROUP);
  mia.removeBotFrom(GROUP);
});
afterAll(() => standIn.stop());

function button(fields: object) {
  return { chat_id: MIA, text: 'hi', reply_markup: { inline_keyboard: [[fields]] } };
}
const long = (length: number) => 'x'.repeat(length);
const cannotButton = "Bad Request: can't parse inline keyboard button:";

describe('refuses in Telegram’s own words', () => {
  const cases: [words: string, method: string, params: object][] = [
    ['Bad Request: chat_id is empty', 'sendMessage', { text: 'hi' }],
    ['Bad Request: chat_id is empty', 'sendMessage', { chat_id: '', text: 'hi' }],
    ['Bad Request: chat not found', 'sendMessage', { chat_id: 999, text: 'hi' }],
    ['Bad Request: chat not found', 'getChat', { chat_id: 999 }],
    ['Forbidden: bot was blocked by the user', 'sendMessage', { chat_id: ANGRY, text: 'hi' }],
    [
      "Forbidden: bot can't initiate conversation with a user",
      'sendMessage',
      { chat_id: STRANGER, text: 'hi' },
    ],
    ['Forbidden: bot was kicked from the group chat', 'sendMessage', { chat_id: GROUP, text: 'hi' }],
    ['Bad Request: message text is empty', 'sendMessage', { chat_id: MIA, text: '' }],
    ['Bad Request: message text is empty', 'sendMessage', { chat_id: MIA }],
    ['Bad Request: text must be non-empty', 'sendMessage', { chat_id: MIA, text: ' \n ' }],
    [
      'Bad Request: text must be non-empty',
      'sendMessage',
      { chat_id: MIA, text: '<b></b>', parse_mode: 'HTML' },
    ],
    ['Bad Request: message is too long', 'sendMessage', { chat_id: MIA, text: long(4097) }],
    [
      'Bad Request: unsupported parse_mode',
      'sendMessage',
      { chat_id: MIA, text: 'hi', parse_mode: 'BBCode' },
    ],
    [
      'Bad Request: message to be replied not found',
      'sendMessage',
      { chat_id: MIA, text: 'hi', reply_parameters: { message_id: 99_999 } },
    ],
    ['Bad Request: BUTTON_DATA_INVALID', 'sendMessage', button({ text: 'Yes', callback_data: long(65) })],
    // 33 letters are 66 bytes.
    [
      'Bad Request: BUTTON_DATA_INVALID',
      'sendMessage',
      button({ text: 'Yes', callback_data: 'é'.repeat(33) }),
    ],
    [
      `${cannotButton} Text buttons are unallowed in the inline keyboard`,
      'sendMessage',
      button({ text: 'Yes' }),
    ],
    [
      `${cannotButton} Text buttons are unallowed in the inline keyboard`,
      'sendMessage',
      button({ text: 'Yes', callback_data: '' }),
    ],
    [`${cannotButton} Can't find field "text"`, 'sendMessage', button({ callback_data: 'a' })],
    [
      `${cannotButton} Field "text" must be of type String`,
      'sendMessage',
      button({ text: ['a'], callback_data: 'a' }),
    ],
    [
      `${cannotButton} InlineKeyboardButton must be an Object`,
      'sendMessage',
      { chat_id: MIA, text: 'hi', reply_markup: { inline_keyboard: [['Yes']] } },
    ],
    [
      'Bad Request: inline keyboard button text must be non-empty',
      'sendMessage',
      button({ text: '', callback_data: 'a' }),
    ],
    [
      "Bad Request: inline keyboard button URL 'http://localhost/x' is invalid: Wrong HTTP URL",
      'sendMessage',
      button({ text: 'Go', url: 'http://localhost/x' }),
    ],
    [
      'Bad Request: field "inline_keyboard" must be of type Array',
      'sendMessage',
      { chat_id: MIA, text: 'hi', reply_markup: { inline_keyboard: 'a' } },
    ],
    [
      'Bad Request: field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
      'sendMessage',
      { chat_id: MIA, text: 'hi', reply_markup: { inline_keyboard: [{ text: 'a' }] } },
    ],
    [
      'Bad Request: object expected as reply markup',
      'sendMessage',
      { chat_id: MIA, text: 'hi', reply_markup: [] },
    ],
    [
      'Bad Request: object expected as reply markup',
      'sendMessage',
      { chat_id: MIA, text: 'hi', reply_markup: { keyboard: 'a' } },
    ],
    [
      "Bad Request: can't parse reply keyboard markup JSON object",
      'sendMessage',
      { chat_id: MIA, text: 'hi', reply_markup: '{' },
    ],
    ['Bad Request: message identifier is not specified', 'editMessageText', { chat_id: MIA, text: 'hi' }],
    [
      'Bad Request: message to edit not found',
      'editMessageText',
      { chat_id: MIA, message_id: 99_999, text: 'hi' },
    ],
    ['Bad Request: message text is empty', 'editMessageText', { chat_id: MIA, message_id: 1, text: '' }],
    [
      'Bad Request: message is too long',
      'editMessageText',
      { chat_id: MIA, message_id: 1, text: long(4097) },
    ],
    ["Bad Request: message can't be edited", 'editMessageText', { chat_id: MIA, message_id: 1, text: 'hi' }],
    ['Bad Request: message identifier is not specified', 'deleteMessage', { chat_id: MIA }],
    ['Bad Request: message to delete not found', 'deleteMessage', { chat_id: MIA, message_id: 99_999 }],
    [
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
      'answerCallbackQuery',
      { callback_query_id: '1' },
    ],
    [
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
      'answerCallbackQuery',
      {},
    ],
    ['Bad Request: MESSAGE_TOO_LONG', 'answerCallbackQuery', { callback_query_id: '1', text: long(201) }],
    ['Bad Request: there is no document in the request', 'sendDocument', { chat_id: MIA }],
    [
      'Bad Request: there is no document in the request',
      'sendDocument',
      { chat_id: MIA, document: 'attach://nothing' },
    ],
    ['Bad Request: there is no photo in the request', 'sendPhoto', { chat_id: MIA }],
    [
      'Bad Request: wrong remote file identifier specified: Wrong string length',
      'sendDocument',
      { chat_id: MIA, document: 'abc' },
    ],
    [
      'Bad Request: message caption is too long',
      'sendDocument',
      { chat_id: MIA, document: 'attach://a', caption: long(1025) },
    ],
    ['Bad Request: wrong parameter action in request', 'sendChatAction', { chat_id: MIA }],
    ['Bad Request: wrong parameter action in request', 'sendChatAction', { chat_id: MIA, action: 'dancing' }],
  ];
  it.each(cases)('%s (%s)', async (words, method, params) => {
    const code = codeOf(words);
    const reply = await call(standIn, method, params);
    expect(reply).toEqual({ status: code, ok: false, error_code: code, description: words });
  });
});
