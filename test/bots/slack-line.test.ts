import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SlackStandIn, startSlackStandIn } from '../../bots/rehearsal/slack/stand-in.ts';
import { type SlackBot, slackBot } from '../../bots/slack/slack-bot.ts';
import type { Incoming } from '../../core/index.ts';

let slack: SlackStandIn;
let bot: SlackBot;
let received: Incoming[];
let faults: string[];
let listening: Promise<void>;
let stopping: AbortController;
let receive: (incoming: Incoming) => Promise<void>;
let isDatabaseThere: boolean;

const texts = () => received.flatMap(({ intent }) => (intent.is === 'text' ? [intent.text] : []));

function listen(): void {
  bot = slackBot({
    botToken: slack.botToken,
    apiRoot: `${slack.url}/api`,
    now: () => Temporal.Instant.from('2026-11-23T09:00:00Z'),
    onFault: ({ fault = '' }) => faults.push(fault),
  });
  stopping = new AbortController();
  const wayIn = {
    async receive(incoming: Incoming) {
      await receive(incoming);
      received.push(incoming);
      return 'done' as const;
    },
    sheet: async () => undefined,
    commands: new Set<string>(),
    databaseAnswers: async () => isDatabaseThere,
    onReceived: () => undefined,
  };
  listening = bot.listen(wayIn, slack.appToken, stopping.signal);
}

beforeEach(async () => {
  received = [];
  faults = [];
  isDatabaseThere = true;
  receive = async () => undefined;
  slack = await startSlackStandIn({ limits: 'off', retryDelaysMs: [50, 50, 50] });
  listen();
  await slack.connected();
});
afterEach(async () => {
  stopping.abort();
  await listening;
  await bot.stop();
  await slack.stop();
});

describe('the line to Slack', () => {
  it('is there as long as it is wanted', async () => {
    await expect.poll(() => bot.isConnected()).toBe(true);
    stopping.abort();
    await listening;
    expect(bot.isConnected()).toBe(false);
    await expect.poll(() => slack.connections).toBe(0);
  });

  it('is opened anew at once when Slack asks for that', async () => {
    const asked = performance.now();
    slack.refreshSockets();
    await expect.poll(() => slack.journal.requests('apps.connections.open').length).toBe(2);
    await slack.connected();
    await expect.poll(() => bot.isConnected()).toBe(true);
    expect(performance.now() - asked).toBeLessThan(2000);
    slack.user({ name: 'Mia' }).send('hello');
    await expect.poll(texts).toEqual(['hello']);
    expect(faults).toEqual([]);
  });

  it('is opened anew after it broke, also when Slack is away for a while', async () => {
    slack.faults.next({ kind: '500', method: 'apps.connections.open' });
    slack.faults.next({ kind: 'cut-before', method: 'apps.connections.open' });
    slack.dropSockets();
    await expect.poll(() => slack.connections, { timeout: 8000 }).toBe(1);
    slack.user({ name: 'Mia' }).send('hello');
    await expect.poll(texts).toEqual(['hello']);
    expect(faults).toEqual(['slack-connection', 'slack-connection']);
  });

  it('brings an event again that was not taken in, and it has one effect', async () => {
    receive = async () => {
      throw new Error('The database is away');
    };
    isDatabaseThere = false;
    slack.user({ name: 'Mia' }).send('hello');
    await expect.poll(() => faults).toContain('slack-not-taken-in');
    expect(slack.journal.deliveries()).toEqual([]);
    receive = async () => undefined;
    isDatabaseThere = true;
    await expect.poll(texts, { timeout: 5000 }).toEqual(['hello']);
    await slack.idle();
    expect(slack.journal.deliveries().at(-1)?.outcome).toBe('acknowledged');
    expect(texts()).toEqual(['hello']);
  });

  it('holds what was acknowledged until it is taken in, in order', async () => {
    isDatabaseThere = false;
    receive = async () => {
      throw new Error('The database is away');
    };
    const mia = slack.user({ name: 'Mia' });
    expect(await mia.command('/mentoring', 'one')).toBe('acknowledged');
    expect(await mia.command('/mentoring', 'two')).toBe('acknowledged');
    receive = async () => undefined;
    await expect.poll(texts, { timeout: 5000 }).toEqual(['one', 'two']);
  });

  it('keeps to the order of each person, and lets others pass', async () => {
    const first = Promise.withResolvers<void>();
    receive = async ({ intent }) => {
      if (intent.is === 'text' && intent.text === 'one') await first.promise;
    };
    const mia = slack.user({ name: 'Mia' });
    await mia.command('/mentoring', 'one');
    await mia.command('/mentoring', 'two');
    await slack.user({ name: 'Bo' }).command('/mentoring', 'three');
    await expect.poll(texts).toEqual(['three']);
    first.resolve();
    await expect.poll(texts).toEqual(['three', 'one', 'two']);
  });

  it('is not blocked by what fails every time', async () => {
    receive = async ({ intent }) => {
      if (intent.is === 'text' && intent.text === 'bad') throw new Error('Never');
    };
    const mia = slack.user({ name: 'Mia' });
    mia.send('bad');
    mia.send('good');
    await expect.poll(texts).toEqual(['good']);
    expect(faults).toContain('slack-put-aside');
  });
});
