import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ownCopy } from '../../core/privacy/own-copy.ts';
import { arrives, pairOn } from '../support/arrive.ts';
import { type AppHand, handOn } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';

const MINE = 'I lie awake after we meet.';
const THEIRS = 'We spoke about ending on time.';

let world: World;
let aisha: AppHand;
let ruth: AppHand;
let cora: AppHand;
let slow: AppHand;
let safi: AppHand;
let kofi: AppHand;
let mentorId: string;
let programmeId: string;

const everything = (hand: AppHand): string =>
  hand.phone
    .see()
    .map(({ text }) => text)
    .join('\n');

const refused = async (hand: AppHand): Promise<string> => {
  const asId = await hand.personId();
  return await world.refusedTo('read-supervision', { mentorId, asId });
};

beforeAll(async () => {
  world = await openWorld({ apps: ['telegram', 'discord', 'slack'] });
  programmeId = (await world.core.read.programmes.first())?.id ?? '';
  const two = await pairOn(world, { mentee: 'discord', mentor: 'telegram' });
  [aisha, ruth] = [two.mentee, two.mentor];
  mentorId = await ruth.personId();
  const hands = await Promise.all([
    handOn(world, world.phone('Cora', 'discord')),
    handOn(world, world.phone('Sol', 'slack')),
    handOn(world, world.phone('Safi', 'telegram')),
    handOn(world, world.phone('Kofi', 'telegram')),
  ]);
  [cora, slow, safi, kofi] = hands;
  for (const [hand, name, role] of [
    [cora, 'Cora', 'supervision-cover'],
    [slow, 'Sol', 'coordinator'],
    [safi, 'Safi', 'safeguarding-lead'],
    [kofi, 'Kofi', 'mentor'],
  ] as const)
    await world.coordinate('give-role', { personId: await arrives(hand, name), programmeId, role });
});
afterEach(() => expect(world.faults).toEqual([]));
afterAll(() => world.close());

describe('what is said about a mentor in supervision (SUP-13)', () => {
  it('is begun by the mentor, who is told first who reads it', async () => {
    await ruth.writes('role');
    await ruth.presses('Something for my supervision');
    expect(ruth.reads()).toMatch(/only these people read it: Cora, Sol/);
    await ruth.writes(MINE);
    expect(ruth.reads()).toMatch(/It is kept, sealed/);
    await ruth.presses('My supervision');
    expect(ruth.reads()).toContain(MINE);
  });

  it('is read by the named cover in chat, and who reads of whom is written down first', async () => {
    await cora.writes('supervision');
    await cora.presses('Supervision');
    expect(everything(cora)).not.toContain(MINE);
    await cora.presses(/^Ruth \(1 written/);
    expect(cora.reads()).toContain(MINE);
    const audits = await world.rows(`SELECT ids FROM audit WHERE action = 'supervision.opened'`);
    expect(audits).toEqual([{ ids: { mentorId, readerId: await cora.personId() } }]);
  });

  it('is never shown in Slack, whoever presses there', async () => {
    await slow.writes('supervision');
    await slow.presses('Supervision');
    expect(slow.reads()).toMatch(/never shown in Slack/);
    const [account] = await world.core.read.people.accountsOf(await slow.personId());
    const person = await world.core.read.people.person(await slow.personId());
    if (account === undefined || person === undefined) throw new Error('Nobody is there');
    const order = {
      command: 'read-supervision',
      args: { mentorId },
      by: { is: 'person', person, account },
    } as const;
    expect(await world.core.perform(order)).toMatchObject({ refusal: { refused: 'supervision.not-here' } });
    expect(everything(slow)).not.toContain(MINE);
  });

  it('is written by those who supervise too: the mentor hears that there is something, and reads it when it is opened', async () => {
    ruth.looks();
    await world.coordinate('write-supervision', { mentorId, fromId: await slow.personId(), words: THEIRS });
    expect(ruth.news().join()).not.toContain(THEIRS);
    await ruth.presses('See it');
    expect(ruth.reads()).toContain(THEIRS);
    expect(ruth.reads()).toMatch(/from Sol/);
  });

  it('is nothing for the mentee, other mentors, or the safeguarding lead as such', async () => {
    for (const hand of [aisha, kofi, safi]) {
      expect(await refused(hand)).toBe('supervision.not-yours');
      await hand.writes('supervision');
      expect(everything(hand)).not.toMatch(/lie awake|ending on time/);
      expect(hand.labels()).not.toContain('Supervision');
    }
  });

  it('is nothing for the mentee either when the mentee coordinates as well', async () => {
    await world.coordinate('give-role', {
      personId: await aisha.personId(),
      programmeId,
      role: 'coordinator',
    });
    expect(await refused(aisha)).toBe('supervision.not-yours');
    await aisha.writes('supervision');
    await aisha.presses('Supervision');
    expect(aisha.labels().join()).not.toMatch(/Ruth/);
    await world.coordinate('end-role', {
      personId: await aisha.personId(),
      programmeId,
      role: 'coordinator',
    });
  });

  it('is read and written by people as themselves alone, whoever they name', async () => {
    const [asId, person] = [
      await cora.personId(),
      await world.core.read.people.person(await kofi.personId()),
    ];
    if (person === undefined) throw new Error('Nobody is there');
    const by = { is: 'at-desk', person } as const;
    for (const [command, args] of [
      ['read-supervision', { mentorId, asId }],
      ['write-supervision', { mentorId, fromId: asId, words: 'In her name.' }],
    ] as const)
      expect(await world.core.perform({ command, args, by })).toMatchObject({ did: 'refused' });
  });

  it('has what came up by itself, for both of them, with no number of how anybody does (SAF-03, SAF-10)', async () => {
    await ruth.writes('role');
    await ruth.presses('This is a lot for me just now');
    await ruth.writes('supervision');
    expect(ruth.reads()).toMatch(/a lot for you just now. It says nothing about how you do/);
    await cora.writes('supervision');
    await cora.presses('Supervision');
    await cora.presses(/^Ruth \(2 written, 1 to talk about/);
    expect(cora.reads()).toMatch(/Ruth said that this is a lot/);
  });

  it('is in their own copy, opened, and goes with them', async () => {
    const data = await world.core.read.privacy.everythingOf(mentorId);
    const copy = ownCopy(data, mentorId, world.core.read.keys)['supervision_note'];
    expect(copy).toMatchObject([
      { text: expect.stringMatching(/lie awake|ending on time/) },
      { text: expect.stringMatching(/lie awake|ending on time/) },
    ]);
    expect(JSON.stringify(copy)).toMatch(/"by":"Sol"/);
    await world.coordinate('erase-person', { personId: mentorId });
    expect(await world.rows('SELECT id FROM supervision_note')).toEqual([]);
  });

  it('ends for a cover whose role has ended', async () => {
    await world.coordinate('end-role', {
      personId: await cora.personId(),
      programmeId,
      role: 'supervision-cover',
    });
    expect(await refused(cora)).toBe('supervision.not-yours');
  });
});
