import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../core/people/person.ts';
import { give, type Team, teamOn, tells } from '../concerns/team-on-stage.ts';
import { peopleOn } from '../meetings/a-pair.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { labels, said } from './newcomers.ts';

let stage: Stage;
let team: Team;

beforeEach(async () => {
  stage = await openStage('2026-11-23T10:00:00Z');
  team = await teamOn(stage);
  await give(stage, team.programme.id, team.mentor, 'mentor');
  await give(stage, team.programme.id, team.mentee, 'mentee');
});

afterEach(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

const jo = { is: 'coordinator', name: 'Jo' } as const;

async function ends(who: { readonly id: string }, role: Role['role']): Promise<string> {
  const args = { personId: who.id, programmeId: team.programme.id, role };
  const done = await stage.core.perform({ command: 'end-role', args, by: jo });
  await stage.core.settle();
  return done.did === 'refused' ? done.refusal.refused : done.did;
}

const opens = () => stage.rows(`UPDATE programme SET "openedAt" = now(), version = version + 1`);
const roles = async (): Promise<string[]> =>
  (await stage.rows(`SELECT role FROM role WHERE "endedAt" IS NULL ORDER BY role`)).map(({ role }) =>
    String(role),
  );

describe('ending a role (ELG-01)', () => {
  it('waits for the pair they are in, on either side, and says so by name', async () => {
    expect(await ends(team.mentor, 'mentor')).toBe('role.has-pair');
    expect(await ends(team.mentee, 'mentee')).toBe('role.has-pair');
    const args = { personId: team.mentor.id, programmeId: team.programme.id, role: 'mentor' };
    const done = await stage.core.perform({ command: 'end-role', args, by: jo });
    const say = done.did === 'refused' ? stage.core.texts.render('en', done.refusal.say) : '';
    expect(say).toMatch(/Aisha.*first/);
  });

  it('goes through once nothing depends on it: they are told, and can do nothing more in it', async () => {
    await stage.rows(`UPDATE pair SET state = 'ended', "endedAt" = now(), version = version + 1`);
    expect(await ends(team.mentor, 'mentor')).toBe('done');
    expect(said(team.ruth)).toMatch(/not a mentor here any more/);
    await team.ruth.says('role');
    expect(said(team.ruth)).toMatch(/do not have a role here yet/);
    expect(labels(team.ruth)).not.toContain('This is a lot for me just now');
    expect(await ends(team.mentor, 'mentor')).toBe('role.unknown');
  });

  it('lets whoever is mentor and volunteer go on in the other', async () => {
    await give(stage, team.programme.id, team.mentor, 'volunteer');
    expect(await ends(team.mentor, 'mentor')).toBe('done');
    expect(await ends(team.mentor, 'volunteer')).toBe('role.has-pair');
  });

  it('waits until a group they lead is handed over or closed', async () => {
    await give(stage, team.programme.id, team.second, 'mentor');
    await stage.rows(
      `INSERT INTO "group" (id, version, "programmeId", state, name, capacity, "leadId", zone, platform, tenant, "chatId", "createdAt")
        VALUES (gen_random_uuid(), 1, $1, 'made', 'Tuesday tea', 10, $2, 'Europe/London', 'telegram', '', '2', now())`,
      [team.programme.id, team.second.id],
    );
    expect(await ends(team.second, 'mentor')).toBe('role.leads-group');
    await stage.rows(`UPDATE "group" SET state = 'closed', version = version + 1`);
    expect(await ends(team.second, 'mentor')).toBe('done');
  });

  it('leaves somebody who coordinates, and gives back what they had taken on', async () => {
    expect(await ends(team.coordinator, 'coordinator')).toBe('role.last-coordinator');
    await give(stage, team.programme.id, team.second, 'coordinator');
    await stage.rows(
      `INSERT INTO task (id, version, "programmeId", kind, "personId", "createdAt", "takenById", "takenAt")
        VALUES (gen_random_uuid(), 1, $1, 'wants-a-call', $2, now(), $3, now())`,
      [team.programme.id, team.mentee.id, team.coordinator.id],
    );
    expect(await ends(team.coordinator, 'coordinator')).toBe('done');
    expect(await stage.rows('SELECT id FROM task WHERE "takenById" IS NOT NULL')).toEqual([]);
  });

  it('leaves a lead and a deputy where people are taken in, and only there', async () => {
    await opens();
    expect(await ends(team.lead, 'safeguarding-lead')).toBe('role.last-answerer');
    expect(await ends(team.second, 'safeguarding-deputy')).toBe('done');
    expect(await ends(team.deputy, 'safeguarding-deputy')).toBe('role.last-answerer');
    await stage.rows(`UPDATE programme SET "openedAt" = NULL, version = version + 1`);
    expect(await ends(team.deputy, 'safeguarding-deputy')).toBe('done');
  });

  it('lets only one go of two who are let go at the same moment', async () => {
    await opens();
    const both = [team.second, team.deputy].map(({ id }) => {
      const args = { personId: id, programmeId: team.programme.id, role: 'safeguarding-deputy' };
      return stage.core.perform({ command: 'end-role', args, by: jo });
    });
    expect((await Promise.all(both)).map(({ did }) => did).sort()).toEqual(['done', 'refused']);
    expect((await roles()).filter((each) => each === 'safeguarding-deputy')).toHaveLength(1);
    await stage.core.settle();
  });

  it('hands on a concern that they had in hand', async () => {
    await tells(team.aisha, 'Words.');
    await team.safi.presses('I take it');
    await give(stage, team.programme.id, team.mentor, 'safeguarding-lead');
    expect(await ends(team.lead, 'safeguarding-lead')).toBe('done');
    expect(await stage.rows('SELECT state, "takenById" FROM concern')).toEqual([
      { state: 'open', takenById: null },
    ]);
  });

  it('is for whoever coordinates, in a chat for what is given in a chat', async () => {
    const [account] = await stage.store.read.people.accountsOf(team.coordinator.id);
    if (account === undefined) throw new Error('no account');
    const by = { is: 'person', person: team.coordinator, account } as const;
    const refused = async (role: Role['role'], personId: string, programmeId = team.programme.id) => {
      const args = { personId, programmeId, role };
      const done = await stage.core.perform({ command: 'end-role', args, by });
      return done.did === 'refused' ? done.refusal.refused : done.did;
    };
    expect(await refused('safeguarding-deputy', team.second.id)).toBe('role.not-yours');
    expect(await refused('mentor', team.mentor.id)).toBe('role.has-pair');
    const elsewhere = (await peopleOn(stage)).programme.id;
    await give(stage, elsewhere, team.mentor, 'mentor');
    expect(await refused('mentor', team.mentor.id, elsewhere)).toBe('role.not-yours');
  });
});
