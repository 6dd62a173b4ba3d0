import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPaperWorld, type PaperWorld, type Writer } from '../support/paper-world.ts';

let world: PaperWorld;
let amina: Writer;
let tom: Writer;
let pairId: string;

beforeEach(async () => {
  world = await openPaperWorld();
  amina = await world.person('Amina');
  tom = await world.person('Tom');
  pairId = (await world.pair(tom, amina)).id;
});

afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

describe('after a meeting', () => {
  const meetingId = '00000000-0000-7000-a000-000000000001';

  async function met(): Promise<void> {
    const at = world.clock.now();
    const places = { placeSealed: null, placeBy: null, seriesId: null, reasonSealed: null };
    const ends = { cancelledAt: null, cancelledBy: null, noticeMinutes: null, movedFrom: null };
    const answers = { mentorReady: false, menteeReady: false, mentorAnswer: null, menteeAnswer: null };
    const offered = { offeredStartsAt: null, offeredWall: null, offeredBy: null, arrangedWithHelp: false };
    const ids = {
      id: meetingId,
      version: 1,
      programmeId: world.programmeId,
      pairId,
      mentorId: tom.id,
      menteeId: amina.id,
    };
    const time = {
      startsAt: at,
      wall: '2026-11-23T09:00',
      zone: 'Europe/London',
      minutes: 30,
      restMinutes: 0,
    };
    const made = {
      state: 'confirmed',
      mode: 'phone',
      costly: false,
      sequence: 0,
      proposedBy: tom.id,
      createdAt: at,
      confirmedAt: at,
    } as const;
    await world.commit({
      saves: [
        { table: 'meeting', row: { ...ids, ...time, ...made, ...places, ...ends, ...answers, ...offered } },
      ],
    });
  }

  async function answered(who: Writer, answer: string): Promise<void> {
    const args = { meetingId, personId: who.id, answer };
    const key = `test:${who.id}:${answer}:${world.clock.now()}`;
    await world.commit({ due: [{ key, command: 'offer-reflection', args, at: world.clock.now() }] });
    await world.core.settle();
  }

  it('REF-02 each side is offered a word about it, once', async () => {
    await met();
    await answered(amina, 'happened');
    await answered(tom, 'happened');
    await answered(tom, 'happened');
    expect(world.messages(tom)).toHaveLength(1);
    await world.press(tom, 'Write something');
    expect(world.last(tom)).toContain('How was it with Amina?');
    await world.press(tom, '🌧');
    const [row] = await world.rows('SELECT "meetingId", "pairId", "personId" FROM reflection');
    expect(row).toEqual({ meetingId, pairId, personId: tom.id });
  });

  it('"not now" is fine', async () => {
    await met();
    await answered(amina, 'happened');
    await world.press(amina, 'Not now');
    expect(world.last(amina)).toContain('That is fine');
  });

  it.each(['moved', 'did-not-happen', 'rather-not-say'])(
    'nothing is offered to whoever says "%s"',
    async (answer) => {
      await met();
      await answered(amina, answer);
      expect(world.said(amina)).toBe('');
    },
  );

  it('nothing is offered to somebody on a break, after "stop", or whose meeting it was not', async () => {
    await met();
    const stranger = await world.person('Eve');
    await answered(stranger, 'happened');
    expect(world.said(stranger)).toBe('');
    const person = await world.core.read.people.person(amina.id);
    if (person === undefined) throw new Error('nobody');
    await world.commit({ saves: [{ table: 'person', row: { ...person, version: 2, paused: true } }] });
    await answered(amina, 'happened');
    await world.commit({ saves: [{ table: 'person', row: { ...person, version: 3, state: 'stopped' } }] });
    world.clock.forward({ minutes: 1 });
    await answered(amina, 'happened');
    expect(world.said(amina)).toBe('');
  });
});
