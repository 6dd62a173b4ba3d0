import { afterEach, describe, expect, it } from 'vitest';
import type { Loops } from '../../run/loops.ts';
import { APPS, type AppName } from '../support/apps/app.ts';
import type { Trouble } from './sending-apps.ts';
import { numbersSeen, openSendingStage, type Reader, type SendingStage } from './sending-stage.ts';
import { figure, isFull, LONGEST_MS, sized } from './size.ts';
import { until } from './stage.ts';

let stage: SendingStage;

afterEach(() => stage.close());

/** A call that is never answered takes its eight seconds, so that is tried at full size only. */
const TROUBLES: readonly Exclude<Trouble['is'], 'wait' | 'never'>[] = isFull
  ? ['failing', 'cut', 'hang']
  : ['failing', 'cut'];
const cases = APPS.flatMap((name) =>
  TROUBLES.filter((_, n) => isFull || n === APPS.indexOf(name) % 2).map((is) => [name, is] as const),
);

/** Milliseconds from the queue to the last of these readers' screens, for one message more each. */
async function lateness(loops: Loops, readers: readonly Reader[]): Promise<number> {
  const before = numbersSeen(readers[0] ?? { id: '', users: [] }).length;
  const began = performance.now();
  await stage.queue(readers, 1);
  loops.wake();
  await until(
    () => readers.every((reader) => numbersSeen(reader).length > before),
    30_000,
    'those in other apps are told',
  );
  return performance.now() - began;
}

async function median(count: number, measure: () => Promise<number>): Promise<number> {
  const found: number[] = [];
  for (let n = 0; n < count; n += 1) found.push(await measure());
  return found.toSorted((a, b) => a - b)[Math.floor(count / 2)] ?? 0;
}

/** What waits is tried at once, as it would be after a while. */
async function endPatience(): Promise<void> {
  await stage.rows(`UPDATE outgoing SET "leaseUntil" = NULL WHERE state = 'waiting'`);
}

describe('F7: an app is away for six hours', () => {
  it.each(cases)(
    '%s (%s): nothing is lost or late, all comes once and in order; people in other apps notice nothing',
    async (name, is) => {
      stage = await openSendingStage(APPS);
      const others = await stage.readers(2, APPS.filter((app: AppName) => app !== name).slice(0, 1));
      const away = await stage.readers(sized(3, 200), [name]);
      const loops = stage.start();
      const usual = await median(sized(1, 9), () => lateness(loops, others));
      const app = stage.apps.find((each) => each.name === name);
      app?.meet({ is }, undefined, 1_000_000);
      await stage.queue(away, 3);
      // The second is a reminder of something that will be over by then.
      await stage.rows(
        `UPDATE outgoing SET "expiresAt" = $1 WHERE args->'args'->>'name' = '2' AND chat = ANY($2)`,
        [stage.clock.now().add({ hours: 1 }).toString(), away.map(({ id }) => id)],
      );
      const tried = stage.calls.length;
      await until(() => stage.calls.length > tried, 20_000, 'it is tried in vain');
      const meanwhile = await median(sized(1, 9), () => lateness(loops, others));
      stage.clock.forward({ hours: 6 });
      app?.clear();
      await loops.stop();
      await endPatience();
      stage.start();
      await until(async () => (await stage.waiting()) === 0, LONGEST_MS, 'all is sent');
      const seen = away.map(numbersSeen);
      const wrong = seen.filter((numbers) => numbers.join() !== '1,3').length;
      figure('F7', `${name}, ${is}: people with something lost, late, double or in disorder`, wrong, '0');
      figure(
        'F7',
        `${name}, ${is}: others told after, before and meanwhile (ms)`,
        `${Math.round(usual)}, ${Math.round(meanwhile)}`,
      );
      expect(seen).toEqual(away.map(() => [1, 3]));
      expect(await stage.rows(`SELECT DISTINCT why FROM outgoing WHERE state = 'dropped'`)).toEqual([
        { why: 'too-late' },
      ]);
      expect(meanwhile).toBeLessThan(2000);
    },
    LONGEST_MS,
  );
});
