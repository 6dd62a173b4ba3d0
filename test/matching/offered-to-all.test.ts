import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wholeReach } from '../../core/kernel/reach.ts';
import { openPaperWorld, type PaperWorld, type Writer } from '../support/paper-world.ts';
import { aMatching } from '../support/waiting.ts';
import { finders } from './finders.ts';

const by = { is: 'coordinator', name: 'test' } as const;

let world: PaperWorld;
const { person, waits, sees, perform, matchId, states } = finders(() => world);

beforeEach(async () => {
  world = await openPaperWorld();
  await world.core.perform({
    command: 'load-programme',
    args: { slug: 'test', document: aMatching() },
    by,
  });
});
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

describe('whoever waits', () => {
  it('is read once with all the others when somebody is new, and is told when there was nobody before', async () => {
    const mentees = await Promise.all(['Aisha', 'Ada', 'Eve'].map((name) => person(name)));
    for (const each of mentees) await waits('mentee', each);
    const offers = async () => {
      const sql = `SELECT count(*)::int AS n FROM journal WHERE event = 'match.offered'`;
      return Number((await world.rows(sql))[0]?.['n']);
    };
    expect(await offers()).toBe(0);
    const read = world.core.read.matches.mentors;
    let pools = 0;
    world.core.read.matches.mentors = async (...args) => {
      if (args[1] === undefined) pools += 1;
      return await read(...args);
    };
    await waits('mentor', await person('Ruth'));
    expect(pools).toBe(1);
    expect(await offers()).toBe(3);
    for (const each of mentees) expect(await sees(each)).toMatch(/Ruth says/);
    // With somebody on their list already, nothing is said, and what did not change is not written.
    await waits('mentor', await person('Ben'), { 'lives-with': ['dementia'] });
    for (const each of mentees) expect(world.said(each).match(/something new|Ruth says/g)).toHaveLength(2);
  });

  it('hears nothing on a break, and what there is once it is over', async () => {
    const aisha = await person('Aisha');
    await waits('mentee', aisha);
    await world.write(aisha, 'pause');
    await world.press(aisha, 'A day');
    await waits('mentor', await person('Ruth'));
    expect(await states()).toEqual([]);
    await world.later({ hours: 25 });
    expect(await states()).toEqual(['offered']);
    await sees(aisha);
    expect(world.said(aisha)).toMatch(/Ruth says/);
  });

  it('hears of a mentor who is there again after a break', async () => {
    const [ruth, aisha] = [await person('Ruth'), await person('Aisha')];
    await waits('mentor', ruth);
    await world.write(ruth, 'pause');
    await world.press(ruth, 'A day');
    await waits('mentee', aisha);
    expect(await states()).toEqual([]);
    await world.later({ hours: 25 });
    expect(await sees(aisha)).toMatch(/Ruth says/);
  });

  it('goes first after a match that was not the one, before all who wait for a first one (MAT-13)', async () => {
    const [ruth, aisha, ada] = [await person('Ruth'), await person('Aisha'), await person('Ada')];
    await waits('mentor', ruth);
    await waits('mentee', aisha);
    expect(
      await perform('make-pair', { programmeId: world.programmeId, mentorId: ruth.id, menteeId: aisha.id }),
    ).toBe('done');
    await waits('mentee', ada);
    await world.later({ hours: 24 * 20 });
    await world.write(aisha, 'role');
    await world.press(aisha, 'A different match');
    await world.press(aisha, 'Somebody else instead of Ruth');
    const first = await world.store.read.enquiries.waiting(world.programmeId, 'mentee');
    expect(first.map(({ personId }) => personId)).toEqual([aisha.id, ada.id]);
    const { now } = world.clock;
    const board = await world.store.read.board.board({
      reach: wholeReach([world.programmeId]),
      now: now(),
      dayEnds: now(),
      weekEnds: now(),
    });
    expect(board.waiting.filter(({ wants }) => wants === 'mentor').map((each) => each.person.name)).toEqual([
      'Aisha',
      'Ada',
    ]);
  });
});

describe('what a coordinator decides', () => {
  it('is not about themself, and is said as it stands', async () => {
    const { programmeId } = world;
    const [ruth, aisha, cora] = [await person('Ruth'), await person('Aisha'), await person('Cora')];
    for (const each of [ruth, cora])
      expect(await perform('give-role', { personId: each.id, programmeId, role: 'coordinator' })).toBe(
        'done',
      );
    await waits('mentor', ruth);
    await waits('mentee', aisha);
    await sees(aisha);
    const shows = async (who: Writer): Promise<string> => {
      const args = { screen: 'match-to-confirm', args: { matchId: await matchId(ruth) } };
      await does(who, 'show', args);
      return world.last(who);
    };
    expect(await shows(cora)).toMatch(/were thought of for one another/);
    expect(world.last(cora)).not.toMatch(/said yes/);
    await world.rows(`UPDATE match SET state = 'drafted'`);
    expect(await shows(cora)).toMatch(/in a draft. Neither of them knows/);
    await world.rows(`UPDATE match SET state = 'accepted'`);
    expect(await shows(cora)).toMatch(/Ruth said yes/);
    expect(await shows(ruth)).toMatch(/about you, so another/);
    expect(world.last(ruth)).not.toMatch(/ of 1[0-9]/);
    for (const command of ['confirm-match', 'set-match-aside'])
      expect(await does(ruth, command, { matchId: await matchId(ruth) })).toBe('match.your-own');
    expect(await does(cora, 'confirm-match', { matchId: await matchId(ruth) })).toBe('done');
  });

  async function does(who: Writer, command: string, args: object): Promise<string> {
    const { read } = world.core;
    const [who_, account] = [await read.people.person(who.id), await read.people.account(who.accountId)];
    if (who_ === undefined || account === undefined) throw new Error('Nobody is there');
    const done = await world.core.perform({ command, args, by: { is: 'person', person: who_, account } });
    await world.core.settle();
    return done.did === 'refused' ? done.refusal.refused : done.did;
  }
});
