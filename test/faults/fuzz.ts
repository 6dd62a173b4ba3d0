import type { Chance } from './chance.ts';

/** Whether a part says whose something is. */
type SaysWhose = (key: string, value: unknown) => boolean;

const isTelegramId: SaysWhose = (key, value) => key === 'id' && typeof value === 'number' && value > 1000;

/** Words that mean nothing to the app, and characters that programs stumble over. */
export const TEXTS = [
  'zzz qqq',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800 x',
  '👩‍👩‍👧‍👦'.repeat(300),
  'x'.repeat(50_000),
  '/',
  '/\u0000',
  '/start \u0000\ud800',
  `/start ${'y'.repeat(5000)}`,
  '/nothing@nobody what',
  "'; DROP TABLE person; --",
  '{"$ne":null}',
  '‮abc',
  '́'.repeat(500),
  ' \n\t ',
];

const VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  Number.MAX_SAFE_INTEGER,
  1e300,
  '',
  [],
  {},
  [[[[]]]],
  { id: {} },
  '__proto__',
  'constructor',
];

const KEYS = [
  'message',
  'callback_query',
  'my_chat_member',
  'edited_message',
  'poll',
  '__proto__',
  'constructor',
  'from',
  'chat',
  'id',
  'text',
  'data',
  'toString',
  '',
];

/** JSON of any shape, an update's parts among it. */
export function anyJson(chance: Chance, depth = 0): unknown {
  const kind = chance.whole(0, depth > 4 ? 2 : 5);
  if (kind === 0) return chance.of(VALUES);
  if (kind === 1) return chance.of(TEXTS);
  if (kind === 2) return chance.whole(-(2 ** 40), 2 ** 40);
  if (kind === 3) return Array.from({ length: chance.whole(0, 4) }, () => anyJson(chance, depth + 1));
  return Object.fromEntries(
    Array.from({ length: chance.whole(0, 5) }, () => [chance.of(KEYS), anyJson(chance, depth + 1)]),
  );
}

/** An update as Telegram sends it, from somebody in a chat of theirs, that asks for nothing that the app does. */
export function plausible(chance: Chance, userId: number): Record<string, unknown> {
  const from = {
    id: userId,
    is_bot: false,
    first_name: chance.of(TEXTS),
    language_code: chance.of(['en', 'cy', 'x'.repeat(30), '\u0000', '\ud800']),
  };
  const chat = { id: userId, type: 'private', first_name: 'x' };
  const message = { message_id: 1, date: 0, from, chat };
  const data = chance.of([...TEXTS, 'AAAAAAAAAAAAAAAAAAAAAA']);
  return chance.of<Record<string, unknown>>([
    { message: { ...message, text: chance.of(TEXTS) } },
    { message: { ...message, photo: [{ file_id: 'x' }], caption: chance.of(TEXTS) } },
    { message: { ...message, sticker: {} } },
    { message: { ...message, chat: { id: -userId, type: 'group', title: 'x' }, text: chance.of(TEXTS) } },
    { callback_query: { id: '1', from, chat_instance: '1', message: { ...message }, data } },
    { callback_query: { id: '1', from, chat_instance: '1', data } },
    { edited_message: { ...message, text: chance.of(TEXTS) } },
    { poll_answer: { poll_id: '1', user: from, option_ids: [] } },
  ]);
}

/** The same with one to three of its parts missing, changed or added, at any depth. */
export function mutated(
  given: Record<string, unknown>,
  chance: Chance,
  saysWhose = isTelegramId,
): Record<string, unknown> {
  const made = structuredClone(given);
  for (let times = chance.whole(1, 3); times > 0; times -= 1) mutateOnce(made, chance, saysWhose);
  return made;
}

function mutateOnce(root: Record<string, unknown>, chance: Chance, saysWhose: SaysWhose): void {
  let part = root;
  for (;;) {
    const keys = Object.keys(part);
    if (keys.length === 0) return;
    const key = chance.of(keys);
    const inner = part[key];
    if (isRecord(inner) && chance.next() < 0.7) {
      part = inner;
      continue;
    }
    // Whose it is stays, or a mutation could make it an honest message of somebody else.
    if (saysWhose(key, inner)) return;
    const kind = chance.whole(0, 2);
    if (kind === 0) delete part[key];
    else if (kind === 1) part[key] = anyJson(chance, 3);
    else part[chance.of(KEYS)] = anyJson(chance, 3);
    return;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
