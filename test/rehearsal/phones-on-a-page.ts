import { Hono } from 'hono';
import type { PageParts } from '../../bots/rehearsal/page/page-parts.ts';
import { rehearsalPages } from '../../bots/rehearsal/page/rehearsal-pages.ts';
import { telegramPhones } from '../../bots/rehearsal/phones/telegram-phones.ts';
import { openWorld, type World } from '../support/world.ts';

export const MIA = { id: 71_001, name: 'Mia', part: 'mentee' } as const;
export const ANA = { id: 71_002, name: 'Ana', part: 'mentor' } as const;

export const FROM_HERE = { 'sec-fetch-site': 'same-origin' };

/** The pages as a browser without scripts gets them, with the real core and the real grammY behind them. */
export async function openPages(change: Partial<PageParts> = {}) {
  const world = await openWorld();
  for (const { id, name } of [MIA, ANA]) world.telegram.user({ id, firstName: name });
  const pages = rehearsalPages({
    phones: telegramPhones(world.telegram, 'Europe/London'),
    cast: new Map([
      [phoneOf(MIA.id), MIA.part],
      [phoneOf(ANA.id), ANA.part],
    ]),
    views: [{ name: 'telegram', phones: [phoneOf(MIA.id), phoneOf(ANA.id)] }],
    ready: Promise.resolve(),
    clock: clockOf(world),
    texts: world.core.texts,
    settled: world.settle,
    ...change,
  });
  const app = new Hono().route('/rehearsal', pages);
  const get = async (path = '') => await app.request(`http://here/rehearsal${path}`);
  return {
    world,
    get,
    read: async (path = '') => await (await get(path)).text(),
    /** What the page says on one phone, without tags. */
    async phone(id: number): Promise<string> {
      return wordsOf(await (await get(`/phones/${phoneOf(id)}`)).text());
    },
    async post(
      path: string,
      fields: Record<string, string> = {},
      headers: Record<string, string> = FROM_HERE,
    ) {
      const body = new URLSearchParams(fields);
      return await app.request(`http://here/rehearsal${path}`, { method: 'POST', body, headers });
    },
    /** Presses a button by its label, as the form on the page would. */
    async press(id: number, label: string) {
      const button = world.telegram
        .chat(id)
        .messages.toReversed()
        .flatMap((message) => message.buttons.flat().map((each) => ({ ...each, message: message.messageId })))
        .find((each) => each.label === label);
      if (button === undefined) throw new Error(`There is no button “${label}”`);
      return await this.post(`/phones/${phoneOf(id)}/press`, {
        message: String(button.message),
        press: button.data ?? '',
      });
    },
  };
}

/** What somebody's phone goes by on the page. */
export function phoneOf(userId: number): string {
  return `telegram-${userId}`;
}

export type Pages = Awaited<ReturnType<typeof openPages>>;

function clockOf(world: World): PageParts['clock'] {
  return {
    now: world.clock.now,
    forward: world.later,
    async toNext() {
      const next = await world.store.queues.nextMoment(world.clock.now());
      if (next === undefined) return undefined;
      world.clock.set(next.toString());
      await world.settle();
      return next;
    },
  };
}

export function wordsOf(page: string): string {
  return page
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
