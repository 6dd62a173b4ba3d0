import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTelegramStandIn, type TelegramStandIn } from '../../bots/rehearsal/telegram/stand-in.ts';
import { call, fieldOf, readReply } from './telegram-stand-in-call.ts';

let standIn: TelegramStandIn;
let clock = Date.UTC(2026, 2, 1, 9);
const MIA = 11;

beforeAll(async () => {
  standIn = await startTelegramStandIn({ limits: 'off', now: () => clock });
  standIn.user({ id: MIA, firstName: 'Mia' }).start();
});
afterAll(() => standIn.stop());

function button(fields: object) {
  return { chat_id: MIA, text: 'hi', reply_markup: { inline_keyboard: [[fields]] } };
}
describe('who may call, and where', () => {
  it('says 401 to a wrong token', async () => {
    const reply = await call({ ...standIn, url: standIn.url, token: '1:wrong' }, 'getMe');
    expect(reply).toEqual({ status: 401, ok: false, error_code: 401, description: 'Unauthorized' });
  });

  it('says 404 to any other path', async () => {
    const response = await fetch(`${standIn.url}/health`);
    expect(await response.json()).toEqual({ ok: false, error_code: 404, description: 'Not Found' });
  });

  it('says 400 to a body that is no JSON object', async () => {
    const headers = { 'content-type': 'application/json' };
    const address = `${standIn.url}/bot${standIn.token}/sendMessage`;
    for (const body of ['{', '[]', '"hi"']) {
      expect((await fetch(address, { method: 'POST', headers, body })).status).toBe(400);
    }
  });

  it('takes methods in any capitals, parameters from the address and from a form', async () => {
    const address = `${standIn.url}/bot${standIn.token}/SENDMESSAGE`;
    const inAddress = await readReply(await fetch(`${address}?chat_id=${MIA}&text=one`));
    const form = new URLSearchParams({
      chat_id: String(MIA),
      text: 'two',
      reply_markup: '{"inline_keyboard":[[{"text":"Yes","callback_data":"y"}]]}',
    });
    const inForm = await readReply(await fetch(address, { method: 'POST', body: form }));
    expect([fieldOf(inAddress, 'text'), fieldOf(inForm, 'text')]).toEqual(['one', 'two']);
    expect(fieldOf(inForm, 'reply_markup')).toEqual({
      inline_keyboard: [[{ text: 'Yes', callback_data: 'y' }]],
    });
  });
});

describe('messages', () => {
  it('are not modified by what they already say', async () => {
    const sent = await call(standIn, 'sendMessage', button({ text: 'Yes', callback_data: 'y' }));
    const id = { chat_id: MIA, message_id: fieldOf(sent, 'message_id') };
    const same = { ...button({ text: 'Yes', callback_data: 'y' }), ...id };
    const words =
      /^Bad Request: message is not modified: specified new message content and reply markup are exactly/;
    expect(await call(standIn, 'editMessageText', same)).toMatchObject({ status: 400, description: words });
    expect(
      await call(standIn, 'editMessageReplyMarkup', { ...id, reply_markup: same.reply_markup }),
    ).toMatchObject({
      description: words,
    });
    expect(await call(standIn, 'editMessageReplyMarkup', id)).toMatchObject({ ok: true });
    expect(await call(standIn, 'editMessageReplyMarkup', id)).toMatchObject({ description: words });
  });

  it('of a file have no text to edit', async () => {
    const form = new FormData();
    form.set('chat_id', String(MIA));
    form.set('document', new Blob(['BEGIN:VCALENDAR']), 'meeting.ics');
    const address = `${standIn.url}/bot${standIn.token}/sendDocument`;
    const sent = await readReply(await fetch(address, { method: 'POST', body: form }));
    expect(fieldOf(sent, 'document')).toMatchObject({
      file_name: 'meeting.ics',
      mime_type: 'text/calendar',
      file_size: 15,
    });
    const edit = { chat_id: MIA, message_id: fieldOf(sent, 'message_id'), text: 'new' };
    expect((await call(standIn, 'editMessageText', edit)).description).toBe(
      'Bad Request: there is no text in the message to edit',
    );
  });

  it('cannot be deleted after two days', async () => {
    const sent = await call(standIn, 'sendMessage', { chat_id: MIA, text: 'soon old' });
    const id = { chat_id: MIA, message_id: fieldOf(sent, 'message_id') };
    clock += 48 * 3_600_000 + 1000;
    expect((await call(standIn, 'deleteMessage', id)).description).toBe(
      "Bad Request: message can't be deleted for everyone",
    );
    clock -= 2000;
    expect(await call(standIn, 'deleteMessage', id)).toMatchObject({ ok: true, result: true });
  });

  it('carry whole seconds of the stand-in’s clock', async () => {
    clock = Date.UTC(2026, 5, 1, 12, 0, 0, 999);
    const sent = await call(standIn, 'sendMessage', { chat_id: MIA, text: 'hi' });
    expect(sent.result).toMatchObject({
      date: Date.UTC(2026, 5, 1, 12) / 1000,
      chat: { id: MIA, type: 'private' },
    });
  });

  it('may carry fields that nobody knows, which is only written down', async () => {
    const odd = {
      chat_id: MIA,
      text: 'hi',
      shiny: true,
      reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'b', colour: 1 }]] },
    };
    expect(await call(standIn, 'sendMessage', odd)).toMatchObject({ ok: true });
    expect(standIn.journal.warnings()).toEqual([
      'unknown field /shiny of sendMessage was ignored',
      'unknown field /reply_markup/inline_keyboard/0/0/colour of sendMessage was ignored',
    ]);
  });
});

it('refuses an empty file, one that is no picture, and one over 50 MB', async () => {
  const upload = async (method: string, part: string, bytes: Uint8Array<ArrayBuffer>) => {
    const form = new FormData();
    form.set('chat_id', String(MIA));
    form.set(part, new Blob([bytes]), 'a.png');
    const response = await fetch(`${standIn.url}/bot${standIn.token}/${method}`, {
      method: 'POST',
      body: form,
    });
    return (await readReply(response)).description;
  };
  expect(await upload('sendDocument', 'document', new Uint8Array(0))).toBe(
    'Bad Request: file must be non-empty',
  );
  expect(await upload('sendPhoto', 'photo', new Uint8Array(9))).toBe('Bad Request: IMAGE_PROCESS_FAILED');
  const bigPicture = new Uint8Array(10 * 1024 * 1024 + 1);
  expect(await upload('sendPhoto', 'photo', bigPicture)).toMatch(
    /^Bad Request: file of size 10485761 bytes is too big for a photo/,
  );
  expect(await upload('sendDocument', 'document', new Uint8Array(50 * 1024 * 1024 + 1))).toBe(
    'Request Entity Too Large',
  );
});
