import { z } from 'zod';
import type { Incoming, Intent } from '../../core/index.ts';

const From = z.object({
  id: z.int(),
  is_bot: z.boolean().optional(),
  language_code: z.string().max(35).optional(),
});
const Chat = z.object({ id: z.int(), type: z.string() });
const anything = z.unknown().optional();

const Message = z.object({
  from: From,
  chat: Chat,
  text: z.string().optional(),
  caption: z.string().optional(),
  voice: anything,
  audio: anything,
  video_note: anything,
  photo: anything,
  video: anything,
  animation: anything,
  sticker: anything,
  document: anything,
  location: anything,
  contact: anything,
  poll: anything,
});

const Press = z.object({
  id: z.string(),
  from: From,
  data: z.string().optional(),
  message: z.object({ chat: Chat }).optional(),
});

const ChatMember = z.object({
  from: From,
  chat: Chat,
  new_chat_member: z.object({ status: z.string() }),
});

/** Only what we read; anything else in an update is passed over. */
const Update = z.object({
  update_id: z.int(),
  message: z.unknown().optional(),
  edited_message: z.unknown().optional(),
  callback_query: z.unknown().optional(),
  my_chat_member: z.unknown().optional(),
});

/** What an update means to the core, and which press waits to be acknowledged. */
export type Read = { readonly incoming: Incoming; readonly press?: string };

const COMMAND = /^\/([a-z0-9_]{1,32})(?:@\w+)?(?:\s+([\s\S]*))?$/i;
const NOT_TEXT: readonly (readonly [keyof z.infer<typeof Message>, 'voice' | 'picture' | 'other'])[] = [
  ['voice', 'voice'],
  ['audio', 'voice'],
  ['video_note', 'voice'],
  ['photo', 'picture'],
  ['video', 'picture'],
  ['animation', 'picture'],
  ['sticker', 'picture'],
  ['document', 'other'],
  ['location', 'other'],
  ['contact', 'other'],
  ['poll', 'other'],
];

/** Reads a Telegram update. Undefined: it is nothing that we answer, or not an update at all. */
export function readUpdate(given: unknown): Read | undefined {
  const update = Update.safeParse(given);
  if (!update.success) return undefined;
  const { update_id, message, edited_message, callback_query, my_chat_member } = update.data;
  const key = `telegram:${update_id}`;
  if (message !== undefined) return readMessage(key, message);
  if (edited_message !== undefined) return readEdit(key, edited_message);
  if (callback_query !== undefined) return readPress(key, callback_query);
  if (my_chat_member !== undefined) return readMembership(key, my_chat_member);
  return undefined;
}

function readMessage(key: string, given: unknown): Read | undefined {
  const message = Message.safeParse(given);
  if (!message.success || message.data.from.is_bot === true) return undefined;
  const intent = intentOf(message.data);
  return intent === undefined
    ? undefined
    : { incoming: incomingOf(key, message.data.from, message.data.chat, intent) };
}

/** What was changed afterwards, as words; what it once was is not known, and nothing else is made of it. */
function readEdit(key: string, given: unknown): Read | undefined {
  const message = Message.safeParse(given);
  if (!message.success || message.data.from.is_bot === true) return undefined;
  const text = message.data.text ?? message.data.caption;
  if (text === undefined) return undefined;
  return { incoming: incomingOf(key, message.data.from, message.data.chat, { is: 'edited', text }) };
}

function intentOf(message: z.infer<typeof Message>): Intent | undefined {
  if (message.text !== undefined) {
    const command = COMMAND.exec(message.text);
    const [, name, rest] = command ?? [];
    if (name === undefined) return { is: 'text', text: message.text };
    const payload = rest?.trim();
    if (name.toLowerCase() === 'start') return payload ? { is: 'start', payload } : { is: 'start' };
    return { is: 'command', name: name.toLowerCase(), rest: payload ?? '' };
  }
  const kind = NOT_TEXT.find(([field]) => message[field] !== undefined)?.[1];
  if (kind === undefined) return undefined;
  return {
    is: 'not-text',
    what: kind,
    ...(message.caption === undefined ? {} : { caption: message.caption }),
  };
}

function readPress(key: string, given: unknown): Read | undefined {
  const press = Press.safeParse(given);
  if (!press.success) return undefined;
  const { id, from, data, message } = press.data;
  const chat = message?.chat ?? { id: from.id, type: 'private' };
  return { incoming: incomingOf(key, from, chat, { is: 'press', token: data ?? '' }), press: id };
}

const MEMBERSHIP: ReadonlyMap<string, Intent> = new Map([
  ['kicked', { is: 'left' }],
  ['member', { is: 'came-back' }],
]);

function readMembership(key: string, given: unknown): Read | undefined {
  const member = ChatMember.safeParse(given);
  if (!member.success || member.data.chat.type !== 'private') return undefined;
  const { status } = member.data.new_chat_member;
  const intent = MEMBERSHIP.get(status);
  return intent === undefined
    ? undefined
    : { incoming: incomingOf(key, member.data.from, member.data.chat, intent) };
}

function incomingOf(
  key: string,
  from: z.infer<typeof From>,
  chat: z.infer<typeof Chat>,
  intent: Intent,
): Incoming {
  return {
    key,
    account: { platform: 'telegram', tenant: '', userId: String(from.id) },
    chat: { id: String(chat.id), private: chat.type === 'private' },
    intent,
    ...(from.language_code === undefined ? {} : { language: from.language_code }),
  };
}
