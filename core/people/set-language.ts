import { z } from 'zod';
import { change, next, type OutgoingNew } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { answerWith } from './answer.ts';
import { holderOf } from './own-matter.ts';
import type { Account, Person } from './person.ts';

/** Plain English or Easy Read (ACC-01): from the first message on, at any time, and without losing one's place. */
export const setLanguage = command({
  name: 'set-language',
  schema: z.object({ language: z.enum(['en', 'en-easy']) }),
  keepsForm: true,
  async load(read, _args, by) {
    const { account } = holderOf(by);
    return { welcome: await read.drafts.draft(`${account.id}:welcome`) };
  },
  decide({ welcome }, { language }, _at, by) {
    const { person, account } = holderOf(by);
    return change({
      saves: [{ table: 'person', row: next(person, { language }) }],
      outgoing: shownAgain(person, account, welcome?.id),
    });
  },
});

/** What stood there before, in the new words. */
function shownAgain(person: Person, account: Account, draftId: string | undefined): OutgoingNew[] {
  if (person.state === 'held' || person.state === 'stopped')
    return [answerWith(person, account, person.state)];
  if (person.state === 'active')
    return [answerWith(person, account, 'my-settings', {}, { card: 'settings', mode: 'card' })];
  const welcome = answerWith(person, account, 'welcome', {}, { card: 'welcome', mode: 'card' });
  if (draftId === undefined) return [welcome];
  return [
    welcome,
    answerWith(person, account, 'question', { draftId }, { card: `draft:${draftId}`, mode: 'card' }),
  ];
}
