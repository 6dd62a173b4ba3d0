import { z } from 'zod';
import { type FormFault, faultsBySchema, refusalOf } from './form-errors.ts';
import { faultsOfMessage, faultsOfRequest, isEmpty } from './message-rules.ts';
import { namesIn } from './read-text.ts';
import type { Upload } from './request-body.ts';
import { flatten, type KeptMessage, type Pings } from './shown.ts';
import {
  components,
  embeds,
  FLAGS,
  type Params,
  REFUSALS,
  type Refused,
  type WireAttachment,
  type WireMessage,
} from './wire.ts';
import { iso, type World } from './world.ts';

export type MessageForm = 'createMessage' | 'editMessage' | 'createFollowup' | 'editWebhookMessage';

const read = z.object({
  content: z.string().nullish(),
  embeds: embeds.nullish(),
  components: components.nullish(),
  flags: z.number().nullish(),
  attachments: z
    .array(
      z.object({ id: z.coerce.string(), filename: z.string().nullish(), description: z.string().nullish() }),
    )
    .nullish(),
  allowed_mentions: z
    .object({
      parse: z.array(z.string()).nullish(),
      users: z.array(z.string()).nullish(),
      roles: z.array(z.string()).nullish(),
      replied_user: z.boolean().nullish(),
    })
    .nullish(),
  nonce: z.union([z.string(), z.number()]).nullish(),
});

type Read = z.infer<typeof read>;

export interface Draft {
  /** As it would stand; files that are new are not kept yet. */
  readonly content: Pick<WireMessage, 'content' | 'embeds' | 'components' | 'flags'>;
  readonly keptFiles: readonly WireAttachment[];
  readonly newFiles: readonly { upload: Upload; description: string | undefined }[];
  readonly pings: Pings;
  readonly nonce: string | number | undefined;
  /** Whoever is replied to is called too: unless `allowed_mentions` says otherwise. */
  readonly callsReplied: boolean;
}

/** Flags that a bot may set by itself. */
const SETTABLE = FLAGS.suppressEmbeds | FLAGS.ephemeral | FLAGS.suppressNotifications | FLAGS.componentsV2;

/** Judges what a bot wants to say; `old` is the message that it changes. Fields of an edit that are not given stay. */
export function draft(
  form: MessageForm,
  params: Params,
  uploads: ReadonlyMap<string, Upload>,
  old?: KeptMessage,
): Draft | Refused {
  const faults: FormFault[] = [...faultsBySchema(form, params), ...faultsOfRequest(params, uploads)];
  const parsed = read.safeParse(params);
  if (!parsed.success || faults.length > 0) {
    const wrong = { path: '', code: 'BASE_TYPE_BAD_TYPE', message: 'Wrong type.' };
    return refusalOf(faults.length > 0 ? faults : [wrong]) ?? REFUSALS.invalidJson;
  }
  const { data } = parsed;
  const content = contentOf(data, old?.message);
  const keptFiles = keptFilesOf(data, old?.message);
  const newFiles = newFilesOf(data, uploads);
  const placeholders = newFiles.map(({ upload }) => fakeAttachment(upload));
  const whole = { ...content, attachments: [...keptFiles, ...placeholders] };
  const refusal = refusalOf(faultsOfMessage(whole)) ?? (isEmpty(whole) ? REFUSALS.emptyMessage : undefined);
  if (refusal) return refusal;
  const pings = old && data.content === undefined && !data.components ? old.pings : pingsOf(content, data);
  const callsReplied = data.allowed_mentions ? data.allowed_mentions.replied_user === true : true;
  return { content, keptFiles, newFiles, pings, nonce: data.nonce ?? undefined, callsReplied };
}

function contentOf(data: Read, old: WireMessage | undefined): Draft['content'] {
  const given = (data.flags ?? 0) & SETTABLE;
  const wasV2 = (old?.flags ?? 0) & (FLAGS.componentsV2 | FLAGS.ephemeral);
  return {
    content: data.content === undefined ? (old?.content ?? '') : (data.content ?? ''),
    embeds: data.embeds === undefined ? (old?.embeds ?? []) : (data.embeds ?? []),
    components: data.components === undefined ? (old?.components ?? []) : numbered(data.components ?? []),
    flags: given | wasV2,
  };
}

