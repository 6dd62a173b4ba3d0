import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { VirtualUser } from '../../bots/rehearsal/slack/virtual-user.ts';
import { arrives } from '../support/arrive.ts';
import { type AppHand, handOn } from '../support/hand.ts';
import { aMatching, waitsForMatch } from '../support/waiting.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let programmeId: string;
let cora: VirtualUser;
let [coras, noras, aisha, ada]: AppHand[] = [];
const ids: Record<string, string> = {};

beforeAll(async () => {
  world = await openWorld({ apps: ['slack', 'telegram', 'discord'] });
  await world.coordinate('load-programme', { slug: 'first', document: aMatching() });
  programmeId = (await world.core.read.programmes.first())?.id ?? '';
  coras = handOn(world, world.phone('Cora', 'slack'));
  noras = handOn(world, world.phone('Nora', 'slack'));
  aisha = handOn(world, world.phone('Aisha', 'telegram'));
  ada = handOn(world, world.phone('Ada', 'discord'));
  const ruth = handOn(world, world.phone('Ruth', 'discord'));
  for (const [name, hand] of Object.entries({ Cora: coras, Nora: noras, Aisha: aisha, Ada: ada, Ruth: ruth }))
    ids[name] = await arrives(hand, name);
  for (const name of ['Cora', 'Nora'])
    await world.coordinate('give-role', { personId: ids[name], programmeId, role: 'coordinator' });
  await world.rows(`UPDATE role SET site = 'north' WHERE "personId" = '${ids['Nora']}'`);
  cora = world.slack.user({ name: 'Cora', id: coras.phone.userId });
  // Nobody has agreed yet that others read about them: nobody is on a list before there is a draft.
  await waits('Ruth', 'mentor', ['dementia']);
  await waits('Aisha', 'mentee', ['dementia']);
  await waits('Ada', 'mentee', ['stroke']);
}, 60_000);
afterEach(() => expect(world.faults).toEqual([]));
afterAll(async () => await world.close());

async function waits(name: string, as: 'mentee' | 'mentor', livesWith: string[]) {
  const answers = { 'lives-with': livesWith };
  await waitsForMatch(world, { personId: ids[name] ?? '', programmeId, as, answers, agreed: false });
}

async function pressesHome(label: string): Promise<void> {
  await cora.pressHome(label).acknowledged;
  await world.settle();
}

async function looksAtHome(): Promise<string> {
  cora.openHome();
  await world.settle();
  return cora.home()?.text ?? '';
}

async function seesIt(hand: AppHand | undefined): Promise<string> {
  if (hand?.labels().includes('See it')) await hand.presses('See it');
  return hand?.news().join('\n') ?? '';
}

const drafts = () => world.rows('SELECT state, by FROM match_draft');

describe('a draft of everybody, from a coordinator’s app', () => {
  it('is asked for from the board in Slack (MAT-01)', async () => {
    expect(await looksAtHome()).not.toMatch(/the draft is ready/);
    coras?.looks();
    await pressesHome('A draft for everybody');
    expect(coras?.reads()).toMatch(
      /Nobody hears of it until you send it[\s\S]*Side by side: there is no draft/,
    );
    await coras?.presses('Make a draft: Side by side');
    expect(coras?.reads()).toMatch(/is being worked out\. Done so far: 0 of 100/);
    expect(await drafts()).toEqual([{ state: 'queued', by: `person:${ids['Cora']}` }]);
  });

  it('is said to be ready, with how many and where to look, and nobody by name, to whoever sees all sites', async () => {
    coras?.looks();
    for (const id of await world.core.draftsLeft()) expect(await world.core.draft(id)).toBe('ready');
    await world.settle();
    const news = coras?.news().join('\n');
    expect(news).toMatch(/the draft is ready\. One person has somebody in it\. Look at it at the desk/);
    expect(news).not.toMatch(/Aisha|Ada|Ruth/);
    expect(await looksAtHome()).toMatch(/the draft is ready\. One person has somebody in it/);
    // Whoever coordinates one site has no such button, and learns nothing of other sites.
    noras?.looks();
    await noras?.writes('board');
    expect(noras?.labels()).not.toContain('A draft for everybody');
    expect(noras?.reads()).not.toMatch(/draft/);
  });

  it('tells whoever it leaves over when it is sent, across apps, and the other that there is a list (MAT-10)', async () => {
    for (const hand of [aisha, ada]) hand?.looks();
    await world.rows('UPDATE enquiry SET "outlineAgreedAt" = now()');
    await world.coordinate('offer-draft', { programmeId });
    expect(await seesIt(aisha)).toMatch(/Ruth says/);
    const told = await seesIt(ada);
    expect(told).toMatch(/looked at everybody who waits, all together\. There is nobody yet who fits you/);
    expect(told).toMatch(/Next: as soon as somebody fits, you hear from me/);
    expect(told).not.toMatch(/queue|Aisha|Ruth|[0-9]/);
    expect(await looksAtHome()).not.toMatch(/the draft is ready/);
  });

  it('is said to have failed, with why, to whoever asked', async () => {
    await coras?.writes('board');
    await coras?.presses('A draft for everybody');
    coras?.looks();
    await coras?.presses('Make a new draft: Side by side');
    await world.rows(`UPDATE match_draft SET state = 'drafting', run = 1`);
    const [{ id } = {}] = await world.rows('SELECT id FROM match_draft');
    const args = { draftId: id, run: 1, why: 'overtaken' };
    await world.core.perform({ command: 'leave-draft', args, by: { is: 'clock' } });
    await world.settle();
    expect(coras?.news().join('\n')).toMatch(/could not be kept: others changed something/);
  });
});
