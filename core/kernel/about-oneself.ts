import type { Behind, Task } from '../tasks/task.ts';
import { type By, themselves } from './command.ts';

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

/** Whether somebody acts on a report about themselves. */
export function isOwn(task: Task, behind: Behind | undefined, by: By): boolean {
  const person = themselves(by);
  return person !== undefined && behind !== undefined && isAboutOneself(task, behind, person.id);
}
