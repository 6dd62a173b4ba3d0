import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type DiscordStandIn, startDiscordStandIn } from '../../bots/rehearsal/discord/stand-in.ts';
import { type SlackStandIn, startSlackStandIn } from '../../bots/rehearsal/slack/stand-in.ts';
import { startTelegramStandIn, type TelegramStandIn } from '../../bots/rehearsal/telegram/stand-in.ts';
import { examineConfig } from '../../config.ts';
import { commandLine } from '../../run/command-line.ts';

let telegram: TelegramStandIn;
let discord: DiscordStandIn;
let slack: SlackStandIn;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'beenthere-doctor-'));
  [telegram, discord, slack] = await Promise.all([
    startTelegramStandIn(),
    startDiscordStandIn(),
    startSlackStandIn(),
  ]);
  discord.guild({ name: 'North side' });
});
afterAll(async () => {
  await Promise.all([telegram.stop(), discord.stop(), slack.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

function settings(): Record<string, string> {
  return {
    DATA_DIR: join(folder, 'not-there'),
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    DISCORD_TOKEN: discord.token,
    DISCORD_APPLICATION_ID: discord.applicationId,
    DISCORD_PUBLIC_KEY: discord.publicKey,
    DISCORD_API_ROOT: discord.url,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_ROOT: `${slack.url}/api/`,
  };
}

async function types(given: Record<string, string | undefined>, ...words: string[]) {
  const out: string[] = [];
  const print = { out: (line: string) => out.push(line), err: (line: string) => out.push(line) };
  const code = await commandLine(examineConfig(given), words, print);
  const said = out.join('\n');
  // Whatever is wrong with it, no secret is ever repeated.
  for (const [name, value] of Object.entries(given)) {
    if (/TOKEN|SECRET/.test(name) && value !== undefined) expect(said).not.toContain(value);
  }
  return { code, said };
}

describe('the doctor', () => {
  it('says of every app what is right', async () => {
    const { code, said } = await types(settings(), 'doctor');
    expect(said).toContain('The token is good: the bot is @');
    expect(said).toContain('DISCORD_APPLICATION_ID belongs to this token.');
    expect(said).toContain('DISCORD_PUBLIC_KEY is the right one.');
    expect(said).toContain('The bot is in 1 server(s).');
    expect(said).toContain('The bot may do all it needs.');
    expect(said).toContain('The app token is good: the socket opens.');
    expect(said).toContain('There is none yet in');
    expect([code, said.includes('WRONG')]).toEqual([0, false]);
  });

  const other = (text: string): string => text.replace(/.{4}$/, 'wxyz');
  const cases: readonly [string, () => Record<string, string | undefined>, RegExp][] = [
    [
      'a Telegram token that is not good',
      () => ({ TELEGRAM_BOT_TOKEN: other(telegram.token) }),
      /Telegram +WRONG +.*TELEGRAM_BOT_TOKEN[\s\S]*@BotFather/,
    ],
    [
      'a Discord token that is not good',
      () => ({ DISCORD_TOKEN: other(discord.token) }),
      /Discord +WRONG +.*DISCORD_TOKEN[\s\S]*Reset Token/,
    ],
    [
      "another application's id",
      () => ({ DISCORD_APPLICATION_ID: '1000000000000000009' }),
      /Discord +WRONG +DISCORD_APPLICATION_ID is the id of another/,
    ],
    [
      "another application's key",
      () => ({ DISCORD_PUBLIC_KEY: 'ab'.repeat(32) }),
      /Discord +WRONG +DISCORD_PUBLIC_KEY is not the key/,
    ],
    [
      'a Slack bot token that is not good',
      () => ({ SLACK_BOT_TOKEN: other(slack.botToken) }),
      /Slack +WRONG +.*SLACK_BOT_TOKEN/,
    ],
    [
      'a Slack app token that is not good',
      () => ({ SLACK_APP_TOKEN: other(slack.appToken) }),
      /Slack +WRONG +.*SLACK_APP_TOKEN/,
    ],
    [
      'swapped Slack tokens',
      () => ({ SLACK_BOT_TOKEN: slack.appToken, SLACK_APP_TOKEN: slack.botToken }),
      /WRONG +SLACK_BOT_TOKEN holds a Slack app-level token[\s\S]*WRONG +SLACK_APP_TOKEN holds a Slack bot token/,
    ],
    [
      'a Telegram token for Discord',
      () => ({ DISCORD_TOKEN: telegram.token }),
      /WRONG +DISCORD_TOKEN holds a Telegram token/,
    ],
    [
      'half a Discord',
      () => ({ DISCORD_APPLICATION_ID: undefined }),
      /WRONG +Discord is half set up.*DISCORD_APPLICATION_ID/,
    ],
    [
      'an app that is away',
      () => ({ SLACK_API_ROOT: 'http://127.0.0.1:9/api' }),
      /Slack +WRONG +Slack cannot be reached/,
    ],
    [
      'a Discord that sends nowhere',
      () => ({ DISCORD_MODE: 'http', PUBLIC_URL: 'http://127.0.0.1:9' }),
      /Discord +WRONG +Discord does not send to this program[\s\S]*discord\/interactions/,
    ],
    [
      'an address that leads nowhere',
      () => ({ DISCORD_MODE: 'http', PUBLIC_URL: 'http://127.0.0.1:9' }),
      /Address +WRONG/,
    ],
    [
      'a database that is away',
      () => ({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none' }),
      /Database +WRONG/,
    ],
  ];

  it.each(cases)(
    'names %s, says what to do, and leaves the rest as it is',
    async (_what, change, sentence) => {
      const { code, said } = await types({ ...settings(), ...change() }, 'doctor');
      expect(said).toMatch(sentence);
      expect(said).toContain('→');
      expect(code).toBe(1);
      expect(said).toMatch(/ right /);
    },
  );

  it('names what a workspace does not allow', async () => {
    const poor = await startSlackStandIn({ scopes: ['chat:write', 'commands', 'channels:history'] });
    const given = { ...settings(), SLACK_API_ROOT: `${poor.url}/api` };
    const { said } = await types(given, 'doctor');
    await poor.stop();
    expect(said).toContain('Missing: files:write, im:history, im:write.');
  });

  it('names intents that are switched on and not needed, and an address that was left behind', async () => {
    const answers: Record<string, unknown> = {
      '/api/v10/users/@me': { username: 'beenthere', bot: true },
      '/api/v10/applications/@me': {
        id: discord.applicationId,
        name: 'Beenthere',
        verify_key: discord.publicKey,
        flags: (1 << 15) | (1 << 19),
        interactions_endpoint_url: 'https://old.example.org/discord',
      },
      '/api/v10/users/@me/guilds': [],
    };
    const server = await listening(answers);
    const { said } = await types({ ...settings(), DISCORD_API_ROOT: `${server.url}/api` }, 'doctor');
    server.close();
    expect(said).toContain('"Server Members Intent" is switched on');
    expect(said).toContain('"Message Content Intent" is switched on');
    expect(said).not.toContain('"Presence Intent"');
    expect(said).toMatch(/WRONG +Discord sends presses and commands to a web address/);
    expect(said).toMatch(/WRONG +The bot is in no server/);
  });

  it('is content with nothing, and says that it is a rehearsal', async () => {
    const { code, said } = await types({ DATA_DIR: join(folder, 'nothing') }, 'doctor');
    expect([code, said.match(/It is not set up/g)?.length]).toEqual([0, 3]);
    expect(said).toContain('rehearsal');
  });
});

async function listening(answers: Record<string, unknown>) {
  const server: Server = createServer((request, response) => {
    const found = answers[request.url ?? ''];
    response.writeHead(found === undefined ? 404 : 200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(found ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.int() }).parse(server.address());
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}
