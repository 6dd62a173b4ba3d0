import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTelegramStandIn } from '../../bots/rehearsal/telegram/stand-in.ts';
import { call, fieldOf, idsOf } from './telegram-stand-in-call.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stand-in-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const MIA = { id: 11, firstName: 'Mia' };

it('keeps chats, unread updates and numbers while it is away', async () => {
  const options = { limits: 'off' as const, file: join(folder, 'telegram.json') };
  const before = await startTelegramStandIn(options);
  before.user(MIA).start();
  before.user(MIA).sendPhoto();
  const sent = await call(before, 'sendMessage', { chat_id: 11, text: 'a card' });
  const waiting = idsOf(await call(before, 'getUpdates'));
  await before.stop();

  const after = await startTelegramStandIn(options);
  expect(idsOf(await call(after, 'getUpdates'))).toEqual(waiting);
  const id = Number(fieldOf(sent, 'message_id'));
  expect(await call(after, 'editMessageText', { chat_id: 11, message_id: id, text: 'moved' })).toMatchObject({
    ok: true,
  });
  const mia = after.user(MIA);
  expect(mia.see().map(({ text }) => text)).toEqual(['/start', '', 'moved']);
  expect(await call(after, 'getFile', { file_id: mia.see()[1]?.file?.id })).toMatchObject({ ok: true });
  expect(mia.send('next').messageId).toBe(id + 1);
  expect(idsOf(await call(after, 'getUpdates', { offset: -1 }))).toEqual([(waiting.at(-1) ?? 0) + 1]);
  await after.stop();
});

it('will not take up the chats of another bot', async () => {
  const file = join(folder, 'telegram.json');
  await (await startTelegramStandIn({ file })).stop();
  await expect(startTelegramStandIn({ file, token: '2:other' })).rejects.toThrow(
    'was written by another stand-in',
  );
});
