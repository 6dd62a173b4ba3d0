import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type StandInOptions,
  startTelegramStandIn,
  type TelegramStandIn,
} from '../../bots/rehearsal/telegram/stand-in.ts';
import { call, idsOf } from './telegram-stand-in-call.ts';

let standIn: TelegramStandIn;
let clock: number;
const MIA = 11;
const hi = { chat_id: MIA, text: 'hi' };

async function open(options: StandInOptions): Promise<void> {
  clock = Date.UTC(2026, 2, 1, 9);
  standIn = await startTelegramStandIn({ now: () => clock, ...options });
  standIn.user({ id: MIA, firstName: 'Mia' }).start();
}
afterEach(() => standIn.stop());

function shown(): string[] {
  return standIn
    .chat(MIA)
    .messages.filter(({ from }) => from.isBot)
    .map(({ text }) => text);
}

describe('a fault', () => {
  beforeEach(() => open({ limits: 'off' }));

  it('refuses as often as told, then no more', async () => {
    standIn.faults.next({ kind: '500', times: 2 });
    const statuses: number[] = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await call(standIn, 'sendMessage', hi)).status);
    expect(statuses).toEqual([500, 500, 200]);
    expect(shown()).toEqual(['hi']);
    expect(standIn.faults.waiting).toBe(0);
  });

  it('asks to wait', async () => {
    standIn.faults.next({ kind: '429', retryAfter: 7 });
    expect(await call(standIn, 'sendMessage', hi)).toEqual({
      status: 429,
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 7',
      parameters: { retry_after: 7 },
    });
  });

  it('is a refusal for good', async () => {
    standIn.faults.next({ kind: '403' });
    expect(await call(standIn, 'sendMessage', hi)).toMatchObject({
      status: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
    standIn.faults.next({ kind: '400' });
    expect(await call(standIn, 'sendMessage', hi)).toMatchObject({
      status: 400,
      description: 'Bad Request: chat not found',
    });
  });

  it('cuts the line before anything is done', async () => {
    standIn.faults.next({ kind: 'cut-before' });
    await expect(call(standIn, 'sendMessage', hi)).rejects.toThrow();
    expect(shown()).toEqual([]);
    expect(standIn.journal.requests('sendMessage')).toMatchObject([
      { fault: 'cut-before', reply: undefined },
    ]);
  });

  it('cuts the line after it was done', async () => {
    standIn.faults.next({ kind: 'cut-after' });
    await expect(call(standIn, 'sendMessage', hi)).rejects.toThrow();
    expect(shown()).toEqual(['hi']);
    expect(standIn.journal.requests('sendMessage')).toMatchObject([
      { fault: 'cut-after', reply: { ok: true } },
    ]);
  });

  it('never answers', async () => {
    standIn.faults.next({ kind: 'hang' });
    const address = `${standIn.url}/bot${standIn.token}/sendMessage?chat_id=${MIA}&text=hi`;
    await expect(fetch(address, { signal: AbortSignal.timeout(100) })).rejects.toThrow(/timeout|aborted/i);
    expect(shown()).toEqual([]);
  });

  it('meets only the method and the chat it is meant for', async () => {
    standIn.user({ id: 12, firstName: 'Bo' }).start();
    standIn.faults.next({ kind: '500', method: 'sendMessage', chat: 12 });
    expect((await call(standIn, 'getMe')).status).toBe(200);
    expect((await call(standIn, 'sendMessage', hi)).status).toBe(200);
    expect((await call(standIn, 'sendMessage', { chat_id: 12, text: 'hi' })).status).toBe(500);
  });

  it('meets getUpdates only by name, and what was lost comes again', async () => {
    standIn.faults.next({ kind: '500' });
    expect((await call(standIn, 'getUpdates')).status).toBe(200);
    standIn.faults.clear();
    standIn.faults.next({ kind: 'cut-after', method: 'getUpdates' });
    await expect(call(standIn, 'getUpdates')).rejects.toThrow();
    expect(idsOf(await call(standIn, 'getUpdates'))).toHaveLength(1);
  });

  it('brings updates twice, or the last first', async () => {
    standIn.user({ id: MIA, firstName: 'Mia' }).send('two');
    const [first = 0, second = 0] = idsOf(await call(standIn, 'getUpdates'));
    standIn.faults.nextDelivery('duplicate');
    expect(idsOf(await call(standIn, 'getUpdates'))).toEqual([first, first, second, second]);
    standIn.faults.nextDelivery('reverse');
    expect(idsOf(await call(standIn, 'getUpdates'))).toEqual([second, first]);
    expect(idsOf(await call(standIn, 'getUpdates'))).toEqual([first, second]);
  });

  it('brings an old update again', async () => {
    const [update] = standIn.journal.updates();
    if (!update) throw new Error('nothing happened');
    await call(standIn, 'getUpdates', { offset: update.update_id + 1 });
    standIn.inject(update);
    expect(idsOf(await call(standIn, 'getUpdates'))).toEqual([update.update_id]);
    standIn.user({ id: MIA, firstName: 'Mia' }).send('next');
    expect(idsOf(await call(standIn, 'getUpdates'))).toEqual([update.update_id, update.update_id + 1]);
  });
});

describe('the sending rate', () => {
  async function send(chatId: number, times: number): Promise<number[]> {
    const statuses: number[] = [];
    for (let count = 0; count < times; count += 1) {
      statuses.push((await call(standIn, 'sendMessage', { chat_id: chatId, text: 'hi' })).status);
    }
    return statuses;
  }

  it('is one a second in a chat, after a small burst', async () => {
    await open({ limits: 'realistic' });
    expect(await send(MIA, 4)).toEqual([200, 200, 200, 429]);
    expect(await call(standIn, 'sendMessage', hi)).toMatchObject({ parameters: { retry_after: 1 } });
    clock += 1000;
    expect(await send(MIA, 2)).toEqual([200, 429]);
    clock += 10_000;
    expect(await send(MIA, 4)).toEqual([200, 200, 200, 429]);
  });

  it('is twenty a minute in a group', async () => {
    await open({ limits: 'realistic' });
    standIn.user({ id: MIA, firstName: 'Mia' }).inGroup(-77);
    const statuses = await send(-77, 21);
    expect(statuses.filter((status) => status === 200)).toHaveLength(20);
    expect(await call(standIn, 'sendMessage', { chat_id: -77, text: 'hi' })).toMatchObject({
      parameters: { retry_after: 3 },
    });
    clock += 3000;
    expect(await send(-77, 2)).toEqual([200, 429]);
  });

  it('is thirty a second overall', async () => {
    await open({ limits: 'realistic' });
    const statuses: number[] = [];
    for (let id = 100; id < 131; id += 1) {
      standIn.user({ id, firstName: 'Somebody' }).start();
      statuses.push(...(await send(id, 1)));
    }
    expect(statuses).toEqual([...new Array(30).fill(200), 429]);
  });

  it('does not count what was refused, edited or only asked', async () => {
    await open({ limits: 'realistic' });
    for (let count = 0; count < 5; count += 1) {
      expect((await call(standIn, 'sendMessage', { chat_id: MIA, text: '' })).status).toBe(400);
      expect((await call(standIn, 'sendChatAction', { chat_id: MIA, action: 'typing' })).status).toBe(200);
    }
    expect(await send(MIA, 3)).toEqual([200, 200, 200]);
  });

  it('can be off', async () => {
    await open({ limits: 'off' });
    expect(new Set(await send(MIA, 50))).toEqual(new Set([200]));
  });
});
