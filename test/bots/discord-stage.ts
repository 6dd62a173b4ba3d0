import { type DiscordBot, discordBot, type Ears } from '../../bots/discord/discord-bot.ts';
import type { DiscordWayIn } from '../../bots/discord/way-in.ts';
import { type DiscordStandIn, startDiscordStandIn } from '../../bots/rehearsal/discord/stand-in.ts';
import type { StandInOptions } from '../../bots/rehearsal/discord/stand-in-options.ts';
import type { Incoming, MenuEntry } from '../../core/index.ts';
import { loadTexts } from '../../core/texts/say.ts';
import { until } from '../support/discord-world.ts';

export type DiscordStage = {
  readonly discord: DiscordStandIn;
  readonly bot: DiscordBot;
  readonly ears: Ears;
  /** What reached the core. */
  readonly heard: Incoming[];
  readonly faults: Readonly<Record<string, string>>[];
  readonly signs: { missed: number };
  stop(): Promise<void>;
};

export const MENU: readonly MenuEntry[] = [
  { command: 'book', description: 'Find a time to meet' },
  { command: 'meetings', description: 'My meetings' },
  { command: 'home', description: 'Start page' },
];

/** Real discord.js talking to the stand-in, with nobody behind it: what is heard is written down. */
export async function openDiscordStage(
  wayIn: Partial<DiscordWayIn> = {},
  options: StandInOptions = {},
): Promise<DiscordStage> {
  const discord = await startDiscordStandIn({ limits: 'off', ...options });
  const faults: Readonly<Record<string, string>>[] = [];
  const heard: Incoming[] = [];
  const signs = { missed: 0 };
  const { token, applicationId, url: apiRoot } = discord;
  const onFault = (fault: Readonly<Record<string, string>>): void => {
    faults.push(fault);
  };
  const bot = discordBot({ token, applicationId, apiRoot, onFault, longestThoughtMs: 150 });
  await bot.setMenu(MENU, loadTexts());
  const ears = bot.open({
    async receive(incoming) {
      heard.push(incoming);
      return 'done';
    },
    sheet: async () => undefined,
    databaseAnswers: async () => true,
    menu: MENU,
    onReceived: () => undefined,
    onMissed() {
      signs.missed += 1;
    },
    ...wayIn,
  });
  const stopping = new AbortController();
  const listening = ears.listen(stopping.signal);
  await until(() => discord.gateway.connected === 1);
  return {
    discord,
    bot,
    ears,
    heard,
    faults,
    signs,
    async stop() {
      stopping.abort();
      await listening;
      await ears.stop();
      await discord.stop();
    },
  };
}
