import type { z } from 'zod';
import type { Whose } from './enquiries/enquiry-ready.ts';
import { type OpenedAnswer, openedEnquiry } from './enquiries/open-enquiry.ts';
import type { By } from './kernel/command.ts';
import type { Moment } from './moment.ts';
import { type Performer, perform } from './perform.ts';

/** Whose way in, as what, in which programme. */
export type WhoseEnquiry = z.infer<typeof Whose>;

/** What somebody answered, after it was written down who reads it; undefined when they may not, or there is nothing. */
export async function openEnquiryOf(
  performer: Performer,
  whose: WhoseEnquiry,
  by: By,
  at: Moment,
): Promise<readonly OpenedAnswer[] | undefined> {
  const noted = await perform(performer, { command: 'open-enquiry', args: whose, by }, at);
  const { read } = performer.store;
  const enquiry = await read.enquiries.of(whose.personId, whose.programmeId, whose.as);
  return noted.did === 'done' && enquiry !== undefined ? await openedEnquiry(read, enquiry) : undefined;
}
