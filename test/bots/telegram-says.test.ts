import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTelegramStandIn, type TelegramStandIn } from '../../bots/rehearsal/telegram/stand-in.ts';
import { telegramBot } from '../../bots/telegram/telegram-bot.ts';
import type { Channel, Shown } from '../../core/index.ts';

const MIA = 11;
let standIn: TelegramStandIn;
let channel: Channel;

beforeEach(async () => {
  standIn = await startTelegramStandIn({ limits: 'off' });
  standIn.user({ id: MIA, firstName: 'Mia' }).start();
  channel = telegramBot({ token: standIn.token, apiRoot: standIn.url, onFault: () => undefined }).channel;
});
afterEach(() => standIn.stop());

const to = { platform: 'telegram', tenant: '', chatId: String(MIA) };
const LONG: Shown = {
  paragraphs: Array.from({ length: 9 }, (_, index) => `${index}: ${'word '.repeat(200)}`),
  buttons: [[{ label: 'Home', token: 'b-1' }]],
};

function shown(): string[] {
  return standIn
    .chat(MIA)
    .messages.filter(({ from }) => from.isBot)
    .map(({ text }) => text);
}

test('a long message goes on from the part that failed', async () => {
  standIn.faults.next({ kind: '500', method: 'sendMessage', after: 1 });
  expect(await channel.send(to, LONG, 'row-1')).toMatchObject({ is: 'later' });
  expect(shown()).toHaveLength(1);
  expect(await channel.send(to, LONG, 'row-1')).toMatchObject({ is: 'sent' });
  const texts = shown();
  expect(texts.length).toBeGreaterThan(1);
  expect(new Set(texts).size).toBe(texts.length);
  // Another message of the same words is another message.
  expect(await channel.send(to, LONG, 'row-2')).toMatchObject({ is: 'sent' });
  expect(shown()).toHaveLength(2 * texts.length);
});
