import { setTimeout as delay } from 'node:timers/promises';
import { MessageFlags, type REST, Routes } from 'discord.js';
import type { Sheet } from '../../core/index.ts';
import { isAcknowledged } from './discord-errors.ts';
import type { Promises } from './promises.ts';
import type { Acknowledgement, Handle, ReadInteraction } from './read-interaction.ts';
import { completions } from './slash-commands.ts';
import type { TakeIn } from './take-in.ts';
import type { DiscordWayIn, OnFault } from './way-in.ts';
import { writeSheet } from './write-sheet.ts';

export type HandlerParts = {
  readonly answers: REST;
  readonly promises: Promises;
  readonly wayIn: DiscordWayIn;
  readonly takeIn: TakeIn;
  readonly onFault: OnFault;
};

type Act = Extract<ReadInteraction, { is: 'act' }>;

/** Of the three seconds that Discord waits, those in which a form may still be found; then it is asked in the chat. */
const SHEET_WITHIN_MS = 1800;

/** Interactions that were seen lately: an event that comes twice is answered once. */
export class Seen {
  readonly #ids = new Set<string>();

  /** Whether it is the first time. */
  isFirst(id: string): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    const [oldest] = this.#ids;
    if (this.#ids.size > REMEMBERED && oldest !== undefined) this.#ids.delete(oldest);
    return true;
  }
}

const REMEMBERED = 20_000;

/**
 * Acknowledges an interaction, then takes it in. `acknowledged` settles as soon as Discord has our answer, `done` when
 * everything that follows is committed. Neither rejects.
 */
export function handleInteraction(
  parts: HandlerParts,
  read: ReadInteraction,
): { readonly acknowledged: Promise<unknown>; readonly done: Promise<void> } {
  if (read.is === 'ping') return { acknowledged: Promise.resolve(), done: Promise.resolve() };
  if (read.is === 'typing') {
    const choices = completions(parts.wayIn.menu, read.typed);
    const done = callBack(parts, read.handle, { type: 8, data: { choices } });
    return { acknowledged: done, done: done.then(() => undefined) };
  }
  const acknowledged = acknowledge(parts, read);
  return { acknowledged, done: acknowledged.then((how) => takeIn(parts, read, how)) };
}

/** sheet: a form lies over the chat, and there is nothing to take in. no: Discord did not take our answer any more. */
type Acknowledged = 'sheet' | 'yes' | 'no';

async function acknowledge(parts: HandlerParts, read: Act): Promise<Acknowledged> {
  const { handle, incoming } = read;
  if (read.opens) {
    const sheet = await sheetInTime(parts, read);
    const modal =
      sheet === undefined || incoming.intent.is !== 'press'
        ? undefined
        : writeSheet(incoming.intent.token, sheet);
    if (modal !== undefined && (await callBack(parts, handle, { type: 9, data: modal }))) return 'sheet';
  }
  const taken = await callBack(parts, handle, ANSWERS[read.acknowledge]);
  if (taken && read.acknowledge !== 'update') parts.promises.make(handle);
  return taken ? 'yes' : 'no';
}

/** Discord's words for each acknowledgement: the message stays (6), or an answer follows (5), to everybody or to one. */
const ANSWERS: Readonly<Record<Acknowledgement, object>> = {
  update: { type: 6 },
  reply: { type: 5 },
  'private-reply': { type: 5, data: { flags: MessageFlags.Ephemeral } },
};

async function sheetInTime({ wayIn, onFault }: HandlerParts, { incoming }: Act): Promise<Sheet | undefined> {
  const enough = new AbortController();
  const late = delay(SHEET_WITHIN_MS, undefined, { signal: enough.signal }).catch(() => undefined);
  const found = wayIn.sheet(incoming).catch((error: unknown) => {
    const name = error instanceof Error ? error.name : 'fault';
    onFault({ fault: 'discord-sheet-failed', update: incoming.key, name });
    return undefined;
  });
  try {
    return await Promise.race([found, late]);
  } finally {
    enough.abort();
  }
}

async function takeIn(parts: HandlerParts, read: Act, how: Acknowledged): Promise<void> {
  if (how === 'sheet') return;
  const { reply: _reply, ...withoutReply } = read.incoming;
  // Where Discord did not take the promise, there is none to keep: the answer goes to the private chat.
  await parts.takeIn.take(how === 'yes' ? read.incoming : withoutReply);
  parts.promises.decided(read.handle);
}

/** The first answer to an interaction. Whether Discord has one now. */
async function callBack({ answers, onFault }: HandlerParts, handle: Handle, body: object): Promise<boolean> {
  try {
    await answers.post(Routes.interactionCallback(handle.id, handle.token), { body, auth: false });
    return true;
  } catch (error) {
    if (isAcknowledged(error)) return true;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no-connection';
    onFault({ fault: 'discord-not-acknowledged', interaction: handle.id, code });
    return false;
  }
}
