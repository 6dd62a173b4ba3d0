import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change } from '../../core/kernel/change.ts';
import { joins } from '../support/arrive.ts';
import { momentAt } from '../support/moved-clock.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => await world.close());

describe('a message whose moment has passed', () => {
  it('is dropped, not sent late, and what comes after it in the chat is sent', async () => {
    const aisha = world.stranger('Aisha');
    const personId = await joins(world, aisha, 'Aisha');
    const at = momentAt(world.clock);
    const to = { to: personId, args: {}, mode: 'new' } as const;
    const late = { ...to, screen: 'my-role', until: at.now.subtract({ minutes: 1 }) };
    const inTime = { ...to, screen: 'who-can-i-talk-to', until: at.now.add({ minutes: 1 }) };
    await world.store.commit(change({ outgoing: [late, inTime] }), { by: 'test' }, at);
    await world.settle();
    const rows = await world.rows('SELECT screen, state, why FROM outgoing ORDER BY id DESC LIMIT 2');
    expect(rows).toEqual([
      { screen: 'who-can-i-talk-to', state: 'sent', why: null },
      { screen: 'my-role', state: 'dropped', why: 'too-late' },
    ]);
  });
});
