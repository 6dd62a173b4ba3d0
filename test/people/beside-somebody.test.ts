import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { change } from '../../core/kernel/change.ts';
import { command } from '../../core/kernel/command.ts';
import { perform } from '../../core/perform.ts';
import { aPerson, byOf, momentOf } from '../meetings/in-full.ts';
import { openStage } from '../support/stage.ts';

/** Says in the journal that it was done, whoever asked. */
function harmless(name: string, supporterMay: boolean) {
  return command({
    name,
    schema: z.object({}),
    ...(supporterMay ? { supporterMay } : {}),
    load: async () => undefined,
    decide: () => change({ events: [{ event: 'test.done', ids: {} }] }),
  });
}

it('a supporter does beside a person only what a command says they may (ACC-02)', async () => {
  const stage = await openStage('2026-11-23T09:00:00Z');
  try {
    const own = [harmless('about-a-meeting', true), harmless('about-something-private', false)];
    const commands = new Map(own.map((each) => [each.name, each]));
    const beside = byOf(aPerson('Mia'), aPerson('Ann'));
    const did = async (name: string, by = beside) => {
      const order = { command: name, args: {}, by, inbox: randomUUID() };
      const performed = await perform({ store: stage.store, commands }, order, momentOf());
      return performed.did === 'refused' ? performed.refusal.refused : performed.did;
    };
    expect(await did('about-a-meeting')).toBe('done');
    expect(await did('about-something-private')).toBe('supporter.may-not');
    expect(await did('about-something-private', byOf(aPerson('Mia')))).toBe('done');
    expect(await stage.rows('SELECT 1 FROM journal')).toHaveLength(2);
  } finally {
    await stage.close();
  }
});
