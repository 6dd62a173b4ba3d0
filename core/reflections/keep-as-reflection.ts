import { z } from 'zod';
import { change, together } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import { answersOf } from '../kernel/sealed-answers.ts';
import { nothingToKeep, saving } from './save-reflection.ts';

/** Keeps what somebody wrote outside any question, which waits as a draft of `reflect`, in one tap. */
export const keepAsReflection = command({
  name: 'keep-as-reflection',
  schema: z.object({}),
  // The draft is taken away here; it must not be set aside in the same breath.
  keepsForm: true,
  async load(read, _args, by) {
    const { person, account } = personOf(by);
    const draft = await read.drafts.draft(`${account.id}:reflect`);
    const key = read.keys.of(person);
    const own = draft !== undefined && draft.personId === person.id ? draft : undefined;
    return { draft: own, key, written: own === undefined ? undefined : answersOf(own, key)['text'] };
  },
  decide({ draft, key, written }, _args, at, by) {
    if (draft === undefined || written === undefined || written === '') return nothingToKeep(by);
    return together(
      saving(written, undefined, key, at, by),
      change({ removals: [{ table: 'draft', id: draft.id }] }),
    );
  },
});
