import { afterEach, describe, expect, it } from 'vitest';
import { APPS, type AppName } from '../support/apps/app.ts';
import type { Trouble } from './sending-apps.ts';
import { numbersSeen, openSendingStage, type Reader, type SendingStage } from './sending-stage.ts';
import { figure, isFull, LONGEST_MS, sized } from './size.ts';
import { until } from './stage.ts';

let stage: SendingStage;

afterEach(() => stage.close());

/** Calls into somebody's chat. */
function callsTo({ users }: Reader): number {
  return stage.calls.filter(({ userId }) => users.some((user) => user.userId === userId)).length;
}

async function tasksOf({ id }: Reader): Promise<unknown[]> {
  return await stage.rows(
    `SELECT kind FROM task WHERE "personId" = $1 AND kind = 'cannot-be-reached' AND "doneAt" IS NULL`,
    [id],
  );
}

/** What waits is tried at once, as it would be after a while. */
async function endPatience(): Promise<void> {
  await stage.rows(`UPDATE outgoing SET "leaseUntil" = NULL WHERE state = 'waiting'`);
}

/** Somebody to whom nothing can be sent any more, and others; each has this many messages waiting. */
async function openWithGone(
  name: AppName,
  how: 'left' | 'never',
  each: number,
): Promise<[Reader, ...Reader[]]> {
  stage = await openSendingStage([name]);
  const [gone, ...others] = await stage.readers(4);
  if (gone === undefined) throw new Error('Nobody is there');
  const [user] = gone.users;
  if (how === 'left') user?.leave();
  else stage.app.meet({ is: 'never' }, user?.userId, 1000);
  await stage.queue([gone, ...others], each);
  return [gone, ...others];
}

const cases = APPS.flatMap((name) => (['left', 'never'] as const).map((how) => [name, how] as const));

describe('F18: what cannot be sent, in each app', () => {
  it.each(cases)(
    '%s, somebody who %s: is tried once, a coordinator sees it, others hear all the same',
    async (name, how) => {
      const each = sized(3, 20);
      const [gone, ...others] = await openWithGone(name, how, each);
      stage.start();
      await until(
        () => others.every((reader) => numbersSeen(reader).length === each),
        LONGEST_MS,
        'others hear',
      );
      await until(async () => (await stage.waiting()) === 0, LONGEST_MS, 'nothing waits');
      stage.clock.forward({ hours: 48 });
      await endPatience();
      await stage.core.settle();
      figure('F18', `${name}, ${how}: attempts, of ${each} messages`, callsTo(gone), '<= 1');
      expect(callsTo(gone)).toBe(1);
      expect(numbersSeen(gone)).toEqual([]);
      expect(await tasksOf(gone)).toEqual([{ kind: 'cannot-be-reached' }]);
    },
    LONGEST_MS,
  );

  it.each(APPS)(
    '%s: one chat that does not answer holds nobody else up',
    async (name) => {
      stage = await openSendingStage([name]);
      const [slow, ...others] = await stage.readers(4);
      const hangs: Trouble = { is: 'hang' };
      stage.app.meet(hangs, slow?.users[0]?.userId);
      await stage.queue([...(slow === undefined ? [] : [slow]), ...others], 2);
      const began = performance.now();
      const loops = stage.start();
      await until(() => others.every((reader) => numbersSeen(reader).length === 2), 30_000, 'others hear');
      const took = performance.now() - began;
      figure('F18', `${name}: others, while one chat does not answer (ms)`, Math.round(took), '<= 2000');
      expect(took).toBeLessThan(isFull ? 2000 : 6000);
      if (!isFull || slow === undefined) return;
      await until(() => numbersSeen(slow).length === 2, 40_000, 'it is tried again');
      expect(numbersSeen(slow)).toEqual([1, 2]);
      await loops.stop();
    },
    LONGEST_MS,
  );
});
