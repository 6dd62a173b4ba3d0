import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Core, Moment } from '../core/index.ts';
import type { Store } from '../core/store/store.ts';
import { momentNow } from './moments.ts';

const Kept = z.object({ aheadMs: z.number() });

/** The rehearsal's clock: the real one, moved ahead by hand. Where it stands survives a restart. */
export type RehearsalClock = {
  moment(): Moment;
  now(): Temporal.Instant;
  /** Moves time forward and lets everything happen that is due on the way, each thing at its own moment. */
  forward(by: Temporal.DurationLike): Promise<void>;
  /** Moves to the next thing that is due; undefined when nothing is. */
  toNext(): Promise<Temporal.Instant | undefined>;
};

/** The clock of the rehearsal in this folder. */
export function rehearsalClock(dataDir: string, parts: () => { core: Core; store: Store }): RehearsalClock {
  const file = join(dataDir, 'clock.json');
  let ahead = existsSync(file) ? Kept.parse(JSON.parse(readFileSync(file, 'utf8'))).aheadMs : 0;
  const moment = (): Moment => momentNow(ahead);
  const moveTo = async (to: Temporal.Instant): Promise<void> => {
    ahead += Math.max(0, to.epochMilliseconds - moment().now.epochMilliseconds);
    writeFileSync(file, JSON.stringify({ aheadMs: ahead }));
    await parts().core.settle();
  };
  return {
    moment,
    now: () => moment().now,
    async forward(by) {
      const end = moment().now.add(by);
      for (;;) {
        const next = await parts().store.queues.nextMoment(moment().now);
        if (next === undefined || Temporal.Instant.compare(next, end) > 0) break;
        await moveTo(next);
      }
      await moveTo(end);
    },
    async toNext() {
      await parts().core.settle();
      const next = await parts().store.queues.nextMoment(moment().now);
      if (next !== undefined) await moveTo(next);
      return next;
    },
  };
}
