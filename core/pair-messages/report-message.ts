import { z } from 'zod';
import { change, next } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import type { Moment } from '../moment.ts';
import { text } from '../texts/text.ts';
import type { PairMessage } from './pair-message.ts';
import { notYours } from './write-pair-message.ts';

/** Its reader opens one message to coordinators, having been told that they will read it and what they are not. */
export const reportMessage = command({
  name: 'report-message',
  schema: z.object({ messageId: z.uuid() }),
  async load(read, { messageId }) {
    const message = await read.pairMessages.message(messageId);
    const pair = message === undefined ? undefined : await read.pairs.pair(message.pairId);
    return message === undefined || pair === undefined ? undefined : { message, pair };
  },
  decide(data, { messageId }, at, by) {
    const { person, account } = personOf(by);
    const isThere = data?.message.state === 'sending' || data?.message.state === 'sent';
    if (data?.message.toId !== person.id || !isThere) return notYours;
    const { message, pair } = data;
    if (message.reportedAt !== null)
      return { refused: 'pair-message.reported', say: text('report-made-already') };
    const task = taskFor(message, pair.programmeId, at);
    const ids = {
      id: task.id,
      version: 1,
      messageId,
      pairId: pair.id,
      reporterId: person.id,
      createdAt: at.now,
    };
    return change({
      saves: [
        { table: 'pair_message', row: next(message, { reportedAt: at.now }) },
        { table: 'message_report', row: ids },
        { table: 'task', row: task },
      ],
      events: [{ event: 'message-report.made', ids: { taskId: task.id, messageId, pairId: pair.id } }],
      outgoing: [
        {
          to: person.id,
          account: account.id,
          screen: 'message-reported',
          args: { pairId: pair.id },
          mode: 'new',
          evenIfStopped: true,
        },
      ],
    });
  },
});

function taskFor({ toId, pairId }: PairMessage, programmeId: string, at: Moment) {
  return {
    id: at.newId(),
    version: 1,
    programmeId,
    kind: 'reported-message' as const,
    personId: toId,
    pairId,
    meetingId: null,
    createdAt: at.now,
    doneAt: null,
    doneBy: null,
  };
}

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
