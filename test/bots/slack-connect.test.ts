import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SlackStandIn, startSlackStandIn } from '../../bots/rehearsal/slack/stand-in.ts';
import { readConfig } from '../../config.ts';
import { openLog } from '../../run/logger.ts';
import { type RunningApp, startApp } from '../../run/start-app.ts';
import { freshDatabase } from '../support/database.ts';

let slack: SlackStandIn;
let database: Awaited<ReturnType<typeof freshDatabase>>;
let folder: string;
let apps: RunningApp[];

beforeAll(async () => {
  slack = await startSlackStandIn({ limits: 'off' });
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'slack-connect-'));
  apps = [];
});
afterAll(async () => {
  await Promise.all(apps.map((app) => app.stop()));
  await slack.stop();
  await database.drop();
  await rm(folder, { recursive: true });
});

const start = async (settings: Record<string, string>): Promise<RunningApp> => {
  const environment = {
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    PORT: '0',
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_API_ROOT: `${slack.url}/api`,
    ...settings,
  };
  const app = await startApp(readConfig(environment), openLog('silent'));
  apps.push(app);
  return app;
};

describe('the whole app with Slack alone', () => {
  it('hears by one socket of those that share a database, and another takes over', async () => {
    const first = await start({ SLACK_APP_TOKEN: slack.appToken });
    await slack.connected();
    const second = await start({ SLACK_APP_TOKEN: slack.appToken });
    const mia = slack.user({ name: 'Mia' });
    mia.send('hello');
    await mia.waitFor((message) => message.buttons.length > 0);
    expect(slack.connections).toBe(1);
    await first.stop();
    await slack.connected();
    const before = mia.mark();
    await expect
      .poll(
        () => {
          if (!mia.see().some(({ text }) => text === 'home')) mia.send('home');
          return mia.last()?.revision ?? 0;
        },
        { timeout: 5000 },
      )
      .toBeGreaterThan(before);
    await second.stop();
    expect(slack.connections).toBe(0);
  });

  it('notes that Slack was heard', async () => {
    const app = await start({ SLACK_APP_TOKEN: slack.appToken });
    const pool = new pg.Pool({ connectionString: database.url, max: 1 });
    const heard = async () => (await pool.query(`SELECT id FROM app_watch`)).rows;
    await expect.poll(heard, { timeout: 5000 }).toEqual([{ id: 'slack' }]);
    await pool.end();
    await app.stop();
  });

  it('answers web requests instead where that is wished', async () => {
    const app = await start({
      SLACK_MODE: 'http',
      SLACK_SIGNING_SECRET: slack.signingSecret,
      PUBLIC_URL: 'https://mentoring.example.org',
    });
    await slack.useRequestUrls({ events: `${app.url}/slack/events` });
    const bo = slack.user({ name: 'Bo' });
    expect(await bo.command('/mentoring', 'help')).toBe('acknowledged');
    await bo.waitFor((message) => message.buttons.length > 0);
    expect(slack.connections).toBe(0);
    await app.stop();
  });
});
