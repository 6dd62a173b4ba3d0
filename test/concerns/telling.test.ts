import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { all, count } from '../pair-messages/two-on-stage.ts';
import { labels, said } from '../people/newcomers.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { links, minutes, states, stepsOn, type Team, teamOn, tells } from './team-on-stage.ts';

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

describe('telling somebody', () => {
  it('shows the lines to call first, then who reads it, what is sent and when they are there; nothing is sent by that', async () => {
    const { aisha } = team;
    await aisha.commands('help');
    const before = aisha.messages().length;
    await aisha.presses('I need help now');
    const [first, second] = aisha.messages().slice(before);
    expect(first?.shown.paragraphs.join('\n')).toMatch(/999(.|\n)*116 123/);
    expect(second?.shown.paragraphs.join('\n')).toMatch(
      /goes to Safi, the safeguarding lead(.|\n)*Dee, Eve(.|\n)*every day, 8 to 8(.|\n)*What is sent(.|\n)*four limits(.|\n)*Nothing is sent until/,
    );
    await aisha.presses('Go on');
    await aisha.says(WORDS);
    await aisha.says('And he rings.');
    expect(said(aisha)).toMatch(/put that with the rest/);
    expect(await states(stage)).toEqual([]);
    expect(team.safi.messages()).toHaveLength(0);
    await aisha.presses('Send it to Safi, safeguarding lead');
    expect(await states(stage)).toEqual(['open']);
    expect(said(aisha)).toMatch(/Sent on Monday(.|\n)*reached their phone/);
  });

  it('is read by the lead alone, with a reason, which is written down; its words are in no queue and no log', async () => {
    const { aisha, safi, cora } = team;
    await tells(aisha, WORDS);
    expect(said(safi)).toMatch(/Somebody told something(.|\n)*asked for help now/);
    expect(all(safi)).not.toContain(WORDS);
    await safi.presses('Read it');
    expect(all(safi)).not.toContain(WORDS);
    await safi.presses('To answer it');
    expect(said(safi)).toMatch(/From Aisha(.|\n)*He waits outside my door/);
    const audit = await stage.rows(`SELECT "by", reason, ids FROM audit WHERE action = 'concern.read'`);
    expect(audit).toMatchObject([{ by: `person:${team.lead.id}`, reason: 'to-answer' }]);
    expect(all(cora)).toBe('');
    for (const table of ['outgoing', 'due', 'journal', 'audit', 'task', 'concern', 'concern_step', 'button'])
      expect(JSON.stringify(await stage.rows(`SELECT * FROM ${table}`))).not.toContain('outside my door');
  });

  it('is kept true for the writer: delivered, seen, taken, closed', async () => {
    const { aisha, safi } = team;
    await tells(aisha, WORDS);
    await safi.presses('I have seen it');
    expect(all(aisha)).toMatch(/Seen on Monday/);
    await safi.presses('I take it');
    expect(all(aisha)).toMatch(/Safi, the safeguarding lead, has had it in hand/);
    await safi.presses('Close it');
    await safi.presses('We talked');
    expect(all(aisha)).toMatch(/Closed on Monday/);
    expect(await states(stage)).toEqual(['closed']);
    await minutes(stage, 600);
    expect(count(team.dee, 'Somebody told something')).toBe(0);
    expect(await stepsOn(stage)).toEqual([
      'sent Aisha',
      'asked Safi',
      'delivered Safi',
      'seen Safi',
      'taken Safi',
      'closed Safi',
    ]);
  });

  it('reaches every app of the lead, and has no words in Slack', async () => {
    const slack = await links(stage, team.lead, 'slack', 'Safi S');
    const discord = await links(stage, team.lead, 'discord', 'Safi D');
    await tells(team.aisha, WORDS);
    for (const phone of [team.safi, slack, discord]) expect(count(phone, 'Somebody told something')).toBe(1);
    expect(said(slack)).toMatch(/never shown in Slack. Open this chat in your other app/);
    expect(labels(slack)).not.toContain('Read it');
    const reads = discord.tokenOf('Read it');
    await discord.pressesToken(reads);
    await discord.presses('To answer it');
    expect(all(discord)).toContain(WORDS);
    // Neither where the button of another app is pressed in Slack, nor where the app it was asked in is gone meanwhile.
    const [row] = await stage.rows('SELECT id FROM concern');
    const concernId = String(row?.['id']);
    const accounts = await stage.store.read.people.accountsOf(team.lead.id);
    const on = (platform: string) => {
      const account = accounts.find((each) => each.platform === platform);
      if (account === undefined) throw new Error(platform);
      return account;
    };
    const args = { concernId, why: 'to-answer' };
    const inSlack = { is: 'person', person: team.lead, account: on('slack') } as const;
    const refused = await stage.core.perform({ command: 'read-concern', args, by: inSlack });
    expect(refused).toMatchObject({
      refusal: { refused: 'concern.not-here', show: { screen: 'concern-page' } },
    });
    const inDiscord = { is: 'person', person: team.lead, account: on('discord') } as const;
    await stage.core.perform({ command: 'read-concern', args, by: inDiscord });
    await stage.rows(`UPDATE account SET reachable = false WHERE "personId" = $1 AND platform <> 'slack'`, [
      team.lead.id,
    ]);
    // The second try goes where they can be reached.
    await stage.rows(`UPDATE outgoing SET attempts = 1 WHERE screen = 'concern-words' AND state = 'waiting'`);
    await stage.core.settle();
    expect(all(slack)).not.toContain(WORDS);
  });

  it('goes without words too', async () => {
    await tells(team.aisha);
    await team.safi.presses('Read it');
    await team.safi.presses('To answer it');
    expect(said(team.safi)).toMatch(/sent it without words/);
  });
});

describe('when nobody answers', () => {
  it('goes on to the next, tells the writer, and shows the lines again', async () => {
    const { aisha, dee, eve, cora } = team;
    await tells(aisha, WORDS);
    await minutes(stage, 29);
    expect(count(dee, 'Somebody told')).toBe(0);
    const before = aisha.messages().length;
    await minutes(stage, 1);
    expect(count(dee, 'Somebody told')).toBe(1);
    const news = aisha
      .messages()
      .slice(before)
      .map(({ shown }) => shown.paragraphs.join('\n'))
      .join('\n');
    expect(news).toMatch(/116 123(.|\n)*the next person has been asked too/);
    await minutes(stage, 30);
    expect(count(eve, 'Somebody told')).toBe(1);
    expect(count(cora, 'Please ring')).toBe(0);
    await minutes(stage, 30);
    expect(said(cora)).toMatch(/Please ring the safeguarding lead or a deputy/);
    expect(all(cora)).not.toContain('Aisha');
    expect(all(aisha)).toMatch(/All of them have been asked again/);
    expect(await stage.rows(`SELECT kind, "personId" FROM task WHERE "doneAt" IS NULL`)).toEqual([
      { kind: 'ring-safeguarding', personId: null },
    ]);
    await dee.presses('I take it');
    expect(all(aisha)).toMatch(/Dee, the safeguarding deputy/);
    expect(await stage.rows(`SELECT 1 FROM task WHERE "doneAt" IS NULL`)).toEqual([]);
  });

  it('goes on when it was seen and nobody takes it', async () => {
    await tells(team.aisha, WORDS);
    await team.safi.presses('I have seen it');
    await minutes(stage, 59);
    expect(count(team.dee, 'Somebody told')).toBe(0);
    await minutes(stage, 1);
    expect(count(team.dee, 'Somebody told')).toBe(1);
  });
});
