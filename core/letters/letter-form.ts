import { z } from 'zod';
import type { By } from '../kernel/command.ts';
import { rolesOfActor } from '../kernel/coordinator.ts';
import type { JsonObject } from '../kernel/json.ts';
import { form } from '../kernel/open-form.ts';
import { reachOf } from '../kernel/reach.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { LETTER_DAYS, LETTER_MOST } from './letter.ts';
import { mayWrite } from './may-write.ts';

const To = z.object({ toId: z.uuid() });

async function load(read: Reader, args: JsonObject, by: By) {
  const { toId } = To.parse(args);
  const fromId = by.is === 'person' ? by.person.id : toId;
  const [reader, roles, wrote] = await Promise.all([
    read.people.person(toId),
    rolesOfActor(read, by, args),
    read.letters.latest(toId, fromId),
  ]);
  const isTheirs = await read.staff.isTheirs(reachOf(roles), toId);
  return {
    may: mayWrite({ roles, isTheirs, wrote }, fromId),
    isBack: wrote?.fromCoordinator === true,
    reader,
  };
}

/** A few words to one person, told first who reads them and for how long they are kept. */
export const letterForm = form<Awaited<ReturnType<typeof load>>>({
  name: 'write-letter',
  questions: [
    {
      id: 'words',
      ask({ data }) {
        const name = data.reader?.name ?? '';
        return [
          data.isBack ? text('letter-ask-back', { name }) : text('letter-ask', { name }),
          text('letter-kept', { days: String(LETTER_DAYS) }),
        ];
      },
      written: true,
      most: LETTER_MOST,
    },
  ],
  load,
  closed: ({ may }) => (may ? undefined : text('letter-not-yours')),
  finish: ({ args, answers }) => ({
    command: 'write-letter',
    args: { toId: To.parse(args).toId, words: answers['words'] ?? '' },
  }),
});
