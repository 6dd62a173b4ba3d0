import { setTimeout as delay } from 'node:timers/promises';
import { Client, Events, GatewayDispatchEvents, GatewayIntentBits, Options } from 'discord.js';
import type { OnFault } from './way-in.ts';

export type GatewayParts = {
  readonly token: string;
  readonly apiRoot?: string;
  onInteraction(raw: unknown): void;
  onMessage(raw: unknown): void;
  /** The line is there from now on, or is not. */
  onLine(isConnected: boolean): void;
  /** Discord kept nothing for us while we were away. */
  onMissed(): void;
  readonly onFault: OnFault;
};

/**
 * Listens to Discord's gateway until told to stop, and resumes by itself when the line breaks. Interactions come in any case;
 * the only thing we ask for besides are messages in private chats.
 * @throws when Discord will not have us, such as for a wrong token.
 */
export async function listenToGateway(parts: GatewayParts, signal: AbortSignal): Promise<void> {
  const { token, apiRoot, onFault } = parts;
  const client = new Client({
    intents: [GatewayIntentBits.DirectMessages],
    rest: apiRoot === undefined ? {} : { api: apiRoot },
    // Nothing is looked up in the SDK's memory.
    makeCache: Options.cacheWithLimits({ MessageManager: 0, UserManager: 0, GuildMemberManager: 0 }),
  });
  const over = new Promise<Error>((resolve) => {
    client.once(Events.ShardDisconnect, ({ code }) => resolve(new GatewayClosed(code)));
    client.once(Events.Invalidated, () => resolve(new GatewayClosed(0)));
  });
  client.on(Events.Error, (error) => onFault({ fault: 'discord-gateway', name: error.name }));
  client.on(Events.ShardError, (error) => onFault({ fault: 'discord-gateway', name: error.name }));
  hear(client, parts);
  passOverNonsense(client, onFault);
  const stopping = new AbortController();
  const stop = AbortSignal.any([signal, stopping.signal]);
  const loggedIn = client.login(token).then(() => undefined);
  try {
    const aborted = delay(LONGEST_MS, undefined, { signal: stop }).catch(() => undefined);
    const ended = await Promise.race([
      loggedIn.then(() => over),
      loggedIn.then(() => aborted),
      aborted,
      over,
    ]);
    if (ended instanceof Error) throw ended;
  } finally {
    stopping.abort();
    parts.onLine(false);
    // A line that is still being opened is not closed by this: it would be left, and keep the process from ending.
    await Promise.race([loggedIn.catch(() => undefined), delay(OPENS_WITHIN_MS, undefined, { ref: false })]);
    await client.destroy();
  }
}

/** Milliseconds that a line which is being opened has to be there, when we are to stop; our number. */
const OPENS_WITHIN_MS = 3000;

/** As long as a timer can be; the gateway is listened to until somebody says stop. */
const LONGEST_MS = 2 ** 31 - 1;

function hear(client: Client, { onInteraction, onMessage, onLine, onMissed }: GatewayParts): void {
  let sessions = 0;
  client.ws.on(GatewayDispatchEvents.Ready, () => {
    sessions += 1;
    onLine(true);
    // A second session begins where the first could not be resumed: what happened in between is told to nobody.
    if (sessions > 1) onMissed();
  });
  client.ws.on(GatewayDispatchEvents.Resumed, () => onLine(true));
  client.on(Events.ShardReconnecting, () => onLine(false));
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (raw: unknown) => onInteraction(raw));
  client.ws.on(GatewayDispatchEvents.MessageCreate, (raw: unknown) => onMessage(raw));
}

/**
 * The SDK makes objects of its own of whatever comes, which nobody here uses, and stumbles over what it does not expect: that would
 * end the process. What we listen to was told to us before.
 */
function passOverNonsense({ ws }: Client, onFault: OnFault): void {
  const handle: unknown = Reflect.get(ws, 'handlePacket');
  if (typeof handle !== 'function') return;
  Reflect.set(ws, 'handlePacket', (...packet: readonly unknown[]): unknown => {
    try {
      return Reflect.apply(handle, ws, packet);
    } catch (error) {
      onFault({ fault: 'discord-not-understood', name: error instanceof Error ? error.name : 'fault' });
      return false;
    }
  });
}

/** Discord closed the connection for good. The code is its own. */
export class GatewayClosed extends Error {
  override name = 'GatewayClosed';
  readonly code: number;

  constructor(code: number) {
    super(`Discord closed the gateway with code ${code}`);
    this.code = code;
  }
}
