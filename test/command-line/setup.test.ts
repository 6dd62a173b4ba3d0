import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { examineConfig } from '../../config.ts';
import { commandLine } from '../../run/command-line.ts';

async function types(given: Record<string, string>, ...words: string[]) {
  const out: string[] = [];
  const print = { out: (line: string) => out.push(line), err: (line: string) => out.push(line) };
  const code = await commandLine(examineConfig(given), words, print);
  return { code, said: out.join('\n') };
}

const Manifest = z.object({
  features: z.object({
    app_home: z.object({
      home_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    slash_commands: z.array(z.object({ command: z.string(), url: z.string().optional() })),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ request_url: z.string().optional(), bot_events: z.array(z.string()) }),
    interactivity: z.object({ is_enabled: z.literal(true), request_url: z.string().optional() }),
    socket_mode_enabled: z.boolean(),
  }),
});
const manifestIn = (said: string) => Manifest.parse(JSON.parse(said.slice(said.indexOf('\n{'))));

describe('setting Slack up', () => {
  it('prints steps in plain words and a manifest that can be pasted', async () => {
    const { code, said } = await types({}, 'setup', 'slack');
    expect(code).toBe(0);
    expect(said).toMatch(/^1\. Open https:\/\/api\.slack\.com\/apps/);
    expect(said).toContain('SLACK_APP_TOKEN');
    const { features, oauth_config, settings } = manifestIn(said);
    expect(features.slash_commands).toEqual([{ command: '/mentoring' }]);
    expect(settings.socket_mode_enabled).toBe(true);
    expect(settings.event_subscriptions.request_url).toBeUndefined();
    expect(settings.event_subscriptions.bot_events).toEqual(
      expect.arrayContaining(['app_home_opened', 'message.im']),
    );
    // Channels are not read, whoever asks.
    expect(oauth_config.scopes.bot.filter((scope) => /^(channels|groups|mpim):/.test(scope))).toEqual([]);
    expect(Manifest.parse(JSON.parse((await types({}, 'setup', 'slack', '--json')).said))).toEqual(
      manifestIn(said),
    );
  });

  it('names the addresses when Slack is to send to us, and asks for one when there is none', async () => {
    const none = await types({ SLACK_MODE: 'http' }, 'setup', 'slack');
    expect([none.code, none.said]).toEqual([1, expect.stringContaining('PUBLIC_URL')]);
    const { said } = await types(
      { SLACK_MODE: 'http', PUBLIC_URL: 'https://m.example.org/' },
      'setup',
      'slack',
    );
    const url = 'https://m.example.org/slack/events';
    const { features, settings } = manifestIn(said);
    expect([
      features.slash_commands[0]?.url,
      settings.interactivity.request_url,
      settings.event_subscriptions.request_url,
      settings.socket_mode_enabled,
    ]).toEqual([url, url, url, false]);
    expect(said).toContain('SLACK_SIGNING_SECRET');
  });
});

describe('setting Discord up', () => {
  it('prints a link with exactly what the bot needs, and no privileged intent', async () => {
    const { code, said } = await types({}, 'setup', 'discord', '1000000000000000001');
    expect(code).toBe(0);
    const link = new URL(said.split('\n').at(-1) ?? '');
    expect(link.searchParams.get('client_id')).toBe('1000000000000000001');
    expect(link.searchParams.get('scope')).toBe('bot applications.commands');
    const bits = BigInt(link.searchParams.get('permissions') ?? '');
    const set = Array.from({ length: 64 }, (_, bit) => bit).filter((bit) => (bits >> BigInt(bit)) & 1n);
    // View channels, send messages, attach files, manage and create events.
    expect(set).toEqual([10, 11, 15, 33, 44]);
    expect(said).toContain('leave all three "Privileged Gateway Intents" off');
  });

  it('says how to get the link, and refuses what is no id', async () => {
    expect((await types({}, 'setup', 'discord')).said).toContain('setup discord APPLICATION-ID');
    expect((await types({}, 'setup', 'discord', 'mine')).code).toBe(2);
    expect((await types({}, 'setup', 'teams')).code).toBe(2);
    const http = await types(
      { DISCORD_MODE: 'http', PUBLIC_URL: 'https://m.example.org' },
      'setup',
      'discord',
    );
    expect(http.said).toContain('https://m.example.org/discord/interactions');
  });
});
