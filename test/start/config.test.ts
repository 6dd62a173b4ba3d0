import { describe, expect, it } from 'vitest';
import { ConfigRefused, examineConfig, hasChatApp, readConfig } from '../../config.ts';

const token = '123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11';
// Put together, so that nobody who looks for lost keys takes them for real ones.
const discord = ['MTAwMDAwMDAwMDAwMDAwMDAwMQ', 'GhIjKl', 'a'.repeat(38)].join('.');
const bot = ['xoxb', '1111111111', 'a'.repeat(24)].join('-');
const app = ['xapp', '1', 'A0TEST', 'a'.repeat(24)].join('-');
const signing = '0123456789abcdef'.repeat(2);
const publicKey = '0123456789abcdef'.repeat(4);
const applicationId = '1000000000000000001';

describe('settings', () => {
  it('has a default for everything, and rehearses without a token', () => {
    const config = readConfig({}, '/srv/beenthere');
    expect(config).toMatchObject({
      dataDir: '/srv/beenthere/data',
      port: 3000,
      host: '127.0.0.1',
      telegram: undefined,
    });
    expect(config.keyFile).toBe('/srv/beenthere/data/beenthere.key');
  });

  it('reads an empty line of .env as not set', () => {
    expect(readConfig({ PORT: '', TELEGRAM_BOT_TOKEN: '', DATABASE_URL: '' }).port).toBe(3000);
  });

  const refused: readonly [string, Record<string, string>, RegExp][] = [
    ['a port that is no number', { PORT: 'http' }, /PORT.*3000/],
    ['a port out of range', { PORT: '70000' }, /PORT.*65535/],
    ['another kind of database', { DATABASE_URL: 'mysql://here' }, /DATABASE_URL.*postgresql:\/\//],
    ['half a token', { TELEGRAM_BOT_TOKEN: '123456' }, /TELEGRAM_BOT_TOKEN.*@BotFather/],
    [
      'a mode that is not one',
      { TELEGRAM_BOT_TOKEN: token, TELEGRAM_MODE: 'push' },
      /TELEGRAM_MODE.*polling.*webhook/,
    ],
    ['a webhook without a token', { TELEGRAM_MODE: 'webhook' }, /TELEGRAM_BOT_TOKEN/],
    [
      'a webhook without an address',
      { TELEGRAM_BOT_TOKEN: token, TELEGRAM_MODE: 'webhook' },
      /PUBLIC_URL.*TELEGRAM_WEBHOOK_SECRET/,
    ],
    [
      'a webhook over plain http',
      {
        TELEGRAM_BOT_TOKEN: token,
        TELEGRAM_MODE: 'webhook',
        PUBLIC_URL: 'http://example.org',
        TELEGRAM_WEBHOOK_SECRET: 'a'.repeat(20),
      },
      /PUBLIC_URL.*https/,
    ],
    ['a short secret', { TELEGRAM_WEBHOOK_SECRET: 'abc' }, /TELEGRAM_WEBHOOK_SECRET.*16/],
    ['a level that is not one', { LOG_LEVEL: 'loud' }, /LOG_LEVEL.*info/],
    ['a public address that is not one', { PUBLIC_URL: 'mentoring' }, /PUBLIC_URL.*https:\/\//],
  ];

  it.each(refused)('refuses %s by name, and says what to put there', (_what, given, sentence) => {
    expect(() => readConfig(given)).toThrow(ConfigRefused);
    expect(() => readConfig(given)).toThrow(sentence);
  });

  it('names every variable that does not fit at once', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'x' })).toThrow(/PORT[\s\S]*LOG_LEVEL/);
  });

  it('never repeats a secret in what it says', () => {
    const secret = 'sEcReT-but-wrong!';
    for (const name of ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET', 'DATABASE_URL']) {
      expect(() => readConfig({ [name]: secret })).toThrow(/^(?!.*sEcReT)/s);
    }
  });
});

