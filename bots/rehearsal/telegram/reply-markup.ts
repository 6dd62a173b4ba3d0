import { z } from 'zod';
import type { InlineKeyboard, Params } from './wire.ts';

const button = z.looseObject({
  text: z.string(),
  callback_data: z.string().optional(),
  url: z.string().optional(),
});
const inlineKeyboard = z.looseObject({ inline_keyboard: z.array(z.array(button)) });
const replyKeyboard = z.looseObject({
  keyboard: z.array(z.array(z.union([z.string(), z.looseObject({ text: z.string() })]))),
});
const removal = z.looseObject({ remove_keyboard: z.literal(true) });

/** What a sent markup does to the chat. */
export interface Markup {
  inline?: InlineKeyboard;
  keyboard?: string[][];
  removesKeyboard: boolean;
}

/** Other things than a press that an inline button can do. */
const ACTIONS = [
  'callback_game',
  'pay',
  'switch_inline_query',
  'switch_inline_query_chosen_chat',
  'switch_inline_query_current_chat',
  'login_url',
  'web_app',
  'copy_text',
  'disabled',
];

/** What Telegram says about a markup whose shape its schema cannot describe; nothing if it is sound. */
export function faultOfMarkup(markup: unknown): string | undefined {
  if (markup === undefined) return undefined;
  if (typeof markup !== 'object' || markup === null || Array.isArray(markup))
    return 'object expected as reply markup';
  if (!('inline_keyboard' in markup)) return undefined;
  const rows = markup.inline_keyboard;
  if (!Array.isArray(rows)) return 'field "inline_keyboard" must be of type Array';
  if (rows.some((row) => !Array.isArray(row))) {
    return 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays';
  }
  return rows
    .flat()
    .map(faultOfButton)
    .find((fault) => fault !== undefined);
}

function faultOfButton(raw: unknown): string | undefined {
  const cannot = "can't parse inline keyboard button:";
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return `${cannot} InlineKeyboardButton must be an Object`;
  }
  const { text, url, callback_data: data } = Object.fromEntries(Object.entries(raw));
  if (text === undefined) return `${cannot} Can't find field "text"`;
  if (typeof text !== 'string' && typeof text !== 'number')
    return `${cannot} Field "text" must be of type String`;
  if (text === '') return 'inline keyboard button text must be non-empty';
  if (typeof url === 'string' && url !== '') {
    return isPublicAddress(url)
      ? undefined
      : `inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`;
  }
  const acts = (data !== undefined && data !== '') || ACTIONS.some((action) => action in raw);
  return acts ? undefined : `${cannot} Text buttons are unallowed in the inline keyboard`;
}

function isPublicAddress(address: string): boolean {
  if (/^(?:tg|ton|tonsite):\/\//i.test(address)) return true;
  const url = URL.parse(/^[a-z]+:\/\//i.test(address) ? address : `http://${address}`);
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.');
}

/** A key of a keyboard may be given by its text alone, which the schema does not say. */
export function withWholeKeys(params: Params): Params {
  const shown = replyKeyboard.safeParse(params['reply_markup']);
  if (!shown.success) return params;
  const keyboard = shown.data.keyboard.map((row) =>
    row.map((key) => (typeof key === 'string' ? { text: key } : key)),
  );
  return { ...params, reply_markup: { ...shown.data, keyboard } };
}

/** Reads a markup that was found sound. An inline keyboard without any button counts as none. */
export function readMarkup(markup: unknown): Markup {
  const inline = inlineKeyboard.safeParse(markup);
  if (inline.success) {
    const rows = inline.data.inline_keyboard.filter((row) => row.length > 0);
    return rows.length > 0
      ? { inline: { inline_keyboard: rows }, removesKeyboard: false }
      : { removesKeyboard: false };
  }
  const shown = replyKeyboard.safeParse(markup);
  if (!shown.success) return { removesKeyboard: removal.safeParse(markup).success };
  const labels = shown.data.keyboard.map((row) =>
    row.map((key) => (typeof key === 'string' ? key : key.text)),
  );
  return { keyboard: labels, removesKeyboard: false };
}
