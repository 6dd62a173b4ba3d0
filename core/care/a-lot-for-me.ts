import { z } from 'zod';
import { type Change, change } from '../kernel/change.ts';
import { command, personOf, type Refusal } from '../kernel/command.ts';
import { newTask, type Task } from '../tasks/task.ts';
import { text } from '../texts/text.ts';

/**
 * A mentor says that this is a lot just now. A coordinator is asked to get in touch, and nothing else follows: it is a task
 * of its own kind, on no list that looks at how anybody does, and no event that a report counts.
 */
export const aLotForMe = command({
  name: 'a-lot-for-me',
  schema: z.object({}),
  async load(read, _args, by) {
    const { person } = personOf(by);
    const [roles, open] = await Promise.all([
      read.people.rolesOf(person.id),
      read.tasks.openOf('a-lot-just-now', { personId: person.id }),
    ]);
    return { role: roles.find(({ role, endedAt }) => role === 'mentor' && endedAt === null), open };
  },
  decide({ role, open }, _args, at, by): Change | Refusal {
    const { person, account } = personOf(by);
    if (role === undefined) return { refused: 'care.no-mentor', say: text('button-no-longer-current') };
    const row: Task = newTask('a-lot-just-now', { programmeId: role.programmeId, personId: person.id }, at);
    return change({
      saves: open === undefined ? [{ table: 'task', row }] : [],
      outgoing: [
        {
          to: person.id,
          account: account.id,
          screen: 'a-lot-heard',
          args: {},
          mode: 'new',
          evenIfStopped: true,
        },
      ],
    });
  },
});
