import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { arrives } from '../support/arrive.ts';
import { type AppHand, handOn } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';

const WORDS = 'Shall we meet by the river?';

let world: World;
let mentee: AppHand;
let ruth: AppHand;

beforeAll(async () => {
  world = await openWorld({ apps: ['discord', 'slack'] });
  const programmeId = (await world.core.read.programmes.first())?.id ?? '';
  mentee = handOn(world, world.phone('Aisha', 'discord'));
  ruth = handOn(world, world.phone('Ruth', 'slack'));
  const [menteeId, mentorId] = [await arrives(mentee, 'Aisha'), await arrives(ruth, 'Ruth')];
  await world.coordinate('give-role', { personId: menteeId, programmeId, role: 'mentee' });
  await world.coordinate('give-role', { personId: mentorId, programmeId, role: 'mentor' });
  await world.coordinate('make-pair', { programmeId, mentorId, menteeId, rhythmDays: 14 });
});
afterEach(() => expect(world.faults).toEqual([]));
afterAll(async () => await world.close());

const written = () => world.rows('SELECT state FROM pair_message');

/** What comes unasked is behind a button: it may be read by whoever holds the phone. */
async function sees(who: AppHand): Promise<void> {
  if (who.reads().includes('something new')) await who.presses('See it');
}

describe('words behind "message"', () => {
  it('wait in Discord until one press sends them; who reads them is said first', async () => {
    const user = world.discord.user({ id: mentee.phone.userId, name: mentee.phone.name });
    await user.slash('message', { words: WORDS }).answered;
    await world.settle();
    expect(mentee.reads()).toContain('Ruth');
    expect(mentee.reads()).toContain(WORDS);
    expect(await written()).toEqual([]);
    await mentee.presses('Yes, these words');
    expect(await written()).toHaveLength(1);
    await sees(ruth);
    expect(ruth.reads()).toContain(WORDS);
  });

  it('wait in Slack the same, and stand in the sheet to be changed', async () => {
    const user = world.slack.user({ id: ruth.phone.userId, name: ruth.phone.name });
    await user.command('/mentoring', 'message Yes, by the bridge');
    await world.settle();
    expect(ruth.reads()).toContain('Yes, by the bridge');
    expect(await written()).toHaveLength(1);
    await user.press('Write it here').acknowledged;
    await world.settle();
    expect(JSON.stringify(user.modal())).toContain('Yes, by the bridge');
    user.fillIn({ 'w:text': 'Yes, by the old bridge' });
    await user.submit();
    await world.settle();
    await sees(mentee);
    expect(mentee.reads()).toContain('Yes, by the old bridge');
    expect(await written()).toHaveLength(2);
  });
});

describe('a sheet', () => {
  it("says everything in its reader's version of English", async () => {
    const sheetOfRuth = async () => {
      await ruth.writes('home');
      const [button] = await world.rows(
        `SELECT b.token, a.tenant, a."userId" FROM button b JOIN account a ON a."personId" = b."personId"
          WHERE a."userId" = $1 AND b.args->>'form' = 'pair-message' ORDER BY b."createdAt" DESC, b.token LIMIT 1`,
        [ruth.phone.userId],
      );
      const { token, tenant, userId } = { ...button };
      return await world.core.sheet({
        key: `sheet:${String(token)}`,
        account: { platform: 'slack', tenant: String(tenant), userId: String(userId) },
        chat: { id: String(userId), private: true },
        intent: { is: 'press', token: String(token) },
      });
    };
    expect(await sheetOfRuth()).toMatchObject({ shortTitle: 'A few questions', submit: 'Done' });
    await ruth.writes('easy read');
    expect(await sheetOfRuth()).toMatchObject({ shortTitle: 'Questions', close: 'Cancel' });
  });
});
