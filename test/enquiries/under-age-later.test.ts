import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aWayIn } from '../scenarios/a-way-in.ts';
import { telegramPhone } from '../support/apps/telegram-app.ts';
import { arrives } from '../support/arrive.ts';
import { handOn } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterEach(() => expect(world.faults).toEqual([]));
afterAll(async () => await world.close());

describe('somebody whose age is asked after the welcome (ELG-09)', () => {
  it('is held for the coordinators of the programme that asked, and is wanted for nothing else', async () => {
    const kit = handOn(world, telegramPhone(world.telegram, world.stranger('Kit')));
    await arrives(kit, 'Kit');
    await world.coordinate('load-programme', { slug: 'second', document: aWayIn() });
    const second = (await world.core.read.programmes.bySlug('second'))?.id;
    await world.rows('UPDATE programme SET "openedAt" = now() WHERE id = $1', [second]);
    await kit.writes('code university');
    await kit.does({ press: 'Not ready yet' }, { press: 'Talk to somebody who has been here' });
    await kit.does({ press: 'I would like support now' }, { press: 'Yes, that is fine' });
    await kit.does({ press: 'In the north' }, { press: 'Yes' }, { press: /^None/ }, '17');
    expect(await world.rows('SELECT state FROM person WHERE id = $1', [await kit.personId()])).toEqual([
      { state: 'held' },
    ]);
    const open = await world.rows(
      `SELECT kind, "programmeId" FROM task WHERE "personId" = $1 AND "doneAt" IS NULL AND kind <> 'new-person'`,
      [await kit.personId()],
    );
    expect(open).toEqual([{ kind: 'under-age', programmeId: second }]);
  });
});
