import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { all, count } from '../pair-messages/two-on-stage.ts';
import { said } from '../people/newcomers.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { minutes, states, type Team, teamOn, tells } from './team-on-stage.ts';

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

describe('nothing holds it back', () => {
  it('not quiet hours, not "stop", not a break', async () => {
    const { aisha, safi } = team;
    stage.clock.set('2026-11-24T03:00:00Z');
    await safi.commands('stop');
    await stage.rows(`UPDATE person SET paused = true WHERE id = $1`, [team.lead.id]);
    await aisha.commands('stop');
    await tells(aisha, WORDS);
    expect(count(safi, 'Somebody told')).toBe(1);
    await safi.presses('I take it');
    expect(all(aisha)).toMatch(/has had it in hand/);
  });

  it('not being held: under the adult age Childline and 999 come first, and it is sent all the same', async () => {
    await stage.rows(`UPDATE person SET state = 'held', adult = false WHERE id = $1`, [team.mentee.id]);
    const { aisha, safi } = team;
    await aisha.commands('help');
    const before = aisha.messages().length;
    await aisha.presses('I need help now');
    const shown = aisha
      .messages()
      .slice(before)
      .map((each) => each.shown.paragraphs.join('\n'))
      .join('\n');
    expect(shown).toMatch(/999(.|\n)*0800 1111(.|\n)*You can ring Childline or 999 right now/);
    await aisha.presses('Go on');
    await aisha.says(WORDS);
    await aisha.presses('Send it to Safi, safeguarding lead');
    expect(count(safi, 'Somebody told')).toBe(1);
  });

  it('not the first questions, which go on where they were', async () => {
    const nina = stage.phone('Nina');
    await nina.opens();
    await nina.presses('Continue');
    await nina.commands('help');
    await nina.presses('I need help now');
    await nina.presses('Go on');
    await nina.says(WORDS);
    await nina.presses('Send it to Safi, safeguarding lead');
    expect(await states(stage)).toEqual(['open']);
    await nina.says('home');
    expect(said(nina)).not.toMatch(/went wrong/);
  });
});

describe('what is written', () => {
  it('fits 20,000 characters, in one message or many; what is too much is said kindly and loses nothing', async () => {
    const { aisha, safi } = team;
    await aisha.commands('help');
    await aisha.presses('I need help now');
    await aisha.presses('Go on');
    for (let part = 1; part <= 5; part += 1) await aisha.says(`${part}`.repeat(3900));
    await aisha.says('x'.repeat(600));
    expect(said(aisha)).toMatch(/more than fits in one go/);
    await aisha.presses('Send it to Safi, safeguarding lead');
    await safi.presses('Read it');
    await safi.presses('To answer it');
    const read = said(safi);
    for (const part of ['1', '2', '3', '4', '5']) expect(read).toContain(part.repeat(3900));
    expect(read).not.toContain('xxx');
    await tells(aisha, 'y'.repeat(20_000));
    expect(await states(stage)).toHaveLength(2);
  });

  it('says nothing on a screen that others may see', async () => {
    await stage.close();
    stage = await openStage('2026-11-23T10:00:00Z', ['telegram', 'slack', 'discord']);
    team = await teamOn(stage, true);
    const { aisha } = team;
    await tells(aisha, WORDS);
    const before = aisha.messages().length;
    await minutes(stage, 30);
    const news = aisha
      .messages()
      .slice(before)
      .map(({ shown }) => shown.paragraphs.join('\n'));
    expect(news).toEqual([expect.not.stringMatching(/safeguarding|asked|told/)]);
    await aisha.presses('See it');
    expect(all(aisha)).toMatch(/116 123(.|\n)*next person has been asked too/);
  });
});

describe('crisis words', () => {
  it('show the card and do nothing else', async () => {
    await team.aisha.says('I want to kill myself');
    expect(all(team.aisha)).toMatch(/116 123/);
    await minutes(stage, 120);
    expect(await states(stage)).toEqual([]);
    expect(all(team.safi)).toBe('');
  });
});

describe('an erasure of whoever wrote it', () => {
  it('leaves the record with those who answer, and leads to no account; the person is told so first', async () => {
    const { aisha, safi } = team;
    await tells(aisha, WORDS);
    await aisha.says('delete me');
    expect(said(aisha)).toMatch(/What you told the safeguarding lead stays with them/);
    await aisha.presses('Go on to delete');
    await aisha.presses('Yes, delete everything');
    expect(await stage.rows('SELECT 1 FROM account WHERE "personId" = $1', [team.mentee.id])).toEqual([]);
    await safi.presses('Read it');
    await safi.presses('To follow it up');
    expect(said(safi)).toMatch(/From …(.|\n)*outside my door/);
    await minutes(stage, 60);
    expect(count(team.dee, 'Somebody told')).toBe(1);
  });
});
