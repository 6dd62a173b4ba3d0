import { AbortController as GrammyAbort } from 'abort-controller';
import { type Api, type Bot, GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import { z } from 'zod';
import { crashpoint } from '../../core/index.ts';
import { ALLOWED_UPDATES, type TelegramWayIn } from './way-in.ts';

export type Polling = {
  readonly bot: Bot;
  /** Waits as long as a request for updates may take. */
  readonly updates: Api;
  readonly wayIn: TelegramWayIn;
  onFault(fault: Readonly<Record<string, string>>): void;
};

const LONG_POLL_SECONDS = 30;
const PAUSE_MS = 1000;
/** An update that fails this often while the database is well is put aside, so that it cannot stand in everybody's way. */
const TRIES = 3;

/**
 * Fetches updates and hands each to the bot. A batch is confirmed (by the next offset) only when all of it is committed;
 * grammY's own polling would confirm an update whose handling failed. What comes twice has one effect.
 */
export async function pollUpdates(polling: Polling, signal: AbortSignal): Promise<void> {
  let offset = 0;
  while (!signal.aborted) {
    const updates = await fetchUpdates(polling, offset, signal);
    if (updates.length > 0) crashpoint('telegram.fetched');
    const handled = await handleBatch(polling, updates, signal);
    if (updates.length > 0) crashpoint('telegram.handled');
    if (handled !== undefined) offset = handled;
  }
  // Tells Telegram what was done, so that the next start does not see it again.
  if (offset > 0) await polling.bot.api.getUpdates({ offset, limit: 1, timeout: 0 }).catch(() => undefined);
}

async function fetchUpdates(
  { updates, wayIn, onFault }: Polling,
  offset: number,
  signal: AbortSignal,
): Promise<Update[]> {
  // grammY takes the signals of this package, not the platform's own.
  const stop = new GrammyAbort();
  const onAbort = (): void => stop.abort();
  signal.addEventListener('abort', onAbort);
  try {
    const ask = { offset, timeout: LONG_POLL_SECONDS, limit: 100, allowed_updates: [...ALLOWED_UPDATES] };
    const fetched = await updates.getUpdates(ask, stop.signal);
    wayIn.onHeard?.();
    return fetched;
  } catch (error) {
    if (signal.aborted) return [];
    const code = error instanceof GrammyError ? String(error.error_code) : 'no-connection';
    onFault({ fault: 'telegram-updates', code });
    const seconds = error instanceof GrammyError ? (error.parameters.retry_after ?? 1) : 1;
    await pause(Math.max(PAUSE_MS, seconds * 1000), signal);
    return [];
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** The next offset; undefined when the batch has to be fetched again. */
async function handleBatch(
  polling: Polling,
  updates: readonly Update[],
  signal: AbortSignal,
): Promise<number | undefined> {
  const last = updates.at(-1);
  if (last === undefined) return undefined;
  const chats = new Map<number, Update[]>();
  for (const update of updates) {
    const chat = chatOf(update);
    chats.set(chat, [...(chats.get(chat) ?? []), update]);
  }
  const done = await Promise.all([...chats.values()].map((ofChat) => handleInOrder(polling, ofChat, signal)));
  return done.every(Boolean) ? last.update_id + 1 : undefined;
}

async function handleInOrder(
  polling: Polling,
  updates: readonly Update[],
  signal: AbortSignal,
): Promise<boolean> {
  for (const update of updates) {
    for (let tries = 1; ; tries += 1) {
      if (signal.aborted) return false;
      const failure = await failureOf(polling, update);
      if (failure === undefined) break;
      if (!(await polling.wayIn.databaseAnswers())) {
        await pause(PAUSE_MS, signal);
        return false;
      }
      if (tries === TRIES) {
        const name = failure.name;
        polling.onFault({ fault: 'telegram-update-put-aside', update: String(update.update_id), name });
        break;
      }
    }
  }
  return true;
}

/** Undefined: it was taken in. */
async function failureOf(
  { bot, onFault }: Polling,
  update: Update,
): Promise<{ readonly name: string } | undefined> {
  try {
    await bot.handleUpdate(update);
    return undefined;
  } catch (error) {
    const name = error instanceof Error ? error.name : 'fault';
    onFault({ fault: 'telegram-update-failed', update: String(update.update_id), name });
    return { name };
  }
}

const InChat = z.object({ chat: z.object({ id: z.int() }) });

/** The chat it belongs to. An update of no known shape has none, and must not stand in the way of the others. */
function chatOf({ message, edited_message, callback_query, my_chat_member }: Update): number {
  for (const part of [message, edited_message, callback_query?.message, my_chat_member]) {
    const found = InChat.safeParse(part);
    if (found.success) return found.data.chat.id;
  }
  return 0;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