describe('settings of Discord and Slack', () => {
  it('takes either of them alone instead of the rehearsal', () => {
    expect(hasChatApp(readConfig({}))).toBe(false);
    const one = readConfig({ DISCORD_TOKEN: discord, DISCORD_APPLICATION_ID: applicationId });
    expect(one.discord).toEqual({
      token: discord,
      applicationId,
      apiRoot: undefined,
      mode: 'gateway',
      publicKey: undefined,
    });
    const two = readConfig({
      SLACK_BOT_TOKEN: bot,
      SLACK_APP_TOKEN: app,
      SLACK_API_ROOT: 'http://127.0.0.1:9/api/',
    });
    expect(two.slack).toEqual({
      botToken: bot,
      appToken: app,
      apiRoot: 'http://127.0.0.1:9/api',
      mode: 'socket',
    });
    expect([hasChatApp(one), hasChatApp(two)]).toEqual([true, true]);
  });

  it('takes what each needs when it is reached over http', () => {
    const here = { PUBLIC_URL: 'https://mentoring.example.org' };
    const one = { DISCORD_MODE: 'http', DISCORD_TOKEN: discord, DISCORD_APPLICATION_ID: applicationId };
    expect(readConfig({ ...here, ...one, DISCORD_PUBLIC_KEY: publicKey }).discord).toMatchObject({
      publicKey,
    });
    const two = { SLACK_MODE: 'http', SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: signing };
    expect(readConfig({ ...here, ...two }).slack).toMatchObject({ mode: 'http', signingSecret: signing });
  });

  const slack = { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app };
  const refused: readonly [string, Record<string, string>, RegExp][] = [
    [
      'an app token for the bot',
      { ...slack, SLACK_BOT_TOKEN: app },
      /SLACK_BOT_TOKEN holds a Slack app-level.*Move it to SLACK_APP_TOKEN/,
    ],
    [
      'a bot token for the app',
      { ...slack, SLACK_APP_TOKEN: bot },
      /SLACK_APP_TOKEN holds a Slack bot token.*Move it to SLACK_BOT_TOKEN/,
    ],
    [
      "a user's token",
      { ...slack, SLACK_BOT_TOKEN: bot.replace('xoxb', 'xoxp') },
      /SLACK_BOT_TOKEN holds a Slack user token/,
    ],
    [
      'a Telegram token for Discord',
      { DISCORD_TOKEN: token },
      /DISCORD_TOKEN holds a Telegram token. Move it to TELEGRAM_BOT_TOKEN/,
    ],
    [
      'a Discord token for Telegram',
      { TELEGRAM_BOT_TOKEN: discord },
      /TELEGRAM_BOT_TOKEN holds a Discord bot token. Move it to DISCORD_TOKEN/,
    ],
    ['a public key for the token', { DISCORD_TOKEN: publicKey }, /DISCORD_TOKEN holds a Discord public key/],
    [
      'a token for the public key',
      { DISCORD_PUBLIC_KEY: discord },
      /DISCORD_PUBLIC_KEY holds a Discord bot token/,
    ],
    [
      'a signing secret for the bot',
      { SLACK_BOT_TOKEN: signing },
      /SLACK_BOT_TOKEN holds a Slack signing secret. Move it/,
    ],
    [
      'a bot token for the signing secret',
      { SLACK_SIGNING_SECRET: bot },
      /SLACK_SIGNING_SECRET holds a Slack bot token/,
    ],
    [
      'an application id that is none',
      { DISCORD_APPLICATION_ID: 'beenthere' },
      /DISCORD_APPLICATION_ID.*17 to 20 digits/,
    ],
    ['a Discord without its application', { DISCORD_TOKEN: discord }, /half set up.*DISCORD_APPLICATION_ID/],
    ['a Discord without its token', { DISCORD_APPLICATION_ID: applicationId }, /half set up.*DISCORD_TOKEN/],
    ['a Slack without its app token', { SLACK_BOT_TOKEN: bot }, /half set up.*SLACK_APP_TOKEN/],
    ['a Slack without its bot', { SLACK_APP_TOKEN: app }, /half set up.*SLACK_BOT_TOKEN/],
    [
      'a Slack over http without more',
      { SLACK_MODE: 'http', SLACK_BOT_TOKEN: bot },
      /SLACK_SIGNING_SECRET.*PUBLIC_URL/,
    ],
    [
      'a Discord over http without more',
      { DISCORD_MODE: 'http', DISCORD_TOKEN: discord, DISCORD_APPLICATION_ID: applicationId },
      /DISCORD_PUBLIC_KEY.*PUBLIC_URL/,
    ],
    [
      'a Slack over plain http',
      {
        SLACK_MODE: 'http',
        SLACK_BOT_TOKEN: bot,
        SLACK_SIGNING_SECRET: signing,
        PUBLIC_URL: 'http://example.org',
      },
      /https.*Slack/,
    ],
    ['a mode that is not one', { SLACK_MODE: 'webhook' }, /SLACK_MODE.*socket.*http/],
    ['another mode that is not one', { DISCORD_MODE: 'socket' }, /DISCORD_MODE.*gateway.*http/],
  ];

  it.each(refused)('refuses %s by name, and says what to do', (_what, given, sentence) => {
    expect(() => readConfig(given)).toThrow(ConfigRefused);
    expect(() => readConfig(given)).toThrow(sentence);
    for (const value of Object.values(given)) {
      if (value.length < 30) continue;
      expect(() => readConfig(given)).not.toThrow(value);
    }
  });

  it('can be looked at while it is wrong: what is right stays, what is wrong is listed', () => {
    const seen = examineConfig({ TELEGRAM_BOT_TOKEN: token, ...slack, SLACK_BOT_TOKEN: app, PORT: 'x' });
    expect(seen.telegram?.token).toBe(token);
    expect(seen.slack).toBeUndefined();
    expect(seen.problems.map(({ variable }) => variable).sort()).toEqual(['PORT', 'SLACK_BOT_TOKEN']);
    const half = examineConfig({ SLACK_MODE: 'http', SLACK_BOT_TOKEN: bot });
    expect([half.modes.slack, half.problems.length]).toEqual(['http', 1]);
    for (const variable of refused.map(([, given]) => given))
      expect(examineConfig(variable).problems).not.toEqual([]);
  });
});
