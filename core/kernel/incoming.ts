import { z } from 'zod';
import { instant } from './instant.ts';
import { json } from './json.ts';

// PostgreSQL keeps no NUL, and half of a surrogate pair is no character: such an update would fail however often it came.
const words = z.string().overwrite((given) => given.replaceAll('\0', '').toWellFormed());

/** Who writes, as the platform vouches for it. */
export const AccountKey = z.object({
  platform: z.string().min(1),
  /** The workspace or server an id belongs to; empty where ids are the platform's own. */
  tenant: z.string(),
  userId: z.string().min(1),
});
export type AccountKey = z.infer<typeof AccountKey>;

/** What somebody meant, with no platform's words in it. */
export const Intent = z.discriminatedUnion('is', [
  z.object({ is: z.literal('start'), payload: words.optional() }),
  z.object({ is: z.literal('text'), text: words }),
  /** A command from the menu, such as "help"; what follows it is `rest`. */
  z.object({ is: z.literal('command'), name: words, rest: words }),
  z.object({ is: z.literal('press'), token: words }),
  /** Several questions of a form answered together, as on a sheet that an app lays over the chat. */
  z.object({ is: z.literal('answers'), token: words, answers: z.record(z.string(), words) }),
  /** Somebody opened the front page that an app gives the bot. */
  z.object({ is: z.literal('opened-front') }),
  /** A voice note, photo, sticker or anything else of which only text could be kept. */
  z.object({
    is: z.literal('not-text'),
    what: z.enum(['voice', 'picture', 'other']),
    caption: words.optional(),
  }),
  /** Something written earlier was changed. It is read for words of crisis alone. */
  z.object({ is: z.literal('edited'), text: words }),
  /** The person blocked the bot, or came back. */
  z.object({ is: z.literal('left') }),
  z.object({ is: z.literal('came-back') }),
]);
export type Intent = z.infer<typeof Intent>;

/** A way to answer that an app gives for a short while, such as one that only the presser sees. */
const Reply = z.object({ handle: json, until: instant });
export type Reply = z.infer<typeof Reply>;

/** One thing that came in from a chat app. */
export const Incoming = z.object({
  /** The platform's own name for this update: the same update ten times over has one effect. */
  key: z.string().min(1).max(200),
  account: AccountKey,
  /** Where an answer to this person goes, and whether they alone can read it there. */
  chat: z.object({ id: z.string(), private: z.boolean() }),
  /** The shared place in which it happened, if it did, and the workspace or server it is in where accounts have none. */
  place: z
    .object({ id: z.string().min(1), name: words.optional(), tenant: z.string().optional() })
    .optional(),
  reply: Reply.optional(),
  intent: Intent,
  /** The app's language, as a first guess. */
  language: words.optional(),
});
export type Incoming = z.infer<typeof Incoming>;
