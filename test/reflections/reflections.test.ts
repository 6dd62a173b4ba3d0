import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPaperWorld, type PaperWorld, type Writer } from '../support/paper-world.ts';

let world: PaperWorld;
let amina: Writer;
let tom: Writer;
let pairId: string;

beforeEach(async () => {
  world = await openPaperWorld();
  amina = await world.person('Amina');
  tom = await world.person('Tom');
  pairId = (await world.pair(tom, amina)).id;
});

afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

async function wrote(who: Writer, text: string): Promise<string> {
  await world.write(who, 'reflect');
  await world.write(who, text);
  const [row] = await world.rows('SELECT id FROM reflection ORDER BY "createdAt" DESC, id DESC LIMIT 1');
  return String(row?.['id']);
}

/** Every column of every table that holds text, to look for what must not be there. */
async function everythingKept(): Promise<string> {
  const tables = ['reflection', 'outgoing', 'button', 'journal', 'due', 'draft', 'shown', 'inbox'];
  const rows = await Promise.all(tables.map((table) => world.rows(`SELECT * FROM ${table}`)));
  return JSON.stringify(rows, (_key, value) => (typeof value === 'bigint' ? String(value) : value));
}

describe('REF-01 a reflection', () => {
  it('is one tap', async () => {
    await world.write(amina, 'reflect');
    await world.press(amina, '🙂');
    expect(world.last(amina)).toContain('Only you can see it');
    await world.press(amina, 'Read it');
    expect(world.last(amina)).toContain('🙂');
  });

  it('is kept exactly as it was written, and nowhere but sealed', async () => {
    const page = `Today “was” hard.\n\n  *Not* <b>bold</b> 👩‍👩‍👧 ${'and more '.repeat(2_000)}end`;
    await wrote(amina, page);
    await world.press(amina, 'Read it');
    expect(world.messages(amina).at(-1)?.paragraphs).toContain(page);
    expect(await everythingKept()).not.toContain('hard');
  });

  it('is private until it is shared, and private again once it is taken back', async () => {
    await wrote(amina, 'I felt heard');
    expect(world.said(tom)).toBe('');
    await world.press(amina, 'Share with Tom');
    expect(world.last(amina)).toContain('Tom can read it too');
    expect(world.said(tom)).toContain('A has shared something with you');
    expect(world.said(tom)).not.toContain('heard');
    await world.press(tom, 'Read it');
    expect(world.last(tom)).toContain('I felt heard');
    await world.press(amina, 'Take back from Tom');
    expect(world.last(amina)).toContain('Only you can see it');
    await world.press(tom, 'Read it');
    expect(world.last(tom)).toContain('not shared with you any more');
  });

  it('says nothing of a sharing that was taken back before the other one woke', async () => {
    world.clock.set('2026-11-23T23:00:00Z');
    await wrote(amina, 'A late thought');
    await world.press(amina, 'Share with Tom');
    expect(world.said(tom)).toBe('');
    await world.press(amina, 'Take back from Tom');
    await world.later({ hours: 12 });
    expect(world.said(tom)).toBe('');
  });

  it('opens for nobody any more when the pair has ended', async () => {
    await wrote(amina, 'I felt heard');
    await world.press(amina, 'Share with Tom');
    const pair = await world.core.read.pairs.pair(pairId);
    if (pair === undefined) throw new Error('no pair');
    await world.commit({
      saves: [{ table: 'pair', row: { ...pair, version: pair.version + 1, state: 'ended' } }],
    });
    await world.press(tom, 'Read it');
    expect(world.last(tom)).not.toContain('heard');
    expect(world.last(tom)).toContain('not shared with you any more');
  });

  it('is seen by coordinators only when it was shared with them (BND-07)', async () => {
    const shared = () => world.core.read.reflections.sharedWithCoordinator({ most: 10 });
    await wrote(amina, 'one for me');
    await wrote(amina, 'one for you');
    expect(await shared()).toEqual([]);
    await world.press(amina, 'Share with a coordinator');
    expect((await shared()).map(({ text }) => text)).toEqual(['one for you']);
    await world.press(amina, 'Take back from coordinators');
    expect(await shared()).toEqual([]);
  });

  it('can be changed, added to and, asked once, deleted', async () => {
    const id = await wrote(amina, 'first');
    await world.press(amina, 'Add more');
    await world.write(amina, 'second');
    await world.press(amina, 'Read it');
    expect(world.last(amina)).toContain('first\n\nsecond');
    await world.press(amina, 'Change');
    expect(world.last(amina)).toContain('first\n\nsecond');
    await world.write(amina, 'anew');
    await world.press(amina, 'Read it');
    expect(world.last(amina)).toContain('anew');
    expect(world.last(amina)).not.toContain('first');
    await world.press(amina, 'Delete');
    expect(world.last(amina)).toContain('cannot be brought back');
    expect(await world.rows(`SELECT 1 FROM reflection WHERE id = '${id}'`)).toHaveLength(1);
    await world.press(amina, 'Delete');
    expect(world.last(amina)).toContain('It is deleted');
    expect(await world.rows('SELECT 1 FROM reflection')).toHaveLength(0);
  });

  it('answers kindly to buttons of an entry that is gone', async () => {
    await wrote(amina, 'first');
    const card = world.messages(amina).length - 1;
    await world.press(amina, 'Delete');
    await world.press(amina, 'Delete');
    for (const label of ['Read it', 'Share with Tom', 'Share with a coordinator', 'Add more', 'Change']) {
      await world.press(amina, label, card);
      expect([label, world.last(amina)]).toEqual([label, expect.stringContaining('not here any more')]);
    }
  });
});

