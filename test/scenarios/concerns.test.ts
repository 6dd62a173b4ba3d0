import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { APPS, type AppName } from '../support/apps/app.ts';
import { arrives, pairOn } from '../support/arrive.ts';
import { type AppHand, handOn } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';

const WORDS = 'He waits outside my door at night.';

let world: World;
let safi: AppHand;
let dee: AppHand;
let cora: AppHand;

const everything = (hand: AppHand): string =>
  hand.phone
    .see()
    .map(({ text }) => text)
    .join('\n');

/** News that says nothing on a locked screen is opened. */
async function opens(hand: AppHand): Promise<void> {
  if (hand.labels().includes('See it')) await hand.presses('See it');
}

beforeAll(async () => {
  world = await openWorld({ apps: [...APPS] });
  const programme = await world.core.read.programmes.first();
  const programmeId = programme?.id ?? '';
  const safeguarding = { hours: 'every day, 8 to 8' };
  await world.coordinate('load-programme', {
    slug: programme?.slug,
    document: { ...programme?.document, safeguarding },
  });
  // The lead reads in Slack, the deputy in Discord, the coordinator in Telegram.
  safi = handOn(world, world.phone('Safi', 'slack'));
  dee = handOn(world, world.phone('Dee', 'discord'));
  cora = handOn(world, world.phone('Cora', 'telegram'));
  for (const [hand, name, role] of [
    [safi, 'Safi', 'safeguarding-lead'],
    [dee, 'Dee', 'safeguarding-deputy'],
    [cora, 'Cora', 'coordinator'],
  ] as const)
    await world.coordinate('give-role', { personId: await arrives(hand, name), programmeId, role });
});
afterEach(() => expect(world.faults).toEqual([]));
afterAll(() => world.close());

describe.each(APPS)('somebody on %s tells that they need help (SAF-02, SAF-11)', (app: AppName) => {
  let aisha: AppHand;
  beforeAll(async () => {
    const two = await pairOn(
      world,
      { mentee: app, mentor: app },
      { mentee: `Aisha ${app}`, mentor: `Ruth ${app}` },
    );
    aisha = two.mentee;
  });

  it('help comes first, and nothing is sent before the last press', async () => {
    await aisha.writes('i need help now');
    expect(aisha.news().join('\n')).toMatch(
      /999(.|\n)*116 123(.|\n)*goes to Safi, the safeguarding lead(.|\n)*8 to 8/,
    );
    await aisha.presses('Go on');
    await aisha.writes(WORDS);
    expect(await open()).toHaveLength(0);
    await aisha.presses(/^Send it to Safi/);
    expect(await open()).toHaveLength(1);
    expect(everything(aisha)).toMatch(/reached their phone/);
  });

  it('the lead has it in Slack without a word; asleep, it climbs to the deputy, who reads it with a reason', async () => {
    expect(everything(safi)).toMatch(/Somebody told something/);
    expect(everything(safi)).toMatch(/never shown in Slack/);
    await world.later({ minutes: 30 });
    expect(everything(dee)).toMatch(/Somebody told something/);
    await opens(aisha);
    expect(everything(aisha)).toMatch(/next person has been asked too/);
    await dee.presses('Read it');
    await dee.presses('To answer it');
    expect(everything(dee)).toContain(WORDS);
    await dee.presses('I take it');
    await opens(aisha);
    expect(everything(aisha)).toMatch(/Dee, the safeguarding deputy, has had it in hand/);
    expect(everything(safi)).not.toContain(WORDS);
    expect(everything(cora)).not.toMatch(/Aisha .* told|outside my door/);
  });

  it('is closed by the lead in Slack, who never read it there', async () => {
    await dee.presses('Close it');
    await dee.presses('We talked');
    expect(await open()).toHaveLength(0);
    expect(everything(aisha)).toMatch(/Closed on/);
  });
});

async function open(): Promise<unknown[]> {
  return await world.rows(`SELECT id FROM concern WHERE state <> 'closed'`);
}
