import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inHalves, newShortCode } from '../../core/people/short-code.ts';
import { teamCodeHash } from '../../core/people/team-code.ts';
import { type DeskWorld, openDeskWorld } from '../command-line/desk-world.ts';
import { all } from '../pair-messages/two-on-stage.ts';
import { joins, personOf, programmeOn, said } from '../people/newcomers.ts';
import { openStage, type Stage } from '../support/stage.ts';

describe('a programme that is not open', () => {
  let stage: Stage;
  let programmeId: string;
  beforeAll(async () => {
    stage = await openStage('2026-11-23T10:00:00Z');
    programmeId = (await programmeOn(stage)).id;
    await stage.rows('UPDATE programme SET "openedAt" = NULL');
  });
  afterAll(() => stage.close());
  const by = { is: 'coordinator', name: 'test' } as const;
  const open = () => stage.core.perform({ command: 'open-programme', args: { programmeId }, by });

  it('takes nobody in: whoever comes sees whom to call, and that it is not open yet; nothing is kept of them', async () => {
    const nina = stage.phone('Nina');
    await nina.opens();
    expect(all(nina)).toMatch(/not open yet(.|\n)*999(.|\n)*Jo, 01234 567890(.|\n)*kept nothing/);
    await nina.says('link 4H7K-2MNP');
    await nina.says('team 4H7K-2MNP');
    expect(await stage.rows('SELECT 1 FROM person UNION ALL SELECT 1 FROM account')).toEqual([]);
    expect(await stage.rows(`SELECT 1 FROM outgoing WHERE address IS NOT NULL`)).toEqual([]);
  });

  it('lets those in who run it, by its code alone; and opens with a lead, a deputy and their hours, and not before', async () => {
    const code = newShortCode(stage.at());
    const args = { programmeId, hash: teamCodeHash(code) };
    expect(await stage.core.perform({ command: 'make-team-code', args, by })).toMatchObject({ did: 'done' });
    await stage.phone('Nina').says('team 4H7K-2MNP');
    expect(await stage.rows('SELECT 1 FROM person')).toEqual([]);
    const phones = ['Safi', 'Dee'].map((name) => stage.phone(name));
    for (const phone of phones) await phone.says(`team ${inHalves(code)}`);
    for (const phone of phones) expect(said(phone)).not.toMatch(/not open/);
    for (const [index, role] of ['safeguarding-lead', 'safeguarding-deputy'].entries()) {
      expect(await open()).toMatchObject({
        refusal: { refused: `programme.needs-${index === 0 ? 'lead' : 'deputy'}` },
      });
      const phone = phones[index];
      if (phone === undefined) throw new Error('no phone');
      for (const label of ['Continue', 'Yes', 'Yes, I agree']) await phone.presses(label);
      for (const words of [phone.userId, 'London']) await phone.says(words);
      for (const label of ['Plain English', '9 pm to 8 am', 'I would rather not say'])
        await phone.presses(label);
      const personId = (await personOf(stage, phone)).id;
      const given = { command: 'give-role', args: { personId, programmeId, role }, by };
      expect(await stage.core.perform(given)).toMatchObject({ did: 'done' });
    }
    expect(await open()).toMatchObject({ refusal: { refused: 'programme.needs-hours' } });
    expect(await stage.core.readiness()).toMatchObject([{ openedAt: null, missing: ['hours'] }]);
    const known = await stage.store.read.programmes.programme(programmeId);
    const safeguarding = { hours: 'weekdays 9 to 5' };
    const document = { ...known?.document, safeguarding };
    await stage.core.perform({ command: 'load-programme', args: { slug: known?.slug, document }, by });
    expect(await open()).toMatchObject({ did: 'done' });
    await joins(stage, 'Nina');
    expect(await stage.rows(`SELECT 1 FROM person WHERE name = 'Nina'`)).toHaveLength(1);
  });
});

describe('at the command line', () => {
  let world: DeskWorld;
  let pool: pg.Pool;
  beforeAll(async () => {
    world = await openDeskWorld();
    pool = new pg.Pool({ connectionString: world.url, max: 1 });
    pool.on('error', () => undefined);
  });
  afterAll(async () => {
    await pool.end();
    await world.close();
  });

  it('the doctor says what is missing, and a programme is opened when it is there', async () => {
    expect((await world.type('doctor')).out).toMatch(/WRONG.*takes people in and lacks a safeguarding lead/);
    await pool.query('UPDATE programme SET "openedAt" = NULL');
    expect((await world.type('doctor')).out).toMatch(
      /note.*not open yet. It lacks a safeguarding lead, a safeguarding deputy/,
    );
    const refused = await world.type('programme', 'open');
    expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/no safeguarding lead/)]);
    expect((await world.type('programme', 'team-code')).out).toMatch(/team [0-9A-Z]{4}-[0-9A-Z]{4}/);
  });

  it('nothing of a concern is seen without somebody who answers', async () => {
    await world.type('enrol', '--name', 'Ada', '--role', 'safeguarding-lead', '--agreed', '--adult');
    await world.type('enrol', '--name', 'Bea', '--role', 'coordinator', '--agreed', '--adult');
    expect((await world.type('concerns')).err).toMatch(/--as/);
    const away = await world.type('away', 'Ada', '--days', '3');
    expect(away.out).toMatch(/away until/);
    expect((await world.type('away', 'Bea', '--days', '3')).code).toBe(1);
  });
});