/** Every component has a number, in the order in which they stand, unless the bot gave one. */
function numbered(list: WireMessage['components']): WireMessage['components'] {
  const copy = structuredClone(list);
  let next = 1;
  for (const component of flatten(copy)) {
    component.id ??= next;
    next += 1;
  }
  return copy;
}

/** An edit that lists attachments keeps only those; new ones come on top. */
function keptFilesOf(data: Read, old: WireMessage | undefined): WireAttachment[] {
  if (!old) return [];
  if (!data.attachments) return data.attachments === null ? [] : old.attachments;
  const ids = new Set(data.attachments.map((one) => one.id));
  return old.attachments.filter((one) => ids.has(one.id));
}

function newFilesOf(data: Read, uploads: ReadonlyMap<string, Upload>): Draft['newFiles'] {
  return [...uploads].map(([number, upload]) => {
    const about = data.attachments?.find((one) => one.id === number);
    const name = about?.filename ?? upload.name;
    return { upload: { ...upload, name }, description: about?.description ?? undefined };
  });
}

function fakeAttachment(upload: Upload): WireAttachment {
  return { id: '0', filename: upload.name, size: upload.bytes.length, url: '', proxy_url: '' };
}

/** Whom the message calls: everybody it names, as far as `allowed_mentions` lets it. */
function pingsOf(content: Draft['content'], { allowed_mentions: allowed }: Read): Pings {
  const inComponents = flatten(content.components).map((one) => (one.type === 10 ? (one.content ?? '') : ''));
  const names = namesIn([content.content, ...inComponents].join('\n'));
  if (!allowed) return names;
  const parse = new Set(allowed.parse ?? []);
  return {
    users: names.users.filter((id) => parse.has('users') || allowed.users?.includes(id)),
    roles: names.roles.filter((id) => parse.has('roles') || allowed.roles?.includes(id)),
    everyone: names.everyone && parse.has('everyone'),
  };
}

export type MessageExtra = Partial<
  Pick<
    WireMessage,
    'type' | 'webhook_id' | 'application_id' | 'interaction_metadata' | 'message_reference' | 'nonce'
  >
>;

/** Puts what was judged into a channel as a new message of the bot. */
export function post(
  world: World,
  channelId: string,
  drafted: Draft,
  extra: MessageExtra = {},
  onlyFor?: string,
): KeptMessage {
  const { nonce } = drafted;
  const message: WireMessage = {
    id: world.ids.next(),
    channel_id: channelId,
    author: world.bot,
    timestamp: iso(world),
    edited_timestamp: null,
    tts: false,
    pinned: false,
    type: 0,
    ...drafted.content,
    ...callsOf(world, drafted.pings),
    attachments: filesOf(world, channelId, drafted),
    ...(nonce !== undefined && { nonce }),
    ...extra,
  };
  if (onlyFor !== undefined) message.flags |= FLAGS.ephemeral;
  const channel = world.chats.channels.get(channelId);
  if (channel && onlyFor === undefined) channel.lastMessageId = message.id;
  return world.chats.keep(message, { pings: drafted.pings, ...(onlyFor !== undefined && { onlyFor }) });
}

/** Puts what was judged into the place of an older message. */
export function replace(world: World, old: KeptMessage, drafted: Draft): KeptMessage {
  const { nonce: _nonce, ...before } = old.message;
  const message: WireMessage = {
    ...before,
    ...drafted.content,
    ...callsOf(world, drafted.pings),
    attachments: filesOf(world, before.channel_id, drafted),
    edited_timestamp: (before.flags & FLAGS.loading) === 0 ? iso(world) : null,
  };
  return world.chats.keep(message, {
    pings: drafted.pings,
    ...(old.onlyFor !== undefined && { onlyFor: old.onlyFor }),
  });
}

function filesOf(world: World, channelId: string, { keptFiles, newFiles }: Draft): WireAttachment[] {
  return [
    ...keptFiles,
    ...newFiles.map(({ upload, description }) => world.files.add(channelId, upload, description)),
  ];
}

export function callsOf(world: World, pings: Pings) {
  return {
    mentions: pings.users.flatMap((id) => world.chats.people.get(id)?.user ?? []),
    mention_roles: [...pings.roles],
    mention_everyone: pings.everyone,
  };
}
