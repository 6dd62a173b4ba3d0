import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Draft } from '../../core/conversation/draft.ts';
import { draftOf, type Known } from '../../core/to-order.ts';
import { aPerson, byOf, momentOf } from '../meetings/in-full.ts';

it('what a supporter writes answers only the form of whoever they are writing for (ACC-02)', () => {
  const [ann, mia] = [aPerson('Ann'), aPerson('Mia')];
  const own = byOf(mia);
  if (own.is !== 'person') throw new Error('Mia is a person');
  const draft: Draft = {
    ...{
      id: 'draft',
      version: 1,
      accountId: own.account.id,
      personId: mia.id,
      form: 'reflect',
      question: 'text',
    },
    ...{ open: true, args: {}, answersSealed: null, updatedAt: momentOf().now },
  };
  const none = { seen: false, roles: [], button: null, disguise: null, actingFor: null };
  const known: Known = { ...none, account: { ...own.account, id: randomUUID() }, person: mia, draft };
  expect(draftOf(known, own)).toBe(draft);
  expect(draftOf(known, byOf(ann, mia))).toBeUndefined();
});
