import { type Api, GrammyError, HttpError, InputFile } from 'grammy';
import type { MessageEntity } from 'grammy/types';
import { z } from 'zod';
import {
  type Address,
  type Channel,
  crashpoint,
  type Json,
  type Sent,
  type Shown,
} from '../../core/index.ts';
import { keyOfPart, PartsSent } from '../parts-sent.ts';
import { type Part, writeMessage } from './write-message.ts';

const Ref = z.object({ messageId: z.int() });

/** Telegram's ways of saying that somebody is not there any more. */
const UNREACHABLE = [
  /blocked by the user/i,
  /user is deactivated/i,
  /chat not found/i,
  /can't initiate conversation/i,
  /bot was kicked/i,
  /PEER_ID_INVALID/,
];
const GONE = [/message to (?:edit|delete) not found/i, /message can't be edited/i, /MESSAGE_ID_INVALID/];

/** Sends through grammY. What Telegram answers comes back as a value. */
export function telegramChannel(api: Api): Channel {
  const parts = new PartsSent();
  return {
    platform: 'telegram',
    async send(to, shown, once) {
      try {
        let messageId = '0';
        const all: Json[] = [];
        for (const [index, part] of writeMessage(shown).entries()) {
          const words = part.is === 'file' ? part.name : part.text;
          messageId = await parts.once(keyOfPart(to.chatId, once, index, words), async () => {
            const id = await sendPart(api, to, part, shown.silent === true);
            crashpoint('telegram.part-sent');
            return String(id);
          });
          all.push({ messageId: Number(messageId) });
        }
        return { is: 'sent', ref: { messageId: Number(messageId) }, all };
      } catch (error) {
        return understood(error);
      }
    },
    edit: (to, ref, shown) => edit(api, to, ref, shown),
    // "A message can only be deleted if it was sent less than 48 hours ago."
    removesWithinHours: 48,
    async remove(to, ref) {
      try {
        await api.deleteMessage(to.chatId, Ref.parse(ref).messageId);
        return { is: 'removed' };
      } catch (error) {
        return understood(error);
      }
    },
  };
}

async function sendPart(api: Api, to: Address, part: Part, silent: boolean): Promise<number> {
  const markup = {
    ...(part.keyboard === undefined ? {} : { reply_markup: part.keyboard }),
    ...(silent ? { disable_notification: true } : {}),
  };
  if (part.is === 'file') {
    return (await api.sendDocument(to.chatId, new InputFile(part.bytes, part.name), markup)).message_id;
  }
  const plain = { link_preview_options: { is_disabled: true }, ...entitiesOf(part), ...markup };
  return (await api.sendMessage(to.chatId, part.text, plain)).message_id;
}

function entitiesOf({ entities }: Extract<Part, { is: 'text' }>): { entities?: MessageEntity[] } {
  return entities === undefined ? {} : { entities: [...entities] };
}

async function edit(api: Api, to: Address, ref: Json, shown: Shown): Promise<Sent> {
  const { messageId } = Ref.parse(ref);
  const [part, ...more] = writeMessage(shown);
  // What no longer fits one message is shown anew rather than cut off.
  if (part === undefined || part.is === 'file' || more.length > 0) return { is: 'gone-message' };
  try {
    await api.editMessageText(to.chatId, messageId, part.text, {
      link_preview_options: { is_disabled: true },
      ...entitiesOf(part),
      reply_markup: part.keyboard ?? { inline_keyboard: [] },
    });
    return { is: 'sent', ref };
  } catch (error) {
    return understood(error);
  }
}

/** What an error from Telegram means for the message and its chat. */
export function understood(error: unknown): Exclude<Sent, { is: 'sent' }> {
  if (error instanceof HttpError) return { is: 'later', why: 'no-connection' };
  if (!(error instanceof GrammyError)) throw error;
  const { error_code: code, description, parameters } = error;
  if (code === 429) return { is: 'wait', seconds: parameters.retry_after ?? 1 };
  if (/message is not modified/i.test(description)) return { is: 'unchanged' };
  if (GONE.some((each) => each.test(description))) return { is: 'gone-message' };
  if (code === 403 || UNREACHABLE.some((each) => each.test(description)))
    return { is: 'unreachable', why: `telegram-${code}` };
  if (code === 400) return { is: 'refused', why: `telegram-400 ${description.slice(0, 80)}` };
  return { is: 'later', why: `telegram-${code}` };
}
