import type { z } from 'zod';
import type { WhyReadConcern } from './concerns/concern.ts';
import { type OpenedConcern, openedConcern } from './concerns/opened-concern.ts';
import type { OpenedAnswer } from './enquiries/open-enquiry.ts';
import type { By } from './kernel/command.ts';
import type { Moment } from './moment.ts';
import { openEnquiryOf, type WhoseEnquiry } from './open-enquiry-of.ts';
import { type OpenedWords, openedWords } from './opened-words.ts';
import { type OpenedReport, openedReport } from './pair-messages/opened-report.ts';
import { type Performer, perform } from './perform.ts';
import type { OpenedNote } from './supervision/opened-notes.ts';
import { type ReadSupervision, supervisionNotes } from './supervision-notes.ts';

/** What people wrote, read in the clear: each only after it was written down that it is, and by whom. */
export type OpenedSide = {
  /** A reported message, after the command "open-report" has written down who reads it; otherwise nothing. */
  openedReport(taskId: string): Promise<OpenedReport | undefined>;
  /**
   * What somebody told, for one of those who answer (`asId`): that they read it, and why, is written down first, or nothing
   * is read.
   */
  readConcern(asked: ReadConcern): Promise<OpenedConcern | undefined>;
  /** What is said about a mentor's supervision, after it was written down who reads (`asId`); otherwise nothing. */
  supervisionNotes(asked: ReadSupervision): Promise<OpenedNote[] | undefined>;
  /** What somebody answered on their way in: that it is read, and by whom, is written down first, or nothing is read. */
  openedEnquiry(whose: WhoseEnquiry, by: By): Promise<readonly OpenedAnswer[] | undefined>;
  /** What an opening lets be read, after "read-opening" has written down that it is; otherwise nothing. */
  openedWords(openingId: string): Promise<OpenedWords[] | undefined>;
};

export type ReadConcern = {
  readonly concernId: string;
  readonly asId: string;
  readonly why: z.infer<typeof WhyReadConcern>;
  readonly by: By;
};

export function openOpenedSide(performer: Performer, moment: () => Moment): OpenedSide {
  const { read } = performer.store;
  return {
    openedReport: (taskId) => openedReport(read, taskId),
    readConcern: (asked) => readConcern(performer, asked, moment()),
    supervisionNotes: (asked) => supervisionNotes(performer, asked, moment()),
    openedEnquiry: (whose, by) => openEnquiryOf(performer, whose, by, moment()),
    openedWords: (openingId) => openedWords(read, openingId, moment().now),
  };
}

async function readConcern(
  performer: Performer,
  { by, ...args }: ReadConcern,
  at: Moment,
): Promise<OpenedConcern | undefined> {
  const noted = await perform(performer, { command: 'read-concern', args, by }, at);
  return noted.did === 'done' ? await openedConcern(performer.store.read, args.concernId) : undefined;
}
