import { z } from 'zod';
import type { OutgoingNew } from '../kernel/change.ts';
import { type Change, change, next } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import { answersOf, sealAnswers } from '../kernel/sealed-answers.ts';
import type { Draft } from './draft.ts';

/** Shorter than this, what somebody wrote is not worth keeping for them: a greeting, a slip (our default). */
export const WORTH_KEEPING = 20;

/**
 * Something that answers no question and is no known word. Nothing that a person took the trouble to write is lost: it is
 * kept sealed, as the beginning of a reflection that only they can read, until they keep it or throw it away.
 */
export const notUnderstood = command({
  name: 'not-understood',
  schema: z.object({ text: z.string().optional() }),
  keepsForm: true,
  async load(read, _args, by) {
    const { person, account } = personOf(by);
    return { draft: await read.drafts.draft(draftIdOf(account.id)), key: read.keys.of(person) };
  },
  decide({ draft, key }, { text }, at, by): Change {
    const { person, account } = personOf(by);
    const beside = by.is === 'person' && by.supporter !== undefined;
    const written = text?.trim() ?? '';
    // A helper's words are not the person's reflection.
    if (written.length <= WORTH_KEEPING || beside || (draft !== undefined && draft.personId !== person.id)) {
      return change({ outgoing: [answer(person.id, account.id, {})] });
    }
    const id = draftIdOf(account.id);
    const answers = draft === undefined ? {} : answersOf(draft, key);
    const earlier = answers['text'] ?? '';
    const all = { ...answers, text: earlier === '' ? written : `${earlier}\n\n${written}` };
    const sealed = { answersSealed: sealAnswers(id, all, key, at.random(12)), updatedAt: at.now };
    const fresh: Draft = {
      id,
      version: 1,
      accountId: account.id,
      personId: person.id,
      form: 'reflect',
      question: 'text',
      open: false,
      args: {},
      ...sealed,
    };
    const row = draft === undefined ? fresh : next(draft, sealed);
    return change({
      saves: [{ table: 'draft', row }],
      outgoing: [answer(person.id, account.id, { kept: earlier === '' ? 'new' : 'added' })],
    });
  },
});

/** Throws away what was begun. */
export const forgetDraft = command({
  name: 'forget-draft',
  schema: z.object({ form: z.string() }),
  keepsForm: true,
  async load(read, { form }, by) {
    return await read.drafts.draft(`${personOf(by).account.id}:${form}`);
  },
  decide(draft, _args, _at, by) {
    const { person, account } = personOf(by);
    const home: OutgoingNew = { ...answer(person.id, account.id, { after: 'forgotten' }), screen: 'home' };
    const own = draft !== undefined && draft.personId === person.id;
    return change({ removals: own ? [{ table: 'draft', id: draft.id }] : [], outgoing: [home] });
  },
});

function draftIdOf(accountId: string): string {
  return `${accountId}:reflect`;
}

function answer(personId: string, accountId: string, args: Record<string, string>): OutgoingNew {
  return {
    to: personId,
    account: accountId,
    screen: 'not-understood',
    args,
    mode: 'new',
    evenIfStopped: true,
  };
}
