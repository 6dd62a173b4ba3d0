import { describe, expect, it } from 'vitest';
import type { Two } from '../support/arrive.ts';
import type { Hand } from '../support/hand.ts';
import { withPair } from '../support/with-pair.ts';
import type { World } from '../support/world.ts';

let world: World;
let two: Two;
let aisha: Hand;
let ruth: Hand;

withPair((opened) => {
  ({ world, two, aisha, ruth } = opened);
});

const kept = async (personId: string): Promise<Record<string, unknown>[]> =>
  await world.rows('SELECT * FROM reflection WHERE "personId" = $1 ORDER BY "createdAt" DESC, id DESC', [
    personId,
  ]);

/** Every word of every table, as somebody with a copy of the database would read it. */
async function everythingKept(): Promise<string> {
  const tables = await world.rows(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  );
  const texts = await Promise.all(
    tables.map(async ({ name }) => JSON.stringify(await world.rows(`SELECT * FROM "${String(name)}"`))),
  );
  return texts.join('\n');
}

describe('a mentee writes for herself', () => {
  it('needs one tap (REF-06, ENR-02)', async () => {
    await aisha.does('reflect', { press: '🙂 Good' });
    expect(aisha.reads()).toMatch(/Only you can see it/);
    expect(await kept(two.menteeId)).toHaveLength(1);
  });

  it('or one word, an emoji or a page, and is not judged (REF-06, REF-07)', async () => {
    await aisha.writes('reflect');
    expect(aisha.reads()).toMatch(/no right or wrong/);
    await aisha.writes('🌻');
    await aisha.does('reflect', 'tired');
    await aisha.does('reflect', 'A page. '.repeat(200));
    expect(await kept(two.menteeId)).toHaveLength(4);
  });

  it('is private from the first moment: no word of it stands in the database in the clear (REF-01, BND-07)', async () => {
    await aisha.does('reflect', 'The heron came back to the millpond today');
    const all = await everythingKept();
    expect(all).not.toMatch(/heron|millpond/);
    expect(all.length).toBeGreaterThan(2000);
  });

  it('shares the entry she chooses, with whom she chooses, and takes it back (REF-01, PAC-03)', async () => {
    await aisha.does('reflect', 'I would like to speak about sleep');
    ruth.looks();
    await aisha.presses('Share with Ruth');
    expect(ruth.news().join()).toMatch(/A has shared/);
    expect(ruth.news().join()).not.toMatch(/sleep/);
    const offered = ruth.last();
    await ruth.presses('Read it');
    expect(ruth.reads()).toMatch(/speak about sleep/);
    const [first, ...others] = await kept(two.menteeId);
    expect(first).toMatchObject({ sharedWithPartner: true, sharedWithCoordinator: false });
    for (const other of others) expect(other).toMatchObject({ sharedWithPartner: false });
    await aisha.presses('Take back from Ruth');
    ruth.phone.press('Read it', { message: offered });
    await world.settle();
    expect(ruth.reads()).toMatch(/not shared with you any more/);
    expect(ruth.reads()).not.toMatch(/sleep/);
  });

  it('lists, reads, changes, deletes and takes home what she wrote (PAC-03)', async () => {
    await aisha.writes('my reflections');
    await aisha.presses(/heron/);
    expect(aisha.reads()).toMatch(/heron came back/);
    await aisha.writes('my reflections');
    await aisha.presses('Save all as a file');
    const [file] = world.telegram.journal.requests('sendDocument', two.mentee.id);
    expect(file?.files).toEqual([expect.stringMatching(/\.txt$/)]);
    const before = (await kept(two.menteeId)).length;
    await aisha.writes('my reflections');
    await aisha.presses(/heron/);
    await aisha.presses('Delete');
    await aisha.presses('Delete');
    expect(await kept(two.menteeId)).toHaveLength(before - 1);
    await aisha.writes('my reflections');
    expect(aisha.labels().join()).not.toMatch(/heron/);
  });

  it('loses nothing that she wrote in the wrong place: it waits as a reflection until she says (ENR-02, REF-01)', async () => {
    const before = (await kept(two.menteeId)).length;
    await aisha.writes('home');
    await aisha.writes('I sat in the kitchen for an hour and it was all right');
    expect(aisha.reads()).toMatch(/somewhere safe/);
    expect(await everythingKept()).not.toMatch(/kitchen/);
    await world.restart();
    await aisha.presses('Keep it as a reflection');
    expect(await kept(two.menteeId)).toHaveLength(before + 1);
    await aisha.presses('Read it');
    expect(aisha.reads()).toMatch(/kitchen for an hour/);
  });

  it('can throw such words away as well, and then they are gone (PAC-03)', async () => {
    const before = (await kept(two.menteeId)).length;
    await aisha.writes('just thinking aloud about nothing at all really');
    await aisha.presses('Throw it away');
    expect(await kept(two.menteeId)).toHaveLength(before);
    expect(await world.rows('SELECT id FROM draft WHERE "personId" = $1', [two.menteeId])).toEqual([]);
  });
});

describe('a mentor writes too', () => {
  it('for himself, in the same way, and his mentee does not see it (REF-02)', async () => {
    aisha.looks();
    await ruth.does('/reflect', 'I talked more than I listened today');
    expect(await kept(two.mentorId)).toHaveLength(1);
    expect(aisha.news()).toEqual([]);
  });
});

describe('a coordinator', () => {
  it('reads nothing that was not shared with coordinators, in no list and by no command (BND-07)', async () => {
    const { read } = world.core;
    const seen = JSON.stringify([
      await read.people.list({ most: 100 }),
      await read.pairs.list(),
      await world.rows('SELECT * FROM journal'),
      await world.rows('SELECT * FROM outgoing'),
      await world.rows('SELECT * FROM task'),
    ]);
    expect(seen).not.toMatch(/heron|kitchen|listened|sleep/);
  });
});

describe('what do you know about me?', () => {
  it('is answered in full, in plain words, at any time (PAC-03)', async () => {
    await aisha.writes('what do you know about me');
    const said = aisha.news().join('\n');
    expect(said).toMatch(/Aisha/);
    expect(said).toMatch(/London/);
    expect(said).toMatch(/you and Ruth are a pair/);
    expect(said).toMatch(/\d+ reflections, sealed/);
    expect(said).toMatch(/company behind this chat app/);
    expect(said).not.toMatch(/kitchen/);
  });
});
