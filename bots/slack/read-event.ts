import { z } from 'zod';
import type { Incoming, Intent } from '../../core/index.ts';
import { asTyped } from './as-typed.ts';
import { DeedId, Id } from './ids.ts';

const Envelope = z.object({
  type: z.literal('event_callback'),
  event_id: DeedId,
  team_id: Id,
  event: z.object({ type: z.string() }).loose(),
});

const File = z.object({ mimetype: z.string().nullish(), subtype: z.string().nullish() });

const Message = z.object({
  channel_type: z.literal('im'),
  user: Id,
  subtype: z.string().optional(),
  bot_id: z.string().nullish(),
  hidden: z.boolean().optional(),
  text: z.string().nullish(),
  blocks: z.unknown().optional(),
  files: z.array(File.catch({})).optional(),
});
type Message = z.infer<typeof Message>;

const OpenedHome = z.object({ user: Id, tab: z.string().default('home') });

/** The kinds of message that people write; others tell of edits, deletions, calls and the like. */
const WRITTEN_BY_PEOPLE = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message']);
const SLACKBOT = 'USLACKBOT';

export type ReadEvent =
  | { readonly is: 'act'; readonly incoming: Incoming }
  | { readonly is: 'removed'; readonly event: string };

/** Reads an event of Slack. Undefined: it is none, or one that we do not answer. */
export function readEvent(given: unknown): ReadEvent | undefined {
  const envelope = Envelope.safeParse(given);
  if (!envelope.success) return undefined;
  const { event, event_id: id, team_id: team } = envelope.data;
  switch (event.type) {
    case 'message':
      return readMessage(event, id, team);
    case 'app_home_opened': {
      const opened = OpenedHome.safeParse(event);
      if (!opened.success || opened.data.tab !== 'home') return undefined;
      return { is: 'act', incoming: incomingOf(id, team, opened.data.user, { is: 'opened-front' }) };
    }
    case 'app_uninstalled':
    case 'tokens_revoked':
      return { is: 'removed', event: event.type };
    default:
      return undefined;
  }
}

function readMessage(event: unknown, id: string, team: string): ReadEvent | undefined {
  const parsed = Message.safeParse(event);
  if (!parsed.success) return undefined;
  const { user, subtype, bot_id, hidden } = parsed.data;
  const isOurs = hidden !== true && !bot_id && user !== SLACKBOT && WRITTEN_BY_PEOPLE.has(subtype);
  return isOurs ? { is: 'act', incoming: incomingOf(id, team, user, intentOf(parsed.data)) } : undefined;
}

function intentOf({ text, blocks, files = [] }: Message): Intent {
  const words = asTyped(text ?? '', blocks);
  if (files.length === 0 && words.trim() !== '') return { is: 'text', text: words };
  const types = files.map(({ mimetype, subtype }) => `${subtype ?? ''} ${mimetype ?? ''}`);
  const caption = words.trim() === '' ? {} : { caption: words };
  if (types.some((type) => /slack_audio| audio\//.test(type)))
    return { is: 'not-text', what: 'voice', ...caption };
  const isPicture = types.some((type) => / (?:image|video)\//.test(type));
  return { is: 'not-text', what: isPicture ? 'picture' : 'other', ...caption };
}

function incomingOf(id: string, tenant: string, userId: string, intent: Intent): Incoming {
  return {
    key: `slack:${id}`,
    account: { platform: 'slack', tenant, userId },
    chat: { id: userId, private: true },
    intent,
  };
}
