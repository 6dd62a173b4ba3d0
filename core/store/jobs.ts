import { PgBoss } from 'pg-boss';
import { z } from 'zod';
import { loggable } from '../kernel/fault.ts';

export type Jobs = {
  /** One instance of all works out this draft, soon; asked for twice, it is done once. */
  draft(draftId: string): Promise<void>;
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
  /** Called by one instance of all, with the id of a draft to work out; `signal` says that this instance is to end. */
  onDraft(draftId: string, signal: AbortSignal): Promise<void>;
  onFault(why: string): void;
};

const TICK = 'tick';
const TIDY = 'tidy';
const DAY = 'day';
const DRAFT = 'draft';

/** Ids and nothing else: a job is kept for a while, and read by whoever looks at the queue. */
const DraftJob = z.strictObject({ draftId: z.uuid() });
/** After so long a draft is taken for stuck. Whether it came further is kept with the draft, not here. */
const LONGEST_DRAFT_SECONDS = 3600;

/** Work that one instance of all does: pg-boss chooses which. */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { url, onMinute, onNight, onDay, onFault } = options;
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
  const drafts = await startDrafts(boss, options);
  return {
    draft: drafts.add,
    async stop() {
      drafts.end();
      await boss.stop({ graceful: true, timeout: 3000 });
    },
  };
}

/**
 * Drafts that were asked for. Nothing is tried again by the queue: the rows of the drafts say what is left to do, and the
 * look of every minute puts it here again.
 */
async function startDrafts(boss: PgBoss, { onDraft, onFault }: JobsOptions) {
  await boss.createQueue(DRAFT, { policy: 'short', retryLimit: 0, expireInSeconds: LONGEST_DRAFT_SECONDS });
  const ending = new AbortController();
  const worker = await boss.work(DRAFT, { pollingIntervalSeconds: 30 }, async (jobs) => {
    for (const { data } of jobs) {
      const { draftId } = DraftJob.parse(data);
      await withoutWords(() => onDraft(draftId, ending.signal));
    }
  });
  return {
    async add(draftId: string): Promise<void> {
      try {
        // Waits once, however often it is put here; what is begun already finds that somebody is at it.
        await boss.send(DRAFT, { draftId }, { singletonKey: draftId });
        boss.notifyWorker(worker);
      } catch (error) {
        onFault(loggable(error));
      }
    },
    end: () => ending.abort(new Error('This instance is to end')),
  };
}

/** A job that failed is kept with its error, in whole: what the database or a parser quotes is left out of it. */
async function withoutWords(does: () => Promise<void>): Promise<void> {
  try {
    await does();
  } catch (error) {
    throw new Error(loggable(error));
  }
}
