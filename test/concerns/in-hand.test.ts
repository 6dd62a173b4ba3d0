import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

describe('whoever took it', () => {
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
