import { z } from 'zod';

/** The shapes of Discord's API v10 that the stand-in sends and keeps: written from the documentation, for no client in particular. */

export interface WireUser {
  id: string;
  username: string;
  discriminator: string;
  global_name: string | null;
  avatar: null;
  bot?: boolean;
}

const option = z.looseObject({
  label: z.string(),
  value: z.string(),
  description: z.string().nullish(),
  default: z.boolean().nullish(),
});

/** A part of a message or of a form, whichever kind; the judge has said before that it is a good one. */
const component = z.looseObject({
  type: z.number(),
  id: z.number().nullish(),
  custom_id: z.string().nullish(),
  style: z.number().nullish(),
  label: z.string().nullish(),
  description: z.string().nullish(),
  url: z.string().nullish(),
  disabled: z.boolean().nullish(),
  emoji: z.looseObject({ name: z.string().nullish() }).nullish(),
  content: z.string().nullish(),
  placeholder: z.string().nullish(),
  options: z.array(option).nullish(),
  min_values: z.number().nullish(),
  max_values: z.number().nullish(),
  min_length: z.number().nullish(),
  max_length: z.number().nullish(),
  value: z.string().nullish(),
  required: z.boolean().nullish(),
  get components() {
    return z.array(component).nullish();
  },
  get component() {
    return component.nullish();
  },
  get accessory() {
    return component.nullish();
  },
});

export const components = z.array(component);

export type WireComponent = z.infer<typeof component>;
export type WireOption = z.infer<typeof option>;

export const embeds = z.array(
  z.looseObject({
    title: z.string().nullish(),
    description: z.string().nullish(),
    url: z.string().nullish(),
    fields: z.array(z.looseObject({ name: z.string(), value: z.string() })).nullish(),
    footer: z.looseObject({ text: z.string().nullish() }).nullish(),
    author: z.looseObject({ name: z.string().nullish() }).nullish(),
  }),
);

export type WireEmbed = z.infer<typeof embeds>[number];

export interface WireAttachment {
  id: string;
  filename: string;
  size: number;
  url: string;
  proxy_url: string;
  content_type?: string;
  description?: string;
}

export interface WireMessage {
  id: string;
  channel_id: string;
  author: WireUser;
  content: string;
  timestamp: string;
  edited_timestamp: string | null;
  tts: boolean;
  mention_everyone: boolean;
  mentions: WireUser[];
  mention_roles: string[];
  attachments: WireAttachment[];
  embeds: WireEmbed[];
  components: WireComponent[];
  pinned: boolean;
  type: number;
  flags: number;
  nonce?: string | number;
  application_id?: string;
  webhook_id?: string;
  sticker_items?: { id: string; name: string; format_type: number }[];
  interaction_metadata?: unknown;
  message_reference?: { type: number; channel_id: string; message_id: string };
}

export const FLAGS = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;

/** What a request carried, already parsed. */
export type Params = Readonly<Record<string, unknown>>;

/** Faults of a form by the names of its fields, as `errors` of an answer. */
export type FormErrors = { [field: string]: FormErrors | { code: string; message: string }[] };

export interface Reply {
  readonly status: number;
  /** Nothing at 204. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Refused extends Reply {
  readonly status: number;
  readonly body: { message: string; code: number; errors?: FormErrors };
  readonly refused: true;
}

export function accept(body: unknown, status = 200): Reply {
  return { status, body };
}

export const done: Reply = { status: 204 };

/** A refusal with one of Discord's JSON error codes. */
export function refuse(status: number, code: number, message: string): Refused {
  return { status, body: { message, code }, refused: true };
}

export function isRefused(value: object): value is Refused {
  return 'refused' in value;
}

/** The refusals that a bot of ours may meet, with the codes and words of the documentation. */
export const REFUSALS = {
  unauthorized: refuse(401, 0, '401: Unauthorized'),
  notFound: refuse(404, 0, '404: Not Found'),
  wrongMethod: refuse(405, 0, '405: Method Not Allowed'),
  unknownChannel: refuse(404, 10003, 'Unknown Channel'),
  unknownGuild: refuse(404, 10004, 'Unknown Guild'),
  unknownMember: refuse(404, 10007, 'Unknown Member'),
  unknownMessage: refuse(404, 10008, 'Unknown Message'),
  unknownRole: refuse(404, 10011, 'Unknown Role'),
  unknownUser: refuse(404, 10013, 'Unknown User'),
  unknownWebhook: refuse(404, 10015, 'Unknown Webhook'),
  unknownInteraction: refuse(404, 10062, 'Unknown interaction'),
  unknownCommand: refuse(404, 10063, 'Unknown application command'),
  unknownEvent: refuse(404, 10070, 'Unknown Guild Scheduled Event'),
  tooManyEvents: refuse(400, 30038, 'Maximum number of uncompleted guild scheduled events reached (100)'),
  tooLarge: refuse(413, 40005, 'Request entity too large'),
  acknowledged: refuse(400, 40060, 'Interaction has already been acknowledged.'),
  missingAccess: refuse(403, 50001, 'Missing Access'),
  othersMessage: refuse(403, 50005, 'Cannot edit a message authored by another user'),
  emptyMessage: refuse(400, 50006, 'Cannot send an empty message'),
  cannotSend: refuse(403, 50007, 'Cannot send messages to this user'),
  missingPermissions: refuse(403, 50013, 'Missing Permissions'),
  invalidToken: refuse(401, 50027, 'Invalid Webhook Token'),
  invalidRecipient: refuse(400, 50033, 'Invalid Recipient(s)'),
  invalidJson: refuse(400, 50109, 'The request body contains invalid JSON.'),
  noMutualGuilds: refuse(403, 50278, 'Cannot send messages to this user due to having no mutual guilds'),
} as const;

/** 50035, with what is wrong where. */
export function invalidForm(errors: FormErrors): Refused {
  return { status: 400, body: { message: 'Invalid Form Body', code: 50035, errors }, refused: true };
}
