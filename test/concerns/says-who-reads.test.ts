import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { peopleOn } from '../meetings/a-pair.ts';
import { count } from '../pair-messages/two-on-stage.ts';
import { labels, said } from '../people/newcomers.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { give, type Team, teamOn } from './team-on-stage.ts';

let stage: Stage;
let team: Team;

beforeEach(async () => {
  stage = await openStage('2026-11-23T10:00:00Z');
  team = await teamOn(stage);
});

afterEach(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

it('says who will read it where it goes: of another programme, when it is about somebody there', async () => {
  const { aisha, mentee, safi } = team;
  const there = await peopleOn(stage);
  const lena = await there.person('Lena');
  await give(stage, there.programme.id, lena, 'safeguarding-lead');
  await there.pair(await there.person('Rob'), mentee);
  await aisha.says('tell someone');
  await aisha.presses('Go on');
  await aisha.presses('My mentor, Rob');
  expect(said(aisha)).toMatch(/It goes to Lena/);
  expect(said(aisha)).not.toMatch(/Safi|Dee|every day, 8 to 8/);
  await aisha.presses('Send it to Lena, safeguarding lead');
  expect([count(stage.phone('Lena'), 'Somebody told'), count(safi, 'Somebody told')]).toEqual([1, 0]);
});

it('names nobody as a reader who is in the group that it is about', async () => {
  const { aisha, mentee, lead, mentor, programme, safi, dee } = team;
  const groupId = randomUUID();
  await stage.rows(
    `INSERT INTO "group" (id, version, "programmeId", state, name, capacity, "leadId", zone, platform, tenant, "chatId",
      "createdAt") VALUES ($1, 1, $2, 'made', 'Tuesday tea', 9, $3, 'Europe/London', 'telegram', '', 'g', now())`,
    [groupId, programme.id, mentor.id],
  );
  for (const [seat, { id }] of [mentee, lead].entries())
    await stage.rows(
      `INSERT INTO group_member (id, version, "groupId", "personId", state, seat, "joinedAt", "acceptedAt", "acceptedRules")
        VALUES ($1, 1, $2, $3, 'in', $4, now(), now(), 1)`,
      [randomUUID(), groupId, id, seat + 1],
    );
  await aisha.says('tell someone');
  await aisha.presses('Go on');
  await aisha.presses(labels(aisha).find((label) => /Tuesday tea/.test(label)) ?? '');
  await aisha.presses('Skip');
  expect(said(aisha)).toMatch(/It goes to Dee/);
  expect(said(aisha)).not.toMatch(/Safi/);
  await aisha.presses('Send it to Dee, safeguarding deputy');
  expect([count(dee, 'Somebody told'), count(safi, 'Somebody told')]).toEqual([1, 0]);
});
