import { DiscordAPIError, Routes } from 'discord.js';
import { z } from 'zod';
import { type Channel, crashpoint, Foreseen, type MenuEntry, type Texts } from '../../core/index.ts';
import { discordChannel } from './discord-channel.ts';
import { openRest } from './discord-rest.ts';
import { listenToGateway } from './gateway.ts';
import { type HandlerParts, handleInteraction, Seen } from './handle-interaction.ts';
import { httpInteractions } from './http-interactions.ts';
import { openPromises } from './promises.ts';
import { readInteraction } from './read-interaction.ts';
import { readMessage } from './read-message.ts';
import { areTheSame, slashCommands } from './slash-commands.ts';
import { openTakeIn } from './take-in.ts';
import type { DiscordWayIn, OnFault } from './way-in.ts';

export type DiscordOptions = {
  readonly token: string;
  readonly applicationId: string;
  /** Where the API is, without its version; the real one unless told otherwise. */
  readonly apiRoot?: string;
  readonly onFault: OnFault;
  /** Milliseconds after which a promised answer that has not come is taken back. */
  readonly longestThoughtMs?: number;
};

export type Me = { readonly id: string; readonly name: string };

export type DiscordBot = {
  readonly channel: Channel;
  /** Which application it is, as Discord says. @throws with a sentence for the operator when token or id are wrong. */
  me(): Promise<Me>;
  /** Makes the commands of the menu known where they are not yet. Whether anything had to be changed. */
  setMenu(menu: readonly MenuEntry[], texts: Texts): Promise<boolean>;
  /** Begins to take things in. What comes before is lost. */
  open(wayIn: DiscordWayIn): Ears;
};

export type Ears = {
  /** Listens to the gateway until told to stop. @throws when Discord will not have us. */
  listen(signal: AbortSignal): Promise<void>;
  /** Answers Discord's web requests, which then bring the interactions; what people write still comes by the gateway. */
  http(publicKey: string, now: () => number): (request: Request) => Promise<Response>;
  /** Whether the gateway is there at this moment. */
  isConnected(): boolean;
  /** Settles when everything that was heard is taken in. */
  idle(): Promise<void>;
  /** Finishes what is in hand, and takes back what was promised and cannot be kept. */
  stop(): Promise<void>;
};

/** Discord cannot be used as it is set up. The message says what to change. */
class DiscordRefused extends Foreseen {
  override name = 'DiscordRefused';
}

const Application = z.object({ id: z.string(), name: z.string() });

export function discordBot(options: DiscordOptions): DiscordBot {
  const { applicationId, onFault } = options;
  const rest = openRest(options);
  const promises = openPromises(rest.answers, options.longestThoughtMs);
  return {
    channel: discordChannel({ rest, applicationId, promises }),
    async me() {
      const application = await rest.calls.get(Routes.currentApplication()).catch((error: unknown) => {
        throw explained(error);
      });
      const { id, name } = Application.parse(application);
      if (id !== applicationId)
        throw new DiscordRefused(
          `DISCORD_TOKEN belongs to the application ${id}, not to ${applicationId}. Copy both from the same application in the Discord developer portal.`,
        );
      return { id, name };
    },
    async setMenu(entries, texts) {
      const ours = slashCommands(entries, texts);
      const route = Routes.applicationCommands(applicationId);
      if (areTheSame(ours, await rest.calls.get(route))) return false;
      await rest.calls.put(route, { body: ours });
      return true;
    },
    open(wayIn) {
      const stopping = new AbortController();
      const takeIn = openTakeIn(wayIn, onFault, stopping.signal);
      return openEars(options, { answers: rest.answers, promises, wayIn, takeIn, onFault }, stopping);
    },
  };
}

function openEars(options: DiscordOptions, parts: HandlerParts, stopping: AbortController): Ears {
  const { token, apiRoot, onFault } = options;
  const { wayIn, takeIn, promises } = parts;
  const seen = new Seen();
  const commands = new Set(wayIn.menu.map(({ command }) => command));
  const inHand = new Set<Promise<void>>();
  let isConnected = false;
  const hold = (work: Promise<void>): void => {
    const done = work
      .catch((error: unknown) => onFault({ fault: 'discord-handler', name: nameOf(error) }))
      .finally(() => inHand.delete(done));
    inHand.add(done);
  };
  const onInteraction = (raw: unknown): Promise<unknown> => {
    const read = readInteraction(raw, commands);
    if (read === undefined || read.is === 'ping' || !seen.isFirst(read.handle.id)) return Promise.resolve();
    const { acknowledged, done } = handleInteraction(parts, read);
    hold(done);
    crashpoint('discord.heard');
    return acknowledged;
  };
  const idle = async (): Promise<void> => {
    while (inHand.size > 0) await Promise.all(inHand);
    await takeIn.idle();
  };
  return {
    listen: (signal) =>
      listenToGateway(
        {
          token,
          ...(apiRoot === undefined ? {} : { apiRoot }),
          onInteraction: (raw) => hold(onInteraction(raw).then(() => undefined)),
          onMessage(raw) {
            const incoming = readMessage(raw);
            if (incoming !== undefined) hold(takeIn.take(incoming));
          },
          onLine(is) {
            isConnected = is;
          },
          onMissed: () => wayIn.onMissed?.(),
          onFault,
        },
        signal,
      ),
    http: (publicKey, now) => httpInteractions({ publicKey, now, onInteraction }),
    isConnected: () => isConnected,
    idle,
    async stop() {
      stopping.abort();
      await idle();
      await promises.stop();
    },
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'fault';
}

function explained(error: unknown): unknown {
  if (error instanceof DiscordAPIError && error.status === 401) {
    return new DiscordRefused(
      'Discord does not know this bot. Copy the token of your bot from the Discord developer portal again into DISCORD_TOKEN.',
    );
  }
  return error;
}
