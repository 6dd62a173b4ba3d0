import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Incoming, type Intent, opensForm } from '../../core/index.ts';
import { answersIn } from './read-sheet.ts';
import { momentOf, Snowflake } from './snowflake.ts';

const User = z.object({ id: Snowflake });

const Option = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
  get options() {
    return z.array(Option).optional();
  },
});
type Option = z.infer<typeof Option>;

/** Only what we read of an interaction; anything else in it is passed over. */
const Raw = z.object({
  id: Snowflake,
  application_id: Snowflake,
  token: z.string().regex(/^[!-~]+$/),
  type: z.int(),
  guild_id: Snowflake.optional(),
  context: z.int().nullish(),
  channel_id: Snowflake.optional(),
  channel: z.object({ name: z.string().nullish() }).optional(),
  user: User.optional(),
  member: z.object({ user: User }).optional(),
  locale: z.string().max(35).optional(),
  message: z.object({ id: Snowflake, flags: z.int().optional() }).optional(),
  data: z.unknown().optional(),
});
type Raw = z.infer<typeof Raw>;

const Command = z.object({ name: z.string(), options: z.array(Option).optional() });
const Component = z.object({
  custom_id: z.string(),
  component_type: z.int(),
  values: z.array(z.string()).optional(),
});
const Submitted = z.object({ custom_id: z.string(), components: z.array(z.unknown()) });

/** What names an interaction, and lets us answer it for a while. */
export type Handle = { readonly id: string; readonly token: string; readonly applicationId: string };

/**
 * How to say at once that it was heard. update: the message with the button stays as it is for now. reply: an answer is promised in the
 * private chat. private-reply: an answer is promised that nobody else in the channel sees.
 */
export type Acknowledgement = 'update' | 'reply' | 'private-reply';

export type ReadInteraction =
  | { readonly is: 'ping' }
  /** Somebody is typing into an option of a command, and is offered what fits. */
  | { readonly is: 'typing'; readonly handle: Handle; readonly typed: string }
  | {
      readonly is: 'act';
      readonly handle: Handle;
      readonly incoming: Incoming;
      readonly acknowledge: Acknowledgement;
      /** A form opens, which can be laid over the chat instead of any acknowledgement. */
      readonly opens: boolean;
    };

/** Of the fifteen minutes for which Discord takes an answer, those we go by. */
const ANSWERED_WITHIN = Temporal.Duration.from({ minutes: 14, seconds: 30 });

/**
 * Reads an interaction as Discord sends it, by the gateway or over HTTP. `commands` are the words of the menu. Undefined: it is
 * nothing that we answer, or no interaction at all.
 */
export function readInteraction(given: unknown, commands: ReadonlySet<string>): ReadInteraction | undefined {
  const parsed = Raw.safeParse(given);
  if (!parsed.success) return undefined;
  const raw = parsed.data;
  const handle = { id: raw.id, token: raw.token, applicationId: raw.application_id };
  if (raw.type === 1) return { is: 'ping' };
  if (raw.type === 4) {
    const command = Command.safeParse(raw.data);
    if (!command.success) return undefined;
    const focused = flat(command.data.options ?? []).find((option) => option.focused === true);
    return { is: 'typing', handle, typed: String(focused?.value ?? '') };
  }
  const user = raw.member?.user ?? raw.user;
  const intent = intentOf(raw, commands);
  if (user === undefined || intent === undefined) return undefined;
  const acknowledge = acknowledgementOf(raw);
  const opens = intent.is === 'press' && opensForm(intent.token);
  return { is: 'act', handle, incoming: incomingOf(raw, user.id, intent, acknowledge), acknowledge, opens };
}

function flat(options: readonly Option[]): Option[] {
  return options.flatMap((option) => [option, ...flat(option.options ?? [])]);
}

function intentOf({ type, data }: Raw, commands: ReadonlySet<string>): Intent | undefined {
  if (type === 2) return commandOf(data, commands);
  if (type === 3) {
    const pressed = Component.safeParse(data);
    if (!pressed.success) return undefined;
    const { custom_id, component_type, values } = pressed.data;
    // In a list that opens, what was chosen is the button.
    const token = component_type === 2 ? custom_id : values?.[0];
    return token === undefined ? undefined : { is: 'press', token };
  }
  if (type !== 5) return undefined;
  const sheet = Submitted.safeParse(data);
  if (!sheet.success) return undefined;
  return { is: 'answers', token: sheet.data.custom_id, answers: answersIn(sheet.data.components) };
}

function commandOf(data: unknown, commands: ReadonlySet<string>): Intent | undefined {
  const command = Command.safeParse(data);
  if (!command.success) return undefined;
  const { name, options = [] } = command.data;
  // What follows a command, and the subcommand before it, are its rest in the order in which they stand.
  const rest = flat(options)
    .map((option) => (option.value === undefined ? option.name : String(option.value)))
    .join(' ')
    .trim();
  if (name !== 'mentoring' || rest === '') return { is: 'command', name, rest };
  const [, first = '', behind = ''] = /^\/?(\S+)\s*([\s\S]*)$/.exec(rest) ?? [];
  const wanted = first.toLowerCase();
  return commands.has(wanted) ? { is: 'command', name: wanted, rest: behind } : { is: 'text', text: rest };
}

/** The private chat with the bot: neither a server nor a chat with others. */
function isPrivate({ guild_id, context }: Raw): boolean {
  return guild_id === undefined && (context ?? 1) === 1;
}

/** What only one person sees, in a channel of many. */
const ONLY_FOR_ONE = 64;

function acknowledgementOf(raw: Raw): Acknowledgement {
  // On their own answer in a channel it is as in the private chat: that message may be what changes, and then nothing else comes.
  const isOwn = ((raw.message?.flags ?? 0) & ONLY_FOR_ONE) !== 0;
  if (!isPrivate(raw)) return isOwn ? 'update' : 'private-reply';
  return raw.message === undefined ? 'reply' : 'update';
}

function incomingOf(raw: Raw, userId: string, intent: Intent, acknowledge: Acknowledgement): Incoming {
  const { id, channel_id: channelId, channel, guild_id: tenant = '', locale } = raw;
  const name = channel?.name ?? undefined;
  const place =
    isPrivate(raw) || channelId === undefined
      ? {}
      : { place: { id: channelId, tenant, ...(name === undefined ? {} : { name }) } };
  const handle = {
    kind: 'interaction',
    interactionId: id,
    applicationId: raw.application_id,
    token: raw.token,
    private: !isPrivate(raw),
  };
  return {
    key: `discord:${id}`,
    account: { platform: 'discord', tenant: '', userId },
    chat: { id: userId, private: true },
    ...place,
    ...(acknowledge === 'update' && isPrivate(raw)
      ? {}
      : { reply: { handle, until: momentOf(id).add(ANSWERED_WITHIN) } }),
    intent,
    ...(locale === undefined ? {} : { language: locale }),
  };
}
