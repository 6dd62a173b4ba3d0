import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { said } from '../people/newcomers.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { give, type Team, teamOn } from './team-on-stage.ts';

let stage: Stage;
let team: Team;

beforeEach(async () => {
  stage = await openStage('2026-11-23T10:00:00Z', ['telegram']);
  team = await teamOn(stage);
});

afterEach(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

const WORDS = 'He knows where I live now.';
const SEND = 'Send it to Safi, safeguarding lead';

/** Aisha writes, and Ruth has begun to tell of it. */
async function begun(): Promise<void> {
  const { aisha, ruth } = team;
  await aisha.says('message my mentor');
  await aisha.says('I am outside your door');
  await ruth.presses('Report');
  await ruth.presses('Go on');
}

async function words(): Promise<unknown[]> {
  const by = { is: 'coordinator', name: 'desk' } as const;
  const read: unknown[] = [];
  for (const { id } of await stage.rows('SELECT id FROM concern ORDER BY "createdAt", id')) {
    const asked = { concernId: String(id), asId: team.lead.id, why: 'to-answer', by } as const;
    const opened = await stage.core.readConcern(asked);
    read.push({ words: opened?.words, message: opened?.message?.words });
  }
  return read;
}

describe('a message that goes while somebody tells of it', () => {
  it('takes nothing with it: whoever wrote it deletes everything, and what was told still goes', async () => {
    await begun();
    await team.ruth.says(WORDS);
    const erase = { command: 'erase-person', args: { personId: team.mentee.id } };
    await stage.core.perform({ ...erase, by: { is: 'coordinator', name: 'desk' } });
    await stage.core.settle();
    await team.ruth.presses(SEND);
    expect(await words()).toEqual([{ words: WORDS, message: undefined }]);
  });

  it('can go before the first word too, and is told of all the same', async () => {
    await begun();
    await stage.rows('DELETE FROM pair_message');
    await team.ruth.says(WORDS);
    await team.ruth.presses(SEND);
    expect(await words()).toEqual([{ words: WORDS, message: undefined }]);
  });

  it('still goes past the one who may have written it', async () => {
    await give(stage, team.programme.id, team.mentee, 'safeguarding-deputy', 3);
    await begun();
    await stage.rows('DELETE FROM pair_message');
    await stage.rows("UPDATE pair SET state = 'ended'");
    await team.ruth.says(WORDS);
    await team.ruth.presses(SEND);
    const [row] = await stage.rows('SELECT "notFor" FROM concern');
    expect(row?.['notFor']).toContain(team.mentee.id);
  });
});

describe('a message that was told of already', () => {
  it('can be told more about: what is written then is not lost', async () => {
    await begun();
    await team.ruth.presses(SEND);
    await team.ruth.presses('Report');
    await team.ruth.presses('Go on');
    await team.ruth.says(WORDS);
    await team.ruth.presses(SEND);
    expect(await words()).toEqual([
      { words: null, message: 'I am outside your door' },
      { words: WORDS, message: 'I am outside your door' },
    ]);
  });

  it('is not sent a second time where there is nothing more to say', async () => {
    await begun();
    await team.ruth.presses(SEND);
    await team.ruth.presses('Report');
    await team.ruth.presses('Go on');
    await team.ruth.presses(SEND);
    expect(said(team.ruth)).toMatch(/sent that one already/);
    expect(await words()).toHaveLength(1);
  });
});
