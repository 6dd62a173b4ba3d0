import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RequestEntry } from '../../bots/rehearsal/telegram/journal.ts';
import { openLog } from '../../run/logger.ts';
import { startLoops } from '../../run/loops.ts';
import { pairUp, type Two } from '../support/arrive.ts';
import { openWorld, type World } from '../support/world.ts';
import { figure, isFull, LONGEST_MS } from './size.ts';
import { until } from './stage.ts';

let world: World;
let two: Two;

beforeEach(async () => {
  world = await openWorld();
  two = await pairUp(world);
});

let ended: Promise<void> | undefined;

afterEach(async () => {
  // Ends the call that hangs, too.
  await world.close();
  await ended;
});

/** Calls that would show something in a chat. */
function shownTo(chat: number): RequestEntry[] {
  return world.telegram.journal.requests(undefined, chat).filter(({ method }) => /^send|^edit/.test(method));
}

async function tasksOf(personId: string): Promise<unknown[]> {
  return await world.rows(
    `SELECT kind FROM task WHERE "personId" = $1 AND kind <> 'new-person' AND "doneAt" IS NULL`,
    [personId],
  );
}

async function mentorIsTold(): Promise<void> {
  const { pairId } = two;
  await world.coordinate('book-for-pair', { pairId, wall: '2026-12-03T15:00', mode: 'phone' });
}

describe('F18: what cannot be sent', () => {
  it.each([
    ['somebody who blocked the bot', '403'],
    ['a chat that is gone', '400'],
  ] as const)(
    'is tried once for %s; a coordinator is told, and others hear all the same',
    async (_, kind) => {
      world.telegram.faults.next({ kind, chat: two.mentor.id, times: 100 });
      const [before, others] = [shownTo(two.mentor.id).length, shownTo(two.mentee.id).length];
      await mentorIsTold();
      await world.later({ hours: 48 });
      const tried = shownTo(two.mentor.id).length - before;
      figure('F18', `attempts at a chat that answers ${kind}`, tried, '<= 1');
      expect(tried).toBe(1);
      expect(await tasksOf(two.mentorId)).toEqual([{ kind: 'cannot-be-reached' }]);
      expect(shownTo(two.mentee.id).length).toBeGreaterThan(others);
      expect(
        await world.rows(`SELECT id FROM outgoing WHERE state = 'waiting' AND "dueAt" <= $1`, [
          world.clock.now().toString(),
        ]),
      ).toEqual([]);
    },
    LONGEST_MS,
  );

  it(
    'is not sent before the seconds that Telegram names, and nothing is lost; others do not wait',
    async () => {
      const seconds = 2;
      world.telegram.faults.next({ kind: '429', chat: two.mentor.id, retryAfter: seconds });
      const calls: { at: number; chat: unknown; refused: boolean }[] = [];
      world.telegram.journal.onEntry((entry) => {
        if (entry.kind !== 'request' || !/^send|^edit/.test(entry.method)) return;
        calls.push({
          at: performance.now(),
          chat: entry.params['chat_id'],
          refused: entry.reply?.ok === false,
        });
      });
      await mentorIsTold();
      const toMentor = (): typeof calls => calls.filter(({ chat }) => String(chat) === String(two.mentor.id));
      await until(
        async () => {
          await world.core.settle();
          return toMentor().length > 1;
        },
        30_000,
        'it is sent after all',
      );
      const [refused, sent] = toMentor();
      const waited = (sent?.at ?? 0) - (refused?.at ?? 0);
      const other = calls.find(({ chat, refused: no }) => String(chat) === String(two.mentee.id) && !no);
      figure(
        'F18',
        `sent again after being told to wait ${seconds * 1000} ms (ms)`,
        Math.round(waited),
        `>= ${seconds * 1000}`,
      );
      expect(refused?.refused).toBe(true);
      expect(waited).toBeGreaterThanOrEqual(seconds * 1000);
      expect(sent?.refused).toBe(false);
      expect((other?.at ?? Number.POSITIVE_INFINITY) - (refused?.at ?? 0)).toBeLessThan(1000);
    },
    LONGEST_MS,
  );

  it(
    'holds nobody else up while one chat does not answer',
    async () => {
      const loops = startLoops(world.core, openLog('silent'));
      try {
        world.telegram.faults.next({ kind: 'hang', chat: two.mentor.id });
        two.mentor.send('home');
        await until(() => world.telegram.faults.waiting === 0, 5000, 'the mentor is written to');
        const began = performance.now();
        const since = two.mentee.mark();
        two.mentee.send('help');
        await two.mentee.waitFor('999', { since, timeoutMs: 10_000 });
        const waited = performance.now() - began;
        figure('F18', 'help for one person while another chat hangs (ms)', Math.round(waited), '<= 2000');
        expect(waited).toBeLessThan(2000);
        if (isFull)
          await until(() => shownTo(two.mentor.id).at(-1)?.reply?.ok === true, 15_000, 'it is tried again');
      } finally {
        ended = loops.stop();
        if (isFull) await ended;
      }
    },
    LONGEST_MS,
  );

  it(
    'in parts: when the second part of a long text fails for good, nothing is tried again',
    async () => {
      await readLongPage('400');
      const parts = shownTo(two.mentee.id).filter(({ params }) => String(params['text']).includes('garden'));
      await world.later({ hours: 24 });
      const again = shownTo(two.mentee.id).filter(({ params }) => String(params['text']).includes('garden'));
      expect(parts.length).toBeGreaterThan(0);
      expect(again.length).toBe(parts.length);
    },
    LONGEST_MS,
  );
});

/** The mentee reads a page of her own of which only the first part gets through. */
async function readLongPage(kind: '400'): Promise<void> {
  two.mentee.send('reflect');
  await world.settle();
  two.mentee.send(`${'We talked about the garden for a long time. '.repeat(85)}`);
  await world.settle();
  two.mentee.send('my reflections');
  await world.settle();
  let seen = 0;
  const stop = world.telegram.journal.onEntry((entry) => {
    if (entry.kind !== 'request' || entry.method !== 'sendMessage') return;
    seen += 1;
    if (seen === 1) world.telegram.faults.next({ kind, chat: two.mentee.id, method: 'sendMessage' });
  });
  two.mentee.press(/garden/);
  await world.settle();
  stop();
}
