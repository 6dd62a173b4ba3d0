import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { all } from '../pair-messages/two-on-stage.ts';
import { personOf } from '../people/newcomers.ts';
import { openStage, type Phone, type Stage } from '../support/stage.ts';
import { type Team, teamOn, tells } from './team-on-stage.ts';

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

async function night(): Promise<void> {
  await stage.core.night();
  await stage.core.settle();
}

const stateOf = async (id: string) =>
  (await stage.rows('SELECT state FROM person WHERE id = $1', [id]))[0]?.['state'];

/** Who would go this very night, were it not for what they told. */
const OLD: Readonly<Record<string, (id: string) => Promise<unknown>>> = {
  'never came in': (id) => stage.rows(`UPDATE person SET "createdAt" = '2026-01-01' WHERE id = $1`, [id]),
  'is too young to come in': (id) =>
    stage.rows(`UPDATE person SET state = 'held', adult = false, "createdAt" = '2026-01-01' WHERE id = $1`, [
      id,
    ]),
  'asked for silence long ago': (id) =>
    stage.rows(`UPDATE person SET state = 'stopped', "stoppedAt" = '2024-01-01' WHERE id = $1`, [id]),
};

async function newcomer(): Promise<Phone> {
  const nina = stage.phone('Nina');
  await nina.opens();
  return nina;
}

describe.each(Object.keys(OLD))('whoever told something and %s', (which) => {
  it('is there for an answer, and goes when it was closed for as long', async () => {
    const nina = await newcomer();
    const { id } = await personOf(stage, nina);
    const before = await stateOf(id);
    await tells(nina, 'He waits outside my door at night.');
    await OLD[which]?.(id);
    const is = await stateOf(id);
    await night();
    expect([before, await stateOf(id)]).toEqual(['arriving', is]);
    await team.safi.presses('I take it');
    expect(all(nina)).toMatch(/has had it in hand/);
    await night();
    expect(await stateOf(id)).toBe(is);
    await team.safi.presses('Close it');
    await team.safi.presses('We talked');
    expect(await stage.rows('SELECT state FROM concern')).toEqual([{ state: 'closed' }]);
    await night();
    expect(await stateOf(id)).toBe(is);
    stage.clock.set('2028-12-24T10:00:00Z');
    await night();
    expect(await stateOf(id)).not.toBe(is);
  });
});
