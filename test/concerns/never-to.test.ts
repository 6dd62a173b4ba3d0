import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { all, count } from '../pair-messages/two-on-stage.ts';
import { said } from '../people/newcomers.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { give, minutes, type Team, teamOn, tells } from './team-on-stage.ts';

let stage: Stage;
let team: Team;

beforeEach(async () => {
  stage = await openStage('2026-11-23T10:00:00Z', ['telegram', 'slack', 'discord']);
  team = await teamOn(stage);
});

afterEach(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

const WORDS = 'He waits outside my door at night.';

const ANSWERS = [
  ['see-concern', {}],
  ['take-concern', {}],
  ['read-concern', { why: 'to-answer' }],
  ['close-concern', { outcome: 'talked' }],
  ['pause-pair', {}],
] as const;

async function asPerson(id: string) {
  const person = await stage.store.read.people.person(id);
  const [account] = await stage.store.read.people.accountsOf(id);
  if (person === undefined || account === undefined) throw new Error('Nobody is there');
  return { is: 'person', person, account } as const;
}

describe('whom it never goes to', () => {
  it('a concern about the lead goes past them, and nothing shows to them anywhere', async () => {
    const { aisha, safi, dee, lead } = team;
    await aisha.says('tell someone');
    await aisha.presses('Go on');
    await aisha.presses('Somebody who runs this: Safi');
    expect(said(aisha)).toMatch(/goes to Dee, the safeguarding deputy/);
    await aisha.says(WORDS);
    await aisha.presses('Send it to Dee, safeguarding deputy');
    await minutes(stage, 200);
    expect(all(safi)).toBe('');
    expect(count(dee, 'Somebody told')).toBeGreaterThan(0);
    await safi.says('concerns');
    expect(said(safi)).toMatch(/Nothing is open/);
    const [row] = await stage.rows('SELECT id, "notFor" FROM concern');
    expect(row?.['notFor']).toContain(lead.id);
    const concernId = String(row?.['id']);
    const [account] = await stage.store.read.people.accountsOf(lead.id);
    if (account === undefined) throw new Error('no account');
    for (const by of [
      { is: 'person', person: lead, account } as const,
      { is: 'coordinator', name: 'desk' } as const,
    ]) {
      for (const [command, more] of ANSWERS) {
        const args = { concernId, asId: lead.id, ...more };
        const done = await stage.core.perform({ command, args, by });
        expect([command, done]).toMatchObject([command, { refusal: { refused: 'concern.unknown' } }]);
      }
    }
    for (const screen of ['concern-page', 'concern-why', 'concern-outcome'])
      await stage.core.perform({
        command: 'show-any-time',
        args: { screen, args: { concernId } },
        by: { is: 'person', person: lead, account },
      });
    await stage.core.settle();
    expect(all(safi)).not.toMatch(/Somebody told|Who reads it, and why|What came of it/);
  });

  it('a concern about a group is nothing for a member who becomes a deputy later', async () => {
    const { ruth, mentor, lead, programme } = team;
    const groupId = randomUUID();
    await stage.rows(
      `INSERT INTO "group" (id, version, "programmeId", state, name, capacity, "leadId", zone, platform, tenant, "chatId",
        "createdAt") VALUES ($1, 1, $2, 'made', 'Monday', 9, $3, 'Europe/London', 'telegram', '', 'g', now())`,
      [groupId, programme.id, mentor.id],
    );
    await stage.rows(
      `INSERT INTO group_member (id, version, "groupId", "personId", state, seat, "joinedAt", "acceptedAt", "acceptedRules")
        VALUES ($1, 1, $2, $3, 'in', 1, now(), now(), 1)`,
      [randomUUID(), groupId, team.second.id],
    );
    await stage.core.perform({
      command: 'send-concern',
      args: { kind: 'tell-someone', about: `group:${groupId}`, words: WORDS },
      by: await asPerson(team.mentee.id),
    });
    await stage.core.settle();
    await give(stage, programme.id, mentor, 'safeguarding-deputy', 9);
    await ruth.says('concerns');
    expect(said(ruth)).toMatch(/Nothing is open/);
    const [row] = await stage.rows('SELECT "notFor" FROM concern');
    expect(row?.['notFor']).toEqual(expect.arrayContaining([mentor.id, team.second.id]));
    expect(row?.['notFor']).not.toContain(lead.id);
  });

  it('a coordinator can do nothing with it, from the desk neither, unless as one of those who answer', async () => {
    await tells(team.aisha, WORDS);
    const [row] = await stage.rows('SELECT id FROM concern');
    const concernId = String(row?.['id']);
    const [account] = await stage.store.read.people.accountsOf(team.coordinator.id);
    if (account === undefined) throw new Error('no account');
    const asCora = { is: 'person', person: team.coordinator, account } as const;
    const desk = { is: 'coordinator', name: 'desk' } as const;
    for (const [command, more] of ANSWERS) {
      for (const [by, asId] of [
        [asCora, team.lead.id],
        [desk, undefined],
        [desk, team.coordinator.id],
      ] as const) {
        const args = { concernId, ...(asId === undefined ? {} : { asId }), ...more };
        const done = await stage.core.perform({ command, args, by });
        expect([command, done]).toMatchObject([command, { did: 'refused' }]);
      }
    }
    const why = 'to-answer' as const;
    expect(
      await stage.core.readConcern({ concernId, asId: team.coordinator.id, why, by: desk }),
    ).toBeUndefined();
    const opened = await stage.core.readConcern({ concernId, asId: team.lead.id, why, by: desk });
    expect(opened).toMatchObject({ words: WORDS });
    const before = team.cora.messages().length;
    await team.cora.says('board');
    const board = team.cora.messages().slice(before);
    expect(JSON.stringify(board)).not.toMatch(/told|concern-|safeguarding/);
  });

  it('a reported message goes with its words past the one who wrote it, and outlives the message', async () => {
    const { aisha, ruth, safi } = team;
    await aisha.says('message my mentor');
    await aisha.says('Lend me fifty pounds');
    await ruth.presses('Report');
    expect(said(ruth)).toMatch(/that one message/);
    await ruth.presses('Go on');
    await ruth.presses('Send it to Safi, safeguarding lead');
    await safi.presses('I take it');
    await minutes(stage, 60 * 24 * 40);
    expect(await stage.rows('SELECT 1 FROM pair_message')).toEqual([]);
    await safi.presses('Read it');
    await safi.presses('To answer it');
    expect(said(safi)).toMatch(/The message, from Aisha(.|\n)*Lend me fifty pounds/);
    expect(all(aisha)).not.toMatch(/reported|safeguarding/);
  });
});
