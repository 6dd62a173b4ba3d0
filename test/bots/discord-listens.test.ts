import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listenToGateway } from '../../bots/discord/gateway.ts';
import { type DiscordStandIn, startDiscordStandIn } from '../../bots/rehearsal/discord/stand-in.ts';

let discord: DiscordStandIn;
beforeEach(async () => {
  discord = await startDiscordStandIn({ limits: 'off' });
});
afterEach(() => discord.stop());

test.each([0, 5, 10, 20, 40, 80])(
  'whoever is told to stop %i ms after they began keeps no line open',
  async (ms) => {
    const stopping = new AbortController();
    const nothing = (): void => undefined;
    const parts = {
      onInteraction: nothing,
      onMessage: nothing,
      onLine: nothing,
      onMissed: nothing,
      onFault: nothing,
    };
    const listening = listenToGateway(
      { token: discord.token, apiRoot: discord.url, ...parts },
      stopping.signal,
    );
    await pause(ms);
    stopping.abort();
    await listening;
    expect(discord.gateway.connected).toBe(0);
    // Long enough for a line that was being opened to be there.
    await pause(300);
    expect(discord.gateway.connected).toBe(0);
  },
);
