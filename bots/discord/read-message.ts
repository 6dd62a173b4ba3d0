import { z } from 'zod';
import type { Incoming, Intent } from '../../core/index.ts';

const Attachment = z.object({ content_type: z.string().nullish() });

/** Only what we read of a message; anything else in it is passed over. */
const Message = z.object({
  id: z.string().regex(/^\d{1,20}$/),
  guild_id: z.string().optional(),
  webhook_id: z.string().optional(),
  author: z.object({ id: z.string().regex(/^\d{1,20}$/), bot: z.boolean().optional() }),
  type: z.int(),
  content: z.string(),
  flags: z.int().optional(),
  attachments: z.array(Attachment).optional(),
  sticker_items: z.array(z.unknown()).optional(),
});
type Message = z.infer<typeof Message>;

/** A message, and one that replies to another: the kinds that people write. Others tell of calls, pins and the like. */
const WRITTEN_BY_PEOPLE = [0, 19];
const IS_VOICE = 1 << 13;

/** Reads a message from a private chat. Undefined: it is not one that a person wrote to us there. */
export function readMessage(given: unknown): Incoming | undefined {
  const parsed = Message.safeParse(given);
  if (!parsed.success) return undefined;
  const { id, guild_id, webhook_id, author, type } = parsed.data;
  const isOurs = author.bot === true || webhook_id !== undefined;
  if (isOurs || guild_id !== undefined || !WRITTEN_BY_PEOPLE.includes(type)) return undefined;
  return {
    key: `discord:message:${id}`,
    account: { platform: 'discord', tenant: '', userId: author.id },
    chat: { id: author.id, private: true },
    intent: intentOf(parsed.data),
  };
}

function intentOf(message: Message): Intent {
  const { content, attachments = [], sticker_items: stickers = [] } = message;
  if (content !== '' && attachments.length === 0 && stickers.length === 0)
    return { is: 'text', text: content };
  return { is: 'not-text', what: kindOf(message), ...(content === '' ? {} : { caption: content }) };
}

function kindOf({ flags = 0, attachments = [], sticker_items: stickers = [] }: Message) {
  const types = attachments.map((each) => each.content_type ?? '');
  if ((flags & IS_VOICE) !== 0 || types.some((type) => type.startsWith('audio/'))) return 'voice';
  const isPicture = types.some((type) => /^(image|video)\//.test(type));
  return isPicture || stickers.length > 0 ? 'picture' : 'other';
}
