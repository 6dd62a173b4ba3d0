import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pairUp, type Two } from '../support/arrive.ts';
import { handOf } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';
import { happened, wholeStory } from './whole-story.ts';

describe('Telegram, by webhook', () => {
  let world: World;
  let two: Two;

  beforeAll(async () => {
    world = await openWorld({ mode: 'webhook' });
    two = await pairUp(world);
  });
  afterEach(() => expect(world.faults).toEqual([]));
  afterAll(async () => await world.close());

  const HEADER = 'x-telegram-bot-api-secret-token';
  const secret = () => ({ [HEADER]: world.hook?.secret ?? '' });
  const knock = (update: object, headers: Record<string, string>) =>
    fetch(world.hook?.url ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(update),
    });

  it('tells the same meeting, word for word in the journal (MTG-03)', async () => {
    const [aisha, ruth] = [handOf(world, two.mentee), handOf(world, two.mentor)];
    expect(await wholeStory(world, aisha, ruth)).toEqual(happened(two));
    expect(world.telegram.journal.requests('getUpdates')).toEqual([]);
  });

  it('has one effect when everything comes ten times over, the last first (MTG-03)', async () => {
    const everything = async (): Promise<unknown> => [
      await world.rows('SELECT * FROM journal ORDER BY id'),
      await world.rows('SELECT * FROM meeting ORDER BY id'),
      await world.rows('SELECT * FROM outgoing ORDER BY id'),
      await world.rows('SELECT * FROM person ORDER BY id'),
    ];
    const before = await everything();
    const updates = world.telegram.journal.updates();
    expect(updates.length).toBeGreaterThan(20);
    for (let time = 0; time < 10; time += 1)
      for (const update of updates.toReversed()) expect((await knock(update, secret())).status).toBe(200);
    await world.settle();
    expect(await everything()).toEqual(before);
  });

  it('lets in nobody who does not know the secret, and nothing happens (BND-07)', async () => {
    const update = {
      update_id: 1,
      message: {
        message_id: 1,
        date: 0,
        chat: { id: two.mentee.id, type: 'private', first_name: 'Aisha' },
        from: { id: two.mentee.id, is_bot: false, first_name: 'Aisha' },
        text: 'stop',
      },
    };
    expect((await knock(update, {})).status).toBe(401);
    expect((await knock(update, { [HEADER]: 'guessed' })).status).toBe(401);
    await world.settle();
    expect((await world.core.read.people.person(two.menteeId))?.state).toBe('active');
    expect((await knock(update, secret())).status).toBe(200);
    await world.settle();
    expect((await world.core.read.people.person(two.menteeId))?.state).toBe('stopped');
  });
});
