import { afterEach, describe, expect, it } from 'vitest';
import { wallOf } from '../../core/time/wall-time.ts';
import { type PaperPair, paperPair } from './paper-pair.ts';

let pair: PaperPair;

afterEach(async () => {
  expect(pair.world.faults).toEqual([]);
  await pair.world.close();
});

async function until(moment: string): Promise<void> {
  const { clock, later } = pair.world;
  await later({ milliseconds: Date.parse(moment) - clock.now().epochMilliseconds });
}

/** Mia asks to repeat this meeting every week, and Ana says yes. */
async function weekly(wall: string): Promise<void> {
  await pair.book(wall);
  await pair.world.press(pair.mentee, 'Repeat this');
  await pair.world.press(pair.mentee, 'Every week');
  await pair.world.press(pair.mentor, 'Yes, repeat it');
}

async function clocks(zone: string): Promise<string[]> {
  const found = await pair.world.store.read.meetings.upcoming(
    pair.mentee.id,
    pair.world.clock.now().toString(),
    10,
  );
  return found.map(({ meeting }) => wallOf(meeting.startsAt, zone));
}

describe('a meeting keeps its wall time where clocks change (invariant 5)', () => {
  it.each([
    ['the night the clocks go back', '2026-10-12T08:00:00Z', '2026-10-20T19:00', '2026-10-27T19:00'],
    ['the night the clocks go forward', '2027-03-15T09:00:00Z', '2027-03-23T19:00', '2027-03-30T19:00'],
  ])('%s, for two in London: nobody is warned, because nothing moves', async (_night, now, first, second) => {
    pair = await paperPair(now);
    await weekly(first);
    expect((await clocks('Europe/London')).slice(0, 2)).toEqual([first, second]);
    await until(`${second}:00Z`);
    for (const who of [pair.mentor, pair.mentee]) expect(await pair.sent(who, 'clock-change')).toEqual([]);
  });

  it.each([
    [
      'go back',
      '2026-10-12T08:00:00Z',
      '2026-10-20T19:00',
      '2026-10-27T20:00',
      '8:00 pm',
      '2026-10-18T09:00:00Z',
    ],
    [
      'go forward',
      '2027-03-08T09:00:00Z',
      '2027-03-23T19:00',
      '2027-03-30T19:00',
      '7:00 pm',
      '2027-03-21T09:00:00Z',
    ],
  ])(
    'the night the clocks %s in London, a mentor in Lagos is warned a week before, once, and only he',
    async (_night, now, first, lagosSecond, time, warnedAt) => {
      pair = await paperPair(now, { mentor: { zone: 'Africa/Lagos' } });
      await weekly(first);
      expect((await clocks('Africa/Lagos'))[1]).toBe(lagosSecond);
      await until(`${lagosSecond}:00Z`);
      expect((await pair.sent(pair.mentor, 'clock-change')).map(({ at }) => at)).toEqual([warnedAt]);
      expect(pair.world.said(pair.mentor)).toContain(`For you it will be at ${time}, and not at `);
      expect(await pair.sent(pair.mentee, 'clock-change')).toEqual([]);
    },
  );

  it('warns of one meeting that stands alone too, and does not once the clocks have changed', async () => {
    pair = await paperPair('2026-10-01T08:00:00Z', { mentor: { zone: 'Africa/Lagos' } });
    await pair.book('2026-11-03T19:00');
    await until('2026-10-20T09:00:00Z');
    expect((await pair.sent(pair.mentor, 'clock-change')).map(({ at }) => at)).toEqual([
      '2026-10-18T09:00:00Z',
    ]);
    expect(pair.world.said(pair.mentor)).toContain('For you it will be at 8:00 pm, and not at 7:00 pm.');
    await until('2026-10-26T09:00:00Z');
    await pair.book('2026-11-10T19:00');
    await until('2026-11-11T09:00:00Z');
    expect(await pair.sent(pair.mentor, 'clock-change')).toHaveLength(1);
  });

  it('holds for a pair across Auckland and St John’s through both of their autumns', async () => {
    // In Auckland clocks go forward on 27 September 2026, in St John's back on 1 November.
    pair = await paperPair('2026-09-01T12:00:00Z', {
      mentor: { zone: 'Pacific/Auckland', quietFrom: '22:00', quietTo: '06:00' },
      mentee: { zone: 'America/St_Johns' },
    });
    await weekly('2026-09-08T18:00');
    await until('2026-11-20T12:00:00Z');
    const rows = await pair.world.rows(`SELECT "startsAt", wall, zone FROM meeting ORDER BY "startsAt"`);
    expect(rows.length).toBeGreaterThan(10);
    for (const { startsAt, wall, zone } of rows) {
      expect(zone).toBe('America/St_Johns');
      expect(String(wall).slice(11)).toBe('18:00');
      if (!(startsAt instanceof Date)) throw new Error('Not a moment');
      const here = startsAt.toLocaleTimeString('en-GB', { timeZone: 'America/St_Johns', timeStyle: 'short' });
      expect(here).toBe('18:00');
    }
    const there = rows.map(({ startsAt }) =>
      startsAt instanceof Date
        ? startsAt.toLocaleTimeString('en-GB', { timeZone: 'Pacific/Auckland', timeStyle: 'short' })
        : '',
    );
    // 8:30 am, then an hour later for each of the two changes.
    expect([...new Set(there)]).toEqual(['08:30', '09:30', '10:30']);
    expect(await pair.sent(pair.mentor, 'clock-change')).toHaveLength(2);
    expect(await pair.sent(pair.mentee, 'clock-change')).toEqual([]);
    expect(pair.world.said(pair.mentor)).toContain('For you it will be at 9:30 am, and not at 8:30 am.');
    expect(pair.world.said(pair.mentor)).toContain('For you it will be at 10:30 am, and not at 9:30 am.');
  });
});