describe('what nobody else may do with it', () => {
  const commands = ['change-reflection', 'add-to-reflection', 'share-with-coordinator', 'delete-reflection'];

  async function by(who: Writer, supporter?: Writer) {
    const { people } = world.core.read;
    const [person, account] = [
      await people.person(who.id),
      await people.account((supporter ?? who).accountId),
    ];
    const beside = supporter === undefined ? undefined : await people.person(supporter.id);
    if (person === undefined || account === undefined) throw new Error('nobody');
    return { is: 'person', person, account, ...(beside === undefined ? {} : { supporter: beside }) } as const;
  }

  const refusal = async (command: string, reflectionId: string, who: Awaited<ReturnType<typeof by>>) => {
    const args = { reflectionId, text: 'mine now', pairId, from: 'partner' };
    const done = await world.core.perform({ command, args, by: who });
    return done.did === 'refused' ? done.refusal.refused : done.did;
  };

  it('is refused alike for somebody else and for an entry that never was', async () => {
    const id = await wrote(amina, 'mine');
    const before = await world.rows('SELECT * FROM reflection');
    for (const command of [...commands, 'share-with-partner', 'unshare-reflection']) {
      expect([command, await refusal(command, id, await by(tom))]).toEqual([command, 'reflection.not-yours']);
      const never = '00000000-0000-7000-a000-00000000ffff';
      expect([command, await refusal(command, never, await by(tom))]).toEqual([
        command,
        'reflection.not-yours',
      ]);
    }
    expect(await world.rows('SELECT * FROM reflection')).toEqual(before);
  });

  it('is refused to a supporter who acts beside the writer', async () => {
    const id = await wrote(amina, 'mine');
    const beside = await by(amina, await world.person('Uma'));
    for (const command of [
      ...commands,
      'share-with-partner',
      'unshare-reflection',
      'save-reflection',
      'keep-as-reflection',
    ]) {
      expect([command, await refusal(command, id, beside)]).toEqual([command, 'supporter.may-not']);
    }
  });

  it('is shown to nobody who is not told of it, by any of its screens', async () => {
    const id = await wrote(amina, 'a secret word');
    for (const screen of [
      'reflection',
      'read-reflection',
      'delete-reflection',
      'shared-reflection',
      'shared-with-you',
    ]) {
      await world.commit({ outgoing: [{ to: tom.id, screen, args: { reflectionId: id }, mode: 'new' }] });
      await world.later({ seconds: 0 });
    }
    const said = world.messages(tom).map(({ paragraphs }) => paragraphs.join());
    for (const each of said) expect(each).toMatch(/^This is not (here|shared with you) any more/);
    expect(said).toHaveLength(4);
  });

  it('is not shared with somebody whose pair it is not, nor with a pair that has ended', async () => {
    const id = await wrote(amina, 'mine');
    const ended = await world.pair(await world.person('Old'), amina, { state: 'ended' });
    const strangers = await world.pair(await world.person('A'), await world.person('B'));
    for (const pair of [ended, strangers]) {
      const args = { reflectionId: id, pairId: pair.id };
      const done = await world.core.perform({ command: 'share-with-partner', args, by: await by(amina) });
      expect(done.did === 'refused' && done.refusal.refused).toBe('reflection.no-partner');
    }
  });
});
