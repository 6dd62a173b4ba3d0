import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { peopleOn } from '../meetings/a-pair.ts';
import { all, count } from '../pair-messages/two-on-stage.ts';
import { said } from '../people/newcomers.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { give, links, minutes, states, stepsOn, type Team, teamOn, tells } from './team-on-stage.ts';

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

describe('those who answer (SAF-11)', () => {
  it('are passed over while they are away, and asked after the others', async () => {
    const { aisha, safi, dee } = team;
    await safi.says('away');
    await safi.presses('3 days');
    expect(said(safi)).toMatch(/You are away until/);
    await aisha.commands('help');
    await aisha.presses('I need help now');
    await aisha.presses('Go on');
    await aisha.presses('Send it to Dee, safeguarding deputy');
    expect(count(dee, 'Somebody told')).toBe(1);
    await minutes(stage, 60);
    expect(count(safi, 'Somebody told')).toBe(1);
  });

  it('hand on what they have not answered when they go away or are gone', async () => {
    const { aisha, safi, dee, eve } = team;
    await tells(aisha, WORDS);
    await safi.says('away');
    await safi.presses('1 day');
    expect(count(dee, 'Somebody told')).toBe(1);
    await dee.presses('I take it');
    const by = { is: 'coordinator', name: 'desk' } as const;
    await stage.core.perform({ command: 'erase-person', args: { personId: team.deputy.id }, by });
    await stage.core.settle();
    expect(count(eve, 'Somebody told')).toBe(1);
    expect(await states(stage)).toEqual(['open']);
  });

  it('who cannot be reached in any app are passed over at once, and the writer is told', async () => {
    const { aisha, dee, eve, cora } = team;
    await stage.rows('UPDATE account SET reachable = false WHERE "personId" = ANY($1)', [
      [team.lead.id, team.deputy.id],
    ]);
    await tells(aisha, WORDS);
    expect(count(eve, 'Somebody told')).toBe(1);
    expect(count(dee, 'Somebody told')).toBe(0);
    expect(all(aisha)).toMatch(/next person has been asked too/);
    await stage.rows('UPDATE account SET reachable = false WHERE "personId" = $1', [team.second.id]);
    await minutes(stage, 30);
    expect(said(cora)).toMatch(/Please ring/);
    expect(all(aisha)).toMatch(/You can ring too:(.|\n)*Jo, 01234 567890/);
  });

  it('whose app takes nothing are followed by the next at once', async () => {
    const { aisha, dee } = team;
    const [chat] = stage.channels;
    if (chat === undefined) throw new Error('no app');
    const { send } = chat;
    chat.send = async (to, shown, once) =>
      to.chatId === 'Safi' ? { is: 'refused', why: 'test' } : await send(to, shown, once);
    await tells(aisha, WORDS);
    expect(count(dee, 'Somebody told')).toBe(1);
    expect(await stepsOn(stage)).toContain('not-delivered Safi');
    stage.faults.length = 0;
  });

  it('whose app takes nothing are followed at once, also when the one before has only seen it', async () => {
    const { aisha, safi, eve } = team;
    const [chat] = stage.channels;
    if (chat === undefined) throw new Error('no app');
    const { send } = chat;
    chat.send = async (to, shown, once) =>
      to.chatId === 'Dee' ? { is: 'refused', why: 'test' } : await send(to, shown, once);
    await tells(aisha, WORDS);
    await safi.presses('I have seen it');
    await minutes(stage, 61);
    expect(await stepsOn(stage)).toContain('not-delivered Dee');
    expect(count(eve, 'Somebody told')).toBe(1);
    stage.faults.length = 0;
  });

  it('have seen it themselves: what cannot be sent to them after that asks nobody else', async () => {
    const { aisha, safi, dee } = team;
    const other = await links(stage, team.lead, 'discord', 'Safi D');
    await tells(aisha, WORDS);
    await safi.presses('I have seen it');
    const note = { command: 'note-concern-page', by: { is: 'clock' } } as const;
    const [concern] = await stage.rows('SELECT id FROM concern');
    await stage.rows(`UPDATE outgoing SET state = 'refused' WHERE screen = 'concern-page'`);
    const args = { concernId: concern?.['id'], personId: team.lead.id, ended: 'refused' };
    await stage.core.perform({ ...note, args });
    await stage.core.settle();
    expect(count(dee, 'Somebody told')).toBe(0);
    expect(count(other, 'Somebody told')).toBe(1);
  });

  it('are rung by a coordinator, never by one whom it is about', async () => {
    const { aisha, cora } = team;
    const mo = await (await peopleOn(stage)).person('Mo');
    await give(stage, team.programme.id, mo, 'coordinator');
    const other = stage.phone('Mo');
    await aisha.says('worried');
    await aisha.presses('Go on');
    await aisha.presses('Somebody who runs this: Cora');
    await aisha.presses('Send it to Safi, safeguarding lead');
    await minutes(stage, 95);
    await other.says('board');
    expect(said(other)).toMatch(/Ring the safeguarding lead/);
    await cora.says('board');
    expect(said(cora)).not.toMatch(/safeguarding/);
    await tells(team.ruth, 'Something else');
    await minutes(stage, 95);
    await cora.says('board');
    expect(said(cora)).toMatch(/Ring the safeguarding lead/);
  });

  it('one app that holds everything up keeps nothing from the others', async () => {
    const discord = await links(stage, team.lead, 'discord', 'Safi D');
    const [chat] = stage.channels;
    if (chat === undefined) throw new Error('no app');
    const { send } = chat;
    chat.send = async (to, shown, once) =>
      to.chatId === 'Safi' ? { is: 'later', why: 'away' } : await send(to, shown, once);
    await tells(team.aisha, WORDS);
    expect(count(discord, 'Somebody told')).toBe(1);
  });

  it('pause the pair, which reads the same to both as any other pause', async () => {
    const { aisha, ruth, safi } = team;
    await aisha.says('tell someone');
    await aisha.presses('Go on');
    await aisha.presses('My mentor, Ruth');
    await aisha.presses('Send it to Safi, safeguarding lead');
    await safi.presses('Pause messages and meetings');
    expect(said(ruth)).toMatch(/Messages between you and Aisha are having a pause/);
    expect(said(aisha)).toMatch(/Messages between you and Ruth are having a pause/);
    for (const phone of [aisha, ruth]) {
      await phone.presses('Pause messages');
      await phone.presses('End the pause');
      expect(said(phone)).toMatch(/having a pause/);
    }
    await safi.presses('End the pause between the two');
    expect(said(ruth)).not.toMatch(/having a pause/);
  });
});