describe('when a government changes the rules of the clocks', () => {
  /** As a row looks that was written under rules by which this zone was an hour further on. */
  const writtenUnderOldRules = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) {
      const row = await pair.meeting(id);
      const startsAt = row.startsAt.subtract({ hours: 1 });
      const claims = [
        {
          meetingId: id,
          people: [row.mentorId, row.menteeId],
          from: startsAt,
          to: startsAt.add({ minutes: 30 }),
        },
      ];
      await pair.world.commit({
        saves: [{ table: 'meeting', row: { ...row, startsAt, version: row.version + 1 } }],
        claims,
      });
    }
  };

  it('every meeting keeps its wall time, and both are told the right one', async () => {
    pair = await paperPair();
    const first = await pair.book('2026-12-01T15:00');
    const second = await pair.book('2026-12-01T16:00');
    await writtenUnderOldRules([first, second]);
    await pair.world.core.prepare();
    await pair.world.later({ minutes: 10 });
    expect((await pair.meeting(first)).startsAt.toString()).toBe('2026-12-01T15:00:00Z');
    expect((await pair.meeting(second)).startsAt.toString()).toBe('2026-12-01T16:00:00Z');
    for (const who of [pair.mentor, pair.mentee]) expect(await pair.sent(who, 'new-rules')).toHaveLength(2);
    const claimed = await pair.world.rows('SELECT DISTINCT lower(during) AS at FROM occupancy ORDER BY 1');
    expect(claimed.map(({ at }) => at)).toEqual([
      new Date('2026-12-01T15:00Z'),
      new Date('2026-12-01T16:00Z'),
    ]);
    expect((await pair.due('remind')).map(({ at }) => at)).toContain('2026-12-01T13:00:00Z');
  });

  it('asks a coordinator where two meetings of somebody now fall together', async () => {
    pair = await paperPair();
    const first = await pair.book('2026-12-01T15:00');
    await writtenUnderOldRules([first]);
    await pair.book('2026-12-01T15:15');
    await pair.world.core.prepare();
    await pair.world.later({ minutes: 10 });
    expect((await pair.meeting(first)).startsAt.toString()).toBe('2026-12-01T14:00:00Z');
    expect(await pair.world.rows(`SELECT "meetingId" FROM task WHERE kind = 'clash'`)).toEqual([
      { meetingId: first },
    ]);
  });

  it('changes nothing when nothing has moved', async () => {
    pair = await paperPair();
    const id = await pair.book('2026-12-01T15:00');
    const before = await pair.meeting(id);
    await pair.world.core.prepare();
    await pair.world.later({ minutes: 10 });
    expect((await pair.meeting(id)).version).toBe(before.version);
  });
});
