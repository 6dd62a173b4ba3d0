import { z } from 'zod';
import { change } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { text } from '../texts/text.ts';

/** Why somebody reads a reported message: to deal with the report, or for what came of it. */
export const WhyRead = z.enum(['report', 'safeguarding', 'complaint', 'asked-by-reporter']);

/** A coordinator is about to read a reported message: written down first, with why, or it cannot be read. */
export const openReport = command({
  name: 'open-report',
  schema: z.object({ taskId: z.uuid(), why: WhyRead.default('report') }),
  async load(read, { taskId }) {
    const report = await read.pairMessages.report(taskId);
    return report === undefined ? undefined : await read.pairMessages.message(report.messageId);
  },
  decide(message, { taskId, why }, _at, by) {
    if (by.is !== 'coordinator')
      return { refused: 'message-report.not-yours', say: text('coordinators-only') };
    if (message === undefined) return { refused: 'message-report.unknown', say: text('report-unknown') };
    const ids = { taskId, messageId: message.id, pairId: message.pairId, why };
    return change({ events: [{ event: 'message-report.opened', ids }] });
  },
});
