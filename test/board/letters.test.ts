import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openPaperWorld, type PaperWorld, type Writer } from '../support/paper-world.ts';

let world: PaperWorld;
let moira: Writer;
let ada: Writer;

beforeAll(async () => {
  world = await openPaperWorld();
  moira = await world.person('Moira');
  ada = await world.person('Ada');
  for (const [who, role] of [
    [moira, 'coordinator'],
    [ada, 'mentee'],
  ] as const) {
    const args = { personId: who.id, programmeId: world.programmeId, role };
    await world.core.perform({ command: 'give-role', args, by: { is: 'coordinator', name: 'test' } });
  }
  await world.core.settle();
});
afterEach(() => expect(world.faults).toEqual([]));
afterAll(() => world.close());

const CANARY = 'the canary sings at noon';

describe('a few words between a coordinator and a person', () => {
  it('arrive with a name alone, say nothing on a locked screen, and are answered', async () => {
    await world.write(moira, 'board');
    await world.press(moira, '1 · Write to Ada');
    expect(world.last(moira)).toContain('gone after 30 days');
    await world.write(moira, CANARY);
    expect(world.last(moira)).toBe('Your words are on their way to Ada.');
    expect(world.last(ada)).not.toContain('canary');
    await world.press(ada, 'See it');
    expect(world.last(ada)).toBe(`Moira, who coordinates here, writes:\n${CANARY}`);
    await world.press(ada, 'Answer Moira');
    await world.write(ada, 'Thank you');
    await world.press(moira, 'See it');
    expect(world.last(moira)).toBe('Ada writes:\nThank you');
  });

  it('are sealed wherever they are kept, and go when their time has come', async () => {
    const kept = await world.rows(
      `SELECT (SELECT jsonb_agg(l) FROM letter l)::text || (SELECT jsonb_agg(o) FROM outgoing o)::text
        || (SELECT jsonb_agg(d) FROM due d)::text || (SELECT jsonb_agg(j) FROM journal j)::text AS all`,
    );
    expect(String(kept[0]?.['all'])).toContain('letter');
    expect(String(kept[0]?.['all'])).not.toContain('canary');
    expect(await world.rows('SELECT 1 FROM letter')).toHaveLength(2);
    await world.later({ hours: 24 * 31 });
    expect(await world.rows('SELECT 1 FROM letter')).toHaveLength(0);
    await world.press(ada, 'See it');
    expect(world.last(ada)).toContain('not kept any more');
  });

  it('cannot be begun by somebody whom no coordinator wrote to', async () => {
    const nora = await world.person('Nora');
    const [person, account] = [
      await world.store.read.people.person(nora.id),
      await world.store.read.people.account(nora.accountId),
    ];
    if (person === undefined || account === undefined) throw new Error('Nora is not there');
    const by = { is: 'person', person, account } as const;
    const args = { toId: ada.id, words: 'hello' };
    expect(await world.core.perform({ command: 'write-letter', args, by })).toMatchObject({
      did: 'refused',
      refusal: { refused: 'letter.not-yours' },
    });
    await world.core.settle();
    expect(await world.rows('SELECT 1 FROM letter')).toHaveLength(0);
  });

  it('wait until quiet time is over, and their writer is told so; who asked for silence is left in peace', async () => {
    world.clock.set('2026-12-28T22:30:00Z');
    const seen = world.messages(ada).length;
    await world.write(moira, 'board');
    await world.press(moira, '1 · Write to Ada');
    await world.write(moira, 'Good evening');
    expect(world.last(moira)).toBe('It is quiet time for Ada just now. Your words reach them at 8:00 am.');
    expect(world.messages(ada)).toHaveLength(seen);
    await world.later({ hours: 10 });
    expect(world.messages(ada).length).toBe(seen + 1);
    await world.write(ada, 'stop');
    const [person, account] = [
      await world.store.read.people.person(moira.id),
      await world.store.read.people.account(moira.accountId),
    ];
    if (person === undefined || account === undefined) throw new Error('Moira is not there');
    const by = { is: 'person', person, account } as const;
    const order = { command: 'write-letter', args: { toId: ada.id, words: 'hello' }, by };
    expect(await world.core.perform(order)).toMatchObject({ refusal: { refused: 'letter.silence' } });
  });
});
