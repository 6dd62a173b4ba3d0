import { z } from 'zod';
import { change, next } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { text } from '../texts/text.ts';
import { answerWith } from './answer.ts';
import { holderOf } from './own-matter.ts';

/**
 * A helper turns to somebody's matters, or (null) back to their own. Everything they see then says whom they are helping;
 * consent is looked at again with every press, so that its end holds at once.
 */
export const actFor = command({
  name: 'act-for',
  schema: z.object({ personId: z.uuid().nullable() }),
  async load(read, { personId }, by) {
    if (personId === null) return undefined;
    const { person } = holderOf(by);
    const supported = await read.people.supportedBy(person.id);
    const active = supported.some((each) => each.personId === personId && each.state === 'active');
    return active ? await read.people.person(personId) : undefined;
  },
  decide(helped, { personId }, _at, by) {
    const { person, account } = holderOf(by);
    if (personId !== null && helped?.state !== 'active') {
      return {
        refused: 'supporter.not-now',
        say: text('supporter-cannot-act'),
        show: { screen: 'my-supporters', args: {} },
      };
    }
    return change({
      saves: [{ table: 'account', row: next(account, { actingForId: personId }) }],
      events: [{ event: 'supporter.acts-for', ids: { supporterId: person.id, personId } }],
      outgoing: [answerWith(helped ?? person, account, 'home')],
    });
  },
});
