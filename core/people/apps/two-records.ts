import { type Change, change, next } from '../../kernel/change.ts';
import type { Moment } from '../../moment.ts';
import { newTask, type Task } from '../../tasks/task.ts';
import type { Account, Person } from '../person.ts';
import type { AppLink } from './app-link.ts';
import { linkEvent, sayTo, tellOwner } from './link-rules.ts';

/** Somebody who is here in their own right, and so never becomes another's app by a code. */
export function isSomebody(person: Person): boolean {
  return person.state !== 'arriving';
}

export type TwoRecords = {
  readonly link: AppLink;
  /** Where the code was made. */
  readonly from: Account | undefined;
  /** Who wrote it, and where. */
  readonly writer: Person;
  readonly account: Account;
  /** Earlier tasks about these two, newest first. */
  readonly tasks: readonly Task[];
};

/**
 * A code of one person was written by another who is here too. Nothing is linked and the code ends; both hear what to do,
 * and a coordinator looks, because the two may be one person who came twice.
 */
export function foundTwoRecords({ link, from, writer, account, tasks }: TwoRecords, at: Moment): Change {
  const isKnown = tasks.some(({ doneAt }) => doneAt === null);
  const task = newTask(
    'two-records',
    { programmeId: from?.programmeId ?? null, personId: link.personId, otherPersonId: writer.id },
    at,
  );
  return change({
    saves: [
      { table: 'app_link', row: next(link, { state: 'ended' }) },
      ...(isKnown ? [] : [{ table: 'task', row: task } as const]),
    ],
    events: [linkEvent('two-records', link, { accountId: account.id, otherPersonId: writer.id })],
    outgoing: [
      sayTo(writer, account, 'link-two-records'),
      tellOwner(link, 'say', { id: 'link-two-records-there', args: {} }),
    ],
  });
}
