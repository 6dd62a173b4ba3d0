import { PgBoss } from 'pg-boss';

export type Jobs = {
  stop(): Promise<void>;
};

export type JobsOptions = {
  readonly url: string;
  /** Called by one instance of all, about once a minute: a safety net under each instance's own second-by-second look. */
  onMinute(): Promise<void>;
  /** Called by one instance of all, once a night. */
  onNight(): Promise<void>;
  onFault(why: string): void;
};

const TICK = 'tick';
const TIDY = 'tidy';

/** Work that one instance of all does: pg-boss chooses which. */
export async function startJobs({ url, onMinute, onNight, onFault }: JobsOptions): Promise<Jobs> {
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
  await boss.schedule(TICK, '* * * * *');
  await boss.schedule(TIDY, '20 3 * * *');
  await boss.work(TICK, { pollingIntervalSeconds: 10 }, async () => await onMinute());
  await boss.work(TIDY, { pollingIntervalSeconds: 60 }, async () => await onNight());
  return { stop: () => boss.stop({ graceful: true, timeout: 3000 }) };
}
