import type { Reader } from '../store/reader.ts';
import { nameOf } from './contact.ts';
import { openMessage } from './seal-message.ts';

/** A reported message in the clear, with the names the two chose. `at` is when it was written, as ISO text in UTC. */
export type OpenedReport = {
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly text: string;
};

/** What a coordinator may read after "open-report" wrote down that they do; undefined when it did not, or it is gone. */
export async function openedReport(read: Reader, taskId: string): Promise<OpenedReport | undefined> {
  const message = await read.pairMessages.opened(taskId);
  if (message === undefined) return undefined;
  const [writer, reader] = await Promise.all([
    read.people.person(message.fromId),
    read.people.person(message.toId),
  ]);
  if (writer === undefined || reader === undefined) return undefined;
  const text = openMessage(read.keys, { writer, reader }, message.textSealed, message.id);
  return { from: nameOf(writer), to: nameOf(reader), at: message.createdAt.toString(), text };
}
