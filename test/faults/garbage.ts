import type { World } from '../support/world.ts';
import type { Chance } from './chance.ts';
import { anyJson, isRecord, mutated, TEXTS } from './fuzz.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Something that an app brings to the bot: what it is, and what is in it. */
export type Brought = { readonly type: string; readonly payload: Fields };

/** Everything that was brought so far, one of each shape: what real use of the app looks like on its line. */
export function shapesSoFar(world: World, app: 'discord' | 'slack'): Brought[] {
  const all: Brought[] =
    app === 'discord'
      ? world.discord.journal.entries.flatMap((each) =>
          each.kind === 'event' && isRecord(each.data) ? [{ type: each.name, payload: each.data }] : [],
        )
      : world.slack.journal.envelopes().map(({ type, payload }) => ({ type, payload }));
  const shapes = new Map(all.map((each) => [`${each.type} ${shapeOf(each.payload, 3)}`, each]));
  return [...shapes.values(), ...(app === 'discord' ? MORE_OF_DISCORD : MORE_OF_SLACK)];
}

function shapeOf(value: unknown, depth: number): string {
  if (Array.isArray(value)) return `[${shapeOf(value[0], depth)}]`;
  if (!isRecord(value)) return typeof value;
  if (depth === 0) return '{}';
  const parts = Object.entries(value).map(([key, inner]) => `${key}:${shapeOf(inner, depth - 1)}`);
  return `{${parts.sort().join()}}`;
}

/** As documented, and not sent by anything that people do in these tests. */
const MORE_OF_DISCORD: readonly Brought[] = [
  ...[4, 1, 6, 99].map((type) => ({
    type: 'INTERACTION_CREATE',
    payload: {
      ...{ id: '1', application_id: '1000000000000000001', token: 'a', type, version: 1 },
      user: { id: '7000000000000001' },
      data: { name: 'book', options: [{ name: 'when', type: 3, value: 'tom', focused: true }] },
    },
  })),
  {
    type: 'MESSAGE_CREATE',
    payload: {
      ...{ id: '1', type: 0, content: '', flags: 8192, author: { id: '7000000000000001' } },
      attachments: [{ id: '2', content_type: 'audio/ogg' }],
      sticker_items: [{ id: '3' }],
    },
  },
  { type: 'GUILD_CREATE', payload: { id: '9', unavailable: true } },
  { type: 'TYPING_START', payload: { channel_id: '9', user_id: '7000000000000001', timestamp: 1 } },
];

const MORE_OF_SLACK: readonly Brought[] = [
  ...['view_closed', 'block_suggestion', 'shortcut', 'message_action', 'dialog_submission'].map((type) => ({
    type: 'interactive',
    payload: {
      ...{ type, token: 'a', trigger_id: '1', callback_id: 'sheet', user: { id: 'U0STRANGER1' } },
      ...{ team: { id: 'T0REHEARSAL' }, view: { id: 'V1', callback_id: 'sheet', private_metadata: '{}' } },
    },
  })),
  ...['message', 'reaction_added', 'member_joined_channel', 'file_shared', 'tokens_revoked'].map((type) => ({
    type: 'events_api',
    payload: {
      ...{
        type: 'event_callback',
        token: 'a',
        team_id: 'T0REHEARSAL',
        api_app_id: 'A0REHEARSAL',
        event_id: 'Ev1',
      },
      event: { type, user: 'U0STRANGER1', channel: 'D1', subtype: 'message_changed', message: {}, item: {} },
    },
  })),
];

const NONSENSE = ['AAAAAAAAAAAAAAAAAAAAAA', 'f-AAAAAAAAAAAAAAAAAAAA', '{"token":"AAAA"}', '{}'];
/** Parts that are the app's own words for what is pressed, chosen or carried along. */
const TOKENS = new Set(['custom_id', 'value', 'values', 'private_metadata', 'action_id']);
const WORDS = new Set(['text', 'content', 'locale', 'name']);
/** Parts by which the app knows a deed again. */
const KEYS = new Set(['id', 'event_id', 'trigger_id']);

/** The same shape with nothing in it that means something, and as a deed of its own; parts of it changed in most. */
export function garbled(
  { type, payload }: Brought,
  chance: Chance,
  number: number,
  users: readonly string[],
): Brought {
  const hollow = Object.fromEntries(
    Object.entries(payload).map(([key, value]) => [
      key,
      KEYS.has(key) && typeof value === 'string' ? freshKey(value, number) : emptied(key, value, chance),
    ]),
  );
  const saysWhose = (_: string, value: unknown): boolean =>
    typeof value === 'string' && users.includes(value);
  return { type, payload: chance.next() < 0.3 ? hollow : mutated(hollow, chance, saysWhose) };
}

/** What has no shape at all. Numbered, as nothing is posted twice in one second. */
export function shapeless(chance: Chance, types: readonly string[], number: number): Brought {
  const given = anyJson(chance);
  return { type: chance.of(types), payload: { ...(isRecord(given) ? given : { message: given }), number } };
}

function freshKey(value: string, number: number): string {
  return /^\d+$/.test(value) ? String(1_000_000_000_000_000_000n + BigInt(number)) : `${value}.${number}`;
}

function emptied(key: string, value: unknown, chance: Chance): unknown {
  if (TOKENS.has(key)) return Array.isArray(value) ? [chance.of(NONSENSE)] : chance.of(NONSENSE);
  if (WORDS.has(key) && typeof value === 'string') return chance.of(TEXTS);
  if (Array.isArray(value)) return value.map((inner) => emptied(key, inner, chance));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, emptied(name, inner, chance)]),
  );
}
