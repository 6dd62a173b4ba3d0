import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../core/commands.ts';
import { perform } from '../../core/perform.ts';
import { all, count } from '../pair-messages/two-on-stage.ts';
import { labels, said } from '../people/newcomers.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { minutes, states, stepsOn, type Team, teamOn, tells } from './team-on-stage.ts';

let stage: Stage;
let team: Team;

beforeEach(async () => {
  stage = await openStage('2026-11-23T10:00:00Z');
  team = await teamOn(stage);
  await tells(team.aisha, 'He waits outside my door at night.');
  await team.safi.presses('I take it');
});
afterEach(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

const DAY = 24 * 60;
const ASKED = /Is it in hand\?/;

describe('whoever took it (SAF-11)', () => {
  it('is asked once, kindly, when nothing was noted for a day; unanswered it goes on to the next', async () => {
    const { aisha, safi, dee } = team;
    await minutes(stage, DAY - 10);
    expect(said(safi)).not.toMatch(ASKED);
    await minutes(stage, 20);
    expect(said(safi)).toMatch(ASKED);
    expect(count(dee, 'Somebody told')).toBe(0);
    await minutes(stage, 70);
    expect(await states(stage)).toEqual(['open']);
    expect(count(dee, 'Somebody told')).toBe(1);
    expect(all(aisha)).toMatch(/next person has been asked too/);
    expect(await stepsOn(stage)).toEqual(expect.arrayContaining(['asked-in-hand Safi', 'given-back Safi']));
    expect((await stepsOn(stage)).filter((step) => step === 'asked-in-hand Safi')).toHaveLength(1);
  });

  it('says that it is, and keeps it; the next question comes later than the first', async () => {
    const { safi, dee } = team;
    await minutes(stage, DAY + 10);
    await safi.presses('It is in hand');
    expect(said(safi)).not.toMatch(ASKED);
    expect(labels(safi)).not.toContain('It is in hand');
    await minutes(stage, DAY + 60);
    expect(await states(stage)).toEqual(['taken']);
    expect(said(safi)).not.toMatch(ASKED);
    await minutes(stage, DAY - 30);
    expect(said(safi)).toMatch(ASKED);
    expect(count(dee, 'Somebody told')).toBe(0);
  });

  it('is not asked while they work on it, nor after they closed it', async () => {
    const { safi } = team;
    await minutes(stage, DAY - 60);
    await safi.presses('Read it');
    await safi.presses('To answer it');
    await minutes(stage, 120);
    expect(all(safi)).not.toMatch(ASKED);
    await safi.presses('Close it');
    await safi.presses('We talked');
    await minutes(stage, 3 * DAY);
    expect(all(safi)).not.toMatch(ASKED);
    expect(await states(stage)).toEqual(['closed']);
  });

  it('is not asked in their quiet hours', async () => {
    const { safi, dee } = team;
    await dee.says('concerns');
    await stage.rows(`UPDATE concern_step SET at = at + interval '13 hours' WHERE step = 'taken'`);
    await minutes(stage, DAY + 13 * 60 + 30);
    expect(all(safi)).not.toMatch(ASKED);
    await minutes(stage, 8 * 60 + 45);
    expect(all(safi)).toMatch(ASKED);
  });
});

describe('what everybody was asked about, and one then took', () => {
  it('is news to whoever told it, with help, when it goes round once more (SAF-02)', async () => {
    const { aisha, dee } = team;
    await stage.rows(
      'UPDATE concern SET "everybodyAt" = "createdAt", asked = (SELECT jsonb_agg(DISTINCT "personId") FROM role)',
    );
    const before = count(aisha, 'Samaritans');
    await minutes(stage, DAY + 80);
    expect(await states(stage)).toEqual(['open']);
    expect(count(dee, 'Somebody told')).toBe(1);
    expect(count(aisha, 'Samaritans')).toBeGreaterThan(before);
  });
});

describe('what waited longer and longer for an answer', () => {
  it('goes round at the first pace once it was taken and went on', async () => {
    const { aisha, dee, eve, safi } = team;
    for (const each of [dee, eve]) await each.says('concerns');
    await stage.rows(
      `UPDATE concern SET level = 9, "everybodyAt" = "createdAt", asked = (SELECT jsonb_agg(DISTINCT "personId") FROM role)`,
    );
    await minutes(stage, DAY + 80);
    expect(await states(stage)).toEqual(['open']);
    const before = count(safi, 'Somebody told');
    await minutes(stage, 70);
    expect(count(safi, 'Somebody told')).toBeGreaterThan(before);
    expect(all(aisha)).toMatch(/Nobody has answered so far/);
  });

  it('is news to the others too when whoever had it is gone', async () => {
    const { dee } = team;
    await dee.says('concerns');
    await team.eve.says('concerns');
    await stage.rows('UPDATE concern SET asked = (SELECT jsonb_agg(DISTINCT "personId") FROM role)');
    await stage.core.perform({
      command: 'give-back-concerns',
      args: { personId: team.lead.id },
      by: { is: 'clock' },
    });
    await stage.core.settle();
    expect(await states(stage)).toEqual(['open']);
    const journal = await stage.rows(`SELECT event FROM journal WHERE event = 'concern.given-back'`);
    expect(journal).toHaveLength(1);
  });
});

describe('an answer in the very moment in which it goes on', () => {
  /** What the clock does about it, with something that happens after it has read and decided. */
  async function goingOn(meanwhile: () => Promise<unknown>) {
    let isFirst = true;
    const store: Stage['store'] = {
      ...stage.store,
      async commit(change, cause, at) {
        if (isFirst) {
          isFirst = false;
          await meanwhile();
        }
        return await stage.store.commit(change, cause, at);
      },
    };
    const [row] = await stage.rows('SELECT id, "takenById" FROM concern');
    const args = { concernId: row?.['id'], takenById: row?.['takenById'] };
    const known = new Map(commands.map((each) => [each.name, each]));
    await perform(
      { store, commands: known },
      { command: 'ask-in-hand', args, by: { is: 'clock' } },
      stage.at(),
    );
  }

  it.each(['It is in hand', 'Read it'])('counts: "%s" keeps it with them', async (press) => {
    const { safi, dee } = team;
    await minutes(stage, DAY + 10);
    stage.clock.forward({ minutes: 65 });
    await stage.rows(`UPDATE due SET "dueAt" = "dueAt" + interval '1 day' WHERE command = 'ask-in-hand'`);
    await goingOn(async () => {
      await safi.presses(press);
      if (press === 'Read it') await safi.presses('To answer it');
    });
    await stage.core.settle();
    expect(await states(stage)).toEqual(['taken']);
    expect(await stepsOn(stage)).not.toContain('given-back Safi');
    expect(count(dee, 'Somebody told')).toBe(0);
  });
});
