import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinsInSlack, openSlackWorld, type SlackWorld, slackHand } from './slack-world.ts';

describe.each(['socket', 'http'] as const)('somebody in Slack, by %s', (mode) => {
  let world: SlackWorld;
  beforeAll(async () => {
    world = await openSlackWorld({ mode });
  });
  afterAll(() => world.close());

  it('arrives, answers the first questions, and sees home', async () => {
    const mia = slackHand(world, 'Mia');
    const personId = await joinsInSlack(world, mia, 'Mia');
    expect(personId).toMatch(/^[0-9a-f-]{36}$/);
    expect(world.faults).toEqual([]);
    expect(world.slack.journal.warnings()).toEqual([]);
    const [account] = await world.rows('SELECT platform, tenant, "chatId" FROM account');
    expect(account).toEqual({ platform: 'slack', tenant: world.slack.teamId, chatId: mia.phone.id });
  });
});
