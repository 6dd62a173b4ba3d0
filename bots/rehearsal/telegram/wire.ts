/** The shapes of the Bot API that the stand-in sends and keeps: written from the documentation, for no client in particular. */

export interface WireUser {
  id: number;
  is_bot: boolean;
  first_name: string;
  username?: string;
  language_code?: string;
}

export type WireChat =
  | { id: number; type: 'private'; first_name: string; username?: string }
  | { id: number; type: 'group' | 'supergroup'; title: string };

export interface WireEntity {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
}

export interface InlineButton {
  text: string;
  callback_data?: string | undefined;
  url?: string | undefined;
  [other: string]: unknown;
}

export interface InlineKeyboard {
  inline_keyboard: InlineButton[][];
}

export interface WireFile {
  file_id: string;
  file_unique_id: string;
  file_size: number;
  file_name?: string;
  mime_type?: string;
  width?: number;
  height?: number;
  duration?: number;
  [other: string]: unknown;
}

export interface WireMessage {
  message_id: number;
  from: WireUser;
  chat: WireChat;
  date: number;
  edit_date?: number;
  text?: string;
  entities?: WireEntity[];
  caption?: string;
  caption_entities?: WireEntity[];
  reply_markup?: InlineKeyboard;
  reply_to_message?: WireMessage;
  document?: WireFile;
  photo?: WireFile[];
  voice?: WireFile;
  sticker?: WireFile;
  new_chat_members?: WireUser[];
  left_chat_member?: WireUser;
}

export interface WireCallbackQuery {
  id: string;
  from: WireUser;
  chat_instance: string;
  message: WireMessage | { chat: WireChat; message_id: number; date: 0 };
  data: string;
}

export interface WireUpdate {
  update_id: number;
  message?: WireMessage;
  edited_message?: WireMessage;
  callback_query?: WireCallbackQuery;
  [other: string]: unknown;
}

/** Parameters of a call after reading: strings as they came, structures already parsed. */
export type Params = Readonly<Record<string, unknown>>;

export interface Accepted {
  ok: true;
  result: unknown;
  description?: string;
}

export interface Refused {
  ok: false;
  error_code: number;
  description: string;
  parameters?: { retry_after: number };
}

export type Reply = Accepted | Refused;

export function accept(result: unknown, description?: string): Accepted {
  return description === undefined ? { ok: true, result } : { ok: true, result, description };
}

/** A refusal with its prefix; the first letter is lowered as Telegram does, unless the word is an error code of its own. */
export function refuse(code: 400 | 403, words: string): Refused {
  const shouted = /^[A-Z][A-Z_]/.test(words);
  const text = shouted ? words : words.charAt(0).toLowerCase() + words.slice(1);
  return {
    ok: false,
    error_code: code,
    description: `${code === 400 ? 'Bad Request' : 'Forbidden'}: ${text}`,
  };
}

/** A refusal of another kind, worded in full by the caller. */
export function refuseAs(code: number, description: string): Refused {
  return { ok: false, error_code: code, description };
}

/** 429, with the seconds to wait. */
export function tooMany(retryAfter: number): Refused {
  return {
    ok: false,
    error_code: 429,
    description: `Too Many Requests: retry after ${retryAfter}`,
    parameters: { retry_after: retryAfter },
  };
}
