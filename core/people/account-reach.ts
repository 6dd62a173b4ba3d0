import { z } from 'zod';
import { change, next, type Save } from '../kernel/change.ts';
import { type By, command, type Refusal } from '../kernel/command.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../store/reader.ts';
import { newTask } from '../tasks/task.ts';
import { text } from '../texts/text.ts';
import type { Account } from './person.ts';

async function loadReach(read: Reader, accountId: string) {
  const account = await read.people.account(accountId);
  if (account === undefined) return undefined;
  const [accounts, task] = await Promise.all([
    read.people.accountsOf(account.personId),
    read.tasks.openOf('cannot-be-reached', { personId: account.personId }),
  ]);
  const elsewhere = accounts.some((each) => each.reachable && each.id !== account.id);
  return { account, elsewhere, task };
}

/** The person blocked us or is gone from there: nothing more is sent, and a coordinator is told once. */
export const accountLeft = command({
  name: 'account-left',
  schema: z.object({ accountId: z.uuid(), why: z.string().max(200).optional() }),
  keepsForm: true,
  load: (read, { accountId }) => loadReach(read, accountId),
  decide(data, { why }, at, by) {
    if (data !== undefined && !isTheirs(data.account, by)) return notYours;
    if (data === undefined || !data.account.reachable) return change({});
    const { account, elsewhere, task } = data;
    const row = next(account, { reachable: false, unreachableSince: at.now, unreachableWhy: why ?? 'left' });
    const tell = elsewhere || task !== undefined ? [] : [cannotBeReached(account, at)];
    return change({
      saves: [{ table: 'account', row }, ...tell],
      events: [{ event: 'account.left', ids: { accountId: account.id, personId: account.personId } }],
    });
  },
});

export const accountCameBack = command({
  name: 'account-came-back',
  schema: z.object({ accountId: z.uuid() }),
  keepsForm: true,
  load: (read, { accountId }) => loadReach(read, accountId),
  decide(data, _args, at, by) {
    if (data !== undefined && !isTheirs(data.account, by)) return notYours;
    if (data === undefined || data.account.reachable) return change({});
    const { account, task } = data;
    const row = next(account, { reachable: true, unreachableSince: null, unreachableWhy: null });
    const settled: Save[] =
      task === undefined ? [] : [{ table: 'task', row: next(task, { doneAt: at.now, doneBy: 'came-back' }) }];
    return change({
      saves: [{ table: 'account', row }, ...settled],
      events: [{ event: 'account.came-back', ids: { accountId: account.id, personId: account.personId } }],
    });
  },
});

/** An app says so of the person's own account, and the clock of any. */
function isTheirs({ personId }: Account, by: By): boolean {
  return by.is !== 'person' || (by.supporter ?? by.person).id === personId;
}

const notYours: Refusal = { refused: 'app.not-yours', say: text('access-may-not') };

function cannotBeReached({ personId, programmeId }: Account, at: Moment): Save {
  const row = newTask('cannot-be-reached', { programmeId, personId }, at);
  return { table: 'task', row };
}
