import { findMethod } from './bot-api-schema.ts';
import * as bot from './bot-methods.ts';
import { judge } from './judge.ts';
import * as messages from './message-methods.ts';
import type { ReadCall } from './request-body.ts';
import { type Reply, refuseAs, tooMany } from './wire.ts';
import type { Method, World } from './world.ts';

const METHODS: Readonly<Record<string, Method>> = { ...bot, ...messages };

/** Methods that put a new message before people, and are counted. */
const COUNTED = new Set(['sendMessage', 'sendDocument', 'sendPhoto']);

export interface Performed {
  readonly reply: Reply;
  readonly warnings: readonly string[];
}

/** Judges a call, counts it and does it. */
export async function perform(
  world: World,
  name: string,
  read: ReadCall,
  gone: AbortSignal,
): Promise<Performed> {
  const known = findMethod(name);
  const method = known === undefined ? undefined : METHODS[known];
  if (known === undefined || !method) {
    return { reply: refuseAs(404, 'Not Found: method not found'), warnings: [] };
  }
  const { warnings, ...verdict } = judge(known, read.params);
  if (!verdict.ok) return { reply: verdict, warnings };
  const wait = COUNTED.has(known) ? world.throttle(Number(verdict.params['chat_id'])) : undefined;
  if (wait !== undefined) return { reply: tooMany(wait), warnings };
  const call = { params: verdict.params, entities: verdict.entities, uploads: read.uploads, gone };
  return { reply: await method(world, call), warnings };
}
