import { WhyRead } from '../../core/pair-messages/report-message.ts';
import type { Desk } from './desk.ts';
import { findTask } from './find.ts';
import { NotDone } from './not-done.ts';
import { choiceOf, type Verb } from './verb.ts';

/** A message that its reader reported. That it was read here is written down before it is shown. */
export const reportVerb: Verb = {
  name: 'task read',
  takes: 'TASK [--why WHY]',
  does: `Shows the one message that a task of a report is about. That you read it is written down, and why: ${WhyRead.options.join(', ')}.`,
  options: { why: 'value' },
  words: [1, 1],
  async run(desk, given) {
    const why = choiceOf(given.value('why') ?? 'report', WhyRead.options, '--why');
    const task = await findTask(desk, given.words[0] ?? '');
    await desk.perform('open-report', { taskId: task.id, why });
    const { from, to, at, text } = await messageOf(desk, task.id);
    return {
      said: [`${from} wrote to ${to} on ${at.slice(0, 16).replace('T', ' ')} (UTC):`, '', text],
      data: { taskId: task.id, from, to, at, text },
    };
  },
};

async function messageOf({ core }: Desk, taskId: string) {
  const opened = await core.openedReport(taskId);
  if (opened === undefined) throw new NotDone('That message is not kept any longer.');
  return opened;
}
