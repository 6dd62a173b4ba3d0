import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { APPS } from '../../support/apps/app.ts';
import { arrives, type Pair, pairOn } from '../../support/arrive.ts';
import { type AppHand, handOn } from '../../support/hand.ts';
import { openWorld, type World } from '../../support/world.ts';

describe.each(APPS)('as it suits everybody, with %s', (app) => {
  let world: World;
  let two: Pair;
  let aisha: AppHand;
  let ruth: AppHand;
  let programmeId: string;

  beforeAll(async () => {
    world = await openWorld({ apps: [app] });
    two = await pairOn(world, { mentee: app, mentor: app });
    aisha = two.mentee;
    ruth = two.mentor;
    programmeId = (await world.core.read.programmes.first())?.id ?? '';
  });
  afterEach(() => expect(world.faults).toEqual([]));
  afterAll(async () => await world.close());

  it('each reads the time on a clock of their own', async () => {
    await ruth.does('settings', { press: 'Place and time' }, 'Pacific/Auckland');
    await aisha.does('book', 'Wednesday 8am', { press: 'By text' }, { press: '15 minutes' });
    expect(aisha.reads()).toMatch(/Wednesday 25 November, 8:00 am/);
    expect(ruth.reads()).toMatch(/Wednesday 25 November, 9:00 pm/);
    await ruth.presses('No, I cannot');
    await ruth.does('settings', { press: 'Place and time' }, 'Europe/London');
  });

  it('two who press at the same moment do one thing, and both read how it stands', async () => {
    await aisha.does('book', 'next Monday 3pm', { press: 'By text' }, { press: '15 minutes' });
    const asked = ruth.last();
    asked.press('Yes, that suits me');
    aisha.phone.press('Take it back');
    asked.press('No, I cannot');
    await world.settle();
    const [row] = await world.rows(
      'SELECT id, state FROM meeting ORDER BY "createdAt" DESC, id DESC LIMIT 1',
    );
    const claims = await world.rows('SELECT 1 FROM occupancy WHERE "meetingId" = $1', [row?.['id']]);
    expect(claims).toHaveLength(row?.['state'] === 'confirmed' ? 2 : 0);
    const newest = (hand: AppHand): string =>
      hand.phone.see().findLast(({ text }) => /3:00 pm/.test(text))?.text ?? '';
    expect(newest(aisha)).not.toMatch(/has not answered/);
    expect(newest(ruth)).not.toMatch(/Does this time suit you/);
  });

  it('one person is a mentee here and a mentor there, each named apart', async () => {
    const sam = handOn(world, world.phone('Sam', app));
    const samId = await arrives(sam, 'Sam');
    await world.coordinate('give-role', { personId: two.menteeId, programmeId, role: 'mentor' });
    await world.coordinate('give-role', { personId: samId, programmeId, role: 'mentee' });
    await world.coordinate('make-pair', { programmeId, mentorId: two.menteeId, menteeId: samId });
    await aisha.writes('home');
    expect(aisha.reads()).toMatch(/Your mentor: Ruth/);
    expect(aisha.reads()).toMatch(/Your mentee: Sam/);
    await aisha.does('book', { press: 'Sam' }, 'tomorrow 4pm', { press: 'By text' }, { press: '15 minutes' });
    expect(sam.reads()).toMatch(/A would like/);
    expect(ruth.reads()).not.toMatch(/4:00 pm/);
    await sam.presses('Yes, that suits me');
    await ruth.does('book', 'tomorrow 4pm');
    expect(ruth.reads()).toMatch(/something on at that time/);
    await ruth.presses('Cancel');
  });

  it('somebody without any app is booked for by a coordinator, and the other reads of it', async () => {
    await world.coordinate('enrol-person', {
      ...{ name: 'Walter', programmeId, role: 'mentee', agreed: true, adult: true },
    });
    const [walter] = await world.rows(`SELECT id FROM person WHERE name = 'Walter'`);
    const menteeId = String(walter?.['id']);
    await world.coordinate('make-pair', { programmeId, mentorId: two.mentorId, menteeId });
    const [pair] = await world.core.read.pairs.pairsOf(menteeId);
    ruth.looks();
    await world.coordinate('book-for-pair', {
      ...{ pairId: pair?.id, wall: '2026-11-27T18:00', mode: 'phone', minutes: 20 },
    });
    expect(ruth.news().join()).toMatch(/With W\./);
    expect(ruth.news().join()).toMatch(/6:00 pm/);
    const tasks = await world.rows('SELECT kind FROM task WHERE "personId" = $1 AND "doneAt" IS NULL', [
      menteeId,
    ]);
    expect(tasks).toContainEqual({ kind: 'tell-by-phone' });
  });
});
