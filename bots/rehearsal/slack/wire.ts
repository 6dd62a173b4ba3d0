/** The shapes of Slack's Web API that the stand-in sends and keeps: written from the documentation, for no client in particular. */
import { z } from 'zod';

export type Fields = Readonly<Record<string, unknown>>;

export interface WireUser {
  readonly id: string;
  /** The handle. */
  readonly name: string;
  readonly realName: string;
  /** An IANA zone: dates are shown to them in it. */
  readonly timeZone: string;
  readonly email: string;
  readonly isBot: boolean;
  readonly isGuest: boolean;
  readonly uses24Hours: boolean;
}

export interface WireFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly size: number;
  readonly mimetype: string;
}

const textObject = z.looseObject({
  type: z.string(),
  text: z.string(),
  emoji: z.boolean().optional(),
  verbatim: z.boolean().optional(),
});
export type TextObject = z.infer<typeof textObject>;

const option = z.looseObject({ text: textObject, value: z.string().optional() });
export type Option = z.infer<typeof option>;

const element = z.looseObject({
  type: z.string(),
  action_id: z.string().optional(),
  text: z.union([textObject, z.string()]).optional(),
  value: z.string().optional(),
  url: z.string().optional(),
  style: z.unknown().optional(),
  confirm: z.unknown().optional(),
  placeholder: textObject.optional(),
  options: z.array(option).optional(),
  option_groups: z.array(z.looseObject({ label: textObject, options: z.array(option) })).optional(),
  initial_option: option.optional(),
  initial_options: z.array(option).optional(),
  initial_value: z.unknown().optional(),
  initial_date: z.string().optional(),
  initial_time: z.string().optional(),
  initial_date_time: z.number().optional(),
  initial_user: z.string().optional(),
  initial_conversation: z.string().optional(),
  initial_channel: z.string().optional(),
  min_length: z.number().optional(),
  max_length: z.number().optional(),
  multiline: z.boolean().optional(),
  alt_text: z.string().optional(),
  image_url: z.string().optional(),
  elements: z.array(z.unknown()).optional(),
});
export type Element = z.infer<typeof element>;

const block = z.looseObject({
  type: z.string(),
  block_id: z.string().optional(),
  text: z.union([textObject, z.string()]).optional(),
  title: z.union([textObject, z.string()]).optional(),
  fields: z.array(textObject).optional(),
  accessory: element.optional(),
  elements: z.array(element).optional(),
  label: textObject.optional(),
  hint: textObject.optional(),
  optional: z.boolean().optional(),
  element: element.optional(),
  dispatch_action: z.boolean().optional(),
  alt_text: z.string().optional(),
  image_url: z.string().optional(),
});
export type Block = z.infer<typeof block>;

/** Blocks as the stand-in works with them; only for what the schema has approved. */
export const readBlocks = (value: unknown): Block[] => z.array(block).parse(value);

export interface WireMessage {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly isBot: boolean;
  readonly editedTs?: string;
  readonly threadTs?: string;
  readonly files: readonly WireFile[];
  /** Shown to this person only, and never found again by anybody else. */
  readonly onlyFor?: string;
  /** How much of the text Slack reads on its own account. */
  readonly parse?: string | undefined;
  readonly linkNames?: boolean;
  readonly mrkdwn?: boolean;
  readonly metadata?: unknown;
}

export interface Reply {
  readonly body: { readonly ok: boolean; readonly error?: string; readonly [field: string]: unknown };
  readonly status?: number;
  /** Seconds, with 429. */
  readonly retryAfter?: number;
}

export interface Refused {
  readonly refused: Reply;
}

export function accept(fields: Fields = {}): Reply {
  return { body: { ok: true, ...fields } };
}

/** Slack refuses with status 200 and a word. */
export function refuse(error: string, fields: Fields = {}): Reply {
  return { body: { ok: false, error, ...fields } };
}

/** The same, with a sentence for every fault that was found in the arguments. */
export function refuseWith(error: string, faults: readonly string[]): Reply {
  const messages = faults.map((fault) => `[ERROR] ${fault}`);
  const errors = error === 'invalid_blocks' ? { errors: faults } : {};
  return refuse(error, { ...errors, response_metadata: { messages } });
}

export function tooMany(retryAfter: number): Reply {
  return { ...refuse('ratelimited'), status: 429, retryAfter };
}

/** Slack writes these three letters as entities, and no others. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** A text of a parameter; numbers and yes or no come as words too. */
export function textOf(params: Fields, name: string): string | undefined {
  const value = params[name];
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value : undefined;
}

export function isSet(params: Fields, name: string): boolean {
  return ['true', '1'].includes(textOf(params, name) ?? '');
}
