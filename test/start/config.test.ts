import { describe, expect, it } from 'vitest';
import { ConfigRefused, readConfig } from '../../config.ts';

const token = '123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11';

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
