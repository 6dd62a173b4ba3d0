import type { Config } from '../config.ts';
import type { Core, Store } from '../core/index.ts';
import { type Jobs, startJobs } from '../core/store/jobs.ts';
import type { Log } from './logger.ts';
import { momentNow } from './moments.ts';
import { postAuditHead } from './post-audit-head.ts';

export type WorkParts = {
  readonly config: Pick<Config, 'auditHeadTo'>;
  readonly url: string;
  readonly core: Core;
  readonly store: Store;
  readonly log: Log;
  /** A safety net: called about once a minute. */
  wake(): void;
};

/** What one instance of all does. Drafts that were left, because somebody died over them, are taken up at once. */
export async function startWork({ config, url, core, store, log, wake }: WorkParts): Promise<Jobs> {
  const draftsAgain = async (): Promise<void> => {
    await Promise.all((await core.draftsLeft()).map((id) => jobs.draft(id)));
  };
  const jobs = await startJobs({
    url,
    async onMinute() {
      wake();
      await draftsAgain();
    },
    onNight: () => core.night(),
    async onDay() {
      await core.postAuditHead();
      if (config.auditHeadTo !== undefined) await postAuditHead(core, store, config.auditHeadTo, momentNow());
    },
    async onDraft(draftId, signal) {
      await core.draft(draftId, { signal });
    },
    onFault: (why) => log.warn({ fault: 'jobs', why }),
  });
  await draftsAgain();
  return jobs;
}
