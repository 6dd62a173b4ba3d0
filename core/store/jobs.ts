import { PgBoss } from 'pg-boss';
import { loggable } from '../kernel/fault.ts';

export type Jobs = {
  stop(): Promise<void>;
};

export type JobsOptions = {
  readonly url: string;
  /** Called by one instance of all, about once a minute: a safety net under each instance's own second-by-second look. */
  onMinute(): Promise<void>;
  /** Called by one instance of all, once a night. */
  onNight(): Promise<void>;
  /** Called by one instance of all, once a day. */
  onDay(): Promise<void>;
  onFault(why: string): void;
};

const TICK = 'tick';
const TIDY = 'tidy';
const DAY = 'day';

/** Work that one instance of all does: pg-boss chooses which. */
export async function startJobs({ url, onMinute, onNight, onDay, onFault }: JobsOptions): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: url,
    max: 2,
    schema: 'pgboss',
    application_name: 'beenthere jobs',
  });
  boss.on('error', (error) => onFault(error.name));
  await boss.start();
  await boss.createQueue(TICK, { policy: 'singleton', retryLimit: 0, expireInSeconds: 60 });
  await boss.createQueue(TIDY, { policy: 'singleton', retryLimit: 2, expireInSeconds: 900 });
  await boss.createQueue(DAY, { policy: 'singleton', retryLimit: 5, retryDelay: 600, expireInSeconds: 900 });
  await boss.schedule(TICK, '* * * * *');
  await boss.schedule(TIDY, '20 3 * * *');
  await boss.schedule(DAY, '40 3 * * *');
  const work = (name: string, pollingIntervalSeconds: number, does: () => Promise<void>) =>
    boss.work(name, { pollingIntervalSeconds }, () => withoutWords(does));
  await work(TICK, 10, onMinute);
  await work(TIDY, 60, onNight);
  await work(DAY, 60, () =>
    onDay().catch((error: unknown) => {
      onFault(loggable(error));
      throw error;
    }),
  );
  return { stop: () => boss.stop({ graceful: true, timeout: 3000 }) };
}

/** A job that failed is kept with its error, in whole: what the database or a parser quotes is left out of it. */
async function withoutWords(does: () => Promise<void>): Promise<void> {
  try {
    await does();
  } catch (error) {
    throw new Error(loggable(error));
  }
}
