import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { all } from '../pair-messages/two-on-stage.ts';
import { links, makesLinkCode } from '../people/linking-apps.ts';
import { joins, personOf } from '../people/newcomers.ts';
import { openStage, type Phone, type Stage } from '../support/stage.ts';
import { type Team, teamOn } from './team-on-stage.ts';

const WORDS = 'He waits outside my door at night.';
const DESK = { is: 'coordinator', name: 'test' } as const;

let stage: Stage;
let team: Team;
let mia: Phone;
let elsewhere: Phone;

beforeEach(async () => {
  stage = await openStage('2026-11-23T10:00:00Z', ['telegram', 'discord']);
  team = await teamOn(stage);
  mia = await joins(stage, 'Mia');
  elsewhere = stage.phone('mia-there', 'discord');
});

afterEach(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

async function tellsIt(phone: Phone): Promise<void> {
  await phone.commands('help');
  await phone.presses('I need help now');
  await phone.presses('Go on');
  await phone.says(WORDS);
  await phone.presses('Send it to Safi, safeguarding lead');
}

/** Whom those who answer read that it is from, and who hears that somebody has it in hand. */
async function isFromMia(): Promise<void> {
  const [row] = await stage.rows('SELECT id, "fromId", "notFor" FROM concern');
  const { id } = await personOf(stage, mia);
  expect(row).toMatchObject({ fromId: id, notFor: expect.arrayContaining([id]) });
  const asked = { concernId: String(row?.['id']), asId: team.lead.id, why: 'to-answer', by: DESK } as const;
  expect(await stage.core.readConcern(asked)).toMatchObject({ from: 'Mia', words: WORDS });
  await team.safi.presses('I take it');
  expect(all(mia) + all(elsewhere)).toMatch(/has had it in hand/);
}

describe('what somebody told in a chat that is found to be of somebody who is here', () => {
  it('is theirs from then on: linked by a code before they had answered the first question', async () => {
    await elsewhere.opens();
    await tellsIt(elsewhere);
    await links(mia, elsewhere);
    expect((await personOf(stage, elsewhere)).name).toBe('Mia');
    await isFromMia();
  });

  it('is theirs from then on: made one by a coordinator', async () => {
    await joins(stage, 'Mimi', elsewhere);
    await tellsIt(elsewhere);
    await elsewhere.says(`link ${await makesLinkCode(mia)}`);
    const [keepId, otherId] = [(await personOf(stage, mia)).id, (await personOf(stage, elsewhere)).id];
    const args = { keepId, otherId };
    expect(await stage.core.perform({ command: 'join-records', args, by: DESK })).toMatchObject({
      did: 'done',
    });
    await stage.core.settle();
    await isFromMia();
  });

  it('goes to none of their records, where it is about them', async () => {
    await joins(stage, 'Dee two', elsewhere);
    const otherId = (await personOf(stage, elsewhere)).id;
    await tellsIt(mia);
    await stage.rows(
      `UPDATE concern SET "aboutId" = $1, about = 'else', "notFor" = "notFor" || to_jsonb($2::text)`,
      [otherId, otherId],
    );
    await elsewhere.says(`link ${await makesLinkCode(team.dee)}`);
    const args = { keepId: team.deputy.id, otherId };
    expect(await stage.core.perform({ command: 'join-records', args, by: DESK })).toMatchObject({
      did: 'done',
    });
    await stage.core.settle();
    const [row] = await stage.rows('SELECT "aboutId", "notFor" FROM concern');
    expect(row).toMatchObject({ aboutId: team.deputy.id, notFor: expect.arrayContaining([team.deputy.id]) });
  });
});
