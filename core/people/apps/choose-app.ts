import { z } from 'zod';
import { change, next } from '../../kernel/change.ts';
import { command, personOf, type Refusal } from '../../kernel/command.ts';
import { text } from '../../texts/text.ts';
import { answerWith } from '../answer.ts';

export const notYourApp: Refusal = {
  refused: 'app.not-yours',
  say: text('button-no-longer-current'),
  show: { screen: 'my-apps', args: {} },
};

/** Where messages go that answer nothing. An answer always goes where it was asked for. */
export const setWriteTo = command({
  name: 'set-write-to',
  schema: z.object({ accountId: z.uuid() }),
  load: (read, { accountId }) => read.people.account(accountId),
  decide(chosen, { accountId }, _at, by) {
    const { person, account } = personOf(by);
    if (chosen?.personId !== person.id || !chosen.reachable) return notYourApp;
    return change({
      saves: [
        { table: 'person', row: next(person, { settings: { ...person.settings, writeTo: accountId } }) },
      ],
      events: [{ event: 'person.reads-in', ids: { personId: person.id, accountId } }],
      outgoing: [answerWith(person, account, 'my-apps', {}, { card: 'apps', mode: 'card' })],
    });
  },
});
