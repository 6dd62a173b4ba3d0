import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { type DiscordStandIn, startDiscordStandIn } from '../../bots/rehearsal/discord/stand-in.ts';
import { openCore } from '../../core/index.ts';
import { openKeys } from '../../core/store/keys.ts';
import { openStore } from '../../core/store/store.ts';
import { connectDiscord } from '../../run/connect-discord.ts';
import { openLog } from '../../run/logger.ts';
import { momentNow } from '../../run/moments.ts';
import { freshDatabase } from '../support/database.ts';
import { until } from '../support/discord-world.ts';

/** One program of several with the same database and the same bot. */
async function startInstance(discord: DiscordStandIn, url: string) {
  const { token, applicationId, url: apiRoot } = discord;
  const config = { token, applicationId, apiRoot, mode: 'gateway', publicKey: undefined } as const;
  const connected = await connectDiscord(config, url, openLog('silent'));
  const store = openStore({ url, keys: openKeys(randomBytes(32)), connections: 3 });
  const channels = [connected.channel];
  const core = openCore({ store, channels, moment: () => momentNow(), onFault: () => undefined });
  await core.prepare();
  await connected.start(core, () => undefined, store.answers);
  return {
    async stop() {
      await connected.stop();
      await store.close();
    },
  };
}

test('of two programs with the same bot one is at the gateway, and the other takes over when it ends', async () => {
  const database = await freshDatabase();
  const discord = await startDiscordStandIn({ limits: 'off' });
  const sessions = () => discord.journal.gateway('sent').filter(({ event }) => event === 'READY').length;
  const first = await startInstance(discord, database.url);
  await until(() => discord.gateway.connected === 1);
  const second = await startInstance(discord, database.url);
  await discord.idle({ quietMs: 1200 });
  expect([sessions(), discord.gateway.connected]).toEqual([1, 1]);
  await first.stop();
  await until(() => sessions() === 2);
  await second.stop();
  await until(() => discord.gateway.connected === 0);
  await discord.stop();
  await database.drop();
}, 60_000);

test('whoever types a command is offered what there is, as soon as the bot is there', async () => {
  const database = await freshDatabase();
  const discord = await startDiscordStandIn({ limits: 'off' });
  const instance = await startInstance(discord, database.url);
  await until(() => discord.gateway.connected === 1);
  const mia = discord.user({ id: '5001', name: 'Mia' });
  mia.install();
  const offered = await mia.autocomplete('mentoring', 'what', 'meet');
  expect(offered.map(({ value }) => value)).toContain('meetings');
  await instance.stop();
  await discord.stop();
  await database.drop();
}, 60_000);
