import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inTurn } from '../../run/in-turn.ts';
import { ANA, MIA, openPages, type Pages, wordsOf } from './phones-on-a-page.ts';

let pages: Pages;
beforeEach(async () => {
  pages = await openPages();
});
afterEach(async () => await pages.world.close());

describe('the buttons of the clock', () => {
  const clock = async () => wordsOf(await pages.read('/clock'));

  it.each([
    ['hour', '10:00 am Monday 23 November 2026'],
    ['day', '9:00 am Tuesday 24 November 2026'],
  ])('move it by one %s', async (move, words) => {
    const back = await pages.post('/clock', { move });
    expect([back.status, back.headers.get('location')]).toEqual([303, '/rehearsal#clock']);
    expect(await clock()).toContain(words);
  });

  it('do nothing that is not on them', async () => {
    await pages.post('/clock', { move: 'year' });
    await pages.post('/clock');
    expect(await clock()).toContain('9:00 am Monday 23 November 2026');
  });

  it('move it to the next thing that shows on a phone, past what shows on none, and say on whose', async () => {
    const steps = ['2026-11-24T12:00:00Z', '2026-11-25T12:00:00Z', '2026-11-26T15:30:00Z'];
    await pages.world.close();
    pages = await openPages({
      clock: {
        now: () => pages.world.clock.now(),
        forward: async () => undefined,
        async toNext() {
          const next = steps.shift();
          if (next === undefined) return undefined;
          pages.world.clock.set(next);
          if (steps.length === 0) pages.world.telegram.user({ id: ANA.id, firstName: ANA.name }).send('hm');
          return pages.world.clock.now();
        },
      },
    });
    await pages.post('/clock', { move: 'next' });
    expect(await clock()).toContain('3:30 pm Thursday 26 November 2026');
    expect(await clock()).toContain('Something new for Ana.');
    await pages.post('/clock', { move: 'next' });
    expect(await clock()).toContain('There is nothing more to come for now.');
  });

  it('stop after four weeks in which no phone showed anything', async () => {
    await pages.world.close();
    pages = await openPages({
      clock: {
        now: () => pages.world.clock.now(),
        forward: async () => undefined,
        async toNext() {
          pages.world.clock.forward({ hours: 24 });
          return pages.world.clock.now();
        },
      },
    });
    await pages.post('/clock', { move: 'next' });
    expect(await clock()).toContain('9:00 am Monday 21 December 2026');
    expect(await clock()).toContain('Time went by. Nobody has anything new.');
  });
});

describe('a page that is looked at', () => {
  it('hears which phone has changed, and when the clock shows another minute', async () => {
    const stream = (await pages.get('/events')).body;
    if (stream === null) throw new Error('There is no stream');
    const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const until = async (words: string) => {
      while (!heard.includes(words)) heard += (await reader.read()).value ?? '';
    };
    await pages.post(`/phones/telegram-${MIA.id}/start`);
    await until('event: phone\ndata: telegram-71001');
    pages.world.clock.forward({ minutes: 1 });
    await until('event: clock\ndata: 9:01 am, Monday 23 November 2026');
    expect(heard).not.toContain(String(ANA.id));
    await reader.cancel();
  });

  it('does not wait for an answer for ever', async () => {
    await pages.world.close();
    pages = await openPages({ settled: () => new Promise(() => undefined) });
    expect((await pages.post(`/phones/telegram-${MIA.id}/start`)).status).toBe(303);
  });

  it('says that everybody is joining, and lets nobody get in the way until they have', async () => {
    await pages.world.close();
    pages = await openPages({ ready: new Promise(() => undefined) });
    const page = await pages.read();
    expect(wordsOf(page)).toContain('Everybody is joining just now.');
    expect(page).toMatch(/<main[^>]* inert>/);
    expect((await pages.post(`/phones/telegram-${MIA.id}/start`)).status).toBe(303);
    await pages.post('/clock', { move: 'day' });
    expect(pages.world.telegram.chat(MIA.id).messages).toEqual([]);
    expect(wordsOf(await pages.read('/clock'))).toContain('9:00 am Monday 23 November 2026');
  });

  it('comes back also when the bot is in trouble', async () => {
    await pages.world.close();
    pages = await openPages({ settled: () => Promise.reject(new Error('away')) });
    expect((await pages.post(`/phones/telegram-${MIA.id}/start`)).status).toBe(303);
  });
});

describe('the core of a rehearsal', () => {
  it('does one thing after the other, and goes on after one that failed', async () => {
    let inHand = 0;
    const most: number[] = [];
    const work = (fails: boolean) => async () => {
      inHand += 1;
      most.push(inHand);
      await pause(2);
      inHand -= 1;
      if (fails) throw new Error('away');
      return 1;
    };
    const core = inTurn({ ...pages.world.core, tick: work(true), deliver: work(false) });
    const done = await Promise.allSettled([core.tick(), core.deliver(), core.tick(), core.deliver()]);
    expect(done.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled']);
    expect(most).toEqual([1, 1, 1, 1]);
  });
});
