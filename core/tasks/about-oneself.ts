import type { By } from '../kernel/command.ts';
import type { Task } from './task.ts';

/** Who is behind what a task is about, as far as it can be a report. */
export type Behind = {
  /** The two of the pair it is about. */
  readonly two: readonly string[];
  /** Who leads the group it is about. */
  readonly leadId: string | undefined;
};

/** Whether a report is about this person: whoever is reported neither reads that nor ends it. */
export function isAboutOneself(
  { kind, personId }: Pick<Task, 'kind' | 'personId'>,
  { two, leadId }: Behind,
  ownId: string,
): boolean {
  if (personId === ownId) return false;
  if (kind === 'reported-message') return two.includes(ownId);
  return kind === 'group-report' && leadId === ownId;
}

/** Whether somebody in a chat acts on a report about themselves. */
export function isOwn(task: Task, behind: Behind | undefined, by: By): boolean {
  return by.is === 'person' && behind !== undefined && isAboutOneself(task, behind, by.person.id);
}
