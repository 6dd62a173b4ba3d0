import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANA, MIA, openPages, type Pages, wordsOf } from './phones-on-a-page.ts';

let pages: Pages;
beforeEach(async () => {
  pages = await openPages();
});
afterEach(async () => await pages.world.close());

describe('the phones', () => {
  it('show whose they are, what part each plays, and the clock in words', async () => {
    const words = wordsOf(await pages.read());
    expect(words).toContain('Mia’s Telegram mentee');
    expect(words).toContain('Ana’s Telegram mentor');
    expect(words).toContain('9:00 am Monday 23 November 2026');
  });

  it('offer only to start, before anything was written', async () => {
    const page = await pages.read(`/phones/telegram-${MIA.id}`);
    expect(page).toContain('Start');
    expect(page).not.toContain('<textarea');
    expect(wordsOf(page)).toContain('Nothing has been written here yet.');
  });

  it('show the answer on the page that comes back, without a script', async () => {
    const back = await pages.post(`/phones/telegram-${MIA.id}/start`, { payload: 'poster' });
    expect([back.status, back.headers.get('location')]).toEqual([303, '/rehearsal#phone-telegram-71001']);
    expect(pages.world.telegram.chat(MIA.id).messages.map(({ text }) => text)[0]).toBe('/start poster');
    await pages.press(MIA.id, 'Continue');
    expect(await pages.phone(MIA.id)).toMatch(/are you 18 or over\?/i);
  });

  it('send what is written, line by line, and nothing when nothing was written', async () => {
    await pages.post(`/phones/telegram-${MIA.id}/start`);
    await pages.post(`/phones/telegram-${MIA.id}/write`, { text: ' one\r\ntwo ' });
    const said = () => pages.world.telegram.chat(MIA.id).messages.filter(({ from }) => !from.isBot);
    expect(said().at(-1)?.text).toBe('one\ntwo');
    await pages.post(`/phones/telegram-${MIA.id}/write`, { text: ' \r\n ' });
    expect(said()).toHaveLength(2);
  });

  it('offer the commands that the bot has set, in its words', async () => {
    await pages.post(`/phones/telegram-${MIA.id}/start`);
    const page = await pages.read(`/phones/telegram-${MIA.id}`);
    for (const { command, description } of pages.world.core.menu()) {
      expect(page).toContain(`value="/${command}"`);
      expect(page).toContain(description.replaceAll("'", '&#39;'));
    }
  });

  it.each([
    ['voice', 'Voice note'],
    ['photo', 'Photo'],
  ])('can send a %s', async (deed, words) => {
    await pages.post(`/phones/telegram-${MIA.id}/start`);
    await pages.post(`/phones/telegram-${MIA.id}/${deed}`);
    const kinds = pages.world.telegram.chat(MIA.id).messages.map(({ file }) => file?.kind);
    expect(kinds).toContain(deed);
    expect(await pages.phone(MIA.id)).toContain(words);
  });

  it('can block the bot and let it back; a page from before then does no harm', async () => {
    await pages.post(`/phones/telegram-${MIA.id}/start`);
    await pages.post(`/phones/telegram-${MIA.id}/block`);
    expect(await pages.phone(MIA.id)).toContain('Unblock the bot');
    expect((await pages.post(`/phones/telegram-${MIA.id}/write`, { text: 'hello?' })).status).toBe(303);
    expect(await pages.phone(MIA.id)).not.toContain('hello?');
    await pages.post(`/phones/telegram-${MIA.id}/unblock`);
    expect(await pages.read(`/phones/telegram-${MIA.id}`)).toContain('<textarea');
  });

  it('mark the day, the time by the moved clock, and what was changed since', async () => {
    await pages.post(`/phones/telegram-${MIA.id}/start`);
    await pages.world.later({ hours: 26 });
    await pages.press(MIA.id, 'Continue');
    const words = await pages.phone(MIA.id);
    expect(words).toMatch(/Monday 23 November 2026 .*9:00 am/);
    expect(words).toMatch(/(Tuesday 24 November 2026 .*|changed )11:00 am/);
  });
});

describe('somebody new', () => {
  it('gets a phone that has never written, and arrives by it', async () => {
    const back = await pages.post('/phones', { name: ' Sam ' });
    const id = 71_101;
    const phone = `telegram-${id}`;
    expect(back.headers.get('location')).toBe(
      `/rehearsal?who=telegram-71001%2Ctelegram-71002%2C${phone}#phone-${phone}`,
    );
    expect(wordsOf(await pages.read('?who=everybody'))).toContain('Sam’s Telegram new here');
    await pages.post(`/phones/telegram-${id}/start`);
    await pages.press(id, 'Continue');
    expect(await pages.phone(id)).toMatch(/are you 18 or over\?/i);
  });

  it('needs a name, and there is an end to the phones', async () => {
    await pages.post('/phones', { name: '  ' });
    expect(pages.world.telegram.everybody()).toHaveLength(2);
    for (let more = 0; more < 20; more += 1) await pages.post('/phones', { name: 'Sam' });
    expect(pages.world.telegram.everybody()).toHaveLength(16);
    expect(wordsOf(await pages.read('?who=everybody'))).toContain('Sam 14’s Telegram');
  });
});

describe('files', () => {
  it('are downloaded as they are, never opened by the browser, and only on the phone that got them', async () => {
    await pages.post(`/phones/telegram-${MIA.id}/start`);
    const content = 'BEGIN:VCALENDAR\r\n<script>alert(1)</script>\r\n';
    const body = new FormData();
    body.set('chat_id', String(MIA.id));
    body.set('document', new File([content], 'plan é.ics', { type: 'text/html' }));
    const { url, token } = pages.world.telegram;
    await fetch(`${url}/bot${token}/sendDocument`, { method: 'POST', body });
    const [, address = ''] =
      /href="\/rehearsal(\/phones\/[^"]*\/files\/[^"]*)"/.exec(await pages.read()) ?? [];
    const file = await pages.get(address);
    expect(await file.text()).toBe(content);
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
    expect(file.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''plan%20%C3%A9.ics");
    expect((await pages.get(address.replace(String(MIA.id), String(ANA.id)))).status).toBe(404);
  });
});

describe('what is not there', () => {
  it.each([
    ['/phones/1', 'There is nobody like that here.'],
    [`/phones/telegram-${MIA.id}/files/none`, 'There is no such file.'],
  ])('%s: a plain page with the way back', async (path, words) => {
    const answer = await pages.get(path);
    expect(answer.status).toBe(404);
    expect(wordsOf(await answer.text())).toContain(words);
  });

  it('a deed that nobody can do, and a press that no phone could send, change nothing', async () => {
    await pages.post(`/phones/telegram-${MIA.id}/start`);
    const before = pages.world.telegram.chat(MIA.id).messages;
    expect((await pages.post(`/phones/telegram-${MIA.id}/explode`)).status).toBe(404);
    expect((await pages.post('/phones/9/write', { text: 'x' })).status).toBe(404);
    const forged: Record<string, string>[] = [
      {},
      { message: 'x', press: 'y' },
      { message: '1' },
      { message: '1', press: 'y'.repeat(65) },
    ];
    for (const fields of forged) await pages.post(`/phones/telegram-${MIA.id}/press`, fields);
    expect(pages.world.telegram.chat(MIA.id).messages).toEqual(before);
  });

  it('more than fits is refused before it is read', async () => {
    const answer = await pages.post(`/phones/telegram-${MIA.id}/write`, { text: 'x'.repeat(300_000) });
    expect(answer.status).toBe(413);
  });
});
