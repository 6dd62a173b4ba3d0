import { describe, expect, it } from 'vitest';
import { APPS } from '../../support/apps/app.ts';
import type { Pair } from '../../support/arrive.ts';
import type { AppHand } from '../../support/hand.ts';
import { withPairOn } from '../../support/with-pair.ts';
import type { World } from '../../support/world.ts';

describe.each(APPS)('writing for oneself, with %s', (app) => {
  let world: World;
  let two: Pair;
  let aisha: AppHand;
  let ruth: AppHand;

  withPairOn(app, (opened) => {
    ({ world, two, aisha, ruth } = opened);
  });

  const kept = async (): Promise<Record<string, unknown>[]> =>
    await world.rows('SELECT * FROM reflection WHERE "personId" = $1 ORDER BY "createdAt" DESC, id DESC', [
      two.menteeId,
    ]);

  it('keeps one tap, an emoji, a word or a page, and no word of it stands anywhere in the clear', async () => {
    await aisha.does('reflect', { press: '🙂 Good' });
    expect(aisha.reads()).toMatch(/Only you can see it/);
    await aisha.does('reflect', '🌻');
    await aisha.does('reflect', 'A page. '.repeat(200));
    await aisha.does('reflect', 'The heron came back to the millpond today');
    expect(await kept()).toHaveLength(4);
    const tables = await world.rows(`SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = 'public'`);
    for (const { name } of tables)
      expect(JSON.stringify(await world.rows(`SELECT * FROM "${String(name)}"`))).not.toMatch(
        /heron|millpond/,
      );
  });

  it('writes from the start page too, in whatever way the app has for it', async () => {
    await aisha.writes('home');
    await aisha.presses('Write a reflection');
    expect(aisha.reads()).toMatch(/no right or wrong/);
    await aisha.writes('two cups of tea in the sun');
    expect(aisha.reads()).toMatch(/Saved/);
    expect(await kept()).toHaveLength(5);
  });

  it('shares the one entry she chooses, and takes it back', async () => {
    await aisha.does('reflect', 'I would like to speak about sleep');
    ruth.looks();
    await aisha.presses('Share with Ruth');
    expect(ruth.news().join()).toMatch(/A has shared/);
    expect(ruth.news().join()).not.toMatch(/sleep/);
    const offered = ruth.last();
    await ruth.presses('Read it');
    expect(ruth.reads()).toMatch(/speak about sleep/);
    const [first, ...others] = await kept();
    expect(first).toMatchObject({ sharedWithPartner: true });
    for (const other of others) expect(other).toMatchObject({ sharedWithPartner: false });
    await aisha.presses('Take back from Ruth');
    offered.press('Read it');
    await world.settle();
    expect(ruth.reads()).toMatch(/not shared with you any more/);
  });

  it('lists and reads what she wrote, adds to it and changes it', async () => {
    await aisha.does('my reflections', { press: /heron/ });
    expect(aisha.reads()).toMatch(/heron came back/);
    await aisha.presses('Add more');
    await aisha.writes('and stood there for an hour');
    await aisha.does('my reflections', { press: /heron/ });
    expect(aisha.reads()).toMatch(/stood there for an hour/);
    await aisha.presses('Change');
    await aisha.writes('A grey heron, all morning');
    await aisha.does('my reflections', { press: /grey heron/ });
    expect(aisha.reads()).not.toMatch(/millpond/);
  });

  it('takes all of it home as a file', async () => {
    await aisha.does('my reflections', { press: 'Save all as a file' });
    const file = aisha.phone.see().findLast((said) => said.file !== undefined)?.file;
    expect(file?.name).toMatch(/\.txt$/);
    expect(Buffer.from(file?.bytes ?? []).toString()).toMatch(/grey heron/);
  });

  it('deletes an entry, after being asked once', async () => {
    const before = (await kept()).length;
    await aisha.does('my reflections', { press: /grey heron/ }, { press: 'Delete' }, { press: 'Delete' });
    expect(await kept()).toHaveLength(before - 1);
    await aisha.writes('my reflections');
    expect(aisha.labels().join()).not.toMatch(/heron/);
  });

  it('loses nothing written in the wrong place: it waits until she says, over a restart too', async () => {
    const before = (await kept()).length;
    await aisha.writes('home');
    await aisha.writes('I sat in the kitchen for an hour and it was all right');
    expect(aisha.reads()).toMatch(/somewhere safe/);
    await world.restart();
    await aisha.presses('Keep it as a reflection');
    expect(await kept()).toHaveLength(before + 1);
    await aisha.presses('Read it');
    expect(aisha.reads()).toMatch(/kitchen for an hour/);
    await aisha.writes('just thinking aloud about nothing at all really');
    await aisha.presses('Throw it away');
    expect(await kept()).toHaveLength(before + 1);
  });
});
