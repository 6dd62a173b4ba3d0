import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Incoming, type Intent, opensForm } from '../../core/index.ts';
import { asTyped } from './as-typed.ts';
import { readCarried } from './carried.ts';
import { AnswerUrl, DeedId, Id, Mark } from './ids.ts';
import { markIn } from './lay-out-buttons.ts';
import { readEvent } from './read-event.ts';
import { answersIn } from './read-sheet.ts';
import { SHEET } from './write-sheet.ts';

const Command = z.object({
  command: z.string().startsWith('/'),
  text: z.string().default(''),
  user_id: Id,
  team_id: Id,
  channel_id: Id,
  channel_name: z.string().optional(),
  response_url: AnswerUrl.optional(),
  trigger_id: DeedId,
});

const Who = {
  user: z.object({ id: Id, team_id: Id.optional() }),
  team: z.object({ id: Id }).nullish(),
  trigger_id: DeedId,
};

const Pressed = z.object({
  type: z.literal('block_actions'),
  ...Who,
  channel: z.object({ id: Id, name: z.string().optional() }).optional(),
  container: z.object({ is_ephemeral: z.boolean().optional() }).optional(),
  view: z.object({ type: z.string() }).optional(),
  response_url: AnswerUrl.optional(),
  actions: z.array(z.unknown()).min(1),
});

const Action = z.object({
  block_id: z.string().default(''),
  value: z.string().optional(),
  selected_option: z.object({ value: z.string() }).nullish(),
});

const Submitted = z.object({
  type: z.literal('view_submission'),
  ...Who,
  view: z.object({
    callback_id: z.literal(SHEET),
    private_metadata: z.string(),
    state: z.unknown(),
    blocks: z.array(z.unknown()).default([]),
  }),
});

/** What something that Slack sent means to the core. */
export type Read =
  | {
      readonly is: 'act';
      readonly incoming: Incoming;
      /** With this a form can be laid over the chat, for three seconds. */
      readonly opens?: { readonly triggerId: string };
    }
  /** The app was taken out of the workspace. */
  | { readonly is: 'removed'; readonly event: string };

export type Reading = {
  /** The words of the menu. */
  readonly commands: ReadonlySet<string>;
  readonly now: Temporal.Instant;
};

/** Of the thirty minutes for which Slack takes an answer, those we go by. */
const ANSWERED_WITHIN = Temporal.Duration.from({ minutes: 29 });

/** Reads what Slack sent, by socket or over HTTP. Undefined: it is nothing that we answer, or nothing we know. */
export function readBody(given: unknown, reading: Reading): Read | undefined {
  return readEvent(given) ?? readCommand(given, reading) ?? readPress(given, reading) ?? readSheet(given);
}

function readCommand(given: unknown, { commands, now }: Reading): Read | undefined {
  const parsed = Command.safeParse(given);
  if (!parsed.success) return undefined;
  const { text, user_id, team_id, trigger_id, channel_id, channel_name, response_url } = parsed.data;
  const whence = whenceOf({ id: channel_id, name: channel_name }, response_url, undefined, now);
  const intent = intentOf(asTyped(text).trim(), commands);
  return { is: 'act', incoming: incomingOf(trigger_id, team_id, user_id, intent, whence) };
}

/** What was typed after `/mentoring`. */
function intentOf(words: string, commands: ReadonlySet<string>): Intent {
  if (words === '') return { is: 'command', name: 'mentoring', rest: '' };
  const [, first = '', rest = ''] = /^\/?(\S+)\s*([\s\S]*)$/.exec(words) ?? [];
  const name = first.toLowerCase();
  return commands.has(name) ? { is: 'command', name, rest } : { is: 'text', text: words };
}

function readPress(given: unknown, { now }: Reading): Read | undefined {
  const parsed = Pressed.safeParse(given);
  if (!parsed.success) return undefined;
  const { user, team, trigger_id, channel, container, view, response_url, actions } = parsed.data;
  const action = Action.safeParse(actions[0]);
  // What is chosen on a sheet comes when the sheet is sent.
  if (view?.type === 'modal' || !action.success) return undefined;
  const token = action.data.selected_option?.value ?? action.data.value;
  if (token === undefined) return undefined;
  const on = container?.is_ephemeral === true ? Mark.safeParse(markIn(action.data.block_id)).data : undefined;
  const whence = channel === undefined ? {} : whenceOf(channel, response_url, on, now);
  const intent = { is: 'press', token } as const;
  const incoming = incomingOf(trigger_id, tenantOf(user, team), user.id, intent, whence);
  return { is: 'act', incoming, ...(opensForm(token) ? { opens: { triggerId: trigger_id } } : {}) };
}

function readSheet(given: unknown): Read | undefined {
  const parsed = Submitted.safeParse(given);
  if (!parsed.success) return undefined;
  const { user, team, trigger_id, view } = parsed.data;
  const carried = readCarried(view.private_metadata);
  if (carried === undefined) return undefined;
  const { token, ...whence } = carried;
  const intent: Intent = { is: 'answers', token, answers: answersIn(view.state, view.blocks) };
  return { is: 'act', incoming: incomingOf(trigger_id, tenantOf(user, team), user.id, intent, whence) };
}

type Whence = Pick<Incoming, 'place' | 'reply'>;

/** Where it was done: a place that others read has an answer of its own, which only this person sees. */
function whenceOf(
  { id, name }: { readonly id: string; readonly name?: string | undefined },
  responseUrl: string | undefined,
  on: string | undefined,
  now: Temporal.Instant,
): Whence {
  if (id.startsWith('D')) return {};
  const handle = { responseUrl: responseUrl ?? '', ...(on === undefined ? {} : { on }) };
  return {
    place: { id, ...(name === undefined ? {} : { name }) },
    ...(responseUrl === undefined ? {} : { reply: { handle, until: now.add(ANSWERED_WITHIN) } }),
  };
}

function tenantOf(user: { team_id?: string | undefined }, team: { id: string } | null | undefined): string {
  return team?.id ?? user.team_id ?? '';
}

/** A trigger is of one deed, and the same however often Slack sends it. */
function incomingOf(
  trigger: string,
  tenant: string,
  userId: string,
  intent: Intent,
  whence: Whence,
): Incoming {
  return {
    key: `slack:${trigger}`,
    account: { platform: 'slack', tenant, userId },
    chat: { id: userId, private: true },
    ...whence,
    intent,
  };
}
